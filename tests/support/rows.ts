// What a database holds, for tests that nothing of it has changed.

import { sql } from 'drizzle-orm'
import type { Database } from '../../src/storage/database.ts'

export async function lastSeq(db: Database): Promise<number> {
  const { changes } = db.tables
  const [row] = await db
    .query((q) => q.select({ seq: sql<number>`coalesce(max(seq), 0)`.mapWith(Number) }).from(changes))
    .read()
  return row?.seq ?? 0
}

/** What goes on by itself, and says nothing of what was asked: when a key was last used, how far placing has come. */
const BY_ITSELF = new Set(['lastUsedAt', 'placed'])

/** Every row of every table: what a refused request must leave as it was. */
export async function rowsOf(db: Database): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {}
  for (const [name, table] of Object.entries(db.tables)) {
    const all = (await db.query((q) => q.select().from(table)).read()) as object[]
    rows[name] = all
      .map((row) => JSON.stringify(row, (key, value) => (BY_ITSELF.has(key) ? undefined : value)))
      .sort()
  }
  return rows
}
