// Does the claim speak to the question at all? Its overlap with the question, with all positions, and what kind of sentence it is.
import type { QuestionProfile } from '../question.ts'
import type { ClaimReading } from '../reading.ts'
import { add, type Evidence } from './evidence.ts'
import { likenessOf } from './fields.ts'
import { bestPhrases, type Matches, matchesOf, scaleFor, topicOf } from './matching.ts'

/** Overlap below this is chance, above the other it is the subject. */
const FAINT = 0.3
const STRONG = 0.8

export function relevance(
  claim: ClaimReading,
  question: QuestionProfile,
  content: Matches,
  evidence: Evidence,
): void {
  const whole = question.positions.map(
    (_, index) => (content.same[index] ?? 0) + (content.crossed[index] ?? 0),
  )
  const phrases = bestPhrases(claim.topics, question)
  ofTheSides(
    question.sides.map((side) => whole[side.index] ?? 0),
    evidence,
  )
  add(evidence, 'sides phrase', Math.max(0, ...question.sides.map((side) => phrases[side.index] ?? 0)))
  const likeness = likenessOf(claim.topics, question, question.rarity)
  const scale = scaleFor(claim.topics)
  add(
    evidence,
    'sides alike',
    scale * Math.max(0, ...question.sides.map((side) => likeness[side.index] ?? 0)),
  )
  const topic = topicOf(claim.topics, question)
  add(evidence, 'topic', topic)
  if (topic === 0) add(evidence, 'no topic')
  add(evidence, 'topic around', topicOf(claim.around, question))
  const around = matchesOf(claim.around, question).same
  add(evidence, 'sides around', Math.max(0, ...question.sides.map((side) => around[side.index] ?? 0)))
  for (const { kind, index } of question.positions) {
    if (kind === 'side') continue
    add(evidence, `defined ${kind}`, whole[index] ?? 0)
    add(evidence, `alike ${kind}`, scale * (likeness[index] ?? 0))
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
