// A copy of an SQLite file as it stands at one moment, checked whole before it counts.

import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'
import { Stop } from './ending.ts'
import { progressBar } from './printing.ts'

export type Counts = Readonly<Record<string, number>>

/** Makes the copy, whole and on disk, under the name `to`; gives the rows of each table. Throws when it is broken. */
export async function copyWhole(from: string, to: string): Promise<Counts> {
  const source = new SqliteDatabase(from, { readonly: true, fileMustExist: true })
  try {
    // The copy is made under this read transaction: the moment that is counted is the moment that is copied, and a
    // service that goes on writing does not make the copy begin again.
    source.exec('BEGIN')
    const counts = countsIn(source)
    const bar = progressBar(1000)
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        bar.to(1000 * (1 - remainingPages / Math.max(1, totalPages)), 'copied')
        return 1000
      },
    })
    bar.end()
    checkCopy(to, counts)
    syncFile(to)
    return counts
  } finally {
    source.close()
  }
}

/** Takes away what a copy that did not come about has left. Where that fails too, why it did not come about says more. */
export function discardCopy(path: string): void {
  try {
    removeFile(path)
  } catch {
    // It could not be made there either.
  }
}

export function removeFile(path: string): void {
  rmSync(path, { force: true })
  removeBeside(path)
}

/** What SQLite keeps beside a file, and would take for a part of whatever file has that name. */
export function removeBeside(path: string): void {
  for (const ending of ['-wal', '-shm', '-journal']) rmSync(`${path}${ending}`, { force: true })
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
    if (faults.length > 0) throw new Stop('refused', `it is broken: ${faults.slice(0, 5).join('; ')}`)
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

/** A file or a folder: what is known of it by name is on disk afterwards. */
export function syncFile(path: string, flags = 'r+'): void {
  const file = openSync(path, flags)
  fsyncSync(file)
  closeSync(file)
}
