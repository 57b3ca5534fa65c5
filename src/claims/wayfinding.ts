// Chooses how claims are found, by counting as far as it matters what each filter finds.

import { sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import type { Database, Query, Values } from '../storage/database.ts'
import { type Counted, cheapest, estimated, FEW, isOpen, type Sized, type Way } from './driving.ts'
import { type Filters, waysOf } from './filters.ts'
import { counting, isInIndex, isOrdered, speaking } from './finding.ts'

/** Claims counted at most: whoever finds more is a way only where it finds them in the order of the page. */
const MOST = 10_000
/** Where it can be told from these how many there are. */
const MOST_TO_TELL = 2000
/** Where all claims are wanted, and finding them is dear. */
const MOST_OF_ALL = 200_000
/** What was counted is kept so long, in milliseconds: an old number makes an answer slower at worst. */
const KEPT = 60_000
const MOST_KEPT = 5000

/** Claims to look at for a page from which on others would notice: some thirty milliseconds. */
const MANY_LOOKS = 20_000
/** And to count, which takes longer for each. */
const MANY_COUNTED = 1000

/** How claims are found, and whether so many are gone through that it takes a while. */
export interface Found {
  readonly way: Way
  readonly isMuch: boolean
}

type Choice = (filters: Filters, values: Values) => Promise<Found>

const quickly = (way: Way): Found => ({ way, isMuch: false })

/** For a page; on PostgreSQL, which finds ways itself, none but the plain ones. */
export function wayfinding(db: Database): Choice {
  const { total, sized } = sizes(db, mostOf)
  return async (filters, values) => {
    const ways = waysOf(filters)
    const [first, another] = ways
    if (first === undefined) return quickly('order')
    if (db.dialect === 'postgres') return quickly(plainest(ways, filters))
    if (
      first === 'article' ||
      (another === undefined && first !== 'affiliation' && isOrdered(first, filters))
    )
      return quickly(first)
    const n = await total()
    const all: Sized[] = []
    for (const way of ways) all.push(await sized(way, filters, values))
    if (filters.q === undefined)
      all.push({ way: 'order', n, stopped: false, ordered: true, inIndex: isInIndex('order', filters) })
    const { way, cost } = cheapest(all, n, Number(values.limit))
    return { way, isMuch: cost > MANY_LOOKS }
  }
}

/** The filter that finds the fewest, or `order` where none finds few. */
export function fewest(db: Database): Choice {
  const { total, sized } = sizes(db, (way) => (canTell(way) ? MOST_TO_TELL : MOST_OF_ALL))
  return async (filters, values) => {
    if (db.dialect === 'postgres') return { way: 'order', isMuch: true }
    const all = await total()
    let best: { way: Way; n: number } = { way: 'order', n: all / 2 }
    for (const way of waysOf(filters)) {
      if (way === 'question') continue
      const { n, stopped } = await sized(way, filters, values)
      if (!stopped && n < best.n) best = { way, n }
    }
    return { way: best.way, isMuch: (best.way === 'order' ? all : best.n) > MANY_COUNTED }
  }
}

function sizes(db: Database, most: (way: Way) => number) {
  const counts = new Map<string, Query<Counted>>()
  const known = new LRUCache<string, number>({ max: MOST_KEPT, ttl: KEPT })
  const { claims: c } = db.tables
  const spokesmen = speaking(db)
  const highest = db.query((q) => q.select({ n: sql<number>`coalesce(max(${c.number}), 0)` }).from(c))
  const total = async () => Number((await highest.read())[0]?.n ?? 0)
  async function through({ affiliation }: Filters, values: Values): Promise<number> {
    const key = JSON.stringify(['spokesmen', affiliation])
    const n = known.get(key) ?? Number((await spokesmen.read(values))[0]?.n ?? 0)
    known.set(key, n)
    return n
  }

  return {
    /** Claims in all, about: their numbers have gaps. */
    total,
    async sized(way: Way, filters: Filters, values: Values): Promise<Sized> {
      const alone = onlyBy(way, filters)
      const key = JSON.stringify([way, alone])
      let n = known.get(key)
      if (n === undefined) {
        const asked = Object.keys(alone).filter((name) => alone[name as keyof Filters] !== undefined)
        const shape = [way, ...asked, alone.speakers?.length, alone.basis].join()
        const query = counts.get(shape) ?? counting(db, way, alone, most(way))
        counts.set(shape, query)
        const [counted] = await query.read(values)
        n = counted ? estimated(counted, most(way), await total()) : 0
        known.set(key, n)
      }
      const stopped = isOpen(n, most(way))
      const size = { way, n, stopped, ordered: isOrdered(way, filters), inIndex: isInIndex(way, filters) }
      return way === 'affiliation' ? { ...size, speakers: await through(filters, values) } : size
    },
  }
}

/** Whether they come in the order of their numbers, so that the first of them tell how many there are. */
const canTell = (way: Way) => way === 'words' || FEW.has(way)

const mostOf = (way: Way): number => (canTell(way) ? MOST_TO_TELL : MOST)

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
