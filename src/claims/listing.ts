// Pages of claims: one prepared statement for each combination of filters and order.

import { type AnyColumn, and, asc, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { endOf, startOf } from '../http/formats.ts'
import type { Key } from '../storage/cursor.ts'
import type { Builder, Database, Query, Slot, Values } from '../storage/database.ts'
import { search, searchValue } from '../storage/search.ts'
import { claimColumns } from './columns.ts'
import type { ClaimRow } from './present.ts'
import type { ClaimFilter } from './schema.ts'

/** The filters with the speaker's name resolved to ids. */
export type Filters = Omit<ClaimFilter, 'limit' | 'cursor' | 'offsetUnit' | 'speaker'> & {
  readonly speakers?: readonly string[]
}

const PUBLISHED = sql`coalesce("claims"."published_at", 0)`

export interface Listing {
  read(filters: Filters, after: Key | null, limit: number): Promise<ClaimRow[]>
  /** The cursor key of a row under this order. */
  keyOf(row: ClaimRow, filters: Filters): Key
}

export function claimListing(db: Database): Listing {
  const statements = new Map<string, Query<ClaimRow>>()
  return {
    read(filters, after, limit) {
      const { speakers = [], sort, ...rest } = filters
      const shape = [...Object.keys(rest).sort(), speakers.length, sort, after !== null].join()
      const query = statements.get(shape) ?? page(db, filters, after !== null)
      statements.set(shape, query)
      return query.read(valuesOf(filters, after, limit))
    },
    keyOf(row, { q, sort }) {
      if (q !== undefined) return [row.number]
      if (sort.endsWith('createdAt')) return [row.id]
      return [sort.endsWith('confidence') ? row.confidence : (row.publishedAt ?? 0), row.id]
    },
  }
}

/** What to hand to the slots of a statement with these filters. */
export function valuesOf(filters: Filters, after: Key | null, limit: number): Values {
  const { speakers = [], q, publishedFrom, publishedTo, ...rest } = filters
  return {
    ...rest,
    ...Object.fromEntries(speakers.map((id, i) => [`speaker${i}`, id])),
    q: q === undefined ? undefined : searchValue(q),
    from: publishedFrom === undefined ? undefined : startOf(publishedFrom),
    to: publishedTo === undefined ? undefined : endOf(publishedTo),
    after: after?.[0],
    afterId: after?.[1],
    limit: limit + 1,
  }
}

function page(db: Database, filters: Filters, hasCursor: boolean): Query<ClaimRow> {
  const { claims: c } = db.tables
  return db.query((q, slot) => {
    const found = filters.q === undefined ? null : search(db, 'claims')
    const { order } = ordering(db, filters, slot)
    const asked = conditions(db, filters, slot).filter((one) => one !== undefined)
    const { ids, first, driven } = candidates(db, q, filters, slot, asked.length > 0)
    const joined = found?.via ? ids.innerJoin(found.via.table, found.via.on) : ids
    // The page is cut first, on claims alone; only its rows are then joined with the rest.
    const cutBy = ordering(db, filters, slot, found?.number ?? first)
    const chosen = joined
      .where(and(driven, ...asked, found?.matches, hasCursor ? cutBy.beyond : undefined))
      .orderBy(...cutBy.order)
      .limit(slot('limit'))
    return q
      .select(claimColumns(db))
      .from(c)
      .where(inArray(c.id, chosen))
      .orderBy(...order) as unknown as PromiseLike<ClaimRow[]> & { prepare(): unknown }
  })
}

/**
 * Where the ids of a page come from. A speaker's or a position's claims are read from the index that has them in the
 * order of the page, instead of being sought among all claims, and the claims themselves only when more is asked of them;
 * CROSS JOIN holds SQLite to that.
 */
function candidates(db: Database, q: Builder, filters: Filters, slot: Slot, more: boolean) {
  const { claims: c, claimSpeakers: cs, claimPositions: cp } = db.tables
  const driver = driverOf(filters)
  if (driver === null) return { ids: idsOfClaims(db, q), first: c.id, driven: undefined }
  const first = driver === 'speaker' ? cs.claimId : cp.claimId
  const among = driver === 'speaker' ? eq(cs.speakerId, slot('speaker0')) : positionOf(db, filters, slot)
  const ids = q.select({ id: first }).from(driver === 'speaker' ? cs : cp)
  if (!more) return { ids: ids.$dynamic() as unknown as Ids, first, driven: among }
  return { ids: ids.crossJoin(c).$dynamic() as unknown as Ids, first, driven: and(among, eq(c.id, first)) }
}

type Ids = ReturnType<typeof idsOfClaims>
const idsOfClaims = (db: Database, q: Builder) =>
  q.select({ id: db.tables.claims.id }).from(db.tables.claims).$dynamic()

function driverOf({ q, sort, speakers, question, position }: Filters): 'speaker' | 'position' | null {
  if (q !== undefined || !sort.endsWith('createdAt')) return null
  if (speakers?.length === 1) return 'speaker'
  return question !== undefined && position !== undefined ? 'position' : null
}

/** `id` is the column that holds the claims' ids where the page is cut; with a search, their numbers. */
function ordering(
  db: Database,
  { q, sort }: Filters,
  slot: Slot,
  id: AnyColumn = db.tables.claims[q === undefined ? 'id' : 'number'],
): { order: SQL[]; beyond: SQL } {
  const { claims: c } = db.tables
  if (q !== undefined) return { order: [asc(id)], beyond: sql`${id} > ${slot('after')}` }
  const down = sort.startsWith('-')
  const way = down ? desc : asc
  const than = sql.raw(down ? '<' : '>')
  if (sort.endsWith('createdAt')) return { order: [way(id)], beyond: sql`${id} ${than} ${slot('after')}` }
  const value = sort.endsWith('confidence') ? sql`${c.confidence}` : PUBLISHED
  return {
    order: [way(value), way(c.id)],
    beyond: sql`(${value}, ${c.id}) ${than} (${slot('after')}, ${slot('afterId')})`,
  }
}

/** Whether a claim is among those asked for, as one expression over `claims`: for statements of other shapes. */
export function isChosen(db: Database, filters: Filters, slot: Slot): SQL {
  // In this order no filter expects to be joined rather than asked.
  const all = conditions(db, { ...filters, sort: 'publishedAt' }, slot)
  const found = filters.q === undefined ? null : search(db, 'claims')
  const { claims: c } = db.tables
  const matches = found?.via
    ? sql`${c.number} in (select rowid from ${found.via.table} where ${found.matches})`
    : found?.matches
  return and(...all, matches) ?? sql`true`
}

function conditions(db: Database, filters: Filters, slot: Slot): (SQL | undefined)[] {
  const { claims: c, claimSpeakers: cs } = db.tables
  const driver = driverOf(filters)
  const speakers = filters.speakers?.map((_, i) => slot(`speaker${i}`))
  return [
    filters.article === undefined ? undefined : eq(c.articleId, slot('article')),
    filters.type === undefined ? undefined : eq(c.type, slot('type')),
    filters.polarity === undefined ? undefined : eq(c.polarity, slot('polarity')),
    filters.status === undefined ? undefined : eq(c.status, slot('status')),
    filters.publisher === undefined ? undefined : eq(c.publisher, slot('publisher')),
    filters.publishedFrom === undefined ? undefined : sql`${PUBLISHED} >= ${slot('from')}`,
    filters.publishedTo === undefined
      ? undefined
      : and(lt(PUBLISHED, slot('to')), sql`${c.publishedAt} is not null`),
    driver !== 'speaker' && speakers
      ? sql`${c.id} in (select ${cs.claimId} from ${cs} where ${cs.speakerId} in (${sql.join(speakers, sql`, `)}))`
      : undefined,
    filters.affiliation === undefined ? undefined : spokenFor(db, slot),
    driver === 'position' ? undefined : placed(db, filters, slot),
    filters.anotherLook === undefined ? undefined : outdated(db, filters, slot),
  ]
}

/** Whether somebody who speaks for the body said it; a body that speaks for no other speaks for itself. */
function spokenFor(db: Database, slot: Slot): SQL {
  const { claims: c, claimSpeakers: cs, affiliations: af } = db.tables
  const body = slot('affiliation')
  const members = sql`select ${af.speakerId} from ${af} where ${af.organizationId} = ${body}`
  const isItself = sql`${cs.speakerId} = ${body} and not exists (select 1 from ${af} where ${af.speakerId} = ${body})`
  return sql`${c.id} in (select ${cs.claimId} from ${cs} where ${cs.speakerId} in (${members}) or (${isItself}))`
}

/** Whether the claim has the position, the basis, or any place on the question. */
function placed(db: Database, filters: Filters, slot: Slot): SQL | undefined {
  const { question, position, basis } = filters
  if (question === undefined && position === undefined && basis === undefined) return undefined
  const { claims: c, claimPositions: cp } = db.tables
  return sql`exists (select 1 from ${cp} where ${cp.claimId} = ${c.id} and ${positionOf(db, filters, slot)})`
}

function positionOf(db: Database, { question, position, basis }: Filters, slot: Slot): SQL | undefined {
  const { claimPositions: cp } = db.tables
  return and(
    question === undefined ? undefined : eq(cp.question, slot('question')),
    position === undefined ? undefined : eq(cp.position, slot('position')),
    basis === undefined ? undefined : eq(cp.basis, slot('basis')),
  )
}

/** Placed by people, or ruled on, under an earlier version only. Sought by the index on versions: they are few. */
function outdated(db: Database, { question }: Filters, slot: Slot): SQL {
  const { claims: c, claimPositions: cp, questions: qu } = db.tables
  const such = question === undefined ? sql`true` : eq(qu.slug, slot('question'))
  return sql`${c.id} in (select ${cp.claimId} from ${qu} join ${cp} on ${cp.question} = ${qu.slug} where ${cp.basis} in ('people', 'ruling') and ${cp.version} < ${qu.version} and ${such}) and ${c.status} <> 'rejected'`
}
