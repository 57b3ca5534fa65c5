// Opens the database that a DATABASE_URL names.

import type { Database } from './database.ts'
import { openPostgres } from './open-postgres.ts'
import { openSqlite } from './open-sqlite.ts'

/** `file:<path>`, `file::memory:` or `postgres://…`. */
export async function openDatabase(url: string): Promise<Database> {
  return /^postgres(ql)?:\/\//.test(url) ? openPostgres(url) : openSqlite(url.replace(/^file:(\/\/)?/, ''))
}
