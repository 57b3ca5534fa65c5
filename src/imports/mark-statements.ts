// The prepared statements behind marks: which claim is meant, and what has been said of it before.

import { and, eq, ne, sql } from 'drizzle-orm'
import type { Database } from '../storage/database.ts'

export function markStatements(db: Database) {
  const { claims: c, tags: t, rulings: r, claimPositions: cp } = db.tables
  return {
    /** Claims whose content begins there, with their pieces: whether a claim is there already. */
    claimsAt: db.query((q, slot) =>
      q
        .select({ id: c.id, content: c.content, status: c.status })
        .from(c)
        .where(and(eq(c.articleId, slot('articleId')), eq(c.start, slot('start')))),
    ),
    /** What somebody has ever said of the claim, withdrawn or superseded or not. */
    tagsSaid: db.query((q, slot) =>
      q
        .select({ position: t.position, current: t.current })
        .from(t)
        .where(
          and(
            eq(t.claimId, slot('claimId')),
            eq(t.question, slot('question')),
            eq(t.annotatorId, slot('annotatorId')),
          ),
        ),
    ),
    rulingsSaid: db.query((q, slot) =>
      q
        .select({ position: r.position, current: r.current })
        .from(r)
        .where(and(eq(r.claimId, slot('claimId')), eq(r.question, slot('question')))),
    ),
    /** Whether people or a ruling have the claim stand there. */
    standsAt: db.query((q, slot) =>
      q
        .select({ position: cp.position })
        .from(cp)
        .where(
          and(
            eq(cp.claimId, slot('claimId')),
            eq(cp.question, slot('question')),
            eq(cp.position, slot('position')),
            ne(cp.basis, 'machine'),
          ),
        ),
    ),
    /** Whether anybody but the engine has tagged the claim or ruled on it. */
    saidByOthers: db.query((q, slot) =>
      q
        .select({ id: c.id })
        .from(c)
        .where(
          and(
            eq(c.id, slot('claimId')),
            sql`(exists (select 1 from ${t} where ${t.claimId} = ${c.id} and ${t.annotatorId} <> ${slot('engine')}) or exists (select 1 from ${r} where ${r.claimId} = ${c.id}))`,
          ),
        ),
    ),
  }
}
