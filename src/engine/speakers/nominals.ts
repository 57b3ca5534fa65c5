// Finds the common nouns that stand for somebody, with what decides who: determiner, modifiers, whose and of what.
// "Its lead trial lawyer" → possessed by "its", head "lawyer"; "a lawyer for the DOR" → indefinite, head "lawyer"
import { CLOSED_WORDS } from './lexicon/closed-words.ts'
import { bodyNounKind, PERSON_NOUNS, PLURAL_GROUP_NOUNS, VOICES } from './lexicon/nouns.ts'
import { wordSet } from './lexicon/word-set.ts'
import type { Word } from './words.ts'

export type Determiner = 'definite' | 'indefinite' | 'possessive' | 'bare'

export interface Nominal {
  /** Word range from determiner to head, [first, last). */
  readonly first: number
  readonly last: number
  readonly determiner: Determiner
  /** Lower-case head noun. */
  readonly head: string
  /** Word index of the possessor ("its", "Kestrel Post's"), or null. */
  readonly possessor: number | null
}

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'both'])
const INDEFINITE = wordSet(`
  a an one another some several two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty
  thirty forty fifty dozens hundreds many most few other others any every each no
`)
const POSSESSIVES = new Set(['his', 'her', 'its', 'their', 'my', 'our', 'your'])
const SAYING = new Set(
  'told said says say asked wrote testified argued found held ruled warned added urged accused called pressed'.split(
    ' ',
  ),
)
export const isSaying = (word: string): boolean => SAYING.has(word)

const LONGEST_BEFORE = 8

export const isSpeakingNoun = (word: string): boolean =>
  PERSON_NOUNS.has(word) ||
  PLURAL_GROUP_NOUNS.has(word) ||
  VOICES.has(word) ||
  bodyNounKind(word) !== undefined

export const isPluralNoun = (word: string): boolean =>
  PLURAL_GROUP_NOUNS.has(word) ||
  (PERSON_NOUNS.has(word.replace(/s$/, '')) && word.endsWith('s') && !PERSON_NOUNS.has(word))

const breaks = (word: Word): boolean => word.before !== ' ' && !/^['\u2019]s? $/.test(word.before)

/** Words over which a description does not reach back: function words, verbs of saying, other speakers. */
const stops = (word: Word): boolean =>
  CLOSED_WORDS.has(word.lower) ||
  SAYING.has(word.lower) ||
  (PLURAL_GROUP_NOUNS.has(word.lower) && !word.possessive)

/** The nominal whose head is the word at `head`. */
export function nominalAt(words: readonly Word[], head: number, floor: number): Nominal | null {
  const noun = words[head]
  if (!noun) return null
  let first = head
  for (let index = head; index >= Math.max(floor, head - LONGEST_BEFORE); index--) {
    const word = words[index]
    if (!word || word.sentence !== noun.sentence) break
    const determiner = index < head ? determinerOf(word) : null
    if (determiner)
      return {
        first: index,
        last: head + 1,
        determiner,
        head: noun.lower,
        possessor: determiner === 'possessive' ? index : null,
      }
    if (index < head && word.possessive) return possessed(words, index, head)
    if (index < head && stops(word))
      return { first: head, last: head + 1, determiner: 'bare', head: noun.lower, possessor: null }
    first = index
    if (breaks(word)) break
  }
  return { first, last: head + 1, determiner: 'bare', head: noun.lower, possessor: null }
}

function determinerOf(word: Word): Determiner | null {
  if (DEFINITE.has(word.lower)) return 'definite'
  if (INDEFINITE.has(word.lower)) return 'indefinite'
  return POSSESSIVES.has(word.lower) ? 'possessive' : null
}

/** "the trust's chief lawyer": possessor "trust's"; the range starts with the possessor's own determiner. */
function possessed(words: readonly Word[], possessor: number, head: number): Nominal {
  let first = possessor
  while (first > 0 && first > possessor - 5 && !breaks(words[first] ?? NO_WORD)) {
    first--
    if (DEFINITE.has(words[first]?.lower ?? '') || INDEFINITE.has(words[first]?.lower ?? '')) break
  }
  return { first, last: head + 1, determiner: 'possessive', head: words[head]?.lower ?? '', possessor }
}

const NO_WORD: Pick<Word, 'before'> & Word = {
  start: 0,
  end: 0,
  text: '',
  lower: '',
  capital: false,
  allCapitals: false,
  possessive: false,
  before: '',
  sentence: -1,
  paragraph: -1,
  opens: true,
}

/** All nominals of the text whose head is a noun that can speak; heads that only modify a later noun are left out. */
export function nominalsOf(words: readonly Word[], isName: (index: number) => boolean): Nominal[] {
  const nominals: Nominal[] = []
  words.forEach((word, index) => {
    if (isName(index) || !isSpeakingNoun(word.lower) || word.lower === 'both' || word.lower === 'others')
      return
    const modifies = modifiesNoun(words, index)
    if (modifies) return
    const nominal = nominalAt(words, index, 0)
    if (nominal && (nominal.determiner !== 'bare' || isPluralNoun(word.lower))) nominals.push(nominal)
  })
  return nominals
}

/** "deputy" in "deputy litigation chief": the head is yet to come. */
function modifiesNoun(words: readonly Word[], index: number): boolean {
  if (words[index]?.possessive) return false
  const next = words[index + 1]
  if (next?.before !== ' ' || next.capital) return false
  if (isSpeakingNoun(next.lower)) return true
  const after = words[index + 2]
  if (CLOSED_WORDS.has(next.lower) || SAYING.has(next.lower)) return false
  if (after?.before !== ' ' || after.capital || !isSpeakingNoun(after.lower)) return false
  const verbal = /(?:ed|ing|s)$/.test(next.lower)
  return (
    !verbal ||
    (bodyNounKind(words[index]?.lower ?? '') === 'government' && bodyNounKind(after.lower) !== undefined)
  )
}
