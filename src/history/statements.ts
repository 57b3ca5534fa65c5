// The prepared statements by which the ledger is read and its past put together again.

import { and, asc, eq, getTableColumns, gt, lte, ne, sql } from 'drizzle-orm'
import type { Database } from '../storage/database.ts'

export function ledgerStatements(db: Database) {
  const { changes: c } = db.tables
  return {
    /** Keys are left out: no answer shows them. */
    page: db.query((q, slot) =>
      q
        .select()
        .from(c)
        .where(and(gt(c.seq, slot('after')), lte(c.seq, slot('upTo')), ne(c.entity, 'key')))
        .orderBy(asc(c.seq))
        .limit(slot('limit')),
    ),
    timeOf: db.query((q, slot) =>
      q
        .select({ at: c.at })
        .from(c)
        .where(eq(c.seq, slot('seq'))),
    ),
  }
}

export function deletionStatement(db: Database) {
  const { changes } = db.tables
  return db.command((q, slot) =>
    q.insert(changes).values({
      seq: slot('seq'),
      at: slot('at'),
      annotatorId: slot('annotatorId'),
      entity: slot('entity'),
      entityId: slot('entityId'),
      action: slot('action'),
      before: null,
      after: null,
    }),
  )
}

/** Where a claim stands, and whether one stands there. */
export function placeStatements(db: Database) {
  const { claims: c } = db.tables
  return {
    of: db.query((q, slot) =>
      q
        .select({ articleId: c.articleId, ordinal: c.ordinal })
        .from(c)
        .where(eq(c.id, slot('id'))),
    ),
    taken: db.query((q, slot) =>
      q
        .select({ id: c.id })
        .from(c)
        .where(and(eq(c.articleId, slot('articleId')), eq(c.ordinal, slot('ordinal')))),
    ),
  }
}

export function dropVersionsStatement(db: Database) {
  const { questionVersions: v } = db.tables
  return db.command((q, slot) => q.delete(v).where(eq(v.slug, slot('slug'))))
}

/** Tags and rulings whole, whether they stand or not. */
export function wholeStatements(db: Database) {
  const { tags, rulings } = db.tables
  const whole = (table: typeof tags | typeof rulings) => {
    const columns = Object.keys(getTableColumns(table))
    return db.command((q, slot) =>
      q.insert(table).values(Object.fromEntries(columns.map((name) => [name, slot(name)])) as never),
    )
  }
  return { tag: whole(tags), ruling: whole(rulings) }
}

/** Claims in order, and the questions on which somebody has placed one. */
export function placedStatements(db: Database) {
  const { claims: c, tags: t, rulings: r } = db.tables
  return {
    claims: db.query((q, slot) =>
      q
        .select({ id: c.id, articleId: c.articleId })
        .from(c)
        .where(gt(c.id, slot('after')))
        .orderBy(asc(c.id))
        .limit(slot('limit')),
    ),
    tagged: db.query((q, slot) =>
      q
        .selectDistinct({ question: t.question })
        .from(t)
        .where(and(eq(t.claimId, slot('claimId')), sql`current = 1`)),
    ),
    ruled: db.query((q, slot) =>
      q
        .selectDistinct({ question: r.question })
        .from(r)
        .where(and(eq(r.claimId, slot('claimId')), sql`current = 1`)),
    ),
  }
}
