// The ways to find claims: for each the rows that hold their ids, and how many there are.

import { type SQL, sql } from 'drizzle-orm'
import type { Database, Query, Slot } from '../storage/database.ts'
import { search } from '../storage/search.ts'
import { type Counted, FEW, type Way } from './driving.ts'
import { type Filters, named, OWN, type Own, outdated, ownCheck, placed, spokesmen } from './filters.ts'

export const isOwn = (way: Way): way is Own => OWN.some((one) => one === way)

/** Whether this way gives claims in the order of the page. */
export function isOrdered(way: Way, { q, sort, speakers, question }: Filters): boolean {
  if (q !== undefined) return way === 'words'
  if (way === 'order') return true
  if (sort.endsWith('publishedAt')) return way === 'published'
  if (sort.endsWith('confidence')) return false
  if (way === 'speakers') return speakers?.length === 1
  if (way === 'affiliation') return true
  if (way === 'position') return question !== undefined
  return FEW.has(way)
}

/** Whether the index by which claims are found this way has what the other filters ask of the claim, and the order. */
export function isInIndex(way: Way, { sort, publisher, publishedFrom, publishedTo }: Filters): boolean {
  const dated = publishedFrom !== undefined || publishedTo !== undefined
  if (way === 'order') return !sort.endsWith('confidence') || !dated
  if (way === 'published') return sort.endsWith('publishedAt')
  return (
    FEW.has(way) && sort.endsWith('createdAt') && !dated && (publisher === undefined || way === 'publisher')
  )
}

/** The ids of all claims found this way, each once where that is asked for, in a column `id`. */
export function idsBy(db: Database, way: Way, filters: Filters, slot: Slot, unique = true): SQL {
  const { claimSpeakers: cs, claimPositions: cp, claims: c } = db.tables
  if (isOwn(way)) return sql`select ${c.id} as id from ${c} where ${ownCheck(db, filters, slot, way, false)}`
  if (way === 'anotherLook')
    return sql`select distinct claim_id as id from (${outdated(db, filters, slot)}) as outdated`
  if (way === 'speakers' || way === 'affiliation') {
    const { speakers = [] } = filters
    const who = way === 'speakers' ? named(speakers, slot) : spokesmen(db, slot)
    const once = !unique || (way === 'speakers' && speakers.length === 1) ? sql`` : sql.raw('distinct')
    return sql`select ${once} ${cs.claimId} as id from ${cs} where ${cs.speakerId} in (${who})`
  }
  const once = unique && filters.question === undefined ? sql.raw('distinct') : sql``
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

/** Where claims are found in the order of the page for each of several speakers, and then merged: those speakers' ids. */
export const spokesmenIn = (db: Database, way: Way, filters: Filters, slot: Slot): SQL | null =>
  db.dialect === 'sqlite' && way === 'affiliation' && isOrdered(way, filters) ? spokesmen(db, slot) : null

/** How many rows it takes to find claims this way, some of them perhaps twice; counting stops at `most`. */
export function counting(db: Database, way: Way, filters: Filters, most: number): Query<Counted> {
  return db.query((q, slot) =>
    q
      .select({
        n: sql<number>`count(*)`,
        first: sql<number | null>`min(number)`,
        last: sql<number | null>`max(number)`,
      })
      .from(sql`(${numbersBy(db, way, filters, slot)} limit ${sql.raw(String(most))}) as counted`),
  ) as unknown as Query<Counted>
}

/** Their numbers, where the index has them in their order: that of words, and those of few values by the ids behind them. */
function numbersBy(db: Database, way: Way, filters: Filters, slot: Slot): SQL {
  const { claims: c } = db.tables
  const found = way === 'words' ? search(db, 'claims') : null
  if (found?.via) return sql`select ${found.number} as number from ${found.via.table} where ${found.matches}`
  if (isOwn(way) && FEW.has(way))
    return sql`select ${c.number} as number from ${c} where ${ownCheck(db, filters, slot, way, false)}`
  return sql`select null as number from (${idsBy(db, way, filters, slot, false)}) as found`
}

/** How many speakers claims are found by, for ways that go through several. */
export function speaking(db: Database): Query<{ n: number }> {
  return db.query((q, slot) =>
    q.select({ n: sql<number>`count(*)` }).from(sql`(${spokesmen(db, slot)}) as who`),
  ) as unknown as Query<{ n: number }>
}
