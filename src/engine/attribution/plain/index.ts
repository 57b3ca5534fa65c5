// Plain sentences that the learnt layer passed over: rules that add a claim only where nobody is cited yet.
// Each rule sees one sentence [first, last), whose last word stands before `end`.
import { type Draft, meet, type Range } from '../draft.ts'
import { grounds } from './grounds.ts'
import { type Tagged, wordAt } from './phrases.ts'
import { reported } from './reported.ts'
import { thatClauses } from './that-clauses.ts'
import { views } from './views.ts'

type Rule = (reading: Tagged, first: number, last: number, end: number) => Draft[]

const RULES: readonly Rule[] = [reported, thatClauses, grounds, views]

const CLOSING = /^[.!?\u2026"'\u201d\u2019)\]]+$/u
/** A clause that is taken up by more than this share of its words is cited already. */
const COVERED = 0.3

function takenBy(reading: Tagged, drafts: readonly Draft[]): Uint8Array {
  const taken = new Uint8Array(reading.length)
  for (const { content, cue } of drafts) {
    for (const { first, last } of [...content, ...cue]) taken.fill(1, first, last)
  }
  return taken
}

function share(taken: Uint8Array, { first, last }: Range): number {
  let sum = 0
  for (let at = first; at < last; at++) sum += taken[at] ?? 0
  return sum / Math.max(1, last - first)
}

/** Words outside quotation marks only: what is said inside them is the speaker's own. */
const isOpen = (reading: Tagged, ranges: readonly Range[]): boolean =>
  ranges.every(({ first, last }) => reading.quote.subarray(first, last).every((quote) => quote === 0))

/** Who is reported to have said something is its source, whoever reports it, even where the learnt layer saw it otherwise. */
function withReported(reading: Tagged, drafts: readonly Draft[]): Draft[] {
  const found = sentencesOf(reading).flatMap(([first, last, end]) => reported(reading, first, last, end))
  if (found.length === 0) return [...drafts]
  return drafts.map((draft) => {
    const known = found.find((one) => one.cue.some((a) => draft.cue.some((b) => meet(a, b))))
    return known ? { ...draft, source: known.source } : draft
  })
}

/** First token, last token, and one past the last word of each sentence. */
function sentencesOf(reading: Tagged): [number, number, number][] {
  return reading.document.sentences.map(({ first, last }) => {
    let end = last
    while (end > first && CLOSING.test(wordAt(reading, end - 1))) end--
    return [first, last, end]
  })
}

/** The drafts, with those that the rules add behind them. */
export function withPlainSpeech(reading: Tagged, learnt: readonly Draft[]): Draft[] {
  const drafts = withReported(reading, learnt)
  const taken = takenBy(reading, drafts)
  const added: Draft[] = []
  for (const [first, last, end] of sentencesOf(reading)) {
    for (const rule of RULES) {
      for (const draft of rule(reading, first, last, end)) {
        const free = [...draft.content, ...draft.cue].every((range) => share(taken, range) <= COVERED)
        if (!free || !isOpen(reading, [...draft.cue, ...draft.source])) continue
        added.push(draft)
        for (const range of [...draft.content, ...draft.cue]) taken.fill(1, range.first, range.last)
      }
    }
  }
  return [...drafts, ...added]
}
