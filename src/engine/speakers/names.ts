// Finds the capitalised names of an article, word range by word range.
// "U.S. District Judge Harold Minter of the Office of Digital Enforcement" → title + Harold Minter | Office of Digital Enforcement
import { BODY_OPENERS, kindOfBodyNoun } from './lexicon/bodies.ts'
import { CLOSED_WORDS, NAME_LINKS, NAME_PARTICLES } from './lexicon/closed-words.ts'
import { isFirstName } from './lexicon/first-names.ts'
import { bodyNounKind, PAPERS, PERSON_NOUNS, PLURAL_GROUP_NOUNS, VOICES } from './lexicon/nouns.ts'
import { COURTESY, DEGREES, JUDICIAL_SUFFIXES, OFFICES } from './lexicon/titles.ts'
import { LOOSE_MODIFIERS, TOPICS } from './lexicon/topics.ts'
import type { Word } from './words.ts'

export interface NameMention {
  /** Word range of the name proper, [first, last). */
  readonly first: number
  readonly last: number
  /** Lower-case words of the title before it ("u.s.", "district", "judge"); empty without one. */
  readonly title: readonly string[]
  /** The name is a title without a name ("the Solicitor General"). */
  readonly office: boolean
}

/** Longest name in words. */
const LONGEST_NAME = 14

export const isTitle = (word: string): boolean => COURTESY.has(word) || OFFICES.has(word)

const isCommonNoun = (word: string): boolean =>
  PERSON_NOUNS.has(word) ||
  PLURAL_GROUP_NOUNS.has(word) ||
  PAPERS.has(word) ||
  VOICES.has(word) ||
  bodyNounKind(word) !== undefined

export class NameScanner {
  readonly words: readonly Word[]
  /** Words seen in lower case, and words seen with a capital where a capital means something. */
  readonly #low = new Set<string>()
  readonly #high = new Set<string>()

  constructor(words: readonly Word[]) {
    this.words = words
    for (const word of words) {
      if (!word.capital) this.#low.add(word.lower)
      else if (!word.opens) this.#high.add(word.lower)
    }
  }

  scan(): NameMention[] {
    const mentions: NameMention[] = []
    let index = 0
    while (index < this.words.length) {
      const last = this.#isNamePart(index) ? this.#runEnd(index) : index
      if (last > index) mentions.push(...this.#split(index, last))
      index = Math.max(last, index + 1)
    }
    return mentions
  }

  #word(index: number): Word | undefined {
    return this.words[index]
  }

