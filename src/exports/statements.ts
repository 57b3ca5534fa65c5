// The prepared statements behind a corpus. Each page goes on from the last key of the one before.

import { and, asc, eq, getTableColumns, gt, lte, notInArray, type SQL, sql } from 'drizzle-orm'
import { ENGINE_ID, SYSTEM_ID } from '../annotators/people.ts'
import { type Filters, isChosen } from '../claims/listing.ts'
import type { Builder, Database, Query, Slot } from '../storage/database.ts'
import { type ClaimCells, cellsOf } from './columns.ts'
import type { ArticleRow, Part } from './corpus.ts'

/** The claims asked for; null where all are. */
function choosing(db: Database, filters: Filters | null) {
  const { claims: c } = db.tables
  /** Opaque to the planner, which would otherwise walk all claims of a type for every few articles. */
  const condition = (slot: Slot): SQL =>
    filters === null ? sql`1 = 1` : sql`case when ${isChosen(db, filters, slot)} then 1 else 0 end = 1`
  const ids = (q: Builder, slot: Slot) => q.select({ id: c.id }).from(c).where(condition(slot))
  return { condition, ids }
}

export function corpusStatements(db: Database, filters: Filters | null) {
  return {
    ...peopleStatements(db, filters),
    ...countStatements(db, filters),
    ...rankStatements(db, filters),
  }
}

function peopleStatements(db: Database, filters: Filters | null) {
  const { annotators: a, questions: qu, questionVersions: v, speakers: s, affiliations: af } = db.tables
  const { articles, claims: c, tags: t, rulings: r, claimSpeakers: cs, speakerAliases: al } = db.tables
  const { ids } = choosing(db, filters)
  const speaking = (q: Builder, slot: Slot) =>
    q
      .select({ id: cs.speakerId })
      .from(cs)
      .where(sql`${cs.claimId} in ${ids(q, slot)}`)
  const oneOf = (q: Builder, slot: Slot) =>
    filters === null
      ? undefined
      : sql`(${s.id} in ${speaking(q, slot)} or ${s.id} in (select ${af.organizationId} from ${af} where ${af.speakerId} in ${speaking(q, slot)}))`
  return {
    annotators: db.query((q, slot) =>
      q
        .select()
        .from(a)
        .where(
          and(
            gt(a.id, slot('after')),
            notInArray(a.id, [ENGINE_ID, SYSTEM_ID]),
            sql`(${a.id} in (select ${c.createdBy} from ${c} where ${c.id} in ${ids(q, slot)})
              or ${a.id} in (select ${articles.createdBy} from ${articles} where ${filters === null ? sql`1 = 1` : sql`${articles.id} in (select ${c.articleId} from ${c} where ${c.id} in ${ids(q, slot)})`})
              or ${a.id} in (select ${t.annotatorId} from ${t} where ${t.claimId} in ${ids(q, slot)})
              or ${a.id} in (select ${r.annotatorId} from ${r} where ${r.claimId} in ${ids(q, slot)})
              or ${a.id} in (select ${r.endedBy} from ${r} where ${r.endedBy} is not null and ${r.claimId} in ${ids(q, slot)}))`,
          ),
        )
        .orderBy(asc(a.id))
        .limit(slot('limit')),
    ),
    questions: db.query((q, slot) =>
      q
        .select()
        .from(qu)
        .where(gt(qu.slug, slot('after')))
        .orderBy(asc(qu.slug))
        .limit(slot('limit')),
    ),
    versions: db.query((q, slot) =>
      q
        .select()
        .from(v)
        .where(eq(v.slug, slot('slug')))
        .orderBy(asc(v.version)),
    ),
    speakers: db.query((q, slot) =>
      q
        .select()
        .from(s)
        .where(and(gt(s.id, slot('after')), oneOf(q, slot)))
        .orderBy(asc(s.id))
        .limit(slot('limit')),
    ),
    aliases: db.query((q, slot) =>
      q
        .select({ speakerId: al.speakerId, alias: al.alias })
        .from(al)
        .where(and(gt(al.speakerId, slot('after')), lte(al.speakerId, slot('upTo'))))
        .orderBy(asc(al.speakerId), asc(al.folded)),
    ),
    affiliations: db.query((q, slot) =>
      q
        .select()
        .from(af)
        .where(
          and(
            sql`(${af.speakerId}, ${af.organizationId}) > (${slot('after')}, ${slot('afterId')})`,
            filters === null ? undefined : sql`${af.speakerId} in ${speaking(q, slot)}`,
          ),
        )
        .orderBy(asc(af.speakerId), asc(af.organizationId))
        .limit(slot('limit')),
    ),
  }
}

