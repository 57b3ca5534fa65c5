// A claim with its speakers, positions, tags and rulings in one row: what hangs on it comes as a list in a cell, since
// one statement that finds it there costs less than several whose rows are put together afterwards.

import { sql } from 'drizzle-orm'
import { claimColumns, parsed } from '../claims/columns.ts'
import type { Database } from '../storage/database.ts'
import type { WordsAlone } from '../storage/tables.ts'
import type { ClaimEntry, Part, PlacedClaim, RulingRow, TagRow } from './corpus.ts'

/** Names of members would be longer than most of what they name. */
type TagCells = readonly [
  id: string,
  question: string,
  questionVersion: number,
  position: string,
  annotatorId: string,
  kind: string,
  annotatorVersion: string | null,
  confidence: number | null,
  rationale: string | null,
  wordsAlone: WordsAlone | null,
  createdAt: number,
  current: number,
  annotatorName: string | null,
]
type RulingCells = readonly [
  id: string,
  question: string,
  questionVersion: number,
  position: string,
  annotatorId: string,
  rationale: string | null,
  createdAt: number,
  current: number,
  endedBecause: string | null,
  endedAt: number | null,
  endedBy: string | null,
  endedRationale: string | null,
  annotatorName: string,
  annotatorKind: string,
]

export interface ClaimCells extends ClaimEntry {
  readonly tags?: readonly TagCells[]
  readonly rulings?: readonly RulingCells[]
}

export function cellsOf(db: Database, parts: readonly Part[]) {
  const { claims: c } = db.tables
  const {
    content: _,
    cue: __,
    source: ___,
    number,
    start,
    revision,
    publishedAt,
    ...shown
  } = claimColumns(db)
  const spans = (name: 'content' | 'cue' | 'source') =>
    sql<string>`cast(${c[name]} as text)`.as(`${name}_spans`)
  return {
    ...shown,
    content: spans('content'),
    cue: spans('cue'),
    source: spans('source'),
    ...(parts.includes('tags') ? placedCells(db, parts.includes('names')) : {}),
  }
}

/** Oldest first. */
function placedCells({ dialect }: Database, names: boolean) {
  const lite = dialect === 'sqlite'
  const list = (cells: string, from: string) =>
    lite
      ? `coalesce((select json_group_array(json_array(${cells}) order by id) from ${from} where claim_id = claims.id), '[]')`
      : `coalesce((select json_agg(json_build_array(${cells}) order by id) from ${from} where claim_id = claims.id), '[]')`
  const nameOf = (column: 'name' | 'kind', from: string) =>
    `(select a.${column} from annotators a where a.id = ${from}.annotator_id)`
  // Kept as text in SQLite, where it has to be said that it is JSON.
  const words = lite ? 'json(words_alone)' : 'words_alone'
  const placed = 'id, question, question_version, position, annotator_id'
  const tags = `${placed}, kind, annotator_version, confidence, rationale, ${words}, created_at, current, ${names ? nameOf('name', 'tags') : 'null'}`
  const rulings = `${placed}, rationale, created_at, current, ended_because, ended_at, ended_by, ended_rationale, ${nameOf('name', 'rulings')}, ${nameOf('kind', 'rulings')}`
  return {
    tags: sql<TagCells[]>`${sql.raw(list(tags, 'tags'))}`.mapWith(parsed).as('tag_cells'),
    rulings: sql<RulingCells[]>`${sql.raw(list(rulings, 'rulings'))}`.mapWith(parsed).as('ruling_cells'),
  }
}

/** The row is nobody else's, and is made into what it becomes. */
export function entryOf(row: ClaimCells): PlacedClaim {
  const { id, tags, rulings } = row
  return Object.assign(row as Omit<ClaimCells, 'tags' | 'rulings'>, {
    tags: tags?.map((cells) => tagOf(id, cells)) ?? [],
    rulings: rulings?.map((cells) => rulingOf(id, cells)) ?? [],
  })
}

const tagOf = (claimId: string, cells: TagCells): TagRow => ({
  id: cells[0],
  claimId,
  question: cells[1],
  questionVersion: cells[2],
  position: cells[3],
  annotatorId: cells[4],
  kind: cells[5],
  annotatorVersion: cells[6],
  confidence: cells[7],
  rationale: cells[8],
  wordsAlone: cells[9],
  createdAt: cells[10],
  current: cells[11],
  annotatorName: cells[12] ?? '',
})

const rulingOf = (claimId: string, cells: RulingCells): RulingRow => ({
  id: cells[0],
  claimId,
  question: cells[1],
  questionVersion: cells[2],
  position: cells[3],
  annotatorId: cells[4],
  rationale: cells[5],
  createdAt: cells[6],
  current: cells[7],
  endedBecause: cells[8],
  endedAt: cells[9],
  endedBy: cells[10],
  endedRationale: cells[11],
  annotatorName: cells[12],
  annotatorKind: cells[13],
})