  #isNamePart(index: number): boolean {
    const word = this.#word(index)
    if (!word?.capital || CLOSED_WORDS.has(word.lower)) return false
    if (word.text.length === 1 && word.lower === 'i') return false
    return true
  }

  #runEnd(first: number): number {
    let last = first + 1
    while (last < this.words.length && last - first < LONGEST_NAME) {
      const step = this.#step(first, last)
      if (step === 0) break
      last += step
    }
    return last
  }

  /** How many words the name [first, last) grows by at `last`. */
  #step(first: number, last: number): number {
    const word = this.#word(last)
    const previous = this.#word(last - 1)
    if (!word || !previous) return 0
    if (word.before === ' & ') return this.#isNamePart(last) ? 1 : 0
    const plural = previous.possessive && /^['\u2019] $/.test(word.before)
    if ((previous.possessive && !plural) || (word.before !== ' ' && !plural)) return 0
    if (this.#isNamePart(last)) return 1
    if (NAME_PARTICLES.has(word.lower)) return this.#afterParticle(last)
    return NAME_LINKS.has(word.lower) ? this.#afterLink(first, last) : 0
  }

  /** "van" or "de la" before a capital. */
  #afterParticle(at: number): number {
    let next = at + 1
    while (next < at + 3 && NAME_PARTICLES.has(this.#word(next)?.lower ?? '')) next++
    return this.#word(next)?.before === ' ' && this.#isNamePart(next) ? next - at + 1 : 0
  }

  /** "of", "for the", "and" inside the name of a body. */
  #afterLink(first: number, at: number): number {
    const link = this.#word(at)?.lower ?? ''
    let next = at + 1
    if (this.#word(next)?.lower === 'the' && link !== 'and') next++
    if (this.#word(next)?.before !== ' ' || !this.#isNamePart(next)) return 0
    if (link === 'and') return this.#joinsByAnd(first, at) ? 2 : 0
    const opened = this.words.slice(first, at).some((one) => BODY_OPENERS.has(one.lower))
    const plainLink = link === 'of' || link === 'for' || link === 'on'
    return opened && plainLink ? next - at + 1 : 0
  }

  #joinsByAnd(first: number, at: number): boolean {
    const left = this.words.slice(first, at)
    const right = this.#word(at + 1)?.lower ?? ''
    if (left.some((word) => word.lower === 'of' || word.lower === 'for')) return TOPICS.has(right)
    if (left.length > 2 || left.some((word) => kindOfBodyNoun(word.lower) || isFirstName(word.text)))
      return false
    if (this.#word(first - 1)?.lower !== 'the') return false
    for (let index = at + 1; index < at + 5 && this.#isNamePart(index); index++) {
      if (index > at + 1 && this.#word(index)?.before !== ' ') return false
      if (index > at + 1 && kindOfBodyNoun(this.#word(index)?.lower ?? '')) return true
    }
    return false
  }

  /** A run of capitals as title and name. */
  #split(from: number, to: number): NameMention[] {
    let first = from
    let last = to
    if (this.#openerIsOrdinary(first, last)) first++
    if (last > first && DEGREES.has(this.#word(last - 1)?.lower ?? '') && last - first > 2) last--
    if (first >= last) return []
    const start = this.#nameStart(first, last)
    const title = this.words.slice(first, start).map((word) => word.lower)
    if (start >= last) return [{ first, last, title: title.slice(0, -1), office: true }]
    return [{ first: start, last, title, office: false }]
  }

  /** A sentence's first word whose capital comes from its place. */
  #openerIsOrdinary(first: number, last: number): boolean {
    const word = this.#word(first)
    if (!word?.opens || isFirstName(word.text)) return false
    const single = last - first === 1
    if (!single)
      return LOOSE_MODIFIERS.has(word.lower) || (PERSON_NOUNS.has(word.lower) && !isTitle(word.lower))
    if (this.#high.has(word.lower)) return false
    const next = this.#word(last)
    const modifies = next !== undefined && !next.capital && next.before === ' ' && isCommonNoun(next.lower)
    return (
      modifies ||
      this.#low.has(word.lower) ||
      isCommonNoun(word.lower) ||
      LOOSE_MODIFIERS.has(word.lower) ||
      /(?:ly|ing)$/.test(word.lower)
    )
  }

  /** First word after the last title, or `first` when the run is the name of a body or has no title. */
  #nameStart(first: number, last: number): number {
    let start = first
    for (let index = first; index < last; index++) {
      const word = this.#word(index)
      if (word && isTitle(word.lower) && !(JUDICIAL_SUFFIXES.has(word.lower) && index > first))
        start = index + 1
    }
    if (start === first) return first
    if (/^(?:of|for)$/.test(this.#word(start)?.lower ?? '')) start = this.#afterRealm(start, last)
    const rest = this.words.slice(start, last)
    return rest.some((word) => kindOfBodyNoun(word.lower) && !isFirstName(word.text)) &&
      !COURTESY.has(this.#word(start - 1)?.lower ?? '')
      ? first
      : start
  }

  /** "Secretary of State Ida Quill": past "of State". */
  #afterRealm(at: number, last: number): number {
    let index = at + 1
    while (index < last && !isFirstName(this.#word(index)?.text ?? '')) index++
    return index
  }
}
