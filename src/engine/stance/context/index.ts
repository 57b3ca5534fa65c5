// The second look: what a claim is likely to hold, given what the claims around it hold.

import { type Belief, leanOf } from '../belief.ts'
import { add, type Evidence } from '../evidence/evidence.ts'
import type { ClaimEvidence } from '../evidence/index.ts'
import type { ArticleReading, ClaimReading } from '../reading.ts'
import { hearsayEvidence } from './hearsay.ts'
import { neighbourEvidence } from './neighbours.ts'
import { speakerEvidence, talliesOf } from './speakers.ts'

/** Facts of a claim's form that tell how far its context can be trusted. */
const KEPT = [
  'constant',
  'bench',
  'bench questioned',
  'question mark',
  'hearsay',
  'first paragraph',
  'no cue',
  'nobody speaks',
] as const
const KEPT_PREFIX = /^(?:polarity|type) /

/**
 * Context evidence for every claim of an article. `own` are the probabilities that the look before gave each claim itself;
 * `seen` those that the others may use, with what people have decided in place of what the machine thought.
 */
export function contextOf(
  article: ArticleReading,
  words: readonly ClaimEvidence[],
  own: readonly Belief[],
  seen: readonly Belief[],
): ClaimEvidence[] {
  const evidence = article.claims.map((claim, index) => ownEvidence(claim, words[index], own[index]))
  const tallies = talliesOf(article, seen)
  for (const claim of article.claims) {
    const into = evidence[claim.index]
    const self = seen[claim.index]
    if (into === undefined || self === undefined) continue
    speakerEvidence(claim, self, tallies, into)
    neighbourEvidence(claim, article, seen, into)
    hearsayEvidence(claim, article, seen, evidence)
  }
  return evidence
}

/** Keeps a probability of nothing from weighing without bound. */
const FLOOR = 0.02
const oddsOf = (probability: number, rest: number): number => Math.log((probability + FLOOR) / (rest + FLOOR))

function ownEvidence(
  _claim: ClaimReading,
  words: ClaimEvidence | undefined,
  own: Belief | undefined,
): ClaimEvidence {
  const neutral: Evidence = new Map()
  const sides = (own?.sides ?? []).map((value, side): Evidence => {
    const rest = value - (own === undefined ? 0 : leanOf(own, side))
    return new Map([['itself', oddsOf(value, rest)]])
  })
  for (const name of words?.neutral.keys() ?? []) {
    if (KEPT_PREFIX.test(name) || (KEPT as readonly string[]).includes(name)) add(neutral, name)
  }
  if (own !== undefined) {
    add(neutral, 'itself ambivalent', oddsOf(own.ambivalent, 1 - own.ambivalent))
    add(neutral, 'itself off', oddsOf(own.off, 1 - own.off))
  }
  return { sides, neutral }
}
