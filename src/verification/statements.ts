// The prepared statements by which checks go through everything, a stretch of ids at a time.

import { and, asc, eq, gt, lte, sql } from 'drizzle-orm'
import type { Database } from '../storage/database.ts'

/** Claims in the order of their ids; what belongs to them is asked for by the same stretch of ids. */
export function claimwise(db: Database) {
  const { claims: c, tags: t, rulings: r, claimPositions: p, claimSpeakers: cs, evidence: e } = db.tables
  const { speakers: s, affiliations: af } = db.tables
  return {
    claims: db.query((q, slot) =>
      q
        .select({
          id: c.id,
          status: c.status,
          publisher: c.publisher,
          publishedMonth: c.publishedMonth,
          publishedAt: c.publishedAt,
          createdAt: c.createdAt,
        })
        .from(c)
        .where(gt(c.id, slot('after')))
        .orderBy(asc(c.id))
        .limit(slot('limit')),
    ),
    tags: db.query((q, slot) =>
      q
        .select()
        .from(t)
        .where(and(gt(t.claimId, slot('after')), lte(t.claimId, slot('upTo')), sql`current = 1`)),
    ),
    rulings: db.query((q, slot) =>
      q
        .select()
        .from(r)
        .where(and(gt(r.claimId, slot('after')), lte(r.claimId, slot('upTo')), sql`current = 1`)),
    ),
    positions: db.query((q, slot) =>
      q
        .select()
        .from(p)
        .where(and(gt(p.claimId, slot('after')), lte(p.claimId, slot('upTo')))),
    ),
    speakers: db.query((q, slot) =>
      q
        .select({ claimId: cs.claimId, id: s.id, kind: s.kind, organizationId: af.organizationId })
        .from(cs)
        .innerJoin(s, eq(s.id, cs.speakerId))
        .leftJoin(af, eq(af.speakerId, s.id))
        .where(and(gt(cs.claimId, slot('after')), lte(cs.claimId, slot('upTo')))),
    ),
    /** Of claims that are gone, which no foreign key forbids. */
    left: db.query((q) =>
      q
        .selectDistinct({ claimId: e.claimId })
        .from(e)
        .where(sql`not exists (select 1 from claims where claims.id = ${e.claimId})`),
    ),
    evidence: db.query((q, slot) =>
      q
        .select()
        .from(e)
        .where(and(gt(e.claimId, slot('after')), lte(e.claimId, slot('upTo')))),
    ),
  }
}

/** Articles in the order of their ids, and one with its text and claims. */
export function articlewise(db: Database) {
  const { articles: a, claims: c } = db.tables
  return {
    ids: db.query((q, slot) =>
      q
        .select({ id: a.id })
        .from(a)
        .where(gt(a.id, slot('after')))
        .orderBy(asc(a.id))
        .limit(slot('limit')),
    ),
    article: db.query((q, slot) =>
      q
        .select()
        .from(a)
        .where(eq(a.id, slot('id'))),
    ),
    claims: db.query((q, slot) =>
      q
        .select()
        .from(c)
        .where(eq(c.articleId, slot('id')))
        .orderBy(asc(c.ordinal), asc(c.id)),
    ),
  }
}

/** Speakers in the order of their ids, with their names. */
export function speakerwise(db: Database) {
  const { speakers: s, speakerAliases: al } = db.tables
  return {
    speakers: db.query((q, slot) =>
      q
        .select({ id: s.id, name: s.name, mergedInto: s.mergedInto })
        .from(s)
        .where(gt(s.id, slot('after')))
        .orderBy(asc(s.id))
        .limit(slot('limit')),
    ),
    aliases: db.query((q, slot) =>
      q
        .select()
        .from(al)
        .where(and(gt(al.speakerId, slot('after')), lte(al.speakerId, slot('upTo')))),
    ),
  }
}
