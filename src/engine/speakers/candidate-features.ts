// What speaks for a recent figure being the one that a pronoun or a description means.
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
import type { Word } from './words.ts'

const bucket = (value: number): string => (value < 4 ? String(value) : value < 8 ? '4' : '8')

/** Where the candidate was last seen and how prominent it is, for any kind of reference. */
function prominence(type: string, recent: Recent, at: Word, discourse: Discourse): string[] {
  const { figure, mention, order } = recent
  const sentences = at.sentence - mention.sentence
  const paragraphs = at.paragraph - mention.paragraph
  const latest = discourse.speakers[discourse.speakers.length - 1] ?? []
  const former = discourse.speakers[discourse.speakers.length - 2] ?? []
  const features = [
    `${type} order ${Math.min(order, 8)}`,
    `${type} sentences ${bucket(sentences)}`,
    `${type} paragraphs ${Math.min(paragraphs, 4)}`,
    `${type} kind ${figure.kind}${figure.plural ? 's' : ''}`,
    `${type} count ${bucket(discourse.counts.get(figure) ?? 0)}`,
    `${type} spoken ${bucket(discourse.spoken.get(figure) ?? 0)}`,
  ]
  if (latest.includes(figure)) features.push(`${type} latest`, `${type} latest ${Math.min(paragraphs, 2)}`)
  else if (former.includes(figure)) features.push(`${type} former`)
  if (mention.leads) features.push(`${type} leads`, `${type} leads ${bucket(sentences)}`)
  if (mention.oblique) features.push(`${type} oblique`, `${type} oblique ${bucket(sentences)}`)
  if (mention.topic) features.push(`${type} topic ${Math.min(paragraphs, 2)}`)
  if (mention.said) features.push(`${type} said`)
  if (mention.possessive) features.push(`${type} possessive`)
  if (mention.source) features.push(`${type} source ${bucket(sentences)}`)
  if (figure.proper) features.push(`${type} proper`)
  if (figure.place) features.push(`${type} place`)
  return features
}

const GENDERS: Readonly<Record<string, 'male' | 'female'>> = { he: 'male', she: 'female' }

/** Features of a figure as the antecedent of "he", "she", "it" or "they". */
export function pronounFeatures(type: string, recent: Recent, at: Word, discourse: Discourse): string[] {
  const { figure } = recent
  const features = prominence(type, recent, at, discourse)
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
    features.push(`person gender ${gender}`)
  }
  return features
}

export const nounClass = (noun: string): string => {
  if (isPluralNoun(noun)) return 'plural'
  if (PERSON_NOUNS.has(noun)) return 'person'
  return bodyNounKind(noun) ?? 'other'
}

/** Features of a figure as what "the company" or "the retired judge" means. */
export function nominalFeatures(
  nominal: Nominal,
  modifiers: readonly string[],
  recent: Recent,
  at: Word,
  discourse: Discourse,
): string[] {
  const { figure } = recent
  const group = nounClass(nominal.head)
  const features = prominence(`the-${group}`, recent, at, discourse)
  const name = figure.name.toLowerCase().split(' ')
  const kind = figure.kind + (figure.plural ? 's' : '')
  features.push(`noun ${nominal.head} ${kind}`, `the ${group} ${kind}`)
  if (figure.descriptors.has(nominal.head)) features.push('described', `described ${group}`)
  else if (name.includes(nominal.head)) features.push('name-has', `name-has ${group}`)
  else if (figure.descriptors.size > 0 && group === 'person') features.push('described otherwise')
  const other = ownNoun(name)
  if (figure.proper && other && other !== nominal.head && !figure.descriptors.has(nominal.head))
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
  return features
}

/** The noun of a body's name: "council" in "City Council". */
function ownNoun(name: readonly string[]): string | undefined {
  const link = name.findIndex((word) => word === 'of' || word === 'for')
  const head = link > 0 ? name[link - 1] : name.at(-1)
  return head && bodyNounKind(head) ? head : undefined
}

/** Features of the description standing for somebody new. */
export function newcomerFeatures(nominal: Nominal, modifiers: readonly string[], fitting: number): string[] {
  const group = nounClass(nominal.head)
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
export function behindFeatures(
  type: string,
  head: string,
  recent: Recent,
  at: Word,
  discourse: Discourse,
): string[] {
  const { figure } = recent
  const sort = COURT_PAPERS.has(head) ? 'court' : PARTY_PAPERS.has(head) ? 'party' : 'other'
  const features = prominence(type, recent, at, discourse)
  features.push(`${type} ${head} ${figure.kind}`, `${type} ${sort} ${figure.kind}`)
  if (figure.descriptors.has('judge')) features.push(`${type} ${sort} judge`)
  if (figure.descriptors.has(head)) features.push(`${type} described`)
  return features
}
