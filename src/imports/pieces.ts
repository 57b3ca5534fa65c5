// The pieces of a claim as other formats give them, and the spans of the text that they mean.

import type { Anchoring, GivenQuote, GivenSpan } from '../claims/spans.ts'
import { Invalid } from '../errors.ts'
import type { StoredSpan } from '../storage/tables.ts'

/** Where the words stand in code points, or the words, or both. */
export type Piece = {
  readonly [K in keyof GivenSpan | keyof GivenQuote]?: (GivenSpan & GivenQuote)[K] | undefined
}

/** By its place where the words are the ones that are said to be there, else by its words where they stand once. */
export function anchored(
  anchors: Anchoring,
  { start, end, exact, prefix, suffix }: Piece,
  pointer: string,
): StoredSpan {
  const quote = exact === undefined || exact === '' ? null : { exact, prefix, suffix }
  if (start !== undefined && end !== undefined)
    try {
      const [found] = anchors.spans([{ start, end, exact }], 'codepoint', pointer)
      if (found) return found
    } catch (error) {
      if (quote === null) throw error
    }
  if (quote === null)
    throw new Invalid('It points at nothing: neither a place nor a quote is given.', {
      faults: [{ pointer, code: 'points_at_nothing', detail: 'Give a quote, or a start and an end.' }],
    })
  return anchors.quote(quote, 'codepoint')
}

type Spans = readonly { readonly utf16: readonly [number, number] }[]

export const sameSpans = (a: Spans, b: Spans): boolean =>
  a.length === b.length &&
  a.every(({ utf16 }, i) => utf16[0] === b[i]?.utf16[0] && utf16[1] === b[i]?.utf16[1])

/** Pieces that only a line end parts are one. */
export function joinedOverLines(spans: Spans, text: string): Spans {
  const joined: { utf16: [number, number] }[] = []
  for (const {
    utf16: [start, end],
  } of spans) {
    const last = joined.at(-1)
    if (last && isLineEnd(text.slice(last.utf16[1], start))) last.utf16[1] = end
    else joined.push({ utf16: [start, end] })
  }
  return joined
}

export const isLineEnd = (between: string): boolean => /^\s*\n\s*$/.test(between)
