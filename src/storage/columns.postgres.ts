// The column kinds the tables are written in, as PostgreSQL stores them.

import {
  bigint,
  bigserial,
  customType,
  doublePrecision,
  foreignKey,
  index,
  json,
  pgTable,
  primaryKey,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Columns } from './columns.sqlite.ts'

/** Compared by bytes, as SQLite does, whatever the locale of the server: pages must not depend on it. */
const text = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' })

const postgres = {
  table: pgTable,
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
  text: (name: string) => text(name),
  integer: (name: string) => bigint(name, { mode: 'number' }),
  real: (name: string) => doublePrecision(name),
  // json, not jsonb: the order of keys is kept, so that what was written is what is read.
  json: <T>(name: string) => json(name).$type<T>(),
  hashedBy: <T>(column: T): T[] => [column],
  rowNumber: (name: string) => bigserial(name, { mode: 'number' }).primaryKey(),
}

// The first of the two casts that let one definition serve both databases (the other is in open-postgres.ts).
export const columns = postgres as unknown as Columns
