// The SQLite file that is moved: one moment of it, row by row.

import SqliteDatabase from 'better-sqlite3'
import { DatabaseIsNewer, newestOf } from '../migrate.ts'
import { type Layout, namesOf, quoted } from './layout.ts'

export interface Source {
  rows(table: Layout): IterableIterator<unknown[]>
  count(table: Layout): number
  /** The last number given out, to a row that may be gone. */
  lastNumber(table: Layout): number
  close(): void
}

/** The file is of an older version than this program. */
export class SourceIsOlder extends Error {
  constructor() {
    super(
      'The file was last used by an older version: start and stop this one on it once, which brings it up to date.',
    )
    this.name = 'SourceIsOlder'
  }
}

export function openSource(path: string): Source {
  const connection = new SqliteDatabase(path, { readonly: true, fileMustExist: true })
  const newest = newestOf('sqlite')
  connection.exec('BEGIN')
  const found = connection.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get() as number
  if (found !== newest) {
    connection.close()
    throw found > newest ? new DatabaseIsNewer() : new SourceIsOlder()
  }
  return {
    rows: (table) =>
      connection
        .prepare(`SELECT ${namesOf(table)} FROM ${quoted(table.name)}`)
        .raw()
        .iterate() as IterableIterator<unknown[]>,
    count: (table) =>
      connection
        .prepare(`SELECT count(*) FROM ${quoted(table.name)}`)
        .pluck()
        .get() as number,
    lastNumber(table) {
      const last = connection
        .prepare('SELECT seq FROM sqlite_sequence WHERE name = ?')
        .pluck()
        .get(table.name)
      return Number(last ?? 0)
    },
    close: () => void connection.close(),
  }
}
