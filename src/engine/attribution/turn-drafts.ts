// Transcript turns as attributions: the label is the source, there is no cue.
import type { Document } from '../document.ts'
import { firstEndingAfter } from '../span.ts'
import type { Span } from '../types.ts'
import type { Draft, Range } from './draft.ts'
import { turnsOf } from './turns.ts'

/** Nearly every turn of a transcript is annotated; short ones sometimes are not. */
const CERTAINTY = 0.9

function rangeOf({ tokens }: Document, { start, end }: Span): Range {
  const first = firstEndingAfter(tokens, start)
  let last = first
  while ((tokens[last]?.start ?? Number.POSITIVE_INFINITY) < end) last++
  return { first, last }
}

export const turnDrafts = (document: Document): Draft[] =>
  turnsOf(document).map(({ label, content }) => ({
    source: [rangeOf(document, label)],
    cue: [],
    content: content.map((span) => rangeOf(document, span)),
    certainty: CERTAINTY,
    form: 'label',
  }))
