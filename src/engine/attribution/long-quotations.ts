// Quotations over several paragraphs, and those that run on alone after somebody was cited.
// “First,” said Vane. ⏎ “Second paragraph.” → the second is Vane's as well, by continuation.
import type { Quotation, Region } from '../quotations/index.ts'
import type { Draft, Range } from './draft.ts'
import { meet } from './draft.ts'
import type { Reading } from './reading.ts'

const FEW_WORDS = 4

function tokensIn(reading: Reading, region: Region): Range {
  const { tokens } = reading.document
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? 0) <= region.start) low = middle + 1
    else high = middle
  }
  let last = low
  while ((tokens[last]?.start ?? Number.POSITIVE_INFINITY) < region.end) last++
  return { first: low, last }
}

/** A quotation that fills its paragraphs from mark to mark, with nobody cited in them. */
function standsAlone(reading: Reading, ranges: readonly Range[]): boolean {
  return ranges.every(({ first, last }) => {
    const paragraph = reading.document.paragraphs[reading.paragraph[first] ?? 0]
    return paragraph !== undefined && paragraph.first === first && last >= paragraph.last - 1
  })
}

export function withLongQuotations(
  reading: Reading,
  quotations: readonly Quotation[],
  drafts: readonly Draft[],
): Draft[] {
  const found: Draft[] = [...drafts].sort((a, b) => (a.content[0]?.first ?? 0) - (b.content[0]?.first ?? 0))
  const runOn: Draft[] = []
  const taken = new Uint8Array(reading.length)
  const previous = new Int32Array(reading.document.paragraphs.length).fill(-1)
  found.forEach((draft, index) => {
    for (const { first, last } of draft.content) taken.fill(1, first, last)
    const start = draft.content[0]?.first ?? 0
    previous[reading.paragraph[start] ?? 0] = index
  })
  for (const quotation of quotations) {
    const ranges = quotation.pieces.map((piece) => tokensIn(reading, piece))
    const first = ranges[0]
    if (!first || first.last - first.first < FEW_WORDS || !standsAlone(reading, ranges)) continue
    const paragraph = reading.paragraph[first.first] ?? 0
    if (ranges.some((range) => taken.subarray(range.first, range.last).includes(1))) continue
    const cited = paragraph > 0 && (previous[paragraph - 1] ?? -1) >= 0
    if (!cited) continue
    runOn.push({ content: ranges, cue: [], source: [], certainty: 0.6, form: 'continuation' })
    previous[reading.paragraph[ranges.at(-1)?.first ?? 0] ?? 0] = 0
  }
  return [
    ...found,
    ...runOn.filter(
      (draft) => !found.some((other) => other.content.some((a) => draft.content.some((b) => meet(a, b)))),
    ),
  ]
}
