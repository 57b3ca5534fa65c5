// The SQLite file that is moved, row by row, while nobody else can open it: what is written to it would stay behind.

import { openAlone } from '../alone.ts'
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

/** Somebody has the file open, and may write to it. */
export class SourceIsOpen extends Error {
  constructor(path: string) {
    super(`${path} is open: a service runs on it. Stop it first, or its writes would stay behind.`)
    this.name = 'SourceIsOpen'
  }
}

/** Until it is closed a service that starts on the file is refused, so that no answered write stays behind. */
export function openSource(path: string): Source {
  const connection = openAlone(path)
  if (connection === null) throw new SourceIsOpen(path)
  connection.pragma('query_only = ON')
  const newest = newestOf('sqlite')
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
