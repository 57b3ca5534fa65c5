// A speech verb, a listener or an aside, and a that-clause: [The firm] <has warned> a court {that the order could spread}.
// [The union] <said> in court on 9 June {that …}. Nothing between may be a verb, a mark or another clause.
import { tagOf } from '../../grammar/tags.ts'
import { SPEECH_VERBS } from '../../lexicon/speech-verbs.ts'
import type { Draft } from '../draft.ts'
import { groupStart, isFiniteVerb, maybe, phraseBefore, type Tagged, wordAt, wordsOf } from './phrases.ts'

/** A listener and an aside are seldom longer. */
const LONGEST_GAP = 14
const CERTAINTY = 0.7
const VERBS = new Set(['VB', 'VBD', 'VBZ', 'VBP', 'MD', 'VBG', 'WDT', 'WRB', 'TO'].map(tagOf))
const SPOKEN = wordsOf(SPEECH_VERBS)
const PAST = tagOf('VBN')
const MARK = /^[^\p{L}\p{N}]+$/u

/** The "that" which opens the clause after the verb at `verb`, or -1. */
function thatAfter(reading: Tagged, verb: number, last: number): number {
  for (let at = verb + 1; at < Math.min(last - 2, verb + 2 + LONGEST_GAP); at++) {
    const word = wordAt(reading, at)
    if (word === 'that') return isFiniteVerb(reading, at + 1) ? -1 : at
    if (
      MARK.test(word) ||
      VERBS.has(reading.tags[at] ?? 0) ||
      /^(?:whether|if|because|which|who)$/u.test(word)
    )
      return -1
  }
  return -1
}

/** Speech verbs of one sentence, each with the that-clause to the sentence's end. */
export function thatClauses(reading: Tagged, first: number, last: number, end: number): Draft[] {
  const drafts: Draft[] = []
  for (let verb = first + 1; verb < end; verb++) {
    if (!maybe(reading, verb, SPOKEN)) continue
    if (!SPEECH_VERBS.has(wordAt(reading, verb))) continue
    const start = groupStart(reading, verb, first)
    const finite =
      isFiniteVerb(reading, start) || (reading.tags[verb] !== PAST && isFiniteVerb(reading, verb))
    const that = finite ? thatAfter(reading, verb, end) : -1
    const source = that < 0 ? null : phraseBefore(reading, start, first)
    if (!source) continue
    drafts.push({
      source: [source],
      cue: [{ first: start, last: verb + 1 }],
      content: [{ first: that, last: end }],
      certainty: CERTAINTY,
      form: 'cue',
    })
    break
  }
  return last > first ? drafts : []
}
