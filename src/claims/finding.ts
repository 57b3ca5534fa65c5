// The ways to find claims: for each the rows that hold their ids, and how many there are.

import { type SQL, sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import type { Database, Query, Slot, Values } from '../storage/database.ts'
import { search } from '../storage/search.ts'
import { cheapest, FEW, type Sized, type Way } from './driving.ts'
import {
  type Filters,
  named,
  OWN,
  type Own,
  outdated,
  ownCheck,
  placed,
  spokesmen,
  waysOf,
} from './filters.ts'

/** Claims counted at most: whoever finds more is a way only where it finds them in the order of the page. */
const MOST = 10_000
/** Of what has few values, which are known again at once, more; of words, which cost more to count, fewer. */
const MOST_OF_FEW = 100_000
const MOST_WORDS = 2000
/** What was counted is kept so long, in milliseconds: an old number makes a page slower at worst. */
const KEPT = 60_000
const MOST_KEPT = 5000

export const isOwn = (way: Way): way is Own => OWN.some((one) => one === way)

/** Whether this way gives claims in the order of the page. */
export function isOrdered(way: Way, { q, sort, speakers, question }: Filters): boolean {
  if (q !== undefined) return way === 'words'
  if (way === 'order') return true
  if (sort.endsWith('publishedAt')) return way === 'published'
  if (sort.endsWith('confidence')) return false
  if (way === 'speakers') return speakers?.length === 1
  if (way === 'position') return question !== undefined
  return FEW.has(way)
}

/** The ids of all claims found this way, in a column `id`, for a way over other tables than the claims. */
export function idsBy(db: Database, way: Way, filters: Filters, slot: Slot): SQL {
  const { claimSpeakers: cs, claimPositions: cp } = db.tables
  if (way === 'anotherLook')
    return sql`select distinct claim_id as id from (${outdated(db, filters, slot)}) as outdated`
  if (way === 'speakers' || way === 'affiliation') {
    const { speakers = [] } = filters
    const who = way === 'speakers' ? named(speakers, slot) : spokesmen(db, slot)
    const once = way === 'speakers' && speakers.length === 1 ? sql`` : sql.raw('distinct')
    return sql`select ${once} ${cs.claimId} as id from ${cs} where ${cs.speakerId} in (${who})`
  }
  const once = filters.question === undefined ? sql.raw('distinct') : sql``
  return sql`select ${once} ${cp.claimId} as id from ${positionsBy(db, way, filters, slot)}`
}

/** The question is sought even where any will do, since every index of positions begins with it. */
function positionsBy(db: Database, way: Way, filters: Filters, slot: Slot): SQL {
  const { claimPositions: cp, questions: qu } = db.tables
  const [index, holds] =
    way !== 'basis'
      ? ['position', sql`true`]
      : filters.basis === 'machine'
        ? ['machine', sql`${cp.basis} = 'machine'`]
        : ['people', sql`${cp.version} is not null`]
  const by = db.dialect === 'sqlite' ? sql.raw(`indexed by claim_positions_${index}`) : sql``
  const any =
    filters.question === undefined ? sql`${cp.question} in (select ${qu.slug} from ${qu})` : sql`true`
  return sql`${cp} ${by} where ${any} and ${holds} and ${placed(db, filters, slot)}`
}

/** Chooses the way for a page; on PostgreSQL, which finds ways itself, none but the plain ones. */
export function wayfinding(db: Database) {
  const counts = new Map<string, Query<{ n: number }>>()
  const known = new LRUCache<string, number>({ max: MOST_KEPT, ttl: KEPT })
  const { claims: c } = db.tables
  const total = db.query((q) => q.select({ n: sql<number>`coalesce(max(${c.number}), 0)` }).from(c))

  async function sized(way: Way, filters: Filters, values: Values): Promise<Sized> {
    const ordered = isOrdered(way, filters)
    const alone = onlyBy(way, filters)
    const key = JSON.stringify([way, alone])
    const most = mostOf(way)
    let n = known.get(key)
    if (n === undefined) {
      const asked = Object.keys(alone).filter((name) => alone[name as keyof Filters] !== undefined)
      const shape = [way, ...asked, alone.speakers?.length, alone.basis].join()
      const query = counts.get(shape) ?? counting(db, way, alone, most)
      counts.set(shape, query)
      n = Number((await query.read(values))[0]?.n ?? 0)
      known.set(key, n)
    }
    return { way, n, stopped: n >= most, ordered }
  }

  return async (filters: Filters, values: Values): Promise<Way> => {
    const ways = waysOf(filters)
    const [first, another] = ways
    if (first === undefined) return 'order'
    if (db.dialect === 'postgres') return plainest(ways, filters)
    if (first === 'article' || (another === undefined && isOrdered(first, filters))) return first
    const [all] = await total.read()
    const n = Number(all?.n ?? 0)
    const sizes: Sized[] = []
    for (const way of ways) sizes.push(await sized(way, filters, values))
    if (filters.q === undefined) sizes.push({ way: 'order', n, stopped: false, ordered: true })
    return cheapest(sizes, n, Number(values.limit))
  }
}

function mostOf(way: Way): number {
  if (way === 'words') return MOST_WORDS
  return FEW.has(way) ? MOST_OF_FEW : MOST
}

const plainest = (ways: readonly Way[], filters: Filters): Way =>
  filters.q === undefined
    ? (ways.find((way) => (way === 'speakers' || way === 'position') && isOrdered(way, filters)) ?? 'order')
    : 'words'

/** Without the filters that this way does not find claims by. */
function onlyBy(way: Way, filters: Filters): Filters {
  const { sort, question, position, basis, speakers, affiliation, publishedFrom, publishedTo, q } = filters
  const of = (found: Partial<Filters>) => ({ sort, ...found }) as Filters
  if (way === 'published') return of({ publishedFrom, publishedTo })
  if (way === 'words') return of({ q })
  if (way === 'speakers') return of({ speakers: speakers ?? [] })
  if (way === 'affiliation') return of({ affiliation })
  if (way === 'position') return of({ question, position })
  if (way === 'basis') return of({ question, basis })
  if (way === 'question' || way === 'anotherLook') return of({ question })
  return way === 'order' ? of({}) : of({ [way]: filters[way] })
}

function counting(db: Database, way: Way, filters: Filters, most: number): Query<{ n: number }> {
  const { claims: c } = db.tables
  const limit = sql.raw(String(most))
  return db.query((q, slot) => {
    const found = way === 'words' ? search(db, 'claims') : null
    const rows = found?.via
      ? sql`select 1 from ${found.via.table} where ${found.matches}`
      : isOwn(way)
        ? sql`select 1 from ${c} where ${ownCheck(db, filters, slot, way, false)}`
        : sql`select 1 from (${idsBy(db, way, filters, slot)}) as found`
    return q.select({ n: sql<number>`count(*)` }).from(sql`(${rows} limit ${limit}) as counted`)
  }) as unknown as Query<{ n: number }>
}
