// Arithmetic of half-open ranges; the only place that compares ends with starts.

import type { Span } from './types.ts'

export function span(start: number, end: number): Span {
  return { start, end }
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

export function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Index of the first element whose end lies beyond `offset`; `spans` are in order and do not overlap. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as Span).end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The element that holds the character at `offset`, or undefined. */
export function spanAt<S extends Span>(spans: readonly S[], offset: number): S | undefined {
  const candidate = spans[firstEndingAfter(spans, offset)]
  return candidate !== undefined && candidate.start <= offset ? candidate : undefined
}

/** In text order; ranges that touch or overlap become one. */
export function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const next of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = out[out.length - 1]
    if (last !== undefined && next.start <= last.end) {
      out[out.length - 1] = span(last.start, Math.max(last.end, next.end))
    } else out.push(next)
  }
  return out
}
