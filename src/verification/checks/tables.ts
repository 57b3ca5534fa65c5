// The tables are those that this version of the program reads and writes.

import { sql } from 'drizzle-orm'
import { newestOf } from '../../storage/migrate.ts'
import { comparison } from '../comparison.ts'

export const tables = comparison({
  name: 'tables',
  holds: 'the tables are those of this version of Averment',
  derived: false,
  differing({ dialect }) {
    const list = sql.raw(dialect === 'sqlite' ? '__drizzle_migrations' : 'drizzle.__drizzle_migrations')
    const newest = sql.raw(String(newestOf(dialect)))
    return sql`select 'the newest migration' as place, coalesce(cast(max(created_at) as text), 'none') as found, ${sql.raw(`'${newestOf(dialect)}'`)} as expected from ${list} having coalesce(max(created_at), 0) <> ${newest}`
  },
})
