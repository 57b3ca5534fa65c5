// The prepared statements behind the intake.

import { and, asc, desc, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import { ENGINE_ID } from '../annotators/people.ts'
import type { Database } from '../storage/database.ts'

/** Of the lessons on a question only those count that the same engine has learnt. */
/** What the engine reads of an article, beside its claims. */
const articleStatement = (db: Database) =>
  db.query((q, slot) => {
    const { articles: a } = db.tables
    return q
      .select({ title: a.title, text: a.text })
      .from(a)
      .where(eq(a.id, slot('id')))
  })

export function placingStatements(db: Database, engineVersion: string) {
  const {
    annotators: an,
    articles: a,
    claims: c,
    claimPositions: cp,
    lessons: l,
    questions: qu,
    tags: t,
  } = db.tables
  const learnt = and(eq(l.question, qu.slug), eq(l.engineVersion, engineVersion))
  const question = {
    slug: qu.slug,
    text: qu.text,
    guidelines: qu.guidelines,
    version: qu.version,
    status: qu.status,
    positions: qu.positions,
    placed: qu.placed,
    mark: l.mark,
  }
  return {
    open: db.query((q) =>
      q.select(question).from(qu).leftJoin(l, learnt).where(eq(qu.status, 'open')).orderBy(asc(qu.slug)),
    ),
    question: db.query((q, slot) =>
      q
        .select(question)
        .from(qu)
        .leftJoin(l, learnt)
        .where(eq(qu.slug, slot('slug'))),
    ),
    engine: db.query((q) => q.select({ version: an.version }).from(an).where(eq(an.id, ENGINE_ID))),
    article: articleStatement(db),
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
    /** Where nothing has come up since the pass began. */
    finish: db.command((q, slot) =>
      q
        .update(qu)
        .set({ placed: sql`${slot('placed')}` })
        .where(and(eq(qu.slug, slot('slug')), eq(qu.placed, slot('pass')))),
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
    article: articleStatement(db),
  }
}

/** `most` of the newest decisions, the articles they are in, and what was learnt from them. */
export function lessonStatements(db: Database, most: number) {
  const { claims: c, claimPositions: cp, lessons: l } = db.tables
  return {
    lessons: db.query((q, slot) =>
      q
        .select()
        .from(l)
        .where(eq(l.question, slot('question'))),
    ),
    keep: db.command((q, slot) =>
      q
        .insert(l)
        .values({
          question: slot('question'),
          mark: slot('mark'),
          lessons: slot('lessons'),
          learntFrom: slot('learntFrom'),
          engineVersion: slot('engineVersion'),
          restUntil: slot('restUntil'),
        })
        .onConflictDoUpdate({
          target: l.question,
          set: {
            mark: sql`excluded.mark`,
            lessons: sql`excluded.lessons`,
            learntFrom: sql`excluded.learnt_from`,
            engineVersion: sql`excluded.engine_version`,
            restUntil: sql`excluded.rest_until`,
          },
        }),
    ),
    rest: db.command((q, slot) =>
      q
        .update(l)
        .set({ restUntil: sql`${slot('until')}` })
        .where(eq(l.question, slot('question'))),
    ),
    forget: db.command((q, slot) => q.delete(l).where(eq(l.question, slot('question')))),
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
        .select({
          claimId: cp.claimId,
          articleId: c.articleId,
          position: cp.position,
          revision: c.revision,
        })
        .from(cp)
        .innerJoin(c, eq(c.id, cp.claimId))
        .where(and(eq(cp.question, slot('question')), inArray(cp.claimId, newest)))
        .orderBy(desc(cp.claimId))
    }),
    article: articleStatement(db),
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
