// The thread that reads apart. Its connection and statements last as long as the thread does.

import SqliteDatabase from 'better-sqlite3'
import { LRUCache } from 'lru-cache'
import type { Answered, Asked } from './sqlite-apart.ts'

/** Kilobytes of pages kept. */
const CACHE = 16_384
const MOST_STATEMENTS = 100
/** How long SQLite waits where the file is held for a moment, in milliseconds: nobody else waits with this thread. */
const BUSY_TIMEOUT = 5_000

let connection: SqliteDatabase.Database | null = null
const statements = new LRUCache<string, SqliteDatabase.Statement>({ max: MOST_STATEMENTS })

function prepared({ path, sql }: Asked): SqliteDatabase.Statement {
  if (!connection) {
    connection = new SqliteDatabase(path, { readonly: true, timeout: BUSY_TIMEOUT })
    connection.pragma(`cache_size = -${CACHE}`)
    connection.pragma('temp_store = MEMORY')
  }
  const statement = statements.get(sql) ?? connection.prepare(sql).raw()
  statements.set(sql, statement)
  return statement
}

export default (asked: Asked): Answered => {
  try {
    return { rows: prepared(asked).all(...asked.values) as unknown[][] }
  } catch (error) {
    const { message, code } = error as { message: string; code?: string }
    return { failed: { message, code } }
  }
}
