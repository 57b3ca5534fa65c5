// Brings a database to this program's tables at start, and refuses one that a newer program has changed.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { migrate as applyToSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import { migrate as applyToPostgres } from 'drizzle-orm/node-postgres/migrator'
import type pg from 'pg'
import type { Dialect } from './database.ts'

const folderOf = (dialect: Dialect) => fileURLToPath(new URL(`../../migrations/${dialect}`, import.meta.url))

/** When this program's last migration was written, in milliseconds: drizzle-kit's number for it. */
export function newestOf(dialect: Dialect): number {
  const journal = JSON.parse(readFileSync(`${folderOf(dialect)}/meta/_journal.json`, 'utf8')) as {
    entries: { when: number }[]
  }
  return Math.max(...journal.entries.map((entry) => entry.when))
}

export class DatabaseIsNewer extends Error {
  constructor() {
    super(
      'The database was changed by a newer version of Averment. Start that version, or give this one another DATABASE_URL.',
    )
    this.name = 'DatabaseIsNewer'
  }
}

/** Whether anything was migrated. Foreign keys must be off: see open-sqlite.ts. */
export function migrateSqlite(db: BetterSQLite3Database): boolean {
  const newest = newestOf('sqlite')
  let found = 0
  const known = db.get<{ name: string } | undefined>(
    sql`SELECT name FROM sqlite_master WHERE name = '__drizzle_migrations'`,
  )
  if (known) {
    const row = db.get<{ at: number | null }>(sql`SELECT max(created_at) AS at FROM __drizzle_migrations`)
    found = Number(row?.at ?? 0)
  }
  if (found > newest) throw new DatabaseIsNewer()
  applyToSqlite(db, { migrationsFolder: folderOf('sqlite') })
  return found < newest
}

/** Two processes that start at once migrate one after the other. */
const MIGRATION_LOCK = 4_117_000

export async function migratePostgres(pool: pg.Pool): Promise<void> {
  await whileMigrating(pool, async (client) => {
    const known = await client.query("SELECT to_regclass('drizzle.__drizzle_migrations') AS name")
    if (known.rows[0]?.name) {
      const found = await client.query('SELECT max(created_at) AS at FROM drizzle.__drizzle_migrations')
      if (Number(found.rows[0]?.at ?? 0) > newestOf('postgres')) throw new DatabaseIsNewer()
    }
    await applyToPostgres(drizzlePostgres(client), { migrationsFolder: folderOf('postgres') })
  })
}

/** Changes tables while no other process does. */
export async function whileMigrating(
  pool: pg.Pool,
  change: (client: pg.PoolClient) => Promise<unknown>,
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`)
    await change(client)
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${MIGRATION_LOCK})`).catch(() => {})
    client.release()
  }
}
