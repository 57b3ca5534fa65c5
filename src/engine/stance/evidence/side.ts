// What speaks for one side rather than the others: every value is this side's match less the mean of the others', so that no side has a head start.

import type { PositionProfile, QuestionProfile } from '../question.ts'
import type { ArticleReading, ClaimReading } from '../reading.ts'
import type { Word } from '../words.ts'
import { add, type Evidence, type Rarity } from './evidence.ts'
import { bestPhrase, type Match, matchOf } from './matching.ts'
import { mannerOf } from './rejection.ts'

const NEGATIVE = /^(?:no|not|never|nor|neither|cannot|nothing|nobody|without|void|unlawful|doubt|fails)$|n't$/

/** One bag per side, in the question's order. */
export function sideEvidence(
  claim: ClaimReading,
  article: ArticleReading,
  question: QuestionProfile,
  rarity: Rarity,
): Evidence[] {
  const { sides } = question
  const bags = sides.map((): Evidence => new Map())
  const compare = (name: string, values: readonly number[]): void => {
    const total = values.reduce((sum, value) => sum + value, 0)
    values.forEach((value, index) => {
      const rest = values.length > 1 ? (total - value) / (values.length - 1) : 0
      const bag = bags[index]
      if (bag !== undefined) add(bag, name, value - rest)
    })
  }
  contentEvidence(claim, sides, rarity, compare)
  surroundingEvidence(claim, article, sides, rarity, compare)
  negationEvidence(claim, sides, compare)
  return bags
}

type Compare = (name: string, values: readonly number[]) => void

const matches = (words: readonly Word[], sides: readonly PositionProfile[], rarity: Rarity): Match[] =>
  sides.map((side) => matchOf(words, side, rarity))

/** Words of the content itself; whether they count for or against the side is learnt for each polarity. */
function contentEvidence(
  claim: ClaimReading,
  sides: readonly PositionProfile[],
  rarity: Rarity,
  compare: Compare,
): void {
  const polarity = mannerOf(claim)
  const found = matches(claim.content, sides, rarity)
  const same = found.map((match) => match.same)
  const crossed = found.map((match) => match.crossed)
  const most = Math.max(...same)
  compare('same', same)
  compare(`same ${polarity}`, same)
  compare('crossed', crossed)
  compare(`crossed ${polarity}`, crossed)
  compare(
    `most ${polarity}`,
    same.map((value) => (value === most && value > 0 ? 0.5 : 0)),
  )
  compare(
    `phrase ${polarity}`,
    sides.map((side) => bestPhrase(claim.stems, side, rarity)),
  )
}

/** Words around the content, in the source and in the title say what the claim is about, less surely what it says. */
function surroundingEvidence(
  claim: ClaimReading,
  article: ArticleReading,
  sides: readonly PositionProfile[],
  rarity: Rarity,
  compare: Compare,
): void {
  const around = matches(claim.around, sides, rarity)
  compare(
    'around',
    around.map((match) => match.same),
  )
  compare(
    'around crossed',
    around.map((match) => match.crossed),
  )
  compare(
    'source',
    matches(claim.source, sides, rarity).map((match) => match.same),
  )
  compare(
    'title',
    matches(article.title, sides, rarity).map((match) => match.same),
  )
}

/** A side whose definition forbids or denies ("may not compel") is argued for in negatives more often than the other. */
function negationEvidence(claim: ClaimReading, sides: readonly PositionProfile[], compare: Compare): void {
  const denying = sides.map((side) => (side.words.some((word) => NEGATIVE.test(word.form)) ? 1 : 0))
  const negatives = claim.content.filter((word) => NEGATIVE.test(word.form)).length
  compare(`denying ${mannerOf(claim)}`, denying)
  compare(
    'denying in negatives',
    denying.map((value) => value * Math.min(2, negatives)),
  )
}
