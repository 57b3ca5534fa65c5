// The prepared statements behind the question store.

import { and, asc, eq, gt, ne, sql } from 'drizzle-orm'
import type { Database } from '../storage/database.ts'

export function questionStatements(db: Database) {
  const { questions: q, questionVersions: v } = db.tables
  const status = sql.placeholder('status')
  return {
    one: db.query((b, slot) =>
      b
        .select()
        .from(q)
        .where(eq(q.slug, slot('slug'))),
    ),
    open: db.query((b) => b.select().from(q).where(eq(q.status, 'open')).orderBy(asc(q.slug))),
    page: db.query((b, slot) =>
      b
        .select()
        .from(q)
        .where(and(gt(q.slug, slot('after')), sql`(${status} = '' or ${q.status} = ${status})`))
        .orderBy(asc(q.slug))
        .limit(slot('limit')),
    ),
    insert: db.command((b, slot) =>
      b.insert(q).values({
        slug: slot('slug'),
        text: slot('text'),
        guidelines: slot('guidelines'),
        version: slot('version'),
        status: slot('status'),
        positions: slot('positions'),
        settlePeople: slot('settlePeople'),
        settleShare: slot('settleShare'),
        tagsPerClaim: slot('tagsPerClaim'),
        blind: slot('blind'),
        createdAt: slot('createdAt'),
        updatedAt: slot('updatedAt'),
        revision: slot('revision'),
      }),
    ),
    update: db.command((b, slot) =>
      b
        .update(q)
        .set({
          text: sql`${slot('text')}`,
          guidelines: sql`${slot('guidelines')}`,
          version: sql`${slot('version')}`,
          status: sql`${slot('status')}`,
          positions: sql`${sql.param(sql.placeholder('positions'), q.positions)}`,
          settlePeople: sql`${slot('settlePeople')}`,
          settleShare: sql`${slot('settleShare')}`,
          tagsPerClaim: sql`${slot('tagsPerClaim')}`,
          blind: sql`${slot('blind')}`,
          updatedAt: sql`${slot('updatedAt')}`,
          revision: sql`${slot('revision')}`,
        })
        .where(eq(q.slug, slot('slug'))),
    ),
    insertVersion: db.command((b, slot) =>
      b.insert(v).values({
        slug: slot('slug'),
        version: slot('version'),
        text: slot('text'),
        guidelines: slot('guidelines'),
        positions: slot('positions'),
        createdAt: slot('at'),
      }),
    ),
    /** Wording is put better in the version that stands. */
    rewordVersion: db.command((b, slot) =>
      b
        .update(v)
        .set({
          text: sql`${slot('text')}`,
          guidelines: sql`${slot('guidelines')}`,
          positions: sql`${sql.param(sql.placeholder('positions'), v.positions)}`,
        })
        .where(and(eq(v.slug, slot('slug')), eq(v.version, slot('version')))),
    ),
    versions: db.query((b, slot) =>
      b
        .select()
        .from(v)
        .where(and(eq(v.slug, slot('slug')), gt(v.version, slot('after'))))
        .orderBy(asc(v.version))
        .limit(slot('limit')),
    ),
    ...retirement(db),
  }
}

/** Current tags and rulings on a position that the question no longer has. */
function retirement(db: Database) {
  const { tags: t, rulings: r } = db.tables
  return {
    tagsOn: db.query((b, slot) =>
      b
        .select({ id: t.id, claimId: t.claimId, articleId: t.articleId })
        .from(t)
        .where(
          and(
            eq(t.question, slot('question')),
            eq(t.position, slot('position')),
            sql`${t.current} = 1`,
            ne(t.annotatorId, slot('except')),
          ),
        ),
    ),
    rulingsOn: db.query((b, slot) =>
      b
        .select({ id: r.id, claimId: r.claimId, articleId: r.articleId })
        .from(r)
        .where(
          and(eq(r.question, slot('question')), eq(r.position, slot('position')), sql`${r.current} = 1`),
        ),
    ),
    retireTag: db.command((b, slot) =>
      b
        .update(t)
        .set({ current: 0 })
        .where(eq(t.id, slot('id'))),
    ),
    retireRuling: db.command((b, slot) =>
      b
        .update(r)
        .set({
          current: 0,
          endedBecause: 'position-gone',
          endedAt: sql`${slot('at')}`,
          endedBy: sql`${slot('by')}`,
        })
        .where(eq(r.id, slot('id'))),
    ),
  }
}
