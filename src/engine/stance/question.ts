// Reads a question's definition into profiles: which word families speak for which position, and how heavily.
import type { PositionKind, QuestionDefinition } from '../types.ts'
import { addFields } from './evidence/fields.ts'
import type { Rarity } from './rarity.ts'
import { topical, type Word, wordsOfText } from './words.ts'

/** What a word family weighs in one position's definition: its place there times its rarity in the language. */
export interface Term {
  /** Index of the position in the question. */
  readonly position: number
  readonly weight: number
  /** Stands under a negation in the definition: "is [no search]". */
  readonly negated: boolean
}

/** A phrase of a definition ("possession alone is not enough"): a ground is best recognised whole. */
export interface Phrase {
  readonly position: number
  readonly rarity: number
}

export interface PositionProfile {
  readonly slug: string
  readonly kind: PositionKind
  readonly index: number
  /** Words of the definition in order, function words too. */
  readonly words: readonly Word[]
}

export interface QuestionProfile {
  readonly rarity: Rarity
  readonly positions: readonly PositionProfile[]
  readonly sides: readonly PositionProfile[]
  /** Whether there are two sides at least, each defined in words that not all of them share. */
  readonly tellsSidesApart: boolean
  readonly terms: ReadonlyMap<string, readonly Term[]>
  readonly phrases: readonly Phrase[]
  /** By field of meaning: its share in each position's definition, 0 to 1, negative under negation. */
  readonly fields: ReadonlyMap<number, readonly number[]>
  /** By family: the phrases it stands in. */
  readonly phrasesWith: ReadonlyMap<string, readonly number[]>
  /** Rarity by family of the question's own text and guidelines: what any claim on it may well mention. */
  readonly topic: ReadonlyMap<string, number>
}

/** The slug and label name the position, the first clause states it, what follows gives grounds and examples. */
const NAME = 2
const STATEMENT = 1.5
const GROUND = 1

const GROUNDS_BEGIN = /\bor a ground for that\b|\(|:/

const read = new WeakMap<Rarity, WeakMap<QuestionDefinition, QuestionProfile>>()

/** The profile of a question, kept as long as the model's table of rarities and the definition object live. */
export function profileOf(question: QuestionDefinition, rarity: Rarity): QuestionProfile {
  const profiles = read.get(rarity) ?? new WeakMap<QuestionDefinition, QuestionProfile>()
  read.set(rarity, profiles)
  const profile = profiles.get(question) ?? readProfile(question, rarity)
  profiles.set(question, profile)
  return profile
}

function readProfile(question: QuestionDefinition, rarity: Rarity): QuestionProfile {
  const terms = new Map<string, Term[]>()
  const phrases: Phrase[] = []
  const phrasesWith = new Map<string, number[]>()
  question.positions.forEach((position, index) => {
    for (const [stem, term] of termsOf(position, index, rarity)) push(terms, stem, term)
    for (const phrase of phrasesOf(position.definition)) {
      for (const stem of phrase) push(phrasesWith, stem, phrases.length)
      phrases.push({ position: index, rarity: phrase.reduce((sum, stem) => sum + rarity.of(stem), 0) })
    }
  })
  const positions = question.positions.map(
    ({ slug, kind, definition }, index): PositionProfile => ({
      slug,
      kind,
      index,
      words: wordsOfText(definition),
    }),
  )
  const sides = positions.filter((position) => position.kind === 'side')
  const topic = topical(wordsOfText(`${question.text} ${question.guidelines}`))
  return {
    rarity,
    positions,
    fields: fieldsFrom(terms, positions.length),
    sides,
    tellsSidesApart: tellsApart(sides),
    terms,
    phrases,
    phrasesWith,
    topic: new Map(topic.map(({ stem }) => [stem, rarity.of(stem)])),
  }
}

function tellsApart(sides: readonly PositionProfile[]): boolean {
  const defined = sides.map(({ words }) =>
    topical(words).map(({ stem, negated }) => (negated ? `not ${stem}` : stem)),
  )
  const shared = defined.reduce((all, words) => all.filter((word) => words.includes(word)), defined[0] ?? [])
  return sides.length >= 2 && defined.every((words) => words.some((word) => !shared.includes(word)))
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

/** Each family once, where it weighs most. */
function termsOf(
  { slug, label, definition }: QuestionDefinition['positions'][number],
  position: number,
  rarity: Rarity,
): Map<string, Term> {
  const grounds = definition.search(GROUNDS_BEGIN)
  const statement = grounds < 0 ? definition : definition.slice(0, grounds)
  const terms = new Map<string, Term>()
  const take = (text: string, place: number): void => {
    for (const { stem, negated } of topical(wordsOfText(text))) {
      const weight = place * rarity.of(stem)
      if ((terms.get(stem)?.weight ?? -1) < weight) terms.set(stem, { position, weight, negated })
    }
  }
  take(definition, GROUND)
  take(statement, STATEMENT)
  take(`${slug.replaceAll('-', ' ')}, ${label}`, NAME)
  return terms
}

const phrasesOf = (definition: string): string[][] =>
  definition
    .split(/[.,;:()]/)
    .map((phrase) => [...new Set(topical(wordsOfText(phrase)).map((word) => word.stem))])
    .filter((phrase) => phrase.length > 0)

function fieldsFrom(terms: ReadonlyMap<string, readonly Term[]>, positions: number): Map<number, number[]> {
  const sums = Array.from({ length: positions }, () => new Map<number, number>())
  for (const [stem, list] of terms) {
    for (const { position, weight, negated } of list) {
      const into = sums[position]
      if (into !== undefined) addFields(into, stem, weight, negated)
    }
  }
  const fields = new Map<number, number[]>()
  sums.forEach((sum, position) => {
    for (const [field, weight] of sum) {
      const shares = fields.get(field) ?? new Array<number>(positions).fill(0)
      shares[position] = Math.tanh(weight)
      fields.set(field, shares)
    }
  })
  return fields
}
