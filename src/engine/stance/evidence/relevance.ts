// Does the claim speak to the question at all? Its overlap with the question, with all positions, and what kind of sentence it is.
import type { QuestionProfile } from '../question.ts'
import type { ArticleReading, ClaimReading } from '../reading.ts'
import { add, type Evidence } from './evidence.ts'
import { bestPhrases, type Matches, matchesOf, topicOf } from './matching.ts'

/** Overlap below this is chance, above the other it is the subject. */
const FAINT = 0.3
const STRONG = 0.8

export function relevance(
  claim: ClaimReading,
  article: ArticleReading,
  question: QuestionProfile,
  content: Matches,
  evidence: Evidence,
): void {
  const whole = question.positions.map(
    (_, index) => (content.same[index] ?? 0) + (content.crossed[index] ?? 0),
  )
  const phrases = bestPhrases(claim.topics, question)
  shape(claim, article, evidence)
  ofTheSides(
    question.sides.map((side) => whole[side.index] ?? 0),
    evidence,
  )
  add(evidence, 'sides phrase', Math.max(0, ...question.sides.map((side) => phrases[side.index] ?? 0)))
  const topic = topicOf(claim.topics, question)
  add(evidence, 'topic', topic)
  if (topic === 0) add(evidence, 'no topic')
  add(evidence, 'topic around', topicOf(claim.around, question))
  const around = matchesOf(claim.around, question).same
  add(evidence, 'sides around', Math.max(0, ...question.sides.map((side) => around[side.index] ?? 0)))
  for (const { kind, index } of question.positions) {
    if (kind === 'side') continue
    add(evidence, `defined ${kind}`, whole[index] ?? 0)
    add(evidence, `phrase ${kind}`, phrases[index] ?? 0)
  }
}

function ofTheSides(matches: readonly number[], evidence: Evidence): void {
  const most = Math.max(0, ...matches)
  add(evidence, 'sides most', most)
  add(
    evidence,
    'sides sum',
    matches.reduce((sum, value) => sum + value, 0),
  )
  add(evidence, 'sides least', matches.length > 0 ? Math.min(...matches) : 0)
  if (most === 0) add(evidence, 'no side')
  if (most < FAINT) add(evidence, 'faint side')
  if (most > STRONG) add(evidence, 'strong side')
}

/** Length, figures and place in the article. */
function shape(claim: ClaimReading, article: ArticleReading, evidence: Evidence): void {
  add(evidence, `length ${Math.min(6, Math.floor(Math.log2(claim.content.length + 1)))}`)
  add(evidence, 'figures', Math.min(3, claim.content.filter((word) => /^\d/.test(word.form)).length))
  add(evidence, 'place', claim.index / Math.max(1, article.claims.length - 1))
}
