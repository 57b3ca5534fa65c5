// The weights behind a suggestion, for whoever wants to see the machine's working.
import type { QuestionDefinition, StanceArticle, Suggestion } from '../types.ts'
import { inOrder } from './belief.ts'
import type { Evidence } from './evidence/evidence.ts'
import { type Lessons, taughtBy } from './lessons.ts'
import { type Look, looksAt } from './looks.ts'
import type { StanceModel, Worth } from './model.ts'
import { profileOf, type QuestionProfile } from './question.ts'
import { rarityFrom } from './rarity.ts'
import { readingOf } from './reading.ts'
import { suggest } from './suggest.ts'

export interface Weight {
  /** `words` or `context 1`, `context 2` …, `lessons`. */
  readonly look: string
  /** Name of the evidence: "same asserted" (words shared with the definition), "w depend" (a word), "speaker mean". */
  readonly evidence: string
  /** Slug of the position it speaks for or, when negative, against. */
  readonly position: string
  readonly weight: number
}

export interface Explanation {
  readonly suggestion: Suggestion
  /** Probability of each position before calibration, after the last look and after the words alone. */
  readonly probabilities: readonly {
    readonly position: string
    readonly probability: number
    readonly wordsAlone: number
  }[]
  /** The weightiest first. */
  readonly weights: readonly Weight[]
}

/** Enough to see what decided. */
const MOST = 40

/** Null when the article has no such claim. */
export function explain(
  model: StanceModel,
  article: StanceArticle,
  index: number,
  question: QuestionDefinition,
  lessons?: Lessons,
): Explanation | null {
  const suggestion = suggest(model, article, question, lessons)[index]
  if (suggestion === undefined) return null
  const reading = readingOf(article)
  const profile = profileOf(question, rarityFrom(model.rarity))
  const taught = taughtBy(lessons, reading, profile)
  const looks = looksAt(model, reading, profile, taught)
  const weights = looks.flatMap((look, at) =>
    weightsOf(look, at === 0 ? 'words' : `context ${at}`, index, profile),
  )
  const shift = taught?.shift[index]
  const taughtWeights = (shift === undefined ? [] : inOrder(shift, profile)).map(
    (weight, at): Weight => ({
      look: 'lessons',
      evidence: 'decisions of people',
      position: profile.positions[at]?.slug ?? '',
      weight,
    }),
  )
  return {
    suggestion,
    probabilities: probabilitiesAt(looks, index, profile),
    weights: weightiest([...weights, ...taughtWeights]),
  }
}

function probabilitiesAt(
  looks: readonly Look[],
  index: number,
  question: QuestionProfile,
): Explanation['probabilities'] {
  const first = looks[0]?.beliefs[index]
  const last = looks.at(-1)?.beliefs[index]
  const alone = first === undefined ? [] : inOrder(first, question)
  const whole = last === undefined ? [] : inOrder(last, question)
  return question.positions.map(({ slug }, at) => ({
    position: slug,
    probability: rounded(whole[at] ?? 0),
    wordsAlone: rounded(alone[at] ?? 0),
  }))
}

function weightsOf(look: Look, name: string, index: number, question: QuestionProfile): Weight[] {
  const evidence = look.evidence[index]
  if (evidence === undefined) return []
  let side = 0
  return question.positions.flatMap(({ slug, kind }) => {
    const bag = kind === 'side' ? evidence.sides[side++] : evidence.neutral
    const worth =
      kind === 'side' ? look.layer.sides : kind === 'ambivalent' ? look.layer.ambivalent : look.layer.off
    return bag === undefined ? [] : weigh(bag, worth, name, slug)
  })
}

const weigh = (bag: Evidence, worth: Worth, look: string, position: string): Weight[] =>
  [...bag].map(([evidence, value]) => ({
    look,
    evidence,
    position,
    weight: value * (worth.get(evidence) ?? 0),
  }))

const weightiest = (weights: readonly Weight[]): Weight[] =>
  weights
    .map((one) => ({ ...one, weight: rounded(one.weight) }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MOST)

const rounded = (value: number): number => Math.round(value * 1000) / 1000
