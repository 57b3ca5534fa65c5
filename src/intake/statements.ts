// The prepared statements behind the intake.

import { and, asc, desc, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import { ENGINE_ID } from '../annotators/people.ts'
import type { Database } from '../storage/database.ts'

export function placingStatements(db: Database) {
  const { articles: a, claims: c, claimPositions: cp, questions: qu, tags: t } = db.tables
  const question = {
    slug: qu.slug,
    text: qu.text,
    guidelines: qu.guidelines,
    version: qu.version,
    status: qu.status,
    positions: qu.positions,
    placed: qu.placed,
  }
  return {
    open: db.query((q) => q.select(question).from(qu).where(eq(qu.status, 'open')).orderBy(asc(qu.slug))),
    question: db.query((q, slot) =>
      q
        .select(question)
        .from(qu)
        .where(eq(qu.slug, slot('slug'))),
    ),
    article: db.query((q, slot) =>
      q
        .select({ title: a.title, text: a.text })
        .from(a)
        .where(eq(a.id, slot('id'))),
    ),
    articlesAfter: db.query((q, slot) =>
      q
        .select({ id: a.id })
        .from(a)
        .where(gt(a.id, slot('after')))
        .orderBy(asc(a.id))
        .limit(slot('limit')),
    ),
    claimCount: db.query((q) => q.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(c)),
    machineTags: db.query((q, slot) =>
      q
        .select({
          claimId: t.claimId,
          position: t.position,
          confidence: t.confidence,
          questionVersion: t.questionVersion,
        })
        .from(c)
        .innerJoin(t, eq(t.claimId, c.id))
        .where(
          and(
            eq(c.articleId, slot('articleId')),
            eq(t.question, slot('slug')),
            eq(t.annotatorId, slot('by')),
            sql`${t.current} = 1`,
          ),
        ),
    ),
    decided: db.query((q, slot) =>
      q
        .select({ claimId: cp.claimId })
        .from(c)
        .innerJoin(cp, eq(cp.claimId, c.id))
        .where(
          and(eq(c.articleId, slot('articleId')), eq(cp.question, slot('slug')), ne(cp.basis, 'machine')),
        ),
    ),
    setPlaced: db.command((q, slot) =>
      q
        .update(qu)
        .set({ placed: sql`${slot('placed')}` })
        .where(eq(qu.slug, slot('slug'))),
    ),
  }
}

/** Articles no longer than so many code units, the newest first. */
export function previewStatements(db: Database) {
  const { articles: a } = db.tables
  return {
    newest: db.query((q, slot) =>
      q
        .select({ id: a.id })
        .from(a)
        .where(sql`length(${a.text}) <= ${slot('long')}`)
        .orderBy(desc(a.id))
        .limit(slot('limit')),
    ),
    article: db.query((q, slot) =>
      q
        .select({ title: a.title, text: a.text })
        .from(a)
        .where(eq(a.id, slot('id'))),
    ),
  }
}

/** `most` of the newest decisions, and the articles they are in. */
export function lessonStatements(db: Database, most: number) {
  const { articles: a, claims: c, claimPositions: cp } = db.tables
  return {
    /** The newest are found in the index of what people placed, and only they are read. */
    decided: db.query((q, slot) => {
      const newest = q
        .select({ claimId: cp.claimId })
        .from(cp)
        .where(
          and(
            eq(cp.question, slot('question')),
            inArray(cp.basis, ['people', 'ruling']),
            sql`version is not null`,
          ),
        )
        .orderBy(desc(cp.claimId))
        .limit(most)
      return q
        .select({ claimId: cp.claimId, articleId: c.articleId, position: cp.position })
        .from(cp)
        .innerJoin(c, eq(c.id, cp.claimId))
        .where(and(eq(cp.question, slot('question')), inArray(cp.claimId, newest)))
        .orderBy(desc(cp.claimId))
    }),
    article: db.query((q, slot) =>
      q
        .select({ title: a.title, text: a.text })
        .from(a)
        .where(eq(a.id, slot('id'))),
    ),
  }
}

/** Claims of an article that somebody other than the engine has tagged or ruled on, whether it still stands or not. */
export function touchedStatement(db: Database) {
  const { claims: c, tags: t, rulings: r } = db.tables
  return db.query((q, slot) =>
    q
      .select({ id: c.id })
      .from(c)
      .where(
        and(
          eq(c.articleId, slot('articleId')),
          sql`(exists (select 1 from ${t} where ${t.claimId} = ${c.id} and ${ne(t.annotatorId, ENGINE_ID)}) or exists (select 1 from ${r} where ${r.claimId} = ${c.id}))`,
        ),
      ),
  )
}
