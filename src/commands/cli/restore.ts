// averment restore: puts a backup in the place of the database, whole and at once, or leaves everything as it was.

import {
  closeSync,
  existsSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import type { Command } from 'commander'
import { isFileOpenElsewhere } from '../../storage/alone.ts'
import { newestOf } from '../../storage/migrate.ts'
import { heldIn } from './backup.ts'
import { type Counts, copyWhole, discardCopy, removeBeside, removeFile, syncFile } from './copying.ts'
import { pathOf, urlOf } from './database.ts'
import { inWords, Stop } from './ending.ts'
import { print, printJson, sized } from './printing.ts'

interface Options {
  readonly database?: string
  readonly force?: boolean
  readonly json?: boolean
}

export const restore = (program: Command): void => {
  program
    .command('restore')
    .summary('put a backup in the place of the database')
    .description(
      'Checks the backup, copies it beside the database, checks the copy, and puts it in the place of the database at one stroke. The service must be stopped. What was there before is gone afterwards, and needs --force.',
    )
    .argument('<backup>', 'what averment backup has made')
    .option('--database <url>', 'where it goes (DATABASE_URL; file:./data/averment.db)')
    .option('--force', 'overwrite the database that is there')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Examples:
  averment restore press-2024-03-05.db
  averment restore /backups/press.db --database file:/var/lib/averment/press.db --force`,
    )
    .action(async (from: string, { database, force = false, json = false }: Options) => {
      const to = pathOf(urlOf(database), {
        postgres: `PostgreSQL has its own: pg_restore --clean --if-exists --dbname="$DATABASE_URL" ${from}`,
        memory: 'A database in memory ends with its service; give --database a file.',
      })
      refuse(from, to, force)
      const counts = await restored(from, to)
      const bytes = statSync(to).size
      if (json) return printJson({ database: to, bytes, tables: counts })
      await print(`${to}: ${heldIn(counts)}; ${sized(bytes)}, whole and in place`)
    })
}

function refuse(from: string, to: string, force: boolean): void {
  if (!existsSync(from)) throw new Stop('usage', `There is no backup at ${from}.`)
  if (!existsSync(dirname(resolve(to)))) throw new Stop('usage', `There is no folder ${dirname(to)}.`)
  if (!existsSync(to)) return
  if (statSync(to).isDirectory()) throw new Stop('usage', `${to} is a folder; give the file that it goes to.`)
  if (realpathSync(from) === realpathSync(to))
    throw new Stop('usage', `${from} is the database itself; give the backup.`)
  if (isOpen(to)) throw new Stop('usage', `${to} is open: a service runs on it. Stop it first.`)
  if (!force)
    throw new Stop(
      'usage',
      `There is a database at ${to}; --force overwrites it. A backup of it first is no loss.`,
    )
}

/** Of a file that SQLite cannot read nobody makes use. */
function isOpen(path: string): boolean {
  try {
    return isFileOpenElsewhere(path)
  } catch {
    return false
  }
}

async function restored(from: string, to: string): Promise<Counts> {
  const unfinished = `${to}.part`
  let atFault = `From ${from}`
  try {
    refuseForeign(from)
    atFault = `To ${to}`
    prepare(unfinished)
    atFault = `From ${from}`
    const counts = await copyWhole(from, unfinished)
    atFault = `To ${to}`
    if (existsSync(to)) replace(unfinished, to)
    else place(unfinished, to)
    syncFile(dirname(resolve(to)), 'r')
    return counts
  } catch (error) {
    discardCopy(unfinished)
    throw new Stop(
      'refused',
      `Nothing was changed. ${isFull(error) ? `To ${to}` : atFault}: ${inWords(error)}.`,
    )
  }
}

/** Throws what the system says where nothing can be written: SQLite would not say whose fault it is, nor why. */
function prepare(unfinished: string): void {
  removeFile(unfinished)
  closeSync(openSync(unfinished, 'w'))
}

/** Nothing is written but the copy. */
const isFull = (error: unknown): boolean => (error as { code?: unknown }).code === 'SQLITE_FULL'

/** Throws Stop for a database of another program, and for one that only a newer version of this one can read. */
function refuseForeign(path: string): void {
  const backup = new SqliteDatabase(path, { readonly: true, fileMustExist: true })
  try {
    const is =
      "SELECT count(*) FROM sqlite_master WHERE name IN ('__drizzle_migrations', 'claims', 'changes')"
    if (backup.prepare(is).pluck().get() !== 3) throw new Stop('refused', 'it is no database of Averment')
    const migrated = backup.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get()
    if (Number(migrated) > newestOf('sqlite'))
      throw new Stop('refused', 'a newer version of Averment made it; restore it with that version')
  } finally {
    backup.close()
  }
}

/** Where nothing is; a link, unlike a rename, does not overwrite what has come meanwhile. */
function place(whole: string, to: string): void {
  removeBeside(to)
  linkSync(whole, to)
  unlinkSync(whole)
}

/**
 * What SQLite keeps beside the old file must be gone before the new one is there, or it would be taken for a part of
 * it. So the old one is brought to rest first, and held until it has been replaced.
 */
function replace(whole: string, to: string): void {
  const old = new SqliteDatabase(to, { timeout: 0 })
  try {
    old.pragma('locking_mode = EXCLUSIVE')
    old.pragma('journal_mode = DELETE')
    old.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    if (/^SQLITE_(BUSY|LOCKED)/.test((error as { code?: string }).code ?? ''))
      throw new Stop('refused', 'the database was opened meanwhile; stop the service')
    // It is damaged, which may be why a backup is put in its place: nothing of it is to be kept.
  }
  try {
    removeBeside(to)
    renameSync(whole, to)
  } finally {
    old.close()
  }
}
