// Quotations over several paragraphs, and those that run on alone after somebody was cited.
// “First,” said Vane. “Then ⏎ “second.” → one claim; a short paragraph “And third.” after it joins it too;
// a run-on longer than what it continues can stand by itself and becomes a claim of form `continuation`.
import type { Quotation } from '../quotations/index.ts'
import { firstEndingAfter } from '../span.ts'
import type { Span } from '../types.ts'
import { type Draft, meet, type Range } from './draft.ts'
import type { Reading } from './reading.ts'

/** Fewer words are a heading or a scare quote more often than speech that runs on. */
const FEW_TOKENS = 10
/** Of annotated run-ons nearly all are such claims; of what looks like one, about two in three. */
const CERTAINTY = 0.6

const sizeOf = (ranges: readonly Range[]): number =>
  ranges.reduce((sum, { first, last }) => sum + last - first, 0)

const sharedWith = (ranges: readonly Range[], { first, last }: Range): number =>
  ranges.reduce(
    (sum, range) => sum + Math.max(0, Math.min(range.last, last) - Math.max(range.first, first)),
    0,
  )

function tokensIn({ document: { tokens } }: Reading, { start, end }: Span): Range {
  const first = firstEndingAfter(tokens, start)
  let last = first
  while ((tokens[last]?.start ?? Number.POSITIVE_INFINITY) < end) last++
  return { first, last }
}

/** Drafts by the paragraphs of their contents: looked at a few times each, however long the text. */
class Shelf {
  readonly drafts: Draft[]
  private readonly reading: Reading
  private readonly byParagraph = new Map<number, Set<number>>()

  constructor(reading: Reading, drafts: readonly Draft[]) {
    this.reading = reading
    this.drafts = []
    for (const draft of drafts) this.add(draft)
  }

  paragraphOf = ({ first }: Range): number => this.reading.paragraph[first] ?? -1

  add(draft: Draft): void {
    this.drafts.push(draft)
    this.shelve(this.drafts.length - 1, draft.content)
  }

  private shelve(index: number, content: readonly Range[]): void {
    for (const range of content) {
      const paragraph = this.paragraphOf(range)
      this.byParagraph.set(paragraph, (this.byParagraph.get(paragraph) ?? new Set()).add(index))
    }
  }

  /** The draft that takes up more than half of the range, the largest of them, or -1. */
  holderOf(range: Range): number {
    let best = -1
    let most = (range.last - range.first) / 2
    for (const index of this.byParagraph.get(this.paragraphOf(range)) ?? []) {
      const shared = sharedWith(this.drafts[index]?.content ?? [], range)
      if (shared > most) {
        best = index
        most = shared
      }
    }
    return best
  }

  /** The draft whose content or cue comes last in the paragraph, leaving out what lies inside another's content; or -1. */
  lastIn(paragraph: number): number {
    let best = -1
    let latest = -1
    for (const index of this.byParagraph.get(paragraph) ?? []) {
      const { content, cue } = this.drafts[index] ?? { content: [], cue: [] }
      const end = Math.max(...[...content, ...cue].map(({ last }) => last))
      const larger = end === latest && sizeOf(content) > sizeOf(this.drafts[best]?.content ?? [])
      if (end > latest || larger) {
        best = index
        latest = end
      }
    }
    return best
  }

  /** The paragraph ends in a colon: what follows is what it speaks of. */
  announces(paragraph: number): boolean {
    const { text, paragraphs } = this.reading.document
    return text[(paragraphs[paragraph]?.end ?? 0) - 1] === ':'
  }

  extend(index: number, ranges: readonly Range[]): void {
    const draft = this.drafts[index]
    if (!draft) return
    const fresh = ranges.filter(
      (range) => ![...draft.content, ...draft.cue, ...draft.source].some((part) => meet(part, range)),
    )
    const content = [...draft.content, ...fresh].sort((a, b) => a.first - b.first)
    this.drafts[index] = { ...draft, content }
    this.shelve(index, fresh)
  }
}

/** The pieces of one quotation belong to whoever is cited with any of them, the first holder if several are. */
function joinPieces(shelf: Shelf, pieces: readonly Range[]): void {
  const holders = pieces.map((piece) => shelf.holderOf(piece))
  const holder = holders.find((index) => index >= 0) ?? -1
  if (holder >= 0)
    shelf.extend(
      holder,
      pieces.filter((_, at) => (holders[at] ?? -1) < 0),
    )
}

/** The quotation fills its paragraphs from mark to mark. */
function standsAlone({ document, paragraph }: Reading, pieces: readonly Range[]): boolean {
  return pieces.every(({ first, last }) => {
    const home = document.paragraphs[paragraph[first] ?? -1]
    return home !== undefined && home.first === first && last >= home.last - 1
  })
}

function runOn(shelf: Shelf, pieces: readonly Range[]): void {
  const first = pieces[0]
  if (!first || sizeOf(pieces) < FEW_TOKENS || pieces.some((piece) => shelf.holderOf(piece) >= 0)) return
  const before = shelf.lastIn(shelf.paragraphOf(first) - 1)
  const draft = shelf.drafts[before]
  if (!draft || draft.form === 'label') return
  const whole =
    draft.form === 'continuation' ||
    shelf.announces(shelf.paragraphOf(first) - 1) ||
    sizeOf(pieces) <= sizeOf(draft.content)
  if (whole) shelf.extend(before, pieces)
  else
    shelf.add({
      content: pieces,
      cue: [],
      source: [],
      certainty: Math.min(CERTAINTY, draft.certainty),
      form: 'continuation',
    })
}

export function withLongQuotations(
  reading: Reading,
  quotations: readonly Quotation[],
  drafts: readonly Draft[],
): Draft[] {
  const shelf = new Shelf(reading, drafts)
  for (const quotation of quotations) {
    const pieces = quotation.pieces
      .map((piece) => tokensIn(reading, piece))
      .filter(({ first, last }) => last > first)
    if (pieces.length > 1) joinPieces(shelf, pieces)
    if (standsAlone(reading, pieces)) runOn(shelf, pieces)
  }
  return shelf.drafts
}
