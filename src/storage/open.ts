// Opens the database that a DATABASE_URL names.

import { refusalOf } from './constraints.ts'
import type { Database } from './database.ts'
import { openPostgres } from './open-postgres.ts'
import { openSqlite } from './open-sqlite.ts'
import { withReplica } from './replica.ts'

/**
 * `file:<path>`, `file::memory:` or `postgres://…`, with a replica of it to read from or without. PostgreSQL gives up a
 * read after `readTimeout` milliseconds, where that is not 0. Throws Unavailable, which says why, when it cannot be opened;
 * a replica need not answer yet.
 */
export async function openDatabase(url: string, replica?: string, readTimeout = 0): Promise<Database> {
  try {
    if (!/^postgres(ql)?:\/\//.test(url)) return openSqlite(url.replace(/^file:(\/\/)?/, ''))
    const db = await openPostgres(url, readTimeout)
    return replica === undefined ? db : await withReplica(db, replica, readTimeout)
  } catch (error) {
    throw refusalOf(error)
  }
}
