// Whether anybody else has a database open: what must not happen under a running service asks first.

import SqliteDatabase from 'better-sqlite3'
import pg from 'pg'

/** A service holds its file open as long as it runs. Throws what SQLite says of a file that is no database. */
export function isFileOpenElsewhere(path: string): boolean {
  const connection = openAlone(path)
  connection?.close()
  return connection === null
}

/**
 * The file, from which everybody else is kept until the connection is closed: a service that starts meanwhile is told that
 * it is locked. Null where somebody has it open.
 */
export function openAlone(path: string): SqliteDatabase.Database | null {
  const connection = new SqliteDatabase(path, { fileMustExist: true, timeout: 0 })
  try {
    // In this mode a connection wants the whole file to itself, which nobody gets who is not alone, and keeps it so.
    connection.pragma('locking_mode = EXCLUSIVE')
    connection.exec('BEGIN EXCLUSIVE; ROLLBACK')
    return connection
  } catch (error) {
    connection.close()
    if (/^SQLITE_(BUSY|LOCKED)/.test((error as { code?: string }).code ?? '')) return null
    throw error
  }
}

/** Other connections to the same database, whoever's they are. */
export async function connectionsElsewhere(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query(
      "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()",
    )
    return Number(rows[0]?.n ?? 0)
  } finally {
    await client.end()
  }
}
