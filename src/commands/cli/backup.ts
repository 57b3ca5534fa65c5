// averment backup: a copy of the SQLite file as it stands at one moment, while the service goes on; checked before it counts.

import { existsSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Command } from 'commander'
import { type Counts, copyWhole, discardCopy, syncFile } from './copying.ts'
import { pathOf, refuseMissing, urlOf } from './database.ts'
import { inWords, Stop } from './ending.ts'
import { counted, print, printJson, sized } from './printing.ts'

export const backup = (program: Command): void => {
  program
    .command('backup')
    .summary('copy the database while the service runs')
    .description(
      'Copies the SQLite file as it stands at one moment while the service goes on, then checks the copy whole and counts every table in it. averment restore puts it back.',
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
      const from = pathOf(urlOf(database), {
        postgres: `PostgreSQL has its own: pg_dump --format=custom --file=${file} "$DATABASE_URL"`,
        memory: 'A database in memory cannot be copied from outside: averment export claims.ndjson',
      })
      refuseMissing(from)
      if (existsSync(file)) throw new Stop('usage', `${file} is there already; a backup overwrites nothing.`)
      const counts = await copied(from, file)
      const bytes = statSync(file).size
      if (json) return printJson({ file, bytes, tables: counts })
      await print(`${file}: ${heldIn(counts)}; ${sized(bytes)}, whole and complete`)
    })
}

/** The tables that a person knows the database by. */
export function heldIn({ articles = 0, claims = 0, tags = 0 }: Counts): string {
  return [counted(articles, 'article'), counted(claims, 'claim'), counted(tags, 'tag')].join(', ')
}

/** All or nothing: under its name it stands only once it has been checked and is on disk. */
async function copied(from: string, to: string): Promise<Counts> {
  const unfinished = `${to}.part`
  try {
    const counts = await copyWhole(from, unfinished)
    renameSync(unfinished, to)
    syncFile(dirname(to), 'r')
    return counts
  } catch (error) {
    discardCopy(unfinished)
    throw new Stop('refused', `There is no backup: ${inWords(error)}.`)
  }
}
