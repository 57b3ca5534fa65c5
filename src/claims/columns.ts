// A claim with its speakers and positions in one row, so that a page is one statement.

import { sql } from 'drizzle-orm'
import type { Database } from '../storage/database.ts'

export interface SpeakerCell {
  id: string
  name: string
  kind: string
}
export interface PositionCell {
  question: string
  position: string
  basis: string
  confidence: number
  settled: boolean
  wordsAlone: { position: string; confidence: number } | null
}

// PostgreSQL's driver parses JSON; from SQLite it comes as text.
export const parsed = (value: unknown) =>
  value === '[]' ? NONE : typeof value === 'string' ? JSON.parse(value) : value

const NONE: readonly never[] = []

type SpeakerTuple = [ordinal: number, id: string, name: string, kind: string]
type PositionTuple = [
  question: string,
  position: string,
  basis: string,
  confidence: number,
  settled: number | boolean | null,
  wordsAlone: PositionCell['wordsAlone'],
]

const speakersOf = (value: unknown): SpeakerCell[] =>
  inOrder(parsed(value) as SpeakerTuple[]).map(([, id, name, kind]) => ({ id, name, kind }))

const positionsOf = (value: unknown): PositionCell[] =>
  inOrder(parsed(value) as PositionTuple[]).map(
    ([question, position, basis, confidence, settled, wordsAlone]) => ({
      question,
      position,
      basis,
      confidence,
      settled: Boolean(settled),
      wordsAlone,
    }),
  )

/** By what stands first in each: a speaker's place, a question's slug. */
function inOrder<T extends SpeakerTuple | PositionTuple>(tuples: T[]): T[] {
  return tuples.length < 2 ? tuples : tuples.sort((a, b) => (a[0] < b[0] ? -1 : 1))
}

/** By a ruling, or by as many people and as large a share of them as the question asks for in its version of now. Null counts as no. */
const settled = () =>
  sql`(cp.basis = 'ruling' or (cp.basis = 'people' and cp.version = q.version and cp.people >= q.settle_people and cp.confidence >= q.settle_share))`

export function claimColumns(db: Database) {
  const { claims: c } = db.tables
  // Named in full: Drizzle leaves the table out where a statement has one, and within a subquery another `id` stands nearer.
  const id = sql.raw('claims.id')
  // Looked up, not joined: on SQLite a join with the claims makes reading one four times as dear.
  const creator = (column: 'kind' | 'name') =>
    sql<string>`(select ${sql.raw(`a.${column}`)} from annotators a where a.id = claims.created_by)`
  const list = sql.raw(db.dialect === 'sqlite' ? 'json_group_array' : 'json_agg')
  const array = sql.raw(db.dialect === 'sqlite' ? 'json_array' : 'json_build_array')
  // Arrays, and in no order: objects take the database longer to write, and sorting them within takes it a table each.
  const speakers = sql`(select ${list}(${array}(cs.ordinal, s.id, s.name, s.kind)) from claim_speakers cs join speakers s on s.id = cs.speaker_id where cs.claim_id = ${id})`
  // Kept as text in SQLite, where it has to be said that it is JSON.
  const wordsAlone = sql.raw(db.dialect === 'sqlite' ? 'json(cp.words_alone)' : 'cp.words_alone')
  // CROSS JOIN holds SQLite to the claim's few positions, however few questions there were when it planned.
  const positions = sql`(select ${list}(${array}(cp.question, cp.position, cp.basis, cp.confidence, ${settled()}, ${wordsAlone})) from claim_positions cp cross join questions q where q.slug = cp.question and cp.claim_id = ${id})`
  return {
    number: c.number,
    id: c.id,
    articleId: c.articleId,
    ordinal: c.ordinal,
    start: c.start,
    type: c.type,
    polarity: c.polarity,
    status: c.status,
    quote: c.quote,
    content: c.content,
    cue: c.cue,
    source: c.source,
    prefix: c.prefix,
    suffix: c.suffix,
    method: c.method,
    methodConfidence: c.methodConfidence,
    parentId: c.parentId,
    confidence: c.confidence,
    createdBy: c.createdBy,
    createdVersion: c.createdVersion,
    createdAt: c.createdAt,
    updatedAt: c.updatedAt,
    revision: c.revision,
    publishedAt: c.publishedAt,
    creatorKind: creator('kind').as('creator_kind'),
    creatorName: creator('name').as('creator_name'),
    speakers: sql<SpeakerCell[]>`coalesce(${speakers}, '[]')`.mapWith(speakersOf).as('speakers'),
    positions: sql<PositionCell[]>`coalesce(${positions}, '[]')`.mapWith(positionsOf).as('positions'),
  }
}

/** The same for whoever writes JSON of it: spans as the text they are stored as, and nothing that is not shown or sorted by. */
export function claimTexts(db: Database) {
  const { content, cue, source, start, ...shown } = claimColumns(db)
  const { claims: c } = db.tables
  const text = (name: 'content' | 'cue' | 'source') =>
    // PostgreSQL's driver would parse it; SQLite has it as text, and copies what is cast.
    (db.dialect === 'sqlite' ? sql<string>`${c[name]}` : sql<string>`cast(${c[name]} as text)`).as(
      `${name}_spans`,
    )
  return { ...shown, content: text('content'), cue: text('cue'), source: text('source') }
}
