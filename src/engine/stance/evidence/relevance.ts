// Does the claim speak to the question at all? Its overlap with the question, with all positions, and what kind of sentence it is.

import type { QuestionProfile } from '../question.ts'
import type { ArticleReading, ClaimReading } from '../reading.ts'
import { topical, type Word } from '../words.ts'
import { add, type Evidence, type Rarity } from './evidence.ts'
import { bestPhrase, matchOf } from './matching.ts'

/** Overlap below this is chance, above the other it is the subject. */
const FAINT = 0.3
const STRONG = 0.8

export function relevance(
  claim: ClaimReading,
  article: ArticleReading,
  question: QuestionProfile,
  rarity: Rarity,
  evidence: Evidence,
): void {
  shape(claim, article, evidence)
  const sides = question.sides
    .map((side) => matchOf(claim.content, side, rarity))
    .map(({ same, crossed }) => same + crossed)
  const most = Math.max(0, ...sides)
  const topic = overlap(claim.content, question.topic, rarity)
  add(evidence, 'topic', topic)
  add(evidence, 'sides most', most)
  add(
    evidence,
    'sides sum',
    sides.reduce((sum, value) => sum + value, 0),
  )
  add(evidence, 'sides least', sides.length > 0 ? Math.min(...sides) : 0)
  add(
    evidence,
    'sides phrase',
    Math.max(0, ...question.sides.map((side) => bestPhrase(claim.stems, side, rarity))),
  )
  if (topic === 0) add(evidence, 'no topic')
  if (most === 0) add(evidence, 'no side')
  if (most < FAINT) add(evidence, 'faint side')
  if (most > STRONG) add(evidence, 'strong side')
  add(evidence, 'topic around', overlap(claim.around, question.topic, rarity))
  add(
    evidence,
    'sides around',
    Math.max(0, ...question.sides.map((side) => matchOf(claim.around, side, rarity).same)),
  )
  for (const position of question.positions) {
    if (position.kind === 'side') continue
    const { same, crossed } = matchOf(claim.content, position, rarity)
    add(evidence, `defined ${position.kind}`, same + crossed)
    add(evidence, `phrase ${position.kind}`, bestPhrase(claim.stems, position, rarity))
  }
}

/** Length, figures and place in the article. */
function shape(claim: ClaimReading, article: ArticleReading, evidence: Evidence): void {
  add(evidence, `length ${Math.min(6, Math.floor(Math.log2(claim.content.length + 1)))}`)
  add(evidence, 'figures', Math.min(3, claim.content.filter((word) => /^\d/.test(word.form)).length))
  add(evidence, 'place', claim.index / Math.max(1, article.claims.length - 1))
  if (claim.paragraph === 0) add(evidence, 'first paragraph')
}

function overlap(words: readonly Word[], topic: ReadonlySet<string>, rarity: Rarity): number {
  const stems = new Set(topical(words).map((word) => word.stem))
  let sum = 0
  for (const stem of stems) if (topic.has(stem)) sum += rarity(stem)
  return (2 * sum) / Math.sqrt(4 + stems.size)
}
