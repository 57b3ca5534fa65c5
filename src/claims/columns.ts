// A claim with its speakers and positions in one row, so that a page is one statement.

import { sql } from 'drizzle-orm'
import type { Database } from '../storage/database.ts'

interface SpeakerCell {
  id: string
  name: string
  kind: string
}
interface PositionCell {
  question: string
  position: string
  basis: string
  confidence: number
  settled: boolean
  wordsAlone: { position: string; confidence: number } | null
}

// PostgreSQL's driver parses JSON; from SQLite it comes as text.
const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value)

/** By a ruling, or by as many people and as large a share of them as the question asks for in its version of now. */
function settled(db: Database) {
  const holds = sql`(cp.basis = 'ruling' or (cp.basis = 'people' and cp.version = q.version and cp.people >= q.settle_people and cp.confidence >= q.settle_share))`
  // SQLite knows no boolean but the one inside JSON.
  return db.dialect === 'sqlite' ? sql`json(iif(${holds}, 'true', 'false'))` : sql`coalesce(${holds}, false)`
}

export function claimColumns(db: Database) {
  const { claims: c } = db.tables
  // Named in full: Drizzle leaves the table out where a statement has one, and within a subquery another `id` stands nearer.
  const id = sql.raw('claims.id')
  // Looked up, not joined: on SQLite a join with the claims makes reading one four times as dear.
  const creator = (column: 'kind' | 'name') =>
    sql<string>`(select ${sql.raw(`a.${column}`)} from annotators a where a.id = claims.created_by)`
  const list = sql.raw(db.dialect === 'sqlite' ? 'json_group_array' : 'json_agg')
  const object = sql.raw(db.dialect === 'sqlite' ? 'json_object' : 'json_build_object')
  const speakers = sql`(select coalesce(${list}(${object}('id', s.id, 'name', s.name, 'kind', s.kind) order by cs.ordinal), '[]') from claim_speakers cs join speakers s on s.id = cs.speaker_id where cs.claim_id = ${id})`
  // Kept as text in SQLite, where it has to be said that it is JSON.
  const wordsAlone = sql.raw(db.dialect === 'sqlite' ? 'json(cp.words_alone)' : 'cp.words_alone')
  // CROSS JOIN holds SQLite to the claim's few positions, however few questions there were when it planned.
  const positions = sql`(select coalesce(${list}(${object}('question', cp.question, 'position', cp.position, 'basis', cp.basis, 'confidence', cp.confidence, 'settled', ${settled(db)}, 'wordsAlone', ${wordsAlone}) order by cp.question), '[]') from claim_positions cp cross join questions q where q.slug = cp.question and cp.claim_id = ${id})`
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
    speakers: sql<SpeakerCell[]>`${speakers}`.mapWith(parsed).as('speakers'),
    positions: sql<PositionCell[]>`${positions}`.mapWith(parsed).as('positions'),
  }
}
