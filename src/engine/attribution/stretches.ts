// What the taggers read at a time: a paragraph, or a bounded part of one that is longer than any a newspaper prints.
// A text of five megabytes in one line is cut at sentence ends, so that time and memory stay in proportion.
import type { Document, Stretch } from '../document.ts'

/** Far above any printed paragraph; below it nothing is cut. */
const LONGEST = 500

function part({ tokens }: Document, first: number, last: number): Stretch {
  return { first, last, start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 }
}

function partsOf(document: Document, { first, last }: Stretch, ends: readonly number[]): Stretch[] {
  const parts: Stretch[] = []
  let from = first
  let at = 0
  while (last - from > LONGEST) {
    while (at + 1 < ends.length && (ends[at + 1] ?? last) <= from + LONGEST) at++
    const end = ends[at] ?? 0
    const to = end > from && end <= from + LONGEST ? end : from + LONGEST
    parts.push(part(document, from, to))
    from = to
  }
  parts.push(part(document, from, last))
  return parts
}

/** In text order, covering every paragraph once. */
export function stretchesOf(document: Document): Stretch[] {
  const { paragraphs, sentences } = document
  if (paragraphs.every(({ first, last }) => last - first <= LONGEST)) return [...paragraphs]
  const ends: number[][] = paragraphs.map(() => [])
  for (const { paragraph, last } of sentences) ends[paragraph]?.push(last)
  return paragraphs.flatMap((paragraph, index) => partsOf(document, paragraph, ends[index] ?? []))
}
