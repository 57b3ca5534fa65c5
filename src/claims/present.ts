// A claim's row as the API shows it.

import { iso } from '../http/formats.ts'
import type { Database } from '../storage/database.ts'
import type { StoredSpan, WordsAlone } from '../storage/tables.ts'
import type { Claim } from './schema.ts'
import type { OffsetUnit } from './spans.ts'

type Stored = Database['tables']['claims']['$inferSelect']

export type ClaimRow = Omit<Stored, 'publisher' | 'publishedMonth'> & {
  readonly creatorKind: string
  readonly creatorName: string
  readonly speakers: readonly { id: string; name: string; kind: string }[]
  readonly positions: readonly {
    question: string
    position: string
    basis: string
    confidence: number
    settled: boolean
    wordsAlone: WordsAlone | null
  }[]
}

/** A stored span as the API shows it in this unit. */
export const shownIn = (unit: OffsetUnit) =>
  unit === 'utf16'
    ? ({ utf16, exact }: StoredSpan) => ({ start: utf16[0], end: utf16[1], exact })
    : ({ points, exact }: StoredSpan) => ({ start: points[0], end: points[1], exact })

export function presentClaim(row: ClaimRow, unit: OffsetUnit): Claim {
  const { id, articleId, ordinal, type, polarity, quote, prefix, suffix, parentId, confidence, status } = row
  const shown = shownIn(unit)
  return {
    id,
    articleId,
    ordinal,
    type,
    polarity,
    quote,
    content: row.content.map(shown),
    cue: row.cue.map(shown),
    source: row.source.map(shown),
    prefix,
    suffix,
    speakers: row.speakers,
    attribution: { method: row.method, confidence: row.methodConfidence },
    parentId,
    confidence,
    status,
    createdBy: {
      id: row.createdBy,
      kind: row.creatorKind,
      name: row.creatorName,
      version: row.createdVersion,
    },
    positions: row.positions,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  } as unknown as Claim
}

/** What joins the pieces of a content into one quote. */
export const quoteOf = (content: readonly StoredSpan[]): string =>
  content.map((piece) => piece.exact).join(' … ')
