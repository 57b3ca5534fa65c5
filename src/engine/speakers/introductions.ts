// Takes in one mention after another, in text order: names with their titles and appositions, then descriptions.
// "Ivo Lund, a lawyer for the DOR" → Lund is a lawyer and speaks for the DOR
import { Affiliations, COMPLEMENT } from './affiliations.ts'
import { learnGender, readApposition, readPremodifiers } from './appositions.ts'
import { describe, lowered, MOST_FAR, resolveDefinite, resolvePossessed, stranger } from './descriptions.ts'
import { type Figure, isBody } from './figure.ts'
import { bodyNounKind, PERSON_NOUNS } from './lexicon/nouns.ts'
import { DEGREES } from './lexicon/titles.ts'
import type { NameMention } from './names.ts'
import type { Nominal } from './nominals.ts'
import type { Scene } from './scene.ts'
import type { Training } from './training/examples.ts'

export class Introductions {
  readonly #scene: Scene
  readonly #training: Training | undefined
  readonly #affiliations: Affiliations

  constructor(scene: Scene, training?: Training) {
    this.#scene = scene
    this.#training = training
    this.#affiliations = new Affiliations(scene, training)
  }

  name(name: NameMention): void {
    const scene = this.#scene
    if (scene.figureAt.has(name.last - 1)) return
    if (name.office) {
      this.#office(name)
      return
    }
    const figure = scene.figureOfName(name)
    if (!figure) return
    this.#enter(figure, name.first - name.title.length, name.last)
    readPremodifiers(scene, this.#affiliations, figure, name)
    readApposition(scene, this.#affiliations, figure, name)
  }

  /** "the Solicitor General": a description written with capitals. */
  #office(name: NameMention): void {
    const first = this.#scene.words[name.first - 1]?.lower === 'the' ? name.first - 1 : name.first
    const head = this.#scene.words[name.last - 1]?.lower ?? ''
    const nominal: Nominal = {
      first,
      last: name.last,
      determiner: first < name.first ? 'definite' : 'bare',
      head,
      possessor: null,
    }
    this.#enter(this.#holder(nominal, name), first, name.last)
  }

  /** Whoever holds the office by their title, or the office itself. */
  #holder(nominal: Nominal, name: NameMention): Figure {
    const scene = this.#scene
    const title = scene.words.slice(name.first, name.last).map((word) => word.lower)
    const holder = scene.cast.figures
      .slice(0, MOST_FAR)
      .filter(
        (one) => one.proper && one.kind === 'person' && title.every((word) => one.descriptors.has(word)),
      )
    if (holder.length === 1 && holder[0]) return holder[0]
    const phrase = scene.text(name.first, name.last)
    const known = scene.phrase(phrase)
    if (known) return known
    const recent =
      holder.length > 1
        ? scene.discourse.recent(name.first).find((one) => holder.includes(one.figure))
        : undefined
    return recent?.figure ?? stranger(scene, { ...nominal, first: name.first, determiner: 'bare' })
  }

  nominal(nominal: Nominal): void {
    const scene = this.#scene
    const head = nominal.last - 1
    if (scene.figureAt.has(head)) return
    const next = scene.words[nominal.last]
    const name = scene.names.at(nominal.last)
    if (name && !name.office && next?.before === ' ' && !scene.words[head]?.possessive) return
    const named = this.#namedAfter(nominal)
    const figure = named ?? this.#figureOf(nominal)
    if (named) {
      describe(scene, named, nominal)
      if (named.kind === 'person') learnGender(named, nominal.head)
    }
    this.#enter(figure, nominal.first, nominal.last)
    if (figure.kind === 'person')
      this.#affiliations.ofComplement(figure, nominal.last, scene.text(roleStart(nominal), nominal.last))
    if (named && nominal.possessor !== null) this.#affiliations.ofPossessor(named, nominal)
  }

  #figureOf(nominal: Nominal): Figure {
    const scene = this.#scene
    if (nominal.determiner === 'possessive') return resolvePossessed(scene, nominal, this.#training).figure
    if (nominal.determiner === 'definite') return resolveDefinite(scene, nominal, this.#training).figure
    const name = lowered(scene, nominal.first, nominal.last)
    const same = nominal.determiner === 'bare' ? scene.phrase(name) : undefined
    return same ?? stranger(scene, nominal)
  }

  /** "the lawyer, Ida Quill": the person in apposition right after the description. */
  #namedAfter(nominal: Nominal): Figure | undefined {
    const scene = this.#scene
    const personal = PERSON_NOUNS.has(nominal.head)
    const at = personal ? this.#afterComplement(nominal.last) : nominal.last
    const word = scene.words[at]
    if (
      (nominal.determiner === 'bare' && at === nominal.last) ||
      !word ||
      !/^(?:, | \u2014 ?)$/.test(word.before)
    )
      return undefined
    const the = word.lower === 'the' ? 1 : 0
    const name = scene.names.at(at + the)
    if (!name || name.office || scene.words[name.last - 1]?.possessive) return undefined
    const figure = scene.figureOfName(name)
    const fitting = personal
      ? figure?.kind === 'person' && the === 0
      : figure !== undefined && bodyNounKind(nominal.head) !== undefined && isBody(figure)
    const degree = DEGREES.has(scene.words[name.last]?.lower ?? '') ? 1 : 0
    const after = scene.words[name.last + degree]
    return fitting && (after?.before !== ' ' || (personal && !after.capital)) ? figure : undefined
  }

  /** Past "for the DOR" in "a lawyer for the DOR, Ivo Lund", or the word itself. */
  #afterComplement(from: number): number {
    const { words } = this.#scene
    if (words[from]?.before !== ' ' || !COMPLEMENT.has(words[from]?.lower ?? '')) return from
    for (let index = from + 1; index < from + 9; index++) {
      const word = words[index]
      if (!word || word.before === ', ') return word ? index : from
      if (word.before !== ' ' && !/^['\u2019]s? $/.test(word.before)) return from
      if (/^(?:who|which|that|said|says|told|and|was|is|has)$/.test(word.lower)) return from
    }
    return from
  }

  #enter(figure: Figure, first: number, last: number): void {
    this.#scene.note(figure, first, last)
    this.#affiliations.entered(figure, last)
  }
}

const roleStart = (nominal: Nominal): number =>
  nominal.possessor !== null
    ? nominal.possessor + 1
    : nominal.determiner === 'bare'
      ? nominal.first
      : nominal.first + 1
