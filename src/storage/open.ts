// Opens the database that a DATABASE_URL names.

import { refusalOf } from './constraints.ts'
import type { Database } from './database.ts'
import { openPostgres } from './open-postgres.ts'
import { openSqlite } from './open-sqlite.ts'
import { withReplica } from './replica.ts'

/**
 * `file:<path>`, `file::memory:` or `postgres://…`, with a replica of it to read from or without. Throws Unavailable,
 * which says why, when it cannot be opened; a replica need not answer yet.
 */
export async function openDatabase(url: string, replica?: string): Promise<Database> {
  try {
    if (!/^postgres(ql)?:\/\//.test(url)) return openSqlite(url.replace(/^file:(\/\/)?/, ''))
    const db = await openPostgres(url)
    return replica === undefined ? db : await withReplica(db, replica)
  } catch (error) {
    throw refusalOf(error)
  }
}