/** Articles and their claims, with those parts of them that are wanted. */
export function articleStatements(db: Database, filters: Filters | null, parts: readonly Part[]) {
  const { articles: ar, claims: c } = db.tables
  const { condition } = choosing(db, filters)
  const { text, ...known } = getTableColumns(ar)
  return {
    articles: db.query((q, slot) =>
      q
        .select(parts.includes('text') ? { ...known, text } : known)
        .from(ar)
        .where(
          and(
            gt(ar.id, slot('after')),
            filters === null
              ? undefined
              : sql`exists (select 1 from ${c} where ${c.articleId} = ${ar.id} and ${condition(slot)})`,
          ),
        )
        .orderBy(asc(ar.id))
        .limit(slot('limit')),
    ) as unknown as Query<ArticleRow>,
    claims: db.query((q, slot) =>
      q
        .select(cellsOf(db, parts))
        .from(c)
        .where(and(gt(c.articleId, slot('after')), lte(c.articleId, slot('upTo')), condition(slot)))
        .orderBy(asc(c.articleId), asc(c.ordinal)),
    ) as unknown as Query<ClaimCells>,
  }
}

function countStatements(db: Database, filters: Filters | null) {
  const { claims: c, tags: t, rulings: r } = db.tables
  const { condition } = choosing(db, filters)
  const n = sql<number>`count(*)`.mapWith(Number)
  return {
    claimCount: db.query((q, slot) =>
      q
        .select({ n })
        .from(c)
        .where(and(lte(c.articleId, slot('upTo')), condition(slot))),
    ),
    tagCount: db.query((q, slot) =>
      q
        .select({ n })
        .from(t)
        .innerJoin(c, eq(c.id, t.claimId))
        .where(and(sql`${t.current} = 1`, lte(c.articleId, slot('upTo')), condition(slot))),
    ),
    rulingCount: db.query((q, slot) =>
      q
        .select({ n })
        .from(r)
        .innerJoin(c, eq(c.id, r.claimId))
        .where(and(sql`${r.current} = 1`, lte(c.articleId, slot('upTo')), condition(slot))),
    ),
  }
}

/** Articles with a claim asked for, by their place among them. */
function rankStatements(db: Database, filters: Filters | null) {
  const { articles: ar, claims: c } = db.tables
  const { condition } = choosing(db, filters)
  const hasClaim = (slot: Slot) =>
    sql`exists (select 1 from ${c} where ${c.articleId} = ${ar.id} and ${condition(slot)})`
  return {
    articleCount: db.query((q, slot) =>
      q
        .select({ n: sql<number>`count(*)`.mapWith(Number) })
        .from(ar)
        .where(hasClaim(slot)),
    ),
    articleAt: db.query((q, slot) =>
      q
        .select({ id: ar.id })
        .from(ar)
        .where(hasClaim(slot))
        .orderBy(asc(ar.id))
        .limit(1)
        .offset(slot('offset')),
    ),
  }
}

/** Whether there are more claims than can be written here and now. */
export function sizeStatement(db: Database, few: number) {
  const { claims: c } = db.tables
  return db.query((q) => q.select({ id: c.id }).from(c).orderBy(asc(c.id)).limit(1).offset(few))
}
