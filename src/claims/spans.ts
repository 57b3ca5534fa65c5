// Spans from callers, checked against the one text: never moved, only taken or refused.

import { normalize, type Offsets, offsetsOf } from '../articles/text.ts'
import type { Span } from '../engine/types.ts'
import { type Fault, Invalid } from '../errors.ts'
import type { StoredSpan } from '../storage/tables.ts'

/** What a caller counts in: Unicode code points, as W3C annotations do, or UTF-16 code units, as JavaScript does. */
export type OffsetUnit = 'codepoint' | 'utf16'

export interface GivenSpan {
  readonly start: number
  readonly end: number
  readonly exact?: string | undefined
}

/** A quote with what stands around it, in place of offsets: line ends and letters may be those of the text as it was sent. */
export interface GivenQuote {
  readonly exact: string
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
}

/** Characters given before and after a claim. */
const CONTEXT = 32
/** Candidates named when it is not certain which place a quote means. */
const MOST_CANDIDATES = 20

export interface Anchoring {
  /** Throws Invalid with a fault for each span outside the text, empty, overlapping, splitting a character, or not matching. */
  spans(given: readonly GivenSpan[], unit: OffsetUnit, pointer: string): StoredSpan[]
  /** Throws Invalid when the quote is absent or ambiguous, with the places where its words stand. */
  quote(given: GivenQuote, unit: OffsetUnit): StoredSpan
  /** An engine's span with its words. */
  stored(span: Span): StoredSpan
  /** The characters around the spans. */
  context(spans: readonly StoredSpan[]): { prefix: string; suffix: string }
}

/** Everything about one text that spans are checked against; make it once for a text. */
export function anchoring(text: string): Anchoring {
  const offsets = offsetsOf(text)
  const stored = ({ start, end }: Span): StoredSpan => ({
    utf16: [start, end],
    points: [offsets.toPoints(start), offsets.toPoints(end)],
    exact: text.slice(start, end),
  })

  return {
    stored,
    spans(given, unit, pointer) {
      const faults: Fault[] = []
      const found = given.flatMap((span, i) => {
        const at = inUtf16(text, offsets, span, unit)
        const fault = wrongWith(text, at, span)
        if (fault) faults.push({ pointer: `${pointer}/${i}`, ...fault })
        return fault ? [] : [stored(at)]
      })
      found.sort((a, b) => a.utf16[0] - b.utf16[0])
      found.forEach((span, i) => {
        const next = found[i + 1]
        if (next && next.utf16[0] < span.utf16[1])
          faults.push({ pointer, code: 'overlapping_spans', detail: 'Two spans of one part overlap.' })
      })
      if (faults.length > 0) throw new Invalid('A span does not fit the text.', { faults })
      return found
    },
    quote(asSent, unit) {
      const given = asKept(asSent)
      const places = placesOf(text, given)
      const [only] = places
      if (only !== undefined && places.length === 1)
        return stored({ start: only, end: only + given.exact.length })
      const elsewhere = only === undefined ? placesOf(text, { ...given, prefix: '', suffix: '' }) : places
      const candidates = elsewhere.slice(0, MOST_CANDIDATES).map((start) => {
        const { utf16, points, exact } = stored({ start, end: start + given.exact.length })
        const [from, to] = unit === 'utf16' ? utf16 : points
        return { start: from, end: to, exact, ...around(text, utf16[0], utf16[1]) }
      })
      throw only === undefined ? absent(given, candidates) : ambiguous(places.length, candidates)
    },
    context(spans) {
      return around(text, spans[0]?.utf16[0] ?? 0, spans.at(-1)?.utf16[1] ?? 0)
    },
  }
}

function inUtf16(text: string, offsets: Offsets, { start, end }: GivenSpan, unit: OffsetUnit): Span {
  if (unit === 'utf16') return { start, end }
  const [from, to] = [offsets.toUtf16(start), offsets.toUtf16(end)]
  // Past the end there is nothing to count; leave the offset outside so that it is refused.
  return { start: from, end: offsets.toPoints(to) < end ? text.length + 1 : to }
}

function wrongWith(text: string, at: Span, given: GivenSpan): Omit<Fault, 'pointer'> | null {
  if (given.start >= given.end) return { code: 'empty_span', detail: 'The end must be after the start.' }
  if (at.end > text.length || at.start >= text.length)
    return { code: 'span_outside_text', detail: 'The span reaches beyond the end of the text.' }
  if (inPair(text, at.start) || inPair(text, at.end))
    return { code: 'span_splits_character', detail: 'The span begins or ends inside a surrogate pair.' }
  const exact = text.slice(at.start, at.end)
  if (given.exact !== undefined && given.exact !== exact)
    return { code: 'exact_mismatch', detail: `The text there is ${JSON.stringify(exact.slice(0, 200))}.` }
  return null
}

const inPair = (text: string, at: number) =>
  (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00

/** Words as a client has them, whose text may still have its own line ends and letters: as the text is kept. */
const asKept = ({ exact, prefix = '', suffix = '' }: GivenQuote) => ({
  exact: normalize(exact),
  prefix: normalize(prefix),
  suffix: normalize(suffix),
})

type Kept = ReturnType<typeof asKept>

/** Where the quote stands, with the prefix before it and the suffix after it when they are given. */
function placesOf(text: string, { exact, prefix, suffix }: Kept): number[] {
  const places: number[] = []
  const whole = prefix + exact + suffix
  for (let at = text.indexOf(whole); at >= 0 && places.length <= 1000; at = text.indexOf(whole, at + 1))
    places.push(at + prefix.length)
  return places
}

function around(text: string, start: number, end: number): { prefix: string; suffix: string } {
  const from = Math.max(0, start - CONTEXT)
  const to = Math.min(text.length, end + CONTEXT)
  return {
    prefix: text.slice(inPair(text, from) ? from + 1 : from, start),
    suffix: text.slice(end, inPair(text, to) ? to - 1 : to),
  }
}

function absent({ prefix, suffix }: Kept, candidates: object[]): Invalid {
  const context = [prefix && 'after that prefix', suffix && 'before that suffix']
    .filter(Boolean)
    .join(' and ')
  const where =
    candidates.length > 0 ? `occurs in the text, but not ${context}` : 'does not occur in the text'
  return new Invalid(`The quote ${where}.`, {
    state: { candidates },
    faults: [{ pointer: '/exact', code: 'quote_absent', detail: `It ${where}.` }],
  })
}

const ambiguous = (n: number, candidates: object[]) =>
  new Invalid(`The quote occurs ${n} times; give a prefix or suffix that tells which is meant.`, {
    state: { candidates },
    faults: [{ pointer: '/exact', code: 'quote_ambiguous', detail: `It occurs ${n} times.` }],
  })
