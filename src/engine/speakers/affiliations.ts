// Whom somebody speaks for, from the words that tie a role to a body.
// "its lawyer", "a lawyer for the DOR", "GSM General Counsel" → affiliated, with the role
import { resolvePronoun } from './descriptions.ts'
import { affiliate, type Figure } from './figure.ts'
import { CLOSED_WORDS } from './lexicon/closed-words.ts'
import type { NameMention } from './names.ts'
import { isSaying, isSpeakingNoun, type Nominal } from './nominals.ts'
import type { Scene } from './scene.ts'
import type { Training } from './training/examples.ts'

export const COMPLEMENT = new Set(['for', 'of', 'at', 'with', 'from', 'representing', 'against'])
export const POSSESSIVE_PRONOUN = /^(?:his|her|its|their)$/

interface Pending {
  readonly figure: Figure
  readonly role: string | null
}

export class Affiliations {
  readonly #scene: Scene
  readonly #training: Training | undefined
  /** Those that wait for the body named a few words later, by the index of its last word. */
  readonly #pending = new Map<number, Pending[]>()

  constructor(scene: Scene, training?: Training) {
    this.#scene = scene
    this.#training = training
  }

  /** A body has been read: those who waited for it get it. */
  entered(figure: Figure, last: number): void {
    for (const { figure: agent, role } of this.#pending.get(last - 1) ?? []) affiliate(agent, figure, role)
    this.#pending.delete(last - 1)
  }

  /** "its counsel": whoever the pronoun means. */
  ofPronoun(figure: Figure, index: number, pronoun: string, role: string): void {
    const owner = resolvePronoun(this.#scene, index, pronoun, this.#training)
    if (owner) affiliate(figure, owner.figure, role)
  }

  /** "the county's retired coroner", "OCT spokesperson": whoever stands right before the role, [first, last). */
  ofWordBefore(figure: Figure, first: number, last: number): void {
    const { names, words, figureAt } = this.#scene
    const role = this.#scene.text(first, last)
    const gap = words[first]?.before ?? ''
    const before = names.at(first - 1)
    const employer = before
      ? this.#namedBefore(before, first)
      : words[first - 1]?.possessive
        ? figureAt.get(first - 1)
        : undefined
    if (employer && /^(?:['\u2019]s? | )$/.test(gap)) affiliate(figure, employer, role)
    const pronoun = gap === ' ' ? (words[first - 1]?.lower ?? '') : ''
    if (POSSESSIVE_PRONOUN.test(pronoun)) this.ofPronoun(figure, first - 1, pronoun, role)
  }

  #namedBefore(name: NameMention, first: number): Figure | undefined {
    return !name.office && name.last === first ? this.#scene.figureOfName(name) : undefined
  }

  /** "the commission's deputy chief": the possessor of a description. */
  ofPossessor(figure: Figure, nominal: Nominal): void {
    const possessor = nominal.possessor ?? nominal.first
    const word = this.#scene.words[possessor]?.lower ?? ''
    const role = this.#scene.text(possessor + 1, nominal.last)
    if (POSSESSIVE_PRONOUN.test(word)) {
      this.ofPronoun(figure, possessor, word, role)
      return
    }
    const name = this.#scene.names.at(possessor)
    const owner = name ? this.#scene.figureOfName(name) : this.#scene.figureAt.get(possessor)
    if (owner) affiliate(figure, owner, role)
    else this.#wait(possessor, figure, role)
  }

  /** "for the DOR", "at Norhaven University" after a role: the body is affiliated once it has been read. */
  ofComplement(figure: Figure, from: number, role: string | null): void {
    const { words, names } = this.#scene
    const preposition = this.#prepositionAfter(from)
    if (preposition < 0) return
    for (let at = preposition + 1; at < preposition + 6; at++) {
      const word = words[at]
      if (!word || (word.before !== ' ' && !/^['\u2019]s? $/.test(word.before))) return
      const name = names.at(at)
      const noun = isSpeakingNoun(word.lower) && !isSpeakingNoun(words[at + 1]?.lower ?? '')
      if (!name && !noun) continue
      const named = name ?? (words[at + 1]?.before === ' ' ? names.at(at + 1) : undefined)
      this.#wait(named ? named.last - 1 : at, figure, role)
      return
    }
  }

  /** The preposition that binds the role, a few plain words on at most ("vice president for workforce"), or -1. */
  #prepositionAfter(from: number): number {
    for (let index = from; index < from + 6; index++) {
      const word = this.#scene.words[index]
      if (!word) return -1
      if (COMPLEMENT.has(word.lower)) return index
      const plain = word.before === ' ' && (word.lower === 'and' || !CLOSED_WORDS.has(word.lower))
      if (!plain || isSaying(word.lower)) return -1
    }
    return -1
  }

  #wait(last: number, figure: Figure, role: string | null): void {
    const waiting = this.#pending.get(last)
    if (waiting) waiting.push({ figure, role })
    else this.#pending.set(last, [{ figure, role }])
  }
}
