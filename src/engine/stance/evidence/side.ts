// What speaks for one side rather than the others: every value is this side's match less the mean of the others', so that no side has a head start.
import type { QuestionProfile } from '../question.ts'
import type { ArticleReading, ClaimReading } from '../reading.ts'
import { distinct, topical, type Word } from '../words.ts'
import { add, type Evidence } from './evidence.ts'
import { likenessOf } from './fields.ts'
import { bestPhrases, type Matches, matchesOf, scaleFor } from './matching.ts'
import { predicateMatches } from './predicate.ts'
import { mannerOf } from './rejection.ts'

const NEGATIVE = /^(?:no|not|never|nor|neither|cannot|nothing|nobody|without|void|unlawful|doubt|fails)$|n't$/

/** Takes one value per side and adds to each side's bag what sets it apart. */
type Compare = (name: string, values: readonly number[]) => void

/** One bag per side, in the question's order. `content` are the matches of the claim's own words. */
export function sideEvidence(
  claim: ClaimReading,
  article: ArticleReading,
  question: QuestionProfile,
  content: Matches,
): Evidence[] {
  const bags = question.sides.map((): Evidence => new Map())
  const compare: Compare = (name, values) => {
    const total = values.reduce((sum, value) => sum + value, 0)
    bags.forEach((bag, index) => {
      const value = values[index] ?? 0
      add(bag, name, value - (values.length > 1 ? (total - value) / (values.length - 1) : 0))
    })
  }
  contentEvidence(claim, question, content, compare)
  surroundingEvidence(claim, article, question, compare)
  meaningEvidence(claim, question, compare)
  negationEvidence(claim, question, compare)
  return bags
}

const ofSides = (values: readonly number[], question: QuestionProfile): number[] =>
  question.sides.map((side) => values[side.index] ?? 0)

/** Words of the content itself; whether they count for or against the side is learnt for each manner of speaking. */
function contentEvidence(
  claim: ClaimReading,
  question: QuestionProfile,
  content: Matches,
  compare: Compare,
): void {
  const manner = mannerOf(claim)
  const same = ofSides(content.same, question)
  const crossed = ofSides(content.crossed, question)
  const most = Math.max(...same)
  compare('same', same)
  compare(`same ${manner}`, same)
  compare('crossed', crossed)
  compare(`crossed ${manner}`, crossed)
  compare(
    `most ${manner}`,
    same.map((value) => (value === most && value > 0 ? 0.5 : 0)),
  )
  compare(`phrase ${manner}`, ofSides(bestPhrases(claim.topics, question), question))
}

/** Words around the content, in the source and in the title say what the claim is about, less surely what it says. */
function surroundingEvidence(
  claim: ClaimReading,
  article: ArticleReading,
  question: QuestionProfile,
  compare: Compare,
): void {
  const around = matchesOf(claim.around, question)
  compare('around', ofSides(around.same, question))
  compare('around crossed', ofSides(around.crossed, question))
  compare('source', ofSides(matchesOf(distinct(claim.source), question).same, question))
  compare('title', ofSides(matchesOf(article.title, question).same, question))
}

/** Fields of meaning that the claim and the side's definition share, and what the claim says that something is. */
function meaningEvidence(claim: ClaimReading, question: QuestionProfile, compare: Compare): void {
  const manner = mannerOf(claim)
  const alike = (words: readonly Word[], scale: number): number[] =>
    ofSides(likenessOf(words, question, question.rarity), question).map((value) => value * scale)
  const own = alike(claim.topics, scaleFor(claim.topics))
  compare('alike', own)
  compare(`alike ${manner}`, own)
  compare('alike around', alike(claim.around, scaleFor(claim.around) / 2))
  compare('alike source', alike(topical(claim.source), 1))
  const predicate = predicateMatches(claim.content, question)
  compare('predicate', ofSides(predicate.same, question))
  compare(`predicate ${manner}`, ofSides(predicate.same, question))
  compare('predicate crossed', ofSides(predicate.crossed, question))
  compare(`predicate crossed ${manner}`, ofSides(predicate.crossed, question))
}

/** A side whose definition forbids or denies ("may not compel") is argued for in negatives more often than the other. */
function negationEvidence(claim: ClaimReading, question: QuestionProfile, compare: Compare): void {
  const denying = question.sides.map((side) => (side.words.some((word) => NEGATIVE.test(word.form)) ? 1 : 0))
  const negatives = claim.content.filter((word) => NEGATIVE.test(word.form)).length
  compare(`denying ${mannerOf(claim)}`, denying)
  compare(
    'denying in negatives',
    denying.map((value) => value * Math.min(2, negatives)),
  )
}
