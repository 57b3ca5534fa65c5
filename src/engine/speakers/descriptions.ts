// Reads a common noun in its place: who is meant by "the company", "its counsel", "a lawyer for the DOR".

import type { SpeakerKind } from '../types.ts'
import {
  behindClues,
  type Clues,
  featuresOf,
  newcomerFeatures,
  nominalClues,
  nounClass,
  pronounClues,
} from './candidate-features.ts'
import type { Recent } from './discourse.ts'
import { affiliate, type Figure, isBody } from './figure.ts'
import { PROPER_ADJECTIVES, PROPER_GROUPS } from './lexicon/adjectives.ts'
import { bodyNounKind, FEMALE_NOUNS, MALE_NOUNS, VOICES } from './lexicon/nouns.ts'
import { isPluralNoun, type Nominal } from './nominals.ts'
import { rank } from './ranking.ts'
import type { Scene } from './scene.ts'
import type { Training } from './training/examples.ts'

export interface Resolved {
  readonly figure: Figure
  readonly probability: number
  /** Nobody known was meant: the description itself is the name. */
  readonly fresh: boolean
}

const PERSONAL: Readonly<Record<string, string>> = {
  his: 'he',
  her: 'she',
  its: 'it',
  their: 'they',
  him: 'he',
  them: 'they',
}

/** Type of the pronoun for ranking: "her" is a "she". */
export const pronounType = (word: string): string => PERSONAL[word] ?? word

const fits = (type: string, figure: Figure): boolean => {
  if (type === 'he') return figure.kind === 'person' && !figure.plural && figure.gender !== 'female'
  if (type === 'she') return figure.kind === 'person' && !figure.plural && figure.gender !== 'male'
  if (type === 'it') return figure.kind !== 'person' && !figure.plural
  return true
}

/** Who a third-person pronoun means, among the recent figures. */
export function resolvePronoun(
  scene: Scene,
  index: number,
  word: string,
  training?: Training,
): Resolved | null {
  const type = pronounType(word)
  const at = scene.words[index]
  if (!at) return null
  const candidates = scene.discourse.recent(index).filter((one) => fits(type, one.figure))
  const clues = candidates.map((one) => pronounClues(type, one, at, scene.discourse))
  training?.record(
    index,
    candidates.map((one) => one.figure),
    clues.map(featuresOf),
    null,
  )
  const ranked = rank(clues, training?.weights)
  const chosen = ranked ? candidates[ranked.best] : undefined
  return chosen && ranked ? { figure: chosen.figure, probability: ranked.probability, fresh: false } : null
}

/** Lower-case words between determiner and head. */
export function modifiersOf(scene: Scene, nominal: Nominal): string[] {
  const from =
    nominal.possessor === null
      ? nominal.first + (nominal.determiner === 'bare' ? 0 : 1)
      : nominal.possessor + 1
  return scene.words
    .slice(Math.max(from, nominal.last - 6), nominal.last - 1)
    .map((word) => word.lower)
    .filter((word) => /^\p{L}/u.test(word))
}

const compatible = (group: string, figure: Figure): boolean => {
  if (group === 'person') return figure.kind === 'person' && !figure.plural
  if (group === 'plural') return figure.plural || isBody(figure) || figure.kind === 'group'
  return figure.kind !== 'person'
}

export function kindOfNoun(noun: string): SpeakerKind {
  const group = nounClass(noun)
  if (group === 'plural') return 'group'
  if (group === 'person') return 'person'
  return bodyNounKind(noun) ?? 'unknown'
}

/** A description that nobody known answers to becomes a figure of its own. */
export function stranger(scene: Scene, nominal: Nominal): Figure {
  const from = nominal.determiner === 'definite' ? nominal.first + 1 : nominal.first
  const figure = scene.cast.add(lowered(scene, from, nominal.last), kindOfNoun(nominal.head), false)
  figure.plural = isPluralNoun(nominal.head) && figure.kind === 'group'
  if (FEMALE_NOUNS.has(nominal.head)) figure.gender = 'female'
  if (MALE_NOUNS.has(nominal.head)) figure.gender = 'male'
  describe(scene, figure, nominal)
  return figure
}

/** Text of a description, its first word in lower case where only its place gave it a capital. */
export function lowered(scene: Scene, first: number, last: number): string {
  const text = scene.text(first, last)
  const word = scene.words[first]
  const ordinary =
    word?.opens &&
    !scene.names.has(first) &&
    !PROPER_ADJECTIVES.has(word.lower) &&
    !PROPER_GROUPS.has(word.lower)
  return ordinary ? text.slice(0, 1).toLowerCase() + text.slice(1) : text
}

export function describe(scene: Scene, figure: Figure, nominal: Nominal): void {
  figure.descriptors.add(nominal.head)
  for (const word of modifiersOf(scene, nominal)) figure.descriptors.add(word)
}

/** Figures among whom a title is sought beyond the recent ones; names come first in the cast. */
export const MOST_FAR = 200

/** The recent ones of a fitting kind, and those anywhere in the text whose title or apposition is the very noun. */
function candidatesFor(scene: Scene, nominal: Nominal, group: string): Recent[] {
  const recent = scene.discourse.recent(nominal.first).filter((one) => compatible(group, one.figure))
  const far = scene.cast.figures
    .slice(0, MOST_FAR)
    .filter(
      (one) =>
        one.proper &&
        one.descriptors.has(nominal.head) &&
        !recent.some((other) => other.figure === one) &&
        compatible(group, one),
    )
  return [...recent, ...far.slice(0, 3).map((figure) => scene.discourse.far(figure, nominal.first))]
}

