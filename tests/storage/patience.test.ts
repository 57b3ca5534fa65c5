// What PostgreSQL is given to do something in: a read for an answer only so long, a write as long as it takes unless it
// stands still, and nothing else any less.

import { sql } from 'drizzle-orm'
import { expect, it, onTestFinished } from 'vitest'
import type { Database } from '../../src/storage/database.ts'
import { openDatabase } from '../../src/storage/open.ts'
import { openSnapshot } from '../../src/storage/snapshot.ts'
import { postgresDatabase } from '../support/postgres-database.ts'

const READ_TIMEOUT = 150

/** Twice as long as a read is given. */
const long = (db: Database) =>
  db.query((q) => q.select({ slept: sql<string>`pg_sleep(0.3)::text` }).from(sql`(select 1) as once`))

const set = (db: Database) =>
  db.query((q) =>
    q
      .select({
        statement: sql<string>`current_setting('statement_timeout')`.as('statement'),
        idle: sql<string>`current_setting('idle_in_transaction_session_timeout')`.as('idle'),
        lock: sql<string>`current_setting('lock_timeout')`.as('lock'),
        gone: sql<string>`current_setting('tcp_keepalives_idle')`.as('gone'),
      })
      .from(sql`(select 1) as once`),
  )

it('a read that takes too long is given up, whatever writes or reads a whole moment is not', async () => {
  const { url, remove } = await postgresDatabase()
  onTestFinished(remove)
  const db = await openDatabase(url, undefined, READ_TIMEOUT)
  onTestFinished(() => db.close())
  await expect(long(db).read()).rejects.toMatchObject({
    name: 'Unavailable',
    state: { reason: 'too-long' },
    retryAfter: null,
  })
  expect(await set(db).read()).toEqual([{ statement: '150ms', idle: '0', lock: '0', gone: '30' }])

  expect(await db.batch(long(db))).toHaveLength(1)
  expect(await db.batch(set(db))).toEqual([{ statement: '0', idle: '1min', lock: '20s', gone: '30' }])

  const snapshot = await openSnapshot(db.source())
  expect(await long(snapshot).read()).toHaveLength(1)
  await snapshot.close()
})
