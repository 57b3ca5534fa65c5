// Whether a content is quoted whole, in part, or not at all: by its letters and digits, not its punctuation.
import { classAt, isWordClass, widthAt } from '../characters.ts'
import { firstEndingAfter } from '../span.ts'
import type { ClaimType, Span } from '../types.ts'
import type { Region } from './region.ts'

export function claimTypeOf(text: string, content: readonly Span[], regions: readonly Region[]): ClaimType {
  let inside = 0
  let outside = 0
  for (const span of content) {
    let next = firstEndingAfter(regions, span.start)
    for (let at = span.start; at < span.end; at += widthAt(text, at)) {
      if (!isWordClass(classAt(text, at))) continue
      while ((regions[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++
      if ((regions[next]?.start ?? Number.POSITIVE_INFINITY) <= at) inside++
      else outside++
    }
  }
  if (inside === 0) return 'indirect'
  return outside === 0 ? 'direct' : 'mixed'
}
