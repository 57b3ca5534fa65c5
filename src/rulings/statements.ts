// The prepared statements behind rulings.

import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '../storage/database.ts'

export function rulingStatements(db: Database) {
  const { rulings: r, annotators: a } = db.tables
  const columns = {
    id: r.id,
    claimId: r.claimId,
    articleId: r.articleId,
    question: r.question,
    questionVersion: r.questionVersion,
    position: r.position,
    annotatorId: r.annotatorId,
    annotatorName: a.name,
    kind: a.kind,
    rationale: r.rationale,
    createdAt: r.createdAt,
    current: r.current,
    endedBecause: r.endedBecause,
    endedAt: r.endedAt,
    endedBy: r.endedBy,
    endedRationale: r.endedRationale,
  }
  return {
    one: db.query((q, slot) =>
      q
        .select(columns)
        .from(r)
        .innerJoin(a, eq(a.id, r.annotatorId))
        .where(eq(r.id, slot('id'))),
    ),
    standing: db.query((q, slot) =>
      q
        .select(columns)
        .from(r)
        .innerJoin(a, eq(a.id, r.annotatorId))
        .where(and(eq(r.claimId, slot('claimId')), eq(r.question, slot('question')), sql`current = 1`)),
    ),
    ofClaim: db.query((q, slot) =>
      q
        .select(columns)
        .from(r)
        .innerJoin(a, eq(a.id, r.annotatorId))
        .where(and(eq(r.claimId, slot('claimId')), gt(r.id, slot('after'))))
        .orderBy(asc(r.id))
        .limit(slot('limit')),
    ),
    end: db.command((q, slot) =>
      q
        .update(r)
        .set({
          current: 0,
          endedBecause: sql`${slot('because')}`,
          endedAt: sql`${slot('at')}`,
          endedBy: sql`${slot('by')}`,
          endedRationale: sql`${slot('rationale')}`,
        })
        .where(and(eq(r.id, slot('id')), sql`current = 1`)),
    ),
    insert: db.command((q, slot) =>
      q.insert(r).values({
        id: slot('id'),
        claimId: slot('claimId'),
        articleId: slot('articleId'),
        question: slot('question'),
        questionVersion: slot('questionVersion'),
        position: slot('position'),
        annotatorId: slot('annotatorId'),
        rationale: slot('rationale'),
        createdAt: slot('createdAt'),
        current: 1,
      }),
    ),
  }
}
