// Quotation marks are never split: a content that begins or ends inside a quotation takes in the whole of it,
// and a quotation that follows on in the same paragraph, claimed by nobody, goes on with the speaker before it.
// “It is {late,” Vane <said>.} “We should go.” → {“It is late,”} … {“We should go.”}
// What follows its speaker outside of marks is no part of it. {“It is late,”} Vane <said> {as the hall emptied}. → {“It is late,”}
import type { Region } from '../quotations/index.ts'
import { firstEndingAfter } from '../span.ts'
import type { Draft, Range } from './draft.ts'
import type { Reading } from './reading.ts'

const FEW_WORDS = 4

function rangeOf(reading: Reading, region: Region): Range {
  const { tokens } = reading.document
  const first = firstEndingAfter(tokens, region.start)
  let last = first
  while ((tokens[last]?.start ?? Number.POSITIVE_INFINITY) < region.end) last++
  return { first, last }
}

/** Draft number plus one by token, for all parts of all drafts. */
function ownersOf(reading: Reading, drafts: readonly Draft[]): Int32Array {
  const owners = new Int32Array(reading.length)
  drafts.forEach(({ content, cue, source }, index) => {
    for (const { first, last } of [...content, ...cue, ...source]) owners.fill(index + 1, first, last)
  })
  return owners
}

const freeFor = (owners: Int32Array, owner: number, { first, last }: Range): boolean => {
  for (let at = first; at < last; at++) if (owners[at] !== 0 && owners[at] !== owner) return false
  return true
}

/** Pieces in order, those that touch or overlap made one. */
function joined(pieces: readonly Range[]): Range[] {
  const out: { first: number; last: number }[] = []
  for (const { first, last } of [...pieces].sort((a, b) => a.first - b.first)) {
    const before = out.at(-1)
    if (before && first <= before.last) before.last = Math.max(before.last, last)
    else out.push({ first, last })
  }
  return out
}

export function wholeQuotations(reading: Reading, drafts: readonly Draft[]): Draft[] {
  const owners = ownersOf(reading, drafts)
  const pieces = drafts.map(({ content }) => [...content])
  let lastOwner = 0
  let lastEnd = -1
  for (const region of reading.regions) {
    const range = rangeOf(reading, region)
    let owner = 0
    for (let at = range.first; at < range.last && owner === 0; at++) owner = owners[at] as number
    const cut = owner > 0 && isContent(drafts[owner - 1], range) && freeFor(owners, owner, range)
    const goesOn =
      owner === 0 &&
      lastOwner > 0 &&
      range.last - range.first >= FEW_WORDS &&
      followsOn(reading, drafts[lastOwner - 1], lastEnd, range)
    const taker = cut ? owner : goesOn ? lastOwner : 0
    if (taker > 0) {
      pieces[taker - 1]?.push(range)
      owners.fill(taker, range.first, range.last)
    }
    if (owner > 0 || taker > 0) {
      lastOwner = taker || owner
      lastEnd = range.last
    }
  }
  return drafts.map((draft, index) => ({
    ...draft,
    content: withoutTail(reading, draft, joined(pieces[index] ?? draft.content)),
  }))
}

const isQuoted = (reading: Reading, { first, last }: Range): boolean =>
  reading.quote.subarray(first, last).every((quote) => quote > 0)

const isOpen = (reading: Reading, { first, last }: Range): boolean =>
  reading.quote.subarray(first, last).every((quote) => quote === 0)

/** Of a content that begins as a quotation before its cue, no piece after the cue without marks. */
function withoutTail(reading: Reading, { cue }: Draft, content: readonly Range[]): readonly Range[] {
  const opening = content[0]
  const from = cue[0]?.first ?? -1
  if (!opening || opening.last > from || !isQuoted(reading, opening)) return content
  return content.filter((piece) => piece.first < from || !isOpen(reading, piece))
}

const isContent = (draft: Draft | undefined, range: Range): boolean =>
  draft?.content.some((piece) => piece.first < range.last && range.first < piece.last) ?? false

const wordOf = ({ document: { text, tokens } }: Reading, at: number): string =>
  text.slice(tokens[at]?.start ?? 0, tokens[at]?.end ?? 0)

/** “Each time,” Vane <said>, pointing at the door, “you say so.”: the sentence was broken off at a comma and goes on. */
function resumes(reading: Reading, draft: Draft, range: Range): boolean {
  const before = draft.content.at(-1)
  return (
    before !== undefined &&
    reading.sentence[before.first] === reading.sentence[range.first] &&
    wordOf(reading, before.last - 2) === ',' &&
    wordOf(reading, range.first - 1) === ',' &&
    /^\p{Ll}/u.test(wordOf(reading, range.first + 1))
  )
}

/** The quotation opens the sentence after the one in which its speaker was named, in the same paragraph. */
function followsOn(reading: Reading, draft: Draft | undefined, end: number, range: Range): boolean {
  const cue = draft?.cue[0]
  if (!draft || !cue || cue.first < end - 1) return false
  if (resumes(reading, draft, range)) return true
  const sentence = reading.document.sentences[reading.sentence[range.first] ?? -1]
  return (
    sentence?.first === range.first &&
    reading.sentence[cue.first] === (reading.sentence[range.first] as number) - 1 &&
    reading.paragraph[cue.first] === reading.paragraph[range.first]
  )
}
