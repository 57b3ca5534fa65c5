// The filters of a list of claims, as checks of one claim.

import { and, eq, type SQL, sql } from 'drizzle-orm'
import { endOf, startOf } from '../http/formats.ts'
import type { Key } from '../storage/cursor.ts'
import type { Database, Slot, Values } from '../storage/database.ts'
import { search, searchValue } from '../storage/search.ts'
import type { Way } from './driving.ts'
import type { ClaimFilter } from './schema.ts'

/** The filters with the speaker's name resolved to ids. */
export type Filters = Omit<ClaimFilter, 'limit' | 'cursor' | 'offsetUnit' | 'speaker'> & {
  readonly speakers?: readonly string[]
}

export const PUBLISHED = sql`coalesce("claims"."published_at", 0)`

/** Filters on columns of the claim itself, each served by an index of that name. */
export const OWN = ['article', 'type', 'polarity', 'status', 'publisher', 'published'] as const

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

/** The ways by which claims under these filters can be found. */
export function waysOf(filters: Filters): Way[] {
  const { speakers, affiliation, question, position, basis, anotherLook, q } = filters
  return [
    ...ownWays(filters),
    ...(speakers ? (['speakers'] as const) : []),
    ...(affiliation === undefined ? [] : (['affiliation'] as const)),
    ...(position === undefined ? [] : (['position'] as const)),
    ...(basis === undefined ? [] : (['basis'] as const)),
    ...(question !== undefined && position === undefined && basis === undefined
      ? (['question'] as const)
      : []),
    ...(anotherLook === undefined ? [] : (['anotherLook'] as const)),
    ...(q === undefined ? [] : (['words'] as const)),
  ]
}

export const ownWays = (filters: Filters): Own[] =>
  OWN.filter((way) =>
    way === 'published'
      ? filters.publishedFrom !== undefined || filters.publishedTo !== undefined
      : filters[way] !== undefined,
  )

export type Own = (typeof OWN)[number]

/** A filter on a column of the claim itself. One set `aside` is not what SQLite is to seek claims by: a plus says so. */
export function ownCheck(db: Database, filters: Filters, slot: Slot, way: Own, aside: boolean): SQL {
  const { claims: c } = db.tables
  const plus = db.dialect === 'sqlite' && aside ? sql.raw('+') : sql``
  if (way === 'article') return sql`${plus}${c.articleId} = ${slot('article')}`
  if (way !== 'published') return sql`${plus}${c[way]} = ${slot(way)}`
  const { publishedFrom: from, publishedTo: to } = filters
  const since = from === undefined ? [] : [sql`${plus}${PUBLISHED} >= ${slot('from')}`]
  const until =
    to === undefined ? [] : [sql`${plus}${PUBLISHED} < ${slot('to')} and ${c.publishedAt} is not null`]
  return sql.join([...since, ...until], sql` and `)
}

/** What stands in other tables, asked of the claim of this id; `by` is left out, since that is how it was found. */
export function otherChecks(db: Database, filters: Filters, slot: Slot, id: SQL, by: Way): SQL[] {
  const { claimSpeakers: cs, claimPositions: cp, claims: c } = db.tables
  // The plus keeps SQLite from turning the question round and seeking claims by it.
  const same = db.dialect === 'sqlite' ? sql`+${id}` : id
  const speaks = (who: SQL) =>
    sql`exists (select 1 from ${cs} where ${cs.claimId} = ${same} and ${cs.speakerId} in (${who}))`
  const isPlaced = placedBy(by) ? undefined : placed(db, filters, slot)
  const checks: (SQL | undefined)[] = [
    filters.speakers && by !== 'speakers' ? speaks(named(filters.speakers, slot)) : undefined,
    filters.affiliation !== undefined && by !== 'affiliation' ? speaks(spokesmen(db, slot)) : undefined,
    isPlaced && sql`exists (select 1 from ${cp} where ${cp.claimId} = ${same} and ${isPlaced})`,
    filters.anotherLook === undefined ? undefined : sql`${c.status} <> 'rejected'`,
    filters.anotherLook !== undefined && by !== 'anotherLook'
      ? sql`exists (${outdated(db, filters, slot)} and ${cp.claimId} = ${same})`
      : undefined,
  ]
  return checks.filter((one) => one !== undefined)
}

export const placedBy = (way: Way) => way === 'position' || way === 'basis' || way === 'question'

export const named = (speakers: readonly string[], slot: Slot): SQL =>
  sql.join(
    speakers.map((_, i) => sql`${slot(`speaker${i}`)}`),
    sql`, `,
  )

/** Who speaks for the body; one that speaks for no other speaks for itself. */
export function spokesmen(db: Database, slot: Slot): SQL {
  const { affiliations: af, speakers: s } = db.tables
  const body = slot('affiliation')
  return sql`select ${af.speakerId} from ${af} where ${af.organizationId} = ${body} union all select ${s.id} from ${s} where ${s.id} = ${body} and not exists (select 1 from ${af} where ${af.speakerId} = ${body})`
}

/** On `claim_positions`: the question, the position and the basis, as far as they are asked for. */
export function placed(db: Database, { question, position, basis }: Filters, slot: Slot): SQL | undefined {
  const { claimPositions: cp } = db.tables
  return and(
    question === undefined ? undefined : eq(cp.question, slot('question')),
    position === undefined ? undefined : eq(cp.position, slot('position')),
    basis === undefined ? undefined : eq(cp.basis, slot('basis')),
  )
}

/** Ids of claims placed by people, or ruled on, under an earlier version only. Ends in its conditions. */
export function outdated(db: Database, { question }: Filters, slot: Slot): SQL {
  const { claimPositions: cp, questions: qu } = db.tables
  const such = question === undefined ? sql`true` : eq(qu.slug, slot('question'))
  return sql`select ${cp.claimId} from ${qu} join ${cp} on ${cp.question} = ${qu.slug} where ${cp.basis} in ('people', 'ruling') and ${cp.version} < ${qu.version} and ${such}`
}

/** Whether a claim is among those asked for, as one expression over `claims`: for statements of other shapes. */
export function isChosen(db: Database, filters: Filters, slot: Slot): SQL {
  const { claims: c } = db.tables
  const found = filters.q === undefined ? null : search(db, 'claims')
  const matches = found?.via
    ? sql`${c.number} in (select rowid from ${found.via.table} where ${found.matches})`
    : found?.matches
  const id = sql`${c.id}`
  return (
    and(
      ...ownWays(filters).map((way) => ownCheck(db, filters, slot, way, false)),
      ...otherChecks(db, filters, slot, id, 'order'),
      matches,
    ) ?? sql`true`
  )
}
