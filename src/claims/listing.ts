// Pages of claims: one prepared statement for each combination of filters and order, and for each way to find them.

import { and, asc, desc, inArray, type SQL, sql } from 'drizzle-orm'
import type { Key } from '../storage/cursor.ts'
import type { Builder, Database, Query, Slot } from '../storage/database.ts'
import { type Search, search } from '../storage/search.ts'
import type { ClaimText } from './claim-writer.ts'
import { claimTexts } from './columns.ts'
import type { Way } from './driving.ts'
import { type Filters, otherChecks, ownCheck, ownWays, PUBLISHED, valuesOf } from './filters.ts'
import { idsBy, isOrdered, isOwn, spokesmenIn } from './finding.ts'
import { wayfinding } from './wayfinding.ts'

export { type Filters, isChosen, valuesOf } from './filters.ts'

/** What a page is cut by; of a claim that is cut by its id, the id alone. */
export type Place = Pick<ClaimText, 'id' | 'number' | 'confidence' | 'publishedAt'>

export interface Listing {
  /** One more than `limit`, where there are more. */
  read(filters: Filters, after: Key | null, limit: number): Promise<ClaimText[]>
  /** The same claims in the same order, by their places alone. */
  places(filters: Filters, after: Key | null, limit: number): Promise<Place[]>
  /** The cursor key of a row under this order. */
  keyOf(row: Place, filters: Filters): Key
}

export function claimListing(db: Database, wayOf = wayfinding(db)): Listing {
  const { id, number, confidence, publishedAt } = db.tables.claims
  return {
    read: pages<ClaimText>(db, claimTexts(db), wayOf),
    places: pages<Place>(db, { id, number, confidence, publishedAt }, wayOf, true),
    keyOf(row, { q, sort }) {
      if (q !== undefined) return [row.number]
      if (sort.endsWith('createdAt')) return [row.id]
      return [sort.endsWith('confidence') ? row.confidence : (row.publishedAt ?? 0), row.id]
    },
  }
}

type Columns = Parameters<Builder['select']>[0] & object

/** One statement for each shape of what is asked. */
function pages<Row>(db: Database, columns: Columns, wayOf: ReturnType<typeof wayfinding>, idsWillDo = false) {
  const statements = new Map<string, Query<Row>>()
  return async (filters: Filters, after: Key | null, limit: number): Promise<Row[]> => {
    const { speakers = [], sort, ...rest } = filters
    const values = valuesOf(filters, after, limit)
    const { way, isMuch } = await wayOf(filters, values)
    const basis = way === 'basis' ? filters.basis : ''
    const shape = [way, basis, ...Object.keys(rest).sort(), speakers.length, sort, after !== null].join()
    const make = idsWillDo && isById(filters) ? idsAlone<Row> : page<Row>
    const query = statements.get(shape) ?? make(db, columns, way, filters, after !== null)
    statements.set(shape, query)
    return isMuch ? query.readApart(values) : query.read(values)
  }
}

const isById = ({ q, sort }: Filters) => q === undefined && sort.endsWith('createdAt')

/** In the order of ids nothing else is needed to cut by, and the claims themselves need not be looked at. */
function idsAlone<Row>(db: Database, _: Columns, way: Way, filters: Filters, hasCursor: boolean): Query<Row> {
  return db.query(
    (q, slot) =>
      q
        .select({ id: sql<string>`page.id` })
        .from(sql`(${cut(db, way, filters, slot, hasCursor)}) as page`)
        .orderBy((filters.sort.startsWith('-') ? desc : asc)(sql`page.id`)) as unknown as PromiseLike<
        Row[]
      > & {
        prepare(): unknown
      },
  ) as unknown as Query<Row>
}

function page<Row>(
  db: Database,
  columns: Columns,
  way: Way,
  filters: Filters,
  hasCursor: boolean,
): Query<Row> {
  const { claims: c } = db.tables
  return db.query((q, slot) => {
    const { order } = ordering(db, filters, slot)
    // The page is cut first, on as few tables as can be; only its rows are then joined with the rest.
    return q
      .select(columns)
      .from(c)
      .where(inArray(c.id, sql`(${cut(db, way, filters, slot, hasCursor)})`))
      .orderBy(...order) as unknown as PromiseLike<Row[]> & { prepare(): unknown }
  }) as unknown as Query<Row>
}

/**
 * The ids of a page. CROSS JOIN holds SQLite to the way: first what the claims are found by, then the claims themselves
 * where something is asked of them. The index of words, where they are not found by it, is asked last, of one after the
 * other in the order of the page, until it is full.
 */
