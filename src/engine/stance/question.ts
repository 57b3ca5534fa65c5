// Reads a question's definition into profiles: which word families speak for which position, and how heavily.
import type { PositionKind, QuestionDefinition } from '../types.ts'
import { topical, type Word, wordsOfText } from './words.ts'

export interface Term {
  readonly weight: number
  /** Stands under a negation in the definition: "is [no search]". */
  readonly negated: boolean
}

export interface PositionProfile {
  readonly slug: string
  readonly kind: PositionKind
  readonly terms: ReadonlyMap<string, Term>
  /** The definition's phrases ("possession alone is not enough") as families: a ground is best recognised whole. */
  readonly phrases: readonly (readonly string[])[]
  /** Words of the definition in order, function words too. */
  readonly words: readonly Word[]
}

export interface QuestionProfile {
  readonly positions: readonly PositionProfile[]
  readonly sides: readonly PositionProfile[]
  /** Families of the question's own text and guidelines: what any claim on it may well mention. */
  readonly topic: ReadonlySet<string>
}

/** The slug and label name the position, the first clause states it, what follows gives grounds and examples. */
const NAME = 2
const STATEMENT = 1.5
const GROUND = 1

const GROUNDS_BEGIN = /\bor a ground for that\b|\(|:/

const read = new WeakMap<QuestionDefinition, QuestionProfile>()

/** The profile of a question, kept as long as the definition object lives. */
export function profileOf(question: QuestionDefinition): QuestionProfile {
  const known = read.get(question)
  if (known !== undefined) return known
  const positions = question.positions.map(positionProfile)
  const profile = {
    positions,
    sides: positions.filter((position) => position.kind === 'side'),
    topic: new Set(topical(wordsOfText(`${question.text} ${question.guidelines}`)).map((word) => word.stem)),
  }
  read.set(question, profile)
  return profile
}

function positionProfile(position: QuestionDefinition['positions'][number]): PositionProfile {
  const { slug, label, definition, kind } = position
  const grounds = definition.search(GROUNDS_BEGIN)
  const statement = grounds < 0 ? definition : definition.slice(0, grounds)
  const terms = new Map<string, Term>()
  addTerms(terms, wordsOfText(definition), GROUND)
  addTerms(terms, wordsOfText(statement), STATEMENT)
  addTerms(terms, wordsOfText(`${slug.replaceAll('-', ' ')}, ${label}`), NAME)
  return { slug, kind, terms, phrases: phrasesOf(definition), words: wordsOfText(definition) }
}

function addTerms(terms: Map<string, Term>, words: readonly Word[], weight: number): void {
  for (const word of topical(words)) {
    const known = terms.get(word.stem)
    if (known !== undefined && known.weight >= weight) continue
    terms.set(word.stem, { weight, negated: word.negated })
  }
}

const phrasesOf = (definition: string): string[][] =>
  definition
    .split(/[.,;:()]/)
    .map((phrase) => topical(wordsOfText(phrase)).map((word) => word.stem))
    .filter((phrase) => phrase.length > 0)
