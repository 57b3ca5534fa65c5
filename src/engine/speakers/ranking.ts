// Ranks those whom a pronoun or a description may mean: a log-linear choice over a handful of recent figures.
// "Holm …. Lund …. She said" → Holm, for her gender, against Lund's recency
import type { Clues } from './candidate-features.ts'
import { codeOf, prominence, type Standing } from './prominence.ts'
import { WEIGHTS } from './weights.ts'

export interface Ranked {
  /** Index of the best candidate. */
  readonly best: number
  /** Its probability among the candidates. */
  readonly probability: number
}

type Weights = Readonly<Record<string, number>>

/** Weights as a map, which looks up a sentence of words faster than a record does, and sums of what recurs. */
interface Known {
  readonly weights: ReadonlyMap<string, number>
  /** Sums of the features of standings, by type and code. */
  readonly standings: Map<string, Map<number, number>>
}

const known = new WeakMap<Weights, Known>()

function knownOf(weights: Weights): Known {
  const before = known.get(weights)
  if (before) return before
  const fresh = { weights: new Map(Object.entries(weights)), standings: new Map() }
  known.set(weights, fresh)
  return fresh
}

/** Standings remembered of one type; emptied when full. */
const MOST_STANDINGS = 20_000

function scoreOfStanding(standing: Standing, { weights, standings }: Known): number {
  let byCode = standings.get(standing.type)
  if (!byCode || byCode.size > MOST_STANDINGS) {
    byCode = new Map()
    standings.set(standing.type, byCode)
  }
  const code = codeOf(standing)
  const before = byCode.get(code)
  if (before !== undefined) return before
  const sum = added(0, prominence(standing), weights)
  byCode.set(code, sum)
  return sum
}

function added(start: number, features: readonly string[], weights: ReadonlyMap<string, number>): number {
  let sum = start
  for (const feature of features) sum += weights.get(feature) ?? 0
  return sum
}

const scoreOf = ({ standing, others }: Clues, known: Known): number =>
  added(standing ? scoreOfStanding(standing, known) : 0, others, known.weights)

/** The best of the candidates, given what speaks for each; null without candidates. */
export function rank(candidates: readonly Clues[], weights: Weights = WEIGHTS): Ranked | null {
  const known = knownOf(weights)
  const scores = candidates.map((clues) => scoreOf(clues, known))
  let best = -1
  scores.forEach((score, index) => {
    if (best < 0 || score > (scores[best] ?? 0)) best = index
  })
  const top = scores[best]
  if (top === undefined) return null
  const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0)
  return { best, probability: 1 / total }
}
