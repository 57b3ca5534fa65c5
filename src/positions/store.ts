// Who stands where: a page of groups with their counts and evidence, in one statement.

import { eq, type SQL, sql } from 'drizzle-orm'
import type { Filters } from '../claims/filters.ts'
import { idsBy } from '../claims/finding.ts'
import { fewest } from '../claims/wayfinding.ts'
import { NotFound } from '../errors.ts'
import { endOf, given, isoOrNull, startOf } from '../http/formats.ts'
import { cut } from '../http/page.ts'
import { MOST_NAMESAKES, type SpeakerStore } from '../speakers/store.ts'
import { SHOWN } from '../standings/evidence.ts'
import type { GroupBy } from '../standings/groups.ts'
import { decodeCursor, encodeCursor, type Key } from '../storage/cursor.ts'
import { type Database, type Query, slot, type Values } from '../storage/database.ts'
import { leaningOf } from './leaning.ts'
import type { PositionFilter, Standing, Standings } from './schema.ts'
import { keptCounts, liveCounts, type Narrowing, type Source } from './sources.ts'

interface EvidenceCell {
  claimId: string
  quote: string
  position: string
  articleId: string
}

interface Row {
  groupKey: string
  claims: number
  /** How many claims, and how many of them people or a ruling placed. */
  counts: Record<string, readonly [number, number]> | null
  firstAt: number | null
  lastAt: number | null
  named: { id: string; name: string; kind: string } | null
  evidence: EvidenceCell[][]
}

export type PositionStore = ReturnType<typeof positionStore>

export function positionStore(db: Database, speakers: SpeakerStore) {
  const { questions: qu } = db.tables
  const question = db.query((q, slot) =>
    q
      .select({ slug: qu.slug, text: qu.text, version: qu.version, positions: qu.positions })
      .from(qu)
      .where(eq(qu.slug, slot('question'))),
  )
  const statements = new Map<string, Query<Row>>()
  const wayOf = fewest(db)

  return {
    /** Throws NotFound for an unknown question. `live` counts on the spot even where counts are kept: for checks. */
    async list(filter: PositionFilter, live = false): Promise<Standings> {
      const { limit, cursor, ...filters } = given(filter) as PositionFilter
      const { groupBy } = filters
      const [asked] = await question.read({ question: filters.question })
      if (!asked) throw new NotFound(`There is no question "${filters.question}".`)
      const { positions, ...head } = asked
      const ids = filters.speaker === undefined ? undefined : await speakers.idsOf(filters.speaker)
      if (ids?.length === 0) return { question: head, data: [], nextCursor: null }
      const scope = ['positions', filters]
      const after = cursor === undefined ? null : decodeCursor(scope, cursor)
      const sides = positions.filter((one) => one.kind === 'side').map((one) => one.slug)
      const narrowing = narrowingOf(filters, ids?.length ?? 0)
      const kept = !live && isKept(groupBy, narrowing)
      const values = { ...valuesOf(filters, ids, sides), ...cutAt(after, limit) }
      const chosen = claimsUnder(filters, ids)
      const { way, isMuch } = kept ? KEPT : await wayOf(chosen, values)
      const shape = JSON.stringify([
        groupBy,
        kept,
        narrowing,
        sides.length,
        after !== null,
        way,
        filters.basis,
      ])
      let query = statements.get(shape)
      if (!query) {
        const found = way === 'order' ? null : idsBy(db, way, chosen, slot)
        const source = kept ? keptCounts(db) : liveCounts(db, groupBy, narrowing, found)
        const where = [
          after === null ? null : ordering(groupBy).beyond,
          kept ? chosenGroups(narrowing) : null,
        ]
        query = page(db, groupBy, source, where, sides.length)
        statements.set(shape, query)
      }
      const rows = await (isMuch ? query.readApart(values) : query.read(values))
      const found = cut(rows, limit, (row) => encodeCursor(scope, [row.groupKey, row.claims]))
      const slugs = positions.map((one) => one.slug)
      return { question: head, ...found, data: found.data.map((row) => present(row, groupBy, slugs, sides)) }
    },
  }
}

const KEPT = { way: 'order', isMuch: false } as const

type Asked = Omit<PositionFilter, 'limit' | 'cursor'>

/** The claims that the filters leave, as the list of claims asks for them. */
function claimsUnder(
  { question, basis, type, publisher, publishedFrom, publishedTo }: Asked,
  ids?: string[],
) {
  const speakers = ids?.slice(0, MOST_NAMESAKES)
  return given({
    ...{ sort: 'createdAt', question, basis, type, publisher, publishedFrom, publishedTo, speakers },
  }) as Filters
}

/** What to hand to the slots, but for where the page begins. */
function valuesOf(filters: Asked, ids: string[] | undefined, sides: readonly string[]): Values {
  const { question, groupBy, basis, type, publisher, publishedFrom, publishedTo } = filters
  return {
    ...{ question, groupBy, basis, type, publisher },
    from: publishedFrom === undefined ? undefined : startOf(publishedFrom),
    to: publishedTo === undefined ? undefined : endOf(publishedTo),
    ...Object.fromEntries((ids ?? []).slice(0, MOST_NAMESAKES).map((id, i) => [`speaker${i}`, id])),
    ...Object.fromEntries(sides.map((side, i) => [`side${i}`, side])),
  }
}

