// Noun phrases and verb groups by word class, as far as plain sentences need them; anything unusual gives null.
import { tagOf } from '../../grammar/tags.ts'
import { hashText } from '../../model/hashing.ts'
import type { Range } from '../draft.ts'
import type { Reading } from '../reading.ts'

/** A reading with word classes, see `grammar/tags.ts`. */
export interface Tagged extends Reading {
  readonly tags: Uint8Array
}

const classes = (names: string): ReadonlySet<number> => new Set(names.split(' ').map(tagOf))

const IN_PHRASE = classes('NN NNS NNP PRP PRP$ DT JJ CD POS IN CC VBG VBN -LRB-')
const OPENS_PHRASE = classes('NN NNS NNP PRP PRP$ DT JJ CD')
const ENDS_PHRASE = classes('NN NNS NNP PRP CD -LRB- DT')
const FINITE = classes('VBD VBZ VBP MD')
const PARTICIPLE = tagOf('VBG')
const COMMA = tagOf(',')
const ADVERB = tagOf('RB')
const JOINS = classes('CC WRB WDT IN')

/** Longer ones are misread more often than not. */
const LONGEST = 30

export const wordAt = ({ document: { text, tokens } }: Tagged, at: number): string =>
  text.slice(tokens[at]?.start ?? 0, tokens[at]?.end ?? 0)

/** Numbers of words, to see without their letters that a token is none of them. */
export const wordsOf = (words: Iterable<string>): ReadonlySet<number> => new Set([...words].map(hashText))

/** Whether the token may be one of the words; only its letters tell for sure. */
export const maybe = ({ word }: Tagged, at: number, words: ReadonlySet<number>): boolean =>
  words.has(word[at] ?? 0)

export const isFiniteVerb = ({ tags }: Tagged, at: number): boolean => FINITE.has(tags[at] ?? 0)

export const isParticiple = ({ tags }: Tagged, at: number): boolean => tags[at] === PARTICIPLE

const has = ({ tags }: Tagged, at: number, set: ReadonlySet<number>): boolean => set.has(tags[at] ?? 0)

/** "Brad Orme, counsel for the firm," before a verb: past the inner comma to where the name begins. */
function leftEdge(reading: Tagged, from: number, floor: number): number {
  let at = from
  while (at > floor && has(reading, at - 1, IN_PHRASE)) at--
  return at
}

/** Prepositions and conjunctions at the front are no part of the phrase; in front of a name they mean it was misread. */
function plainStart(reading: Tagged, start: number, end: number): number {
  let at = start
  while (at < end && reading.tags[at] === ADVERB) at++
  return has(reading, at, OPENS_PHRASE) ? at : -1
}

/** The noun phrase that ends right before `end` in the sentence from `floor`, with its apposition; null when unsure. */
export function phraseBefore(reading: Tagged, end: number, floor: number): Range | null {
  let last = end
  while (last > floor && reading.tags[last - 1] === ADVERB) last--
  const closing = reading.tags[last - 1] === COMMA ? last - 1 : last
  if (closing <= floor || !has(reading, closing - 1, ENDS_PHRASE)) return null
  let first = leftEdge(reading, closing, floor)
  if (closing < last) {
    if (reading.tags[first - 1] !== COMMA) return null
    first = leftEdge(reading, first - 1, floor)
  }
  const start = plainStart(reading, first, closing)
  const before = start - 1
  const clean =
    before < floor || reading.tags[before] === COMMA || has(reading, before, JOINS) || before === first - 1
  if (start < 0 || !clean || closing - start > LONGEST || start >= closing) return null
  return { first: start, last: closing }
}

/** The subject of the sentence [first, last): the phrase before its first finite verb, an opening phrase left out. */
export function subjectOf(reading: Tagged, first: number, last: number): Range | null {
  for (let at = first; at < last; at++) {
    if (has(reading, at, FINITE)) return phraseBefore(reading, at, first)
  }
  return null
}

/** First word of the verb group that ends with the verb at `verb`: "has since warned" → "has". */
export function groupStart(reading: Tagged, verb: number, floor: number): number {
  let first = verb
  for (let at = verb - 1; at >= floor && at >= verb - 4; at--) {
    if (AUXILIARY.test(wordAt(reading, at))) first = at
    else if (reading.tags[at] !== ADVERB) break
  }
  return first
}

const AUXILIARY = /^(?:has|have|had|is|was|are|were|will|would|did|does|do|not|n['\u2019]t)$/iu
