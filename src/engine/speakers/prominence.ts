// How prominent a figure is where a pronoun or a description asks for it: what any kind of reference looks at.
import type { Discourse, Recent } from './discourse.ts'
import type { Word } from './words.ts'

/** Counts as they matter: 0 to 3, more, many more. */
const levelOf = (value: number): number => (value < 4 ? Math.max(0, value) : value < 8 ? 4 : 5)
const LEVELS = ['0', '1', '2', '3', '4', '8']

const KINDS = ['person', 'organization', 'government', 'court', 'publication', 'group', 'unknown'] as const

/** Bits of `marks`. */
const LEADS = 1
const OBLIQUE = 2
const TOPIC = 4
const SAID = 8
const POSSESSIVE = 16
const SOURCE = 32
const PROPER = 64
const PLACE = 128
const MARKS = 256

export interface Standing {
  /** What asks: "she", "the-person". */
  readonly type: string
  readonly order: number
  readonly sentences: number
  readonly paragraphs: number
  readonly kind: number
  readonly plural: boolean
  readonly count: number
  readonly spoken: number
  /** Spoke last (1), last but one (2), or neither. */
  readonly turn: number
  readonly marks: number
}

const bit = (is: boolean, mark: number): number => (is ? mark : 0)

export function standingOf(type: string, recent: Recent, at: Word, discourse: Discourse): Standing {
  const { figure, mention, order } = recent
  const { speakers } = discourse
  const latest = speakers[speakers.length - 1]?.includes(figure)
  const former = speakers[speakers.length - 2]?.includes(figure)
  return {
    type,
    order: Math.min(order, 8),
    sentences: levelOf(at.sentence - mention.sentence),
    paragraphs: Math.max(0, Math.min(at.paragraph - mention.paragraph, 4)),
    kind: KINDS.indexOf(figure.kind),
    plural: figure.plural,
    count: levelOf(discourse.counts.get(figure) ?? 0),
    spoken: levelOf(discourse.spoken.get(figure) ?? 0),
    turn: latest ? 1 : former ? 2 : 0,
    marks:
      bit(mention.leads, LEADS) +
      bit(mention.oblique, OBLIQUE) +
      bit(mention.topic, TOPIC) +
      bit(mention.said, SAID) +
      bit(mention.possessive, POSSESSIVE) +
      bit(mention.source, SOURCE) +
      bit(figure.proper, PROPER) +
      bit(figure.place, PLACE),
  }
}

/** Everything but the type as one number: standings with the same number have the same features. */
export function codeOf(standing: Standing): number {
  const { order, sentences, paragraphs, kind, plural, count, spoken, turn, marks } = standing
  const near = (order * 6 + sentences) * 5 + paragraphs
  const what = (near * KINDS.length + kind) * 2 + (plural ? 1 : 0)
  return (((what * 6 + count) * 6 + spoken) * 3 + turn) * MARKS + marks
}

export function prominence(standing: Standing): string[] {
  const { type, order, paragraphs, kind, plural, turn, marks } = standing
  const sentences = LEVELS[standing.sentences]
  const features = [
    `${type} order ${order}`,
    `${type} sentences ${sentences}`,
    `${type} paragraphs ${paragraphs}`,
    `${type} kind ${KINDS[kind]}${plural ? 's' : ''}`,
    `${type} count ${LEVELS[standing.count]}`,
    `${type} spoken ${LEVELS[standing.spoken]}`,
  ]
  if (turn === 1) features.push(`${type} latest`, `${type} latest ${Math.min(paragraphs, 2)}`)
  else if (turn === 2) features.push(`${type} former`)
  if (marks & LEADS) features.push(`${type} leads`, `${type} leads ${sentences}`)
  if (marks & OBLIQUE) features.push(`${type} oblique`, `${type} oblique ${sentences}`)
  if (marks & TOPIC) features.push(`${type} topic ${Math.min(paragraphs, 2)}`)
  if (marks & SAID) features.push(`${type} said`)
  if (marks & POSSESSIVE) features.push(`${type} possessive`)
  if (marks & SOURCE) features.push(`${type} source ${sentences}`)
  if (marks & PROPER) features.push(`${type} proper`)
  if (marks & PLACE) features.push(`${type} place`)
  return features
}
