// Opens the database that a DATABASE_URL names.

import { refusalOf } from './constraints.ts'
import type { Database } from './database.ts'
import { openPostgres } from './open-postgres.ts'
import { openSqlite } from './open-sqlite.ts'

/** `file:<path>`, `file::memory:` or `postgres://…`. Throws Unavailable, which says why, when it cannot be opened. */
export async function openDatabase(url: string): Promise<Database> {
  try {
    return /^postgres(ql)?:\/\//.test(url)
      ? await openPostgres(url)
      : openSqlite(url.replace(/^file:(\/\/)?/, ''))
  } catch (error) {
    throw refusalOf(error)
  }
}
