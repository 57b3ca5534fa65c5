// Whether the database takes what the service is for: it answers, and if the last write failed, one is tried.

import { and, eq } from 'drizzle-orm'
import type { Database } from './database.ts'

/** Needs pages of its own, so that a full disk shows. */
const WEIGHT = 'x'.repeat(20_000)
const NOBODY = { owner: 'nobody', key: 'readiness' }

/** The function throws Unavailable, with the reason, as long as the database cannot. */
export function readiness(db: Database): () => Promise<void> {
  const { idempotencyKeys: t } = db.tables
  const put = db.command((q, slot) =>
    q.insert(t).values({
      annotatorId: slot('owner'),
      key: slot('key'),
      fingerprint: '',
      status: 0,
      headers: {},
      body: slot('body'),
      createdAt: 0,
    }),
  )
  const take = db.command((q, slot) =>
    q.delete(t).where(and(eq(t.annotatorId, slot('owner')), eq(t.key, slot('key')))),
  )
  return async () => {
    await db.ping()
    if (db.trouble() === null) return
    // Only now, so that a service in good health is not written to by those who look after it.
    await db.batch(function* () {
      yield* put({ ...NOBODY, body: WEIGHT })
      yield* take(NOBODY)
    })
  }
}
