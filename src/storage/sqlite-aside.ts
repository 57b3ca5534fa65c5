// A second connection to SQLite's file, on which others are answered while a long transaction holds the first.

import SqliteDatabase from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Definition } from './database.ts'
import { type SqliteStatement, statementsOf } from './sqlite-statement.ts'

export interface Aside {
  ready(definition: Definition): SqliteStatement
  close(): void
}

/** Opened when first needed: most services never hold a transaction for so long. It sees what is committed, and no more. */
export function readerAside(path: string): Aside {
  let connection: SqliteDatabase.Database | null = null
  let statements: ((definition: Definition) => SqliteStatement) | null = null
  return {
    ready(definition) {
      connection ??= new SqliteDatabase(path, { readonly: true })
      statements ??= statementsOf(drizzle(connection))
      return statements(definition)
    },
    close() {
      connection?.close()
    },
  }
}
