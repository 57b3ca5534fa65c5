// The prepared statements behind tags and rulings.

import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '../storage/database.ts'

export function tagColumns(db: Database) {
  const { tags: t, annotators: a } = db.tables
  return {
    id: t.id,
    claimId: t.claimId,
    question: t.question,
    questionVersion: t.questionVersion,
    position: t.position,
    annotatorId: t.annotatorId,
    annotatorName: a.name,
    kind: t.kind,
    confidence: t.confidence,
    rationale: t.rationale,
    createdAt: t.createdAt,
    current: t.current,
  }
}

export function tagStatements(db: Database) {
  const { tags: t, annotators: a, claims: c, questions: qu } = db.tables
  return {
    claim: db.query((q, slot) =>
      q
        .select({ status: c.status })
        .from(c)
        .where(eq(c.id, slot('claimId'))),
    ),
    question: db.query((q, slot) =>
      q
        .select({ slug: qu.slug, version: qu.version, status: qu.status, positions: qu.positions })
        .from(qu)
        .where(eq(qu.slug, slot('question'))),
    ),
    standing: db.query((q, slot) =>
      q
        .select({ id: t.id })
        .from(t)
        .where(
          and(
            eq(t.claimId, slot('claimId')),
            eq(t.question, slot('question')),
            eq(t.annotatorId, slot('annotatorId')),
            sql`current = 1`,
          ),
        ),
    ),
    one: db.query((q, slot) =>
      q
        .select(tagColumns(db))
        .from(t)
        .innerJoin(a, eq(a.id, t.annotatorId))
        .where(eq(t.id, slot('id'))),
    ),
    ofClaim: db.query((q, slot) =>
      q
        .select(tagColumns(db))
        .from(t)
        .innerJoin(a, eq(a.id, t.annotatorId))
        .where(and(eq(t.claimId, slot('claimId')), gt(t.id, slot('after'))))
        .orderBy(asc(t.id))
        .limit(slot('limit')),
    ),
    retire: db.command((q, slot) =>
      q
        .update(t)
        .set({ current: 0 })
        .where(and(eq(t.id, slot('id')), sql`current = 1`)),
    ),
    insert: db.command((q, slot) =>
      q.insert(t).values({
        id: slot('id'),
        claimId: slot('claimId'),
        question: slot('question'),
        questionVersion: slot('questionVersion'),
        position: slot('position'),
        annotatorId: slot('annotatorId'),
        kind: slot('kind'),
        annotatorVersion: slot('annotatorVersion'),
        confidence: slot('confidence'),
        rationale: slot('rationale'),
        wordsAlone: slot('wordsAlone'),
        createdAt: slot('createdAt'),
        current: 1,
      }),
    ),
  }
}

export function rulingStatements(db: Database) {
  const { rulings: r, annotators: a } = db.tables
  return {
    standing: db.query((q, slot) =>
      q
        .select({ id: r.id })
        .from(r)
        .where(and(eq(r.claimId, slot('claimId')), eq(r.question, slot('question')), sql`current = 1`)),
    ),
    ofClaim: db.query((q, slot) =>
      q
        .select({
          id: r.id,
          claimId: r.claimId,
          question: r.question,
          questionVersion: r.questionVersion,
          position: r.position,
          annotatorId: r.annotatorId,
          annotatorName: a.name,
          kind: a.kind,
          rationale: r.rationale,
          createdAt: r.createdAt,
          current: r.current,
        })
        .from(r)
        .innerJoin(a, eq(a.id, r.annotatorId))
        .where(and(eq(r.claimId, slot('claimId')), gt(r.id, slot('after'))))
        .orderBy(asc(r.id))
        .limit(slot('limit')),
    ),
    retire: db.command((q, slot) =>
      q
        .update(r)
        .set({ current: 0 })
        .where(eq(r.id, slot('id'))),
    ),
    insert: db.command((q, slot) =>
      q.insert(r).values({
        id: slot('id'),
        claimId: slot('claimId'),
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
