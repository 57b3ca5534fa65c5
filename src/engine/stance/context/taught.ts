// Context where people have decided some of the claims: the same evidence, and once more with the decisions alone.
import type { Belief } from '../belief.ts'
import type { ClaimEvidence, Evidence } from '../evidence/index.ts'
import type { ArticleReading } from '../reading.ts'
import { contextOf } from './index.ts'

export function taughtContextOf(
  article: ArticleReading,
  own: readonly Belief[],
  camps: readonly Belief[],
  decided: readonly (Belief | null)[],
): ClaimEvidence[] {
  const seen = camps.map((belief, index) => decided[index] ?? belief)
  const sure = camps.map(
    (belief, index) => decided[index] ?? { sides: belief.sides.map(() => 0), ambivalent: 0, off: 0 },
  )
  const all = contextOf(article, own, camps, seen)
  const certain = contextOf(article, own, camps, sure)
  return all.map((evidence, index) => ({
    sides: evidence.sides.map((bag, side) => withDecided(bag, certain[index]?.sides[side])),
    neutral: withDecided(evidence.neutral, certain[index]?.neutral),
  }))
}

function withDecided(bag: Evidence, certain: Evidence | undefined): Evidence {
  const both = new Map(bag)
  for (const [name, value] of certain ?? [])
    if (!bag.has(name) || !/^(?:itself|line-up)/.test(name)) both.set(`decided: ${name}`, value)
  return both
}
