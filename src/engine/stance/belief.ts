// What the machine holds of one claim: a score for each side and for the two neutral positions, and the probabilities they make.
import type { QuestionProfile } from './question.ts'

/** One number per side in the question's order, then `ambivalent` and `off-question`. */
export interface Belief {
  readonly sides: readonly number[]
  readonly ambivalent: number
  readonly off: number
}

/** With more than two sides each would otherwise weigh as much as one of two, and the neutral positions would drown. */
const crowding = (sides: number): number => (sides > 2 ? Math.log(sides / 2) : 0)

/** Probabilities from scores; a neutral position that the question does not have gets none. */
export function probabilitiesOf(scores: Belief, question: QuestionProfile): Belief {
  const less = crowding(scores.sides.length)
  const sides = scores.sides.map((score) => score - less)
  const ambivalent = has(question, 'ambivalent') ? scores.ambivalent : Number.NEGATIVE_INFINITY
  const off = has(question, 'off-question') ? scores.off : Number.NEGATIVE_INFINITY
  const most = Math.max(ambivalent, off, ...sides)
  if (most === Number.NEGATIVE_INFINITY) return { sides: sides.map(() => 0), ambivalent: 0, off: 0 }
  const powers = [...sides, ambivalent, off].map((score) => Math.exp(score - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  const shares = powers.map((power) => power / sum)
  return { sides: shares.slice(0, sides.length), ambivalent: shares.at(-2) ?? 0, off: shares.at(-1) ?? 0 }
}

const has = (question: QuestionProfile, kind: 'ambivalent' | 'off-question'): boolean =>
  question.positions.some((position) => position.kind === kind)

export const plus = (one: Belief, other: Belief, share = 1): Belief => ({
  sides: one.sides.map((score, side) => score + share * (other.sides[side] ?? 0)),
  ambivalent: one.ambivalent + share * other.ambivalent,
  off: one.off + share * other.off,
})

/** How far probability leans to a side rather than to the mean of the others, -1 to 1. */
export function leanOf(belief: Belief, side: number): number {
  const own = belief.sides[side] ?? 0
  const rest = belief.sides.reduce((sum, value) => sum + value, 0) - own
  return own - rest / Math.max(1, belief.sides.length - 1)
}

/** The belief as one list in the order of the question's positions. */
export function inOrder(belief: Belief, question: QuestionProfile): number[] {
  let side = 0
  let ambivalent = false
  let off = false
  return question.positions.map(({ kind }) => {
    if (kind === 'side') return belief.sides[side++] ?? 0
    // A second position of a neutral kind gets nothing: there is no way to tell the two apart.
    const first = kind === 'ambivalent' ? !ambivalent : !off
    if (kind === 'ambivalent') ambivalent = true
    else off = true
    if (!first) return 0
    return kind === 'ambivalent' ? belief.ambivalent : belief.off
  })
}

/** The most probable of a list, the first among equals. */
export function bestOf(probabilities: readonly number[]): {
  readonly index: number
  readonly probability: number
} {
  const probability = Math.max(0, ...probabilities)
  return { index: Math.max(0, probabilities.indexOf(probability)), probability }
}
