// averment backup: a copy of the SQLite file as it stands at one moment, while the service goes on; checked before it counts.

import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'
import type { Command } from 'commander'
import { BadSettings, readSettings } from '../../config.ts'
import { inWords, Stop } from './ending.ts'
import { counted, print, printJson, progressBar, sized } from './printing.ts'

type Counts = Readonly<Record<string, number>>

export const backup = (program: Command): void => {
  program
    .command('backup')
    .summary('copy the database while the service runs')
    .description(
      'Copies the SQLite file as it stands at one moment while the service goes on, then checks the copy whole and counts every table in it. To restore one: stop the service, put the copy in the place of the database, delete the files beside it that end in -wal and -shm, start.',
    )
    .argument('<file>', 'where the copy goes; must not be there yet')
    .option('--database <url>', 'what to copy (DATABASE_URL; file:./data/averment.db)')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Examples:
  averment backup press-2024-03-05.db
  averment backup /backups/press.db --database file:/var/lib/averment/press.db --json`,
    )
    .action(async (file: string, { database, json }: { database?: string; json?: boolean }) => {
      const from = pathIn(urlOf(database), file)
      if (existsSync(file)) throw new Stop('usage', `${file} is there already; a backup overwrites nothing.`)
      const counts = await copied(from, file)
      const bytes = statSync(file).size
      if (json) return printJson({ file, bytes, tables: counts })
      const { articles = 0, claims = 0, tags = 0 } = counts
      const held = [counted(articles, 'article'), counted(claims, 'claim'), counted(tags, 'tag')].join(', ')
      await print(`${file}: ${held}; ${sized(bytes)}, whole and complete`)
    })
}

function urlOf(given: string | undefined): string {
  try {
    return readSettings({ DATABASE_URL: given ?? process.env.DATABASE_URL }).DATABASE_URL
  } catch (error) {
    throw error instanceof BadSettings ? new Stop('usage', error.message) : error
  }
}

function pathIn(url: string, to: string): string {
  if (!url.startsWith('file:'))
    throw new Stop('usage', `PostgreSQL has its own: pg_dump --format=custom --file=${to} "$DATABASE_URL"`)
  const path = url.replace(/^file:(\/\/)?/, '')
  if (path === ':memory:')
    throw new Stop(
      'usage',
      'A database in memory cannot be copied from outside: averment export claims.ndjson',
    )
  if (!existsSync(path)) throw new Stop('usage', `There is no database at ${path}.`)
  return path
}

/** All or nothing: under its name it stands only once it has been checked and is on disk. */
async function copied(from: string, to: string): Promise<Counts> {
  const unfinished = `${to}.part`
  try {
    const source = new SqliteDatabase(from, { readonly: true, fileMustExist: true })
    try {
      // The copy is made under this read transaction: the moment that is counted is the moment that is copied, and a
      // service that goes on writing does not make the copy begin again.
      source.exec('BEGIN')
      const counts = countsIn(source)
      const bar = progressBar(1000)
      await source.backup(unfinished, {
        progress: ({ totalPages, remainingPages }) => {
          bar.to(1000 * (1 - remainingPages / Math.max(1, totalPages)), 'copied')
          return 1000
        },
      })
      bar.end()
      checkCopy(unfinished, counts)
      syncFile(unfinished)
      renameSync(unfinished, to)
      return counts
    } finally {
      source.close()
    }
  } catch (error) {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${unfinished}${ending}`, { force: true })
    if (error instanceof Stop) throw error
    throw new Stop('refused', `There is no backup: ${inWords(error)}.`)
  }
}

/** Throws Stop when it is not what was copied. */
function checkCopy(path: string, expected: Counts): void {
  const copy = new SqliteDatabase(path)
  try {
    // One file without companions, whatever mode the service writes in.
    copy.pragma('journal_mode = DELETE')
    const faults = [
      ...(copy.pragma('integrity_check') as { integrity_check: string }[]).map((row) => row.integrity_check),
      ...(copy.pragma('foreign_key_check') as { table: string }[]).map(
        (row) => `${row.table} refers to what is not there`,
      ),
    ].filter((fault) => fault !== 'ok')
    const found = countsIn(copy)
    for (const [table, rows] of Object.entries(expected))
      if (found[table] !== rows) faults.push(`${table} has ${found[table] ?? 0} rows and not ${rows}`)
    if (faults.length > 0)
      throw new Stop('refused', `There is no backup, the copy is broken: ${faults.slice(0, 5).join('; ')}.`)
  } finally {
    copy.close()
  }
}

/** Rows of every table of ours; not of those that a full-text index keeps for itself. */
function countsIn(database: SqliteDatabase.Database): Counts {
  const names = database
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all() as string[]
  const rows = (name: string) => database.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number
  return Object.fromEntries(names.map((name) => [name, rows(name)]))
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  fsyncSync(file)
  closeSync(file)
}
