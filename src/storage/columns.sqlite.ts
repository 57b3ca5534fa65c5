// The column kinds the tables are written in, as SQLite stores them.

import {
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'

export const columns = {
  table: sqliteTable,
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
  text: (name: string) => text(name),
  integer: (name: string) => integer(name),
  real: (name: string) => real(name),
  /** Any JSON value; the text keeps the order of keys. */
  json: <T>(name: string) => text(name, { mode: 'json' }).$type<T>(),
  /** What keys end in where tables can be hashed by this column; nothing here, where there are no partitions. */
  hashedBy: <T>(_column: T): T[] => [],
  /** A whole number the database gives out, rising: the row number full-text search hangs on. */
  rowNumber: (name: string) => integer(name).primaryKey({ autoIncrement: true }),
}

/** Both dialects are written against this shape; `columns.postgres.ts` is cast to it. */
export type Columns = typeof columns