const cutAt = (after: Key | null, limit: number): Values => ({
  ...{ afterKey: after?.[0], afterClaims: after?.[1], limit: limit + 1 },
})

function narrowingOf(filters: Asked, speakers: number): Narrowing {
  return {
    basis: filters.basis !== undefined,
    type: filters.type !== undefined,
    speakers: Math.min(speakers, MOST_NAMESAKES),
    publisher: filters.publisher !== undefined,
    from: filters.publishedFrom !== undefined,
    to: filters.publishedTo !== undefined,
  }
}

/** Counts are kept for each group as a whole: so they serve when only groups are chosen, and no claims within them. */
function isKept(groupBy: GroupBy, { basis, type, speakers, publisher, from, to }: Narrowing): boolean {
  if (basis || type || from || to) return false
  return (speakers === 0 || groupBy === 'speaker') && (!publisher || groupBy === 'publisher')
}

function present(row: Row, groupBy: GroupBy, slugs: readonly string[], sides: readonly string[]): Standing {
  const ofEach = (which: 0 | 1) =>
    Object.fromEntries(slugs.map((slug) => [slug, Number(row.counts?.[slug]?.[which] ?? 0)]))
  const counts = ofEach(0)
  return {
    [groupBy]: groupBy === 'speaker' || groupBy === 'affiliation' ? row.named : row.groupKey || null,
    counts,
    byPeople: ofEach(1),
    claims: row.claims,
    leaning: leaningOf(counts, sides),
    firstAt: isoOrNull(row.firstAt),
    lastAt: isoOrNull(row.lastAt),
    evidence: row.evidence.flat(),
  } as Standing
}

const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value)
const numberOrNull = (value: unknown) => (value === null ? null : Number(value))

function page(
  db: Database,
  groupBy: GroupBy,
  source: Source,
  conditions: readonly (SQL | null)[],
  sides: number,
): Query<Row> {
  const { order } = ordering(groupBy)
  const chosen = conditions.filter((one) => one !== null)
  const where = chosen.length > 0 ? sql`where ${sql.join(chosen, sql` and `)}` : sql``
  const evidence = Array.from({ length: sides }, (_, i) =>
    evidenceOn(db, source, sql`${sql.placeholder(`side${i}`)}`),
  )
  const array = sql.raw(db.dialect === 'sqlite' ? 'json_array' : 'json_build_array')
  const named = groupBy === 'speaker' || groupBy === 'affiliation' ? speakerOf(db) : sql`null`
  const picked = sql`select group_key, claims from ${source.groups} as all_groups ${where} order by ${order} limit ${sql.placeholder('limit')}`
  const relation = sql`(${source.with(picked)} select g.group_key, g.claims, ${source.counts} as counts, ${source.firstAt} as first_at, ${source.lastAt} as last_at, ${named} as named, ${array}(${sql.join(evidence, sql`, `)}) as evidence from picked as g) as rows_of_page`
  return db.query((q) =>
    q
      .select({
        groupKey: sql<string>`group_key`,
        claims: sql<number>`claims`.mapWith(Number),
        counts: sql<Row['counts']>`counts`.mapWith(parsed),
        firstAt: sql<number | null>`first_at`.mapWith(numberOrNull),
        lastAt: sql<number | null>`last_at`.mapWith(numberOrNull),
        named: sql<Row['named']>`named`.mapWith(parsed),
        evidence: sql<EvidenceCell[][]>`evidence`.mapWith(parsed),
      })
      .from(relation)
      .orderBy(order),
  ) as unknown as Query<Row>
}

/** Months in their order; everything else by weight, the groups with most claims first. */
function ordering(groupBy: GroupBy): { order: SQL; beyond: SQL } {
  const key = sql.placeholder('afterKey')
  if (groupBy === 'month') return { order: sql`group_key`, beyond: sql`group_key > ${key}` }
  return {
    order: sql`claims desc, group_key desc`,
    beyond: sql`(claims, group_key) < (${sql.placeholder('afterClaims')}, ${key})`,
  }
}

function chosenGroups({ speakers, publisher }: Narrowing): SQL | null {
  if (publisher) return sql`group_key = ${sql.placeholder('publisher')}`
  if (speakers === 0) return null
  const ids = Array.from({ length: speakers }, (_, i) => sql.placeholder(`speaker${i}`))
  return sql`group_key in (${sql.join(ids, sql`, `)})`
}

function evidenceOn(db: Database, source: Source, side: SQL): SQL {
  const [list, object] =
    db.dialect === 'sqlite' ? ['json_group_array', 'json_object'] : ['json_agg', 'json_build_object']
  const cell = sql`${sql.raw(object)}('claimId', c.id, 'quote', c.quote, 'position', cast(${side} as text), 'articleId', c.article_id)`
  const strongest = sql`(${source.evidence(side)} order by strength desc, claim_id desc limit ${sql.raw(String(SHOWN))}) as e`
  return sql`(select coalesce(${sql.raw(list)}(${cell} order by e.strength desc, e.claim_id desc), '[]') from ${strongest} join claims c on c.id = e.claim_id)`
}

function speakerOf(db: Database): SQL {
  const object = sql.raw(db.dialect === 'sqlite' ? 'json_object' : 'json_build_object')
  return sql`(select ${object}('id', s.id, 'name', s.name, 'kind', s.kind) from speakers s where s.id = g.group_key)`
}
