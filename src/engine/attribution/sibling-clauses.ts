// Two people cited side by side in one sentence: the first one's words end where the second one comes in.
// "Vane <thinks> {the locks leak}, while [Orme] <says> {they hold}": Orme's view is no part of what Vane thinks.
import { type Draft, type Range, within } from './draft.ts'
import type { Reading } from './reading.ts'

const CONTRASTS = new Set(['while', 'whereas', 'but', 'and', 'although', 'though'])

const wordAt = ({ document: { text, tokens } }: Reading, at: number): string =>
  text.slice(tokens[at]?.start ?? 0, tokens[at]?.end ?? 0).toLowerCase()

const firstOf = (draft: Draft): number =>
  Math.min(...[...draft.source, ...draft.cue].map(({ first }) => first))

/** The token before ", while" and its like directly before the inner attribution, or -1. */
function cutBefore(reading: Reading, outer: Range, inner: Draft): number {
  const start = firstOf(inner)
  const contrast = start - 1
  const comma = start - 2
  if (comma <= outer.first || !CONTRASTS.has(wordAt(reading, contrast)) || wordAt(reading, comma) !== ',')
    return -1
  const last = inner.content.at(-1)
  return last && last.last >= outer.last - 1 ? comma : -1
}

const quoted = (reading: Reading, { first, last }: Range): boolean =>
  (reading.quote[first] ?? 0) > 0 && (reading.quote[last - 1] ?? 0) > 0

/** The drafts in their order; contents that swallowed a sibling are cut before it. */
export function siblingClauses(reading: Reading, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, index) => {
    const piece = draft.content.at(-1)
    if (!piece || quoted(reading, piece)) return draft
    for (const inner of drafts.slice(index + 1, index + 6)) {
      if (!inner.source[0] || !inner.content.every((part) => within(part, piece))) continue
      const end = cutBefore(reading, piece, inner)
      if (end < 0) continue
      return { ...draft, content: [...draft.content.slice(0, -1), { first: piece.first, last: end }] }
    }
    return draft
  })
}
