// What a correction or an addition by hand makes of a claim, before it is stored.

import type { ClaimType, Polarity } from '../engine/types.ts'
import type { StoredSpan } from '../storage/tables.ts'
import { type ClaimRow, quoteOf } from './present.ts'
import type { ClaimChange, NewClaim } from './schema.ts'
import type { Anchoring, OffsetUnit } from './spans.ts'

export interface ClaimDraft {
  readonly content: readonly StoredSpan[]
  readonly cue: readonly StoredSpan[]
  readonly source: readonly StoredSpan[]
  readonly type: ClaimType | undefined
  readonly polarity: Polarity
  /** Ids or names. */
  readonly speakers: readonly string[]
}

/** Throws Invalid when a span or the quote does not fit the text. */
export function draftOf(claim: NewClaim, anchors: Anchoring, unit: OffsetUnit): ClaimDraft {
  const { content, exact, prefix, suffix, cue, source, type, polarity, speakers } = claim
  return {
    content: content
      ? anchors.spans(content, unit, '/content')
      : [anchors.quote({ exact: exact ?? '', prefix, suffix }, unit)],
    cue: anchors.spans(cue, unit, '/cue'),
    source: anchors.spans(source, unit, '/source'),
    type,
    polarity,
    speakers: [...new Set(speakers)],
  }
}

/** The claim's row as corrected. The type follows the marks again when the content changes and no type is given. */
export function correct(
  row: ClaimRow,
  change: ClaimChange,
  anchors: Anchoring,
  unit: OffsetUnit,
  typeOf: (content: readonly StoredSpan[]) => ClaimType,
): ClaimRow {
  const content = change.content ? anchors.spans(change.content, unit, '/content') : row.content
  return {
    ...row,
    ...(change.content ? anchors.context(content) : {}),
    content,
    cue: change.cue ? anchors.spans(change.cue, unit, '/cue') : row.cue,
    source: change.source ? anchors.spans(change.source, unit, '/source') : row.source,
    start: content[0]?.utf16[0] ?? row.start,
    quote: quoteOf(content),
    type: change.type ?? (change.content ? typeOf(content) : row.type),
    polarity: change.polarity ?? row.polarity,
    status: change.status ?? row.status,
    ...(change.speakers
      ? { method: change.speakers.length > 0 ? 'manual' : 'none', methodConfidence: 1 }
      : {}),
    revision: row.revision + 1,
  }
}
