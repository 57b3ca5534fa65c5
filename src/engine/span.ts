// Half-open ranges of UTF-16 units: the small arithmetic that every room of the engine shares.
import type { Span } from './types.ts'

export const lengthOf = (span: Span): number => span.end - span.start

export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const byStart = (a: Span, b: Span): number => a.start - b.start || a.end - b.end

/** Index of the first span that ends beyond `offset`; the spans are in order and do not overlap. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
