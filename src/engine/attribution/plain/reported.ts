// Reported by somebody else: [Fenn] rejected this, and <is reported> by the Gazette <to have said>: {“It leaks.”}
// The source is who is reported, never who reports.
import type { Draft, Range } from '../draft.ts'
import { maybe, phraseBefore, subjectOf, type Tagged, wordAt, wordsOf } from './phrases.ts'

const CERTAINTY = 0.7
const AUXILIARY = /^(?:is|was|are|were)$/u
const AUXILIARIES = wordsOf(['is', 'was', 'are', 'were'])
const REPORTED = /^(?:reported|quoted|said|understood|alleged|believed|thought|rumoured|rumored)$/u
const SPOKEN = /^(?:said|told|written|argued|claimed|replied|answered|asked|warned|complained|remarked)$/u
/** "by the Dunmere Gazette" and no more. */
const LONGEST_GAP = 8

/** The "to have said" that follows the token at `from`, by its "have"; -1 for none. */
function haveSaid(reading: Tagged, from: number, end: number): number {
  for (let at = from; at < Math.min(end - 2, from + LONGEST_GAP); at++) {
    const spoken = wordAt(reading, at + 1) === 'have' && SPOKEN.test(wordAt(reading, at + 2))
    if (wordAt(reading, at) === 'to' && spoken) return at + 1
  }
  return -1
}

/** The quotation or that-clause after `at`; a quotation may run on to the end of its paragraph's sentences. */
function contentAfter(reading: Tagged, at: number, end: number): Range | null {
  const next = /^[:,]$/u.test(wordAt(reading, at)) ? at + 1 : at
  if (wordAt(reading, next) === 'that') return next < end - 2 ? { first: next, last: end } : null
  if ((reading.quote[next] ?? 0) === 0) return null
  let last = next
  while (
    last < reading.length &&
    (reading.quote[last] ?? 0) > 0 &&
    reading.paragraph[last] === reading.paragraph[next]
  )
    last++
  return last - next > 3 ? { first: next, last } : null
}

export function reported(reading: Tagged, first: number, last: number, end: number): Draft[] {
  for (let at = first + 1; at < last - 4; at++) {
    if (!maybe(reading, at, AUXILIARIES)) continue
    if (!AUXILIARY.test(wordAt(reading, at)) || !REPORTED.test(wordAt(reading, at + 1))) continue
    const have = haveSaid(reading, at + 2, last)
    const content = have < 0 ? null : contentAfter(reading, have + 2, end)
    const joined = wordAt(reading, at - 1) === 'and'
    const source = joined ? subjectOf(reading, first, at) : phraseBefore(reading, at, first)
    if (!content || !source) continue
    const cue = { first: have, last: have + 2 }
    return [{ source: [source], cue: [cue], content: [content], certainty: CERTAINTY, form: 'cue' }]
  }
  return []
}
