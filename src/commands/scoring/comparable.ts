// Attributions as the scorer compares them: whole tokens, so stray white space never counts against anyone.
import { type Document, read } from '../../engine/document.ts'
import { claimTypeOf } from '../../engine/quotations/claim-type.ts'
import { type Region, regionsOf } from '../../engine/quotations/index.ts'
import { byStart, firstEndingAfter } from '../../engine/span.ts'
import type { ClaimType, Span } from '../../engine/types.ts'

export type Role = 'cue' | 'source' | 'content'
export const ROLES: readonly Role[] = ['cue', 'source', 'content']

/** The three roles as ranges of token indices, each in order, plus the type that the marks give. */
export type Comparable = Readonly<Record<Role, readonly Span[]>> & { readonly type: ClaimType }

/** Every token that shares a character with the span. */
function tokenRange(tokens: readonly Span[], { start, end }: Span): Span | null {
  const first = firstEndingAfter(tokens, start)
  let last = first
  while (last < tokens.length && (tokens[last]?.start ?? end) < end) last++
  return last > first ? { start: first, end: last } : null
}

/** Pieces that overlap or follow each other without a token between them are one piece. */
function pieces(tokens: readonly Span[], spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const span of [...spans].sort(byStart)) {
    const range = tokenRange(tokens, span)
    const last = out.at(-1)
    if (range === null) continue
    if (last && range.start <= last.end)
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else out.push(range)
  }
  return out
}

type Parts = Readonly<Record<Role, readonly Span[]>>

function comparable(document: Document, regions: readonly Region[], parts: Parts): Comparable {
  return {
    cue: pieces(document.tokens, parts.cue),
    source: pieces(document.tokens, parts.source),
    content: pieces(document.tokens, parts.content),
    type: claimTypeOf(document.text, [...parts.content].sort(byStart), regions),
  }
}

export interface ComparableArticle {
  readonly gold: readonly Comparable[]
  readonly predicted: readonly Comparable[]
}

export function comparableArticle(
  text: string,
  gold: readonly Parts[],
  predicted: readonly Parts[],
): ComparableArticle {
  const document = read(text)
  const regions = regionsOf(document)
  return {
    gold: gold.map((parts) => comparable(document, regions, parts)),
    predicted: predicted.map((parts) => comparable(document, regions, parts)),
  }
}

const sizeOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)

/** Number of tokens in both. */
export function shared(a: readonly Span[], b: readonly Span[]): number {
  let count = 0
  for (const x of a)
    for (const y of b) count += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start))
  return count
}

/** Shared tokens over all tokens; 0 for two empty lists. */
export function overlap(a: readonly Span[], b: readonly Span[]): number {
  const both = shared(a, b)
  const either = sizeOf(a) + sizeOf(b) - both
  return either > 0 ? both / either : 0
}

export const equal = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length && a.every((span, i) => span.start === b[i]?.start && span.end === b[i]?.end)
