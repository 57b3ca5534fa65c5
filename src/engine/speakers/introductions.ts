// Takes in one mention after another, in text order: names with their titles and appositions, then descriptions.
// "Paul Ferrant, a lawyer for the DFI" → Ferrant is a lawyer and speaks for the DFI
import {
  describe,
  lowered,
  MOST_FAR,
  resolveDefinite,
  resolvePossessed,
  resolvePronoun,
  stranger,
} from './descriptions.ts'
import { affiliate, type Figure, isBody } from './figure.ts'
import { CLOSED_WORDS } from './lexicon/closed-words.ts'
import { bodyNounKind, FEMALE_NOUNS, MALE_NOUNS, PERSON_NOUNS, VOICES } from './lexicon/nouns.ts'
import { DEGREES, OFFICES } from './lexicon/titles.ts'
import type { NameMention } from './names.ts'
import { isSpeakingNoun, type Nominal } from './nominals.ts'
import type { Scene } from './scene.ts'
import type { Training } from './training/examples.ts'

const COMPLEMENT = new Set(['for', 'of', 'at', 'with', 'from', 'representing', 'against'])
/** Function words that an apposition may contain. */
const APPOSITIVE = new Set([
  'a',
  'an',
  'the',
  'its',
  'his',
  'her',
  'their',
  'and',
  'first',
  'second',
  'former',
  'now',
  'one',
])
const POSSESSIVE_PRONOUN = /^(?:his|her|its|their)$/

interface Pending {
  readonly figure: Figure
  readonly role: string | null
}

export class Introductions {
  readonly #scene: Scene
  readonly #training: Training | undefined
  /** Affiliations that wait for the body named a few words later, by the index of its last word. */
  readonly #pending = new Map<number, Pending[]>()

