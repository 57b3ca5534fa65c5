// A stored article and its claims, as the engine's stance stage reads them.

import type { ClaimInContext } from '../claims/store.ts'
import type { StanceArticle } from '../engine/types.ts'
import type { StoredSpan } from '../storage/tables.ts'

const spans = (stored: readonly StoredSpan[]) => stored.map(({ utf16: [start, end] }) => ({ start, end }))

export function stanceArticle(
  article: { title: string; text: string },
  rows: readonly ClaimInContext[],
): StanceArticle {
  return {
    ...article,
    claims: rows.map((row) => ({
      content: spans(row.content),
      cue: spans(row.cue),
      source: spans(row.source),
      type: row.type as StanceArticle['claims'][number]['type'],
      polarity: row.polarity as StanceArticle['claims'][number]['polarity'],
      speakers: row.speakers.map((speaker) => speaker.id),
      affiliations: row.affiliations,
    })),
  }
}
