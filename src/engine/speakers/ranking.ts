// Ranks those whom a pronoun or a description may mean: a log-linear choice over a handful of recent figures.
// "Holm …. Lund …. She said" → Holm, for her gender, against Lund's recency
import { WEIGHTS } from './weights.ts'

export interface Ranked {
  /** Index of the best candidate. */
  readonly best: number
  /** Its probability among the candidates. */
  readonly probability: number
}

type Weights = Readonly<Record<string, number>>

/** Weights as maps, which look up a sentence of words faster than a record does. */
const maps = new WeakMap<Weights, ReadonlyMap<string, number>>()

function mapOf(weights: Weights): ReadonlyMap<string, number> {
  const known = maps.get(weights)
  if (known) return known
  const map = new Map(Object.entries(weights))
  maps.set(weights, map)
  return map
}

function scoreOf(features: readonly string[], weights: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const feature of features) sum += weights.get(feature) ?? 0
  return sum
}

/** The best of the candidates, given the features of each; null without candidates. */
export function rank(candidates: readonly (readonly string[])[], weights: Weights = WEIGHTS): Ranked | null {
  const map = mapOf(weights)
  const scores = candidates.map((features) => scoreOf(features, map))
  let best = -1
  scores.forEach((score, index) => {
    if (best < 0 || score > (scores[best] ?? 0)) best = index
  })
  const top = scores[best]
  if (top === undefined) return null
  const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0)
  return { best, probability: 1 / total }
}