/** "the company": somebody known, or somebody new. */
export function resolveDefinite(scene: Scene, nominal: Nominal, training?: Training): Resolved {
  const at = scene.words[nominal.first]
  const modifiers = modifiersOf(scene, nominal)
  const group = nounClass(nominal.head)
  const known: Recent[] = at ? candidatesFor(scene, nominal, group) : []
  const asked = { nominal, modifiers, group, type: `the-${group}` }
  const clues: Clues[] = at ? known.map((one) => nominalClues(asked, one, at, scene.discourse)) : []
  const fresh = newcomerFeatures(asked, known.length)
  training?.record(
    nominal.last - 1,
    known.map((one) => one.figure),
    clues.map(featuresOf),
    fresh,
  )
  const ranked = rank([...clues, { standing: null, others: fresh }], training?.weights)
  const chosen = ranked ? known[ranked.best] : undefined
  if (chosen && ranked) return { figure: chosen.figure, probability: ranked.probability, fresh: false }
  return { figure: stranger(scene, nominal), probability: ranked?.probability ?? 0.5, fresh: true }
}

/** Voices of one body that are asked. */
const MOST_VOICES = 60

/** "its counsel", "Kestrel Post's lawyers": somebody known who speaks for the possessor, or somebody new who does. */
export function resolvePossessed(scene: Scene, nominal: Nominal, training?: Training): Resolved {
  const owner = ownerOf(scene, nominal, training)
  if (!owner) return { figure: stranger(scene, nominal), probability: 0.5, fresh: true }
  if (VOICES.has(nominal.head)) return { figure: owner.figure, probability: owner.probability, fresh: false }
  const known = owner.figure.voices
    .slice(0, MOST_VOICES)
    .find((one) => one.descriptors.has(nominal.head) && scene.discourse.counts.has(one))
  if (known) return { figure: known, probability: owner.probability * 0.9, fresh: false }
  const figure = stranger(scene, nominal)
  const own = scene.words[(nominal.possessor ?? nominal.first) + 1]?.lower === 'own' ? 1 : 0
  const from = (nominal.possessor ?? nominal.first) + 1 + own
  const written = nominal.possessor !== null && scene.names.has(nominal.possessor)
  const possessor = written ? shortName(owner.figure) : fullName(owner.figure)
  figure.name = `${possessor}${/s$/i.test(possessor) ? '\u2019' : '\u2019s'} ${scene.text(from, nominal.last)}`
  affiliate(figure, owner.figure, scene.text(from, nominal.last))
  return { figure, probability: owner.probability, fresh: true }
}

/** "Ida Quill’s sister" where the text says "her sister". */
const fullName = (figure: Figure): string =>
  figure.proper && figure.kind === 'person' ? figure.name : shortName(figure)

/** Surname of a person, name of a body without its suffix. */
function shortName(figure: Figure): string {
  if (!figure.proper) return figure.name.replace(/^an? /, '')
  if (figure.kind === 'person') return figure.name.split(' ').at(-1) ?? figure.name
  return figure.name.replace(/,? (?:Inc|LLC|LLP|Ltd|Limited|Corp|plc|PLC|Co)\.?$/, '')
}

/** Who possesses: a name, a pronoun or another description. */
export function ownerOf(scene: Scene, nominal: Nominal, training?: Training): Resolved | null {
  const { possessor } = nominal
  if (possessor === null) return null
  const name = scene.names.at(possessor)
  const figure = name ? scene.figureOfName(name) : scene.figureAt.get(possessor)
  if (figure) return { figure, probability: 0.95, fresh: false }
  const word = scene.words[possessor]?.lower ?? ''
  if (Object.hasOwn(PERSONAL, word)) return resolvePronoun(scene, possessor, word, training)
  const inner = scene.nominalAt(possessor, nominal.first)
  return inner && !Object.hasOwn(PERSONAL, word) && !/^(?:my|our|your|whose)$/.test(word)
    ? resolveDefinite(scene, { ...inner, determiner: 'definite' })
    : null
}

/** Whoever stands behind an unnamed spokesman or a paper ("the ruling"), among the recent figures. */
export function resolveBehind(
  scene: Scene,
  first: number,
  end: number,
  type: 'voice' | 'paper',
  head: string,
  training?: Training,
): Resolved | null {
  const at = scene.words[first]
  if (!at) return null
  const candidates = scene.discourse
    .recent(first)
    .filter((one) => type === 'paper' || one.figure.kind !== 'person')
  const clues = candidates.map((one) => behindClues(type, head, one, at, scene.discourse))
  const itself = [`${type} itself`, `${type} itself ${head}`, `${type} itself ${at.lower === 'the'}`]
  training?.record(
    end - 1,
    candidates.map((one) => one.figure),
    clues.map(featuresOf),
    itself,
  )
  const ranked = rank([...clues, { standing: null, others: itself }], training?.weights)
  const chosen = ranked ? candidates[ranked.best] : undefined
  return chosen && ranked ? { figure: chosen.figure, probability: ranked.probability, fresh: false } : null
}
