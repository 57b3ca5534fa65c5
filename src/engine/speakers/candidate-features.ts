// What speaks for a recent figure being the one that a pronoun or a description means.
import { KeptFacts } from '../kept-facts.ts'
import type { Discourse, Recent } from './discourse.ts'
import { isBody } from './figure.ts'
import { guessedGender } from './lexicon/first-names.ts'
import {
  bodyNounKind,
  COURT_PAPERS,
  FEMALE_NOUNS,
  MALE_NOUNS,
  PARTY_PAPERS,
  PERSON_NOUNS,
} from './lexicon/nouns.ts'
import { isPluralNoun, type Nominal } from './nominals.ts'
import { prominence, type Standing, standingOf } from './prominence.ts'
import type { Word } from './words.ts'

/** What speaks for a candidate: its standing, if it has one, then what else is known of it. */
export interface Clues {
  readonly standing: Standing | null
  readonly others: readonly string[]
}

/** Names of all features of a candidate, in the order in which their weights are added up. */
export const featuresOf = ({ standing, others }: Clues): string[] =>
  standing ? [...prominence(standing), ...others] : [...others]

const GENDERS: Readonly<Record<string, 'male' | 'female'>> = { he: 'male', she: 'female' }

/** Features of a figure as the antecedent of "he", "she", "it" or "they". */
export function pronounClues(type: string, recent: Recent, at: Word, discourse: Discourse): Clues {
  const { figure } = recent
  const others: string[] = []
  const wanted = GENDERS[type]
  if (wanted && figure.kind === 'person') {
    const guess = figure.gender
      ? undefined
      : guessedGender(figure.proper ? (figure.name.split(' ')[0] ?? '') : '')
    const gender = figure.gender
      ? `known ${figure.gender === wanted}`
      : guess
        ? `guess ${guess === wanted}`
        : 'open'
    others.push(`person gender ${gender}`)
  }
  return { standing: standingOf(type, recent, at, discourse), others }
}

export const nounClass = (noun: string): string => {
  if (isPluralNoun(noun)) return 'plural'
  if (PERSON_NOUNS.has(noun)) return 'person'
  return bodyNounKind(noun) ?? 'other'
}

/** A description and what is asked of every candidate for it. */
export interface Description {
  readonly nominal: Nominal
  readonly modifiers: readonly string[]
  readonly group: string
  /** Of reference, after the group. */
  readonly type: string
}

/** Words of names, in lower case. */
const split = new KeptFacts(5000, (name): readonly string[] => name.toLowerCase().split(' '))

/** Features of a figure as what "the company" or "the retired judge" means. */
export function nominalClues(
  { nominal, modifiers, group, type }: Description,
  recent: Recent,
  at: Word,
  discourse: Discourse,
): Clues {
  const { figure } = recent
  const name = split.of(figure.name)
  const kind = figure.kind + (figure.plural ? 's' : '')
  const features = [`noun ${nominal.head} ${kind}`, `the ${group} ${kind}`]
  if (figure.descriptors.has(nominal.head)) features.push('described', `described ${group}`)
  else if (name.includes(nominal.head)) features.push('name-has', `name-has ${group}`)
  else if (figure.descriptors.size > 0 && group === 'person') features.push('described otherwise')
  const other = figure.proper ? ownNoun(name) : undefined
  if (other && other !== nominal.head && !figure.descriptors.has(nominal.head))
    features.push('other noun', `other noun ${group}`, `other noun ${nominal.head}`)
  if (!figure.proper && figure.name === [...modifiers, nominal.head].join(' ')) features.push('same words')
  if (modifiers.length > 0) {
    const shared = modifiers.filter((word) => figure.descriptors.has(word) || name.includes(word)).length
    features.push(
      shared === modifiers.length
        ? 'modifiers all'
        : shared > 0
          ? 'modifiers some'
          : `modifiers none ${group}`,
    )
  }
  if (FEMALE_NOUNS.has(nominal.head) && figure.gender === 'male') features.push('noun gender wrong')
  if (MALE_NOUNS.has(nominal.head) && figure.gender === 'female') features.push('noun gender wrong')
  if (isBody(figure) && figure.proper) features.push(`the-${group} proper body`)
  return { standing: standingOf(type, recent, at, discourse), others: features }
}

/** The noun of a body's name: "council" in "City Council". */
function ownNoun(name: readonly string[]): string | undefined {
  const link = name.findIndex((word) => word === 'of' || word === 'for')
  const head = link > 0 ? name[link - 1] : name.at(-1)
  return head && bodyNounKind(head) ? head : undefined
}

/** Features of the description standing for somebody new. */
export function newcomerFeatures({ nominal, modifiers, group }: Description, fitting: number): string[] {
  return [
    'new',
    `new ${group}`,
    `new noun ${nominal.head}`,
    `new modifiers ${Math.min(modifiers.length, 2)}`,
    `new modifiers ${Math.min(modifiers.length, 2)} ${group}`,
    `new fitting ${Math.min(fitting, 3)} ${group}`,
  ]
}

/** Features of a figure as the one for whom a spokesman or a paper speaks. */
export function behindClues(
  type: string,
  head: string,
  recent: Recent,
  at: Word,
  discourse: Discourse,
): Clues {
  const { figure } = recent
  const sort = COURT_PAPERS.has(head) ? 'court' : PARTY_PAPERS.has(head) ? 'party' : 'other'
  const others = [`${type} ${head} ${figure.kind}`, `${type} ${sort} ${figure.kind}`]
  if (figure.descriptors.has('judge')) others.push(`${type} ${sort} judge`)
  if (figure.descriptors.has(head)) others.push(`${type} described`)
  return { standing: standingOf(type, recent, at, discourse), others }
}
