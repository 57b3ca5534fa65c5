// Reported speech does not stop in mid-phrase: what follows its last word in the sentence, up to the stop, belongs to it,
// unless somebody else is cited there. She said the locks leak | in winter. → "the locks leak in winter"
import type { Draft, Range } from './draft.ts'
import { PUNCTUATION, type Reading } from './reading.ts'

/** Marks that close a sentence or a quotation; they stay outside reported speech. */
const CLOSING = /^[.!?\u2026"'\u201d\u2019)\]]+$/u

/** Tokens that belong to some attribution. */
function takenBy(reading: Reading, drafts: readonly Draft[]): Uint8Array {
  const taken = new Uint8Array(reading.length)
  for (const { content, cue, source } of drafts) {
    for (const { first, last } of [...content, ...cue, ...source]) taken.fill(1, first, last)
  }
  return taken
}

const wordAt = ({ document: { text, tokens } }: Reading, at: number): string =>
  text.slice(tokens[at]?.start ?? 0, tokens[at]?.end ?? 0)

/** One past the last word of the sentence that holds the token, closing marks left out. */
function endOfSentence(reading: Reading, at: number): number {
  const sentence = reading.document.sentences[reading.sentence[at] ?? -1]
  let end = sentence?.last ?? at + 1
  while (end > at + 1 && CLOSING.test(wordAt(reading, end - 1))) end--
  return end
}

/** Where the piece should end: at the sentence's end when it stops between two words and the rest is free. */
function wholeEnd(reading: Reading, piece: Range, taken: Uint8Array): number {
  const next = piece.last
  const here = reading.sentence[next - 1]
  const stopsBetweenWords =
    next < reading.length &&
    reading.sentence[next] === here &&
    isWord(reading, next) &&
    (isWord(reading, next - 1) || closesTerm(reading, next - 1))
  if (!stopsBetweenWords) return next
  const end = endOfSentence(reading, next)
  return taken.subarray(next, end).includes(1) || quoted(reading, next, end) ? next : end
}

const isWord = ({ flags }: Reading, at: number): boolean => ((flags[at] ?? 0) & PUNCTUATION) === 0

/** The mark after a quoted term in the middle of a sentence: was “justified” | in keeping it; not “… it holds,” | a line of hers. */
const closesTerm = (reading: Reading, at: number): boolean =>
  (reading.quote[at] ?? 0) > 0 && (reading.quote[at + 1] ?? 0) === 0 && isWord(reading, at - 1)

const quoted = (reading: Reading, first: number, last: number): boolean =>
  reading.quote.subarray(first, last).some((quote) => quote > 0)

/** The drafts in their order, reported speech after its cue made whole. */
export function wholeClauses(reading: Reading, drafts: readonly Draft[]): Draft[] {
  const taken = takenBy(reading, drafts)
  return drafts.map((draft) => {
    const last = draft.content.at(-1)
    const cue = draft.cue[0]
    if (!last || !cue || cue.first >= last.last) return draft
    const end = wholeEnd(reading, last, taken)
    return end === last.last
      ? draft
      : { ...draft, content: [...draft.content.slice(0, -1), { first: last.first, last: end }] }
  })
}
