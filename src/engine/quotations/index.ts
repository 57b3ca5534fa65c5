// Quotations of a document: regions between marks, and longer quotations that re-open in each paragraph.
// “One. ⏎ “Two,” he said. → two regions, one quotation.
import type { Document } from '../document.ts'
import { byStart } from '../span.ts'
import { doubleRegions } from './double-marks.ts'
import type { Region } from './region.ts'
import { singleRegions } from './single-marks.ts'

export type { Region } from './region.ts'

export interface Quotation {
  readonly kind: Region['kind']
  /** One region a paragraph, in text order. */
  readonly pieces: readonly Region[]
}

function regionsOfLine(text: string, start: number, end: number): Region[] {
  const doubles = doubleRegions(text, start, end)
  const regions: Region[] = [...doubles]
  let from = start
  for (const region of [...doubles, { start: end, end }]) {
    if (from < region.start) regions.push(...singleRegions(text, from, region.start))
    from = region.end
  }
  return regions.sort(byStart)
}

/** All regions in text order; none overlaps another, none crosses a line. */
export function regionsOf(document: Document): Region[] {
  const regions: Region[] = []
  for (const { start, end } of document.paragraphs) {
    for (const region of regionsOfLine(document.text, start, end)) regions.push(region)
  }
  return regions
}

/** Joins an unclosed region with the next when that one opens the very next paragraph. */
export function quotationsOf(
  document: Document,
  regions: readonly Region[] = regionsOf(document),
): Quotation[] {
  const quotations: { kind: Region['kind']; pieces: Region[] }[] = []
  const paragraphStarts = new Map(document.paragraphs.map((paragraph, index) => [paragraph.start, index]))
  const paragraphEnds = new Map(document.paragraphs.map((paragraph, index) => [paragraph.end, index]))
  for (const region of regions) {
    const last = quotations.at(-1)
    const before = last?.pieces.at(-1)
    const runsOn =
      before !== undefined &&
      !before.closed &&
      region.kind === before.kind &&
      paragraphStarts.get(region.start) === (paragraphEnds.get(before.end) ?? -2) + 1
    if (last && runsOn) last.pieces.push(region)
    else quotations.push({ kind: region.kind, pieces: [region] })
  }
  return quotations
}
