// The prepared statements behind tags.

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
    annotatorVersion: t.annotatorVersion,
    kind: t.kind,
    confidence: t.confidence,
    rationale: t.rationale,
    createdAt: t.createdAt,
    current: t.current,
  }
}

/** What a tag or ruling is put on. */
export function targetStatements(db: Database) {
  const { claims: c, questions: qu } = db.tables
  return {
    claim: db.query((q, slot) =>
      q
        .select({ status: c.status, articleId: c.articleId })
        .from(c)
        .where(eq(c.id, slot('claimId'))),
    ),
    question: db.query((q, slot) =>
      q
        .select({ slug: qu.slug, version: qu.version, status: qu.status, positions: qu.positions })
        .from(qu)
        .where(eq(qu.slug, slot('question'))),
    ),
  }
}

export function tagStatements(db: Database) {
  const { tags: t, annotators: a, articles, claims: c } = db.tables
  return {
    article: db.query((q, slot) =>
      q
        .select({ text: articles.text })
        .from(articles)
        .where(eq(articles.id, slot('articleId'))),
    ),
    claimsOfArticle: db.query((q, slot) =>
      q
        .select({ id: c.id, quote: c.quote, content: c.content, prefix: c.prefix, suffix: c.suffix })
        .from(c)
        .where(eq(c.articleId, slot('articleId')))
        .orderBy(asc(c.ordinal)),
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
        .select({ ...tagColumns(db), articleId: t.articleId })
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
        articleId: slot('articleId'),
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
