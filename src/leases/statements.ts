// The prepared statements behind leases.

import { and, eq, gt, lt, sql } from 'drizzle-orm'
import type { Database } from '../storage/database.ts'
import { hashedBy } from '../storage/partitions.ts'

export function leaseStatements(db: Database) {
  const { leases: l, claimPositions: cp, questions: qu, tags: t } = db.tables
  return {
    one: db.query((q, slot) =>
      q
        .select()
        .from(l)
        .where(eq(l.id, slot('id'))),
    ),
    ofAnnotator: db.query((q, slot) =>
      q
        .select()
        .from(l)
        .where(and(eq(l.question, slot('question')), eq(l.annotatorId, slot('annotatorId')))),
    ),
    held: db.query((q, slot) =>
      q
        .select({ annotatorId: l.annotatorId, n: sql<number>`count(*)`.mapWith(Number) })
        .from(l)
        .where(and(eq(l.question, slot('question')), gt(l.expiresAt, slot('now'))))
        .groupBy(l.annotatorId),
    ),
    /** Where the claim stands, the version of the annotator's own tag on it, and others' leases that run. */
    standing: db.query((q, slot) =>
      q
        .select({
          articleId: cp.articleId,
          basis: cp.basis,
          version: cp.version,
          people: cp.people,
          confidence: cp.confidence,
          questionVersion: qu.version,
          tagsPerClaim: qu.tagsPerClaim,
          settlePeople: qu.settlePeople,
          settleShare: qu.settleShare,
          mine: sql<
            number | null
          >`(select ${t.questionVersion} from ${t} where ${t.claimId} = ${cp.claimId} and ${t.question} = ${cp.question} and ${t.annotatorId} = ${slot('annotatorId')} and ${t.current} = 1)`.as(
            'mine',
          ),
          leased:
            sql<number>`(select count(*) from ${l} where ${l.claimId} = ${cp.claimId} and ${l.question} = ${cp.question} and ${l.annotatorId} <> ${slot('annotatorId')} and ${l.expiresAt} > ${slot('now')})`.as(
              'leased',
            ),
        })
        .from(cp)
        .innerJoin(qu, eq(qu.slug, cp.question))
        .where(and(eq(cp.claimId, slot('claimId')), eq(cp.question, slot('question')))),
    ),
    keep: db.command((q, slot) =>
      q
        .insert(l)
        .values({
          id: slot('id'),
          claimId: slot('claimId'),
          articleId: slot('articleId'),
          question: slot('question'),
          annotatorId: slot('annotatorId'),
          expiresAt: slot('expiresAt'),
        })
        .onConflictDoUpdate({
          target: [l.claimId, l.question, l.annotatorId, ...hashedBy(db, l.articleId)],
          set: { id: sql`excluded.id`, expiresAt: sql`excluded.expires_at` },
        }),
    ),
    release: db.command((q, slot) =>
      q
        .delete(l)
        .where(
          and(
            eq(l.claimId, slot('claimId')),
            eq(l.question, slot('question')),
            eq(l.annotatorId, slot('annotatorId')),
          ),
        ),
    ),
    forget: db.command((q, slot) => q.delete(l).where(lt(l.expiresAt, slot('before')))),
  }
}
