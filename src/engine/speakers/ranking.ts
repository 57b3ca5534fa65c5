// Ranks those whom a pronoun or a description may mean: a log-linear choice over a handful of recent figures.
// "Holm …. Lund …. She said" → Holm, for her gender, against Lund's recency
import { WEIGHTS } from './weights.ts'

export interface Ranked {
  /** Index of the best candidate. */
  readonly best: number
  /** Its probability among the candidates. */
  readonly probability: number
}

export const scoreOf = (
  features: readonly string[],
  weights: Readonly<Record<string, number>> = WEIGHTS,
): number =>
  features.reduce((sum, feature) => sum + (Object.hasOwn(weights, feature) ? (weights[feature] ?? 0) : 0), 0)

/** The best of the candidates, given the features of each; null without candidates. */
export function rank(
  candidates: readonly (readonly string[])[],
  weights: Readonly<Record<string, number>> = WEIGHTS,
): Ranked | null {
  const scores = candidates.map((features) => scoreOf(features, weights))
  let best = -1
  scores.forEach((score, index) => {
    if (best < 0 || score > (scores[best] ?? 0)) best = index
  })
  const top = scores[best]
  if (top === undefined) return null
  const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0)
  return { best, probability: 1 / total }
}