function cut(db: Database, way: Way, filters: Filters, slot: Slot, hasCursor: boolean): SQL {
  const { claims: c } = db.tables
  const found = filters.q === undefined ? null : search(db, 'claims')
  const own = ownWays(filters).map((one) => ownCheck(db, filters, slot, one, one !== way))
  const direct = way === 'order' || isOwn(way) || (way === 'words' && !found?.via)
  const byOrder = isById(filters)
  const needsClaims =
    direct || found !== null || own.length > 0 || !byOrder || filters.anotherLook !== undefined
  const id = needsClaims ? sql`${c.id}` : sql`found.id`
  const from: SQL[] = []
  const each = spokesmenIn(db, way, filters, slot)
  if (found?.via && way === 'words') from.push(sql`${found.via.table}`)
  else if (!direct) from.push(sql`(${each ? idsOfOne(db) : idsBy(db, way, filters, slot)}) as found`)
  if (needsClaims) from.push(claimsBy(db, way, direct, byOrder && own.length > 0))
  const wordsLast = found?.via && way !== 'words' ? found : null
  // By the column it was found in, even where the claim has the same: SQLite sees the order only there.
  const key = direct || way === 'words' ? undefined : sql`found.id`
  const { order, beyond } = ordering(db, filters, slot, way, key)
  const conditions = [
    direct || way === 'words' || !needsClaims ? undefined : sql`${c.id} = found.id`,
    wordsLast ? undefined : found?.via?.on,
    ...own,
    ...otherChecks(db, filters, slot, id, way),
    wordsLast ? undefined : found?.matches,
    hasCursor ? beyond : undefined,
  ]
  const rows = sql`from ${sql.join(from, sql` cross join `)} where ${and(...conditions) ?? sql`true`} order by ${sql.join(order, sql`, `)}`
  if (wordsLast) return withWords(db, wordsLast, rows, slot)
  const page = sql`select ${id} as id ${rows} limit ${slot('limit')}`
  return each ? merged(page, each, filters, slot) : page
}

/**
 * The claims, on SQLite by the index of what is asked of them where they are found by something else, or looked through
 * by their ids: the claims themselves lie two on a page.
 */
function claimsBy(db: Database, way: Way, direct: boolean, isAskedById: boolean): SQL {
  const { claims: c } = db.tables
  // Words find claims by their numbers, and so the claims themselves.
  const byIds = way === 'order' ? isAskedById : !direct && way !== 'words'
  const byFacets = db.dialect === 'sqlite' && byIds
  return byFacets ? sql`${c} indexed by claims_facets` : sql`${c}`
}

/** Of these claims, in their order, the first with the words. Without a limit of its own SQLite would forget their order. */
function withWords(db: Database, { via, matches, number }: Search, claims: SQL, slot: Slot): SQL {
  const { claims: c } = db.tables
  const inOrder = sql`select ${c.id} as id, ${c.number} as number ${claims} limit -1`
  return sql`select one.id as id from (${inOrder}) as one cross join ${via?.table} where ${number} = one.number and ${matches} limit ${slot('limit')}`
}

/** The claims of `who`, a speaker from outside. */
function idsOfOne(db: Database): SQL {
  const { claimSpeakers: cs } = db.tables
  return sql`select ${cs.claimId} as id from ${cs} where ${cs.speakerId} = who.id`
}

/** The first of several speakers' pages, each in the order of claims; a claim of two of them once. */
function merged(page: SQL, speakers: SQL, { sort }: Filters, slot: Slot): SQL {
  const order = sql.raw(sort.startsWith('-') ? 'desc' : 'asc')
  // As a list of JSON, since SQLite lets nothing else in FROM look at what stands beside it.
  const pages = sql`json_each((select json_group_array(page.id) from (${page}) as page))`
  return sql`select distinct one.value as id from (select speaker_id as id from (${speakers})) as who cross join ${pages} as one order by one.value ${order} limit ${slot('limit')}`
}

/** The order of the page, and what lies beyond the cursor. A way that does not give this order must not be left for one that does: hence the plus. */
function ordering(db: Database, filters: Filters, slot: Slot, way: Way = 'order', id?: SQL) {
  const { claims: c } = db.tables
  const { q, sort } = filters
  const plus = db.dialect === 'sqlite' && !isOrdered(way, filters) ? sql.raw('+') : sql``
  if (q !== undefined) {
    const number = sql`${plus}${way === 'words' ? search(db, 'claims').number : c.number}`
    // As an integer, or SQLite's index of words would go through all before it.
    return { order: [asc(number)], beyond: sql`${number} > cast(${slot('after')} as integer)` }
  }
  const down = sort.startsWith('-')
  const turned = down ? desc : asc
  const than = sql.raw(down ? '<' : '>')
  const last = id ?? sql`${c.id}`
  if (sort.endsWith('createdAt')) {
    const key = sql`${plus}${last}`
    return { order: [turned(key)], beyond: sql`${key} ${than} ${slot('after')}` }
  }
  const value = sql`${plus}${sort.endsWith('confidence') ? sql`${c.confidence}` : PUBLISHED}`
  return {
    order: [turned(value), turned(last)],
    // Said of the value alone as well, by which SQLite finds the place in the index of an expression.
    beyond: sql`${value} ${than}= ${slot('after')} and (${value}, ${last}) ${than} (${slot('after')}, ${slot('afterId')})`,
  }
}