  constructor(scene: Scene, training?: Training) {
    this.#scene = scene
    this.#training = training
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
    this.#premodifiers(figure, name)
    this.#apposition(figure, name)
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
      if (named.kind === 'person') this.#gender(named, nominal.head)
    }
    this.#enter(figure, nominal.first, nominal.last)
    if (figure.kind === 'person')
      this.#complement(figure, nominal.last, scene.text(roleStart(nominal), nominal.last))
    if (named && nominal.possessor !== null) this.#owner(named, nominal)
  }

  #gender(figure: Figure, noun: string): void {
    if (FEMALE_NOUNS.has(noun)) figure.gender ??= 'female'
    if (MALE_NOUNS.has(noun)) figure.gender ??= 'male'
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

  /** Past "for the DFI" in "a lawyer for the DFI, Paul Ferrant", or the word itself. */
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
    for (const { figure: agent, role } of this.#pending.get(last - 1) ?? []) affiliate(agent, figure, role)
    this.#pending.delete(last - 1)
  }

  /** "ODE spokesperson Callum Reyes", "Email host Nimbarch": what stands right before a name. */
  #premodifiers(figure: Figure, name: NameMention): void {
    const scene = this.#scene
    const start = name.first - name.title.length
    let first = start
    while (first > start - 5 && scene.words[first]?.before === ' ' && !scene.names.has(first - 1)) {
      const word = scene.words[first - 1]
      if (!word || word.capital !== (word.opens && first - 1 > 0 && word.capital)) break
      if (CLOSED_WORDS.has(word.lower) || /^(?:said|says|told|asked)$/.test(word.lower)) break
      first--
    }
    if (scene.words[start]?.before !== ' ') return
    const role = scene.text(first, name.first)
    for (let index = first; index < start; index++) figure.descriptors.add(scene.words[index]?.lower ?? '')
    for (let index = first; index < start; index++) this.#gender(figure, scene.words[index]?.lower ?? '')
    const spoken = scene.words
      .slice(first, name.first)
      .some(({ lower }) => PERSON_NOUNS.has(lower) || OFFICES.has(lower))
    if (figure.kind !== 'person' || !spoken) return
    const before = scene.names.at(first - 1)
    const employer = before
      ? !before.office && before.last === first
        ? scene.figureOfName(before)
        : undefined
      : scene.words[first - 1]?.possessive
        ? scene.figureAt.get(first - 1)
        : undefined
    const touches = /^(?:['\u2019]s? | )$/.test(scene.words[first]?.before ?? '')
    if (employer && touches) affiliate(figure, employer, role)
    const pronoun = scene.words[first]?.before === ' ' ? (scene.words[first - 1]?.lower ?? '') : ''
    if (POSSESSIVE_PRONOUN.test(pronoun))
      this.#affiliatePronoun(figure, first - 1, pronoun, scene.text(first, name.first))
  }

  #affiliatePronoun(figure: Figure, index: number, pronoun: string, role: string): void {
    const owner = resolvePronoun(this.#scene, index, pronoun, this.#training)
    if (owner) affiliate(figure, owner.figure, role)
  }

  #owner(figure: Figure, nominal: Nominal): void {
    const possessor = nominal.possessor ?? nominal.first
    const word = this.#scene.words[possessor]?.lower ?? ''
    const role = this.#scene.text(possessor + 1, nominal.last)
    if (POSSESSIVE_PRONOUN.test(word)) {
      this.#affiliatePronoun(figure, possessor, word, role)
      return
    }
    const name = this.#scene.names.at(possessor)
    const owner = name ? this.#scene.figureOfName(name) : this.#scene.figureAt.get(possessor)
    if (owner) affiliate(figure, owner, role)
    else this.#wait(possessor, figure, role)
  }

  /** What follows a name: "of Sandusky Law School", ", a professor of …", ", who runs compliance at …". */
  #apposition(figure: Figure, name: NameMention): void {
    const scene = this.#scene
    const end = name.last + (DEGREES.has(scene.words[name.last]?.lower ?? '') ? 1 : 0)
    const word = scene.words[end]
    if (!word || scene.words[end - 1]?.possessive) return
    const direct = word.before === ' ' && /^(?:of|from|for)$/.test(word.lower)
    const apart = word.before === ', ' || word.before === ' (' || word.before === ' \u2014 '
    if (direct || (apart && /^(?:for|of|appearing|representing)$/.test(word.lower))) {
      if (figure.kind === 'person') this.#complement(figure, end, null)
      return
    }
    if (!apart) return
    const head = this.#appositionHead(end, figure)
    if (head < 0) return
    const nominal = scene.nominalAt(head, end)
    if (!nominal) return
    const first = Math.max(nominal.first, end)
    scene.figureAt.set(head, figure)
    for (let index = first; index <= head; index++) figure.descriptors.add(scene.words[index]?.lower ?? '')
    this.#gender(figure, scene.words[head]?.lower ?? '')
    if (figure.kind !== 'person') return
    if (nominal.possessor !== null && nominal.possessor >= end) this.#owner(figure, nominal)
    this.#complement(figure, head + 1, scene.text(end + (/^(?:an?|the)$/.test(word.lower) ? 1 : 0), head + 1))
  }

  /** Head noun of an apposition that starts at the word, or -1. */
  #appositionHead(from: number, figure: Figure): number {
    let head = -1
    for (let index = from; index < from + 9; index++) {
      const word = this.#scene.words[index]
      if (!word || (index > from && word.before !== ' ' && !/^['\u2019]s? $/.test(word.before))) break
      if (CLOSED_WORDS.has(word.lower) && !APPOSITIVE.has(word.lower)) break
      if (/^(?:said|told|says)$/.test(word.lower)) break
      const noun = word.lower
      const fitting =
        figure.kind === 'person'
          ? PERSON_NOUNS.has(noun) || VOICES.has(noun)
          : bodyNounKind(noun) !== undefined
      if (fitting && !word.possessive) head = index
    }
    return head
  }

  /** "for the DFI", "at Kettleby University" after a role: the body is affiliated once it has been read. */
  #complement(figure: Figure, from: number, role: string | null): void {
    const scene = this.#scene
    let index = from
    for (; index < from + 8; index++) {
      const word = scene.words[index]
      if (!word || (word.before !== ' ' && index > from)) return
      if (COMPLEMENT.has(word.lower)) break
      if (index === from + 7) return
    }
    for (let at = index + 1; at < index + 6; at++) {
      const word = scene.words[at]
      if (!word || (word.before !== ' ' && !/^['\u2019]s? $/.test(word.before))) return
      const name = scene.names.at(at)
      const noun = isSpeakingNoun(word.lower) && !isSpeakingNoun(scene.words[at + 1]?.lower ?? '')
      if (name || noun) {
        const beside = scene.words[at + 1]?.before === ' ' ? scene.names.at(at + 1) : undefined
        this.#wait((name ?? beside)?.last ? ((name ?? beside)?.last ?? 0) - 1 : at, figure, role)
        return
      }
    }
  }

  #wait(last: number, figure: Figure, role: string | null): void {
    const waiting = this.#pending.get(last)
    if (waiting) waiting.push({ figure, role })
    else this.#pending.set(last, [{ figure, role }])
  }
}

const roleStart = (nominal: Nominal): number =>
  nominal.possessor !== null
    ? nominal.possessor + 1
    : nominal.determiner === 'bare'
      ? nominal.first
      : nominal.first + 1
