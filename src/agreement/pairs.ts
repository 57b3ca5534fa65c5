// Cohen's kappa of each two who placed the same claims.
// J. Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological Measurement 20, 1960.

import type { ByClaim, Ratings } from './ratings.ts'

export interface PairKappa {
  readonly a: number
  readonly b: number
  /** Claims that both placed. */
  readonly n: number
  /** Null when both chose one and the same position throughout: then chance explains everything. */
  readonly kappa: number | null
}

/** How often two agreed, and how often either chose each position. */
interface Pair {
  n: number
  agreed: number
  readonly ofA: Map<number, number>
  readonly ofB: Map<number, number>
}

/** By a, then b; a < b. Two who share no claim are left out. */
export function pairKappas(ratings: Ratings, { from, rows }: ByClaim): PairKappa[] {
  const pairs = new Map<number, Pair>()
  for (let claim = 0; claim < ratings.claims; claim++)
    compare(ratings, rows.subarray(from[claim] ?? 0, from[claim + 1] ?? 0), pairs)
  return [...pairs]
    .sort(([one], [other]) => one - other)
    .map(([key, pair]) => ({
      a: Math.floor(key / ratings.annotators),
      b: key % ratings.annotators,
      n: pair.n,
      kappa: kappaOf(pair),
    }))
}

function compare({ annotator, position, annotators }: Ratings, rows: Uint32Array, pairs: Map<number, Pair>) {
  for (let i = 0; i < rows.length; i++) {
    for (let j = 0; j < rows.length; j++) {
      const one = rows[i] ?? 0
      const other = rows[j] ?? 0
      const a = annotator[one] ?? 0
      const b = annotator[other] ?? 0
      if (a >= b) continue
      const key = a * annotators + b
      let pair = pairs.get(key)
      if (!pair) {
        pair = { n: 0, agreed: 0, ofA: new Map(), ofB: new Map() }
        pairs.set(key, pair)
      }
      pair.n += 1
      if (position[one] === position[other]) pair.agreed += 1
      count(pair.ofA, position[one] ?? 0)
      count(pair.ofB, position[other] ?? 0)
    }
  }
}

const count = (counts: Map<number, number>, position: number) =>
  counts.set(position, (counts.get(position) ?? 0) + 1)

function kappaOf({ n, agreed, ofA, ofB }: Pair): number | null {
  let byChance = 0
  for (const [position, times] of ofA) byChance += times * (ofB.get(position) ?? 0)
  const expected = n * n - byChance
  return expected === 0 ? null : (n * agreed - byChance) / expected
}
