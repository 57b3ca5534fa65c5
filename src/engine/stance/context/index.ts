// The second look: what a claim is likely to hold, given what the claims around it hold.

import { type Belief, leanOf } from '../belief.ts'
import { add, type Evidence } from '../evidence/evidence.ts'
import type { ClaimEvidence } from '../evidence/index.ts'
import { speechAct } from '../evidence/speech-act.ts'
import type { ArticleReading, ClaimReading } from '../reading.ts'
import { hearsayEvidence } from './hearsay.ts'
import { neighbourEvidence } from './neighbours.ts'
import { speakerEvidence, talliesOf } from './speakers.ts'

/**
 * Context evidence for every claim of an article. `own` are the probabilities that the look before gave each claim itself;
 * `camps` the same once the claims have lined up by side; `seen` those that the others may use, with what people have decided in place of what the machine thought.
 */
export function contextOf(
  article: ArticleReading,
  own: readonly Belief[],
  camps: readonly Belief[],
  seen: readonly Belief[],
): ClaimEvidence[] {
  const evidence = article.claims.map((claim, index) => ownEvidence(claim, own[index], camps[index]))
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

function ownEvidence(claim: ClaimReading, own: Belief | undefined, camp: Belief | undefined): ClaimEvidence {
  const neutral: Evidence = new Map()
  // How far the context can be trusted depends on who speaks and how.
  speechAct(claim, neutral)
  const sides = (own?.sides ?? []).map((value, side): Evidence => {
    const rest = value - (own === undefined ? 0 : leanOf(own, side))
    const lined = camp?.sides[side] ?? value
    const against = lined - (camp === undefined ? 0 : leanOf(camp, side))
    return new Map([
      ['itself', oddsOf(value, rest)],
      ['line-up', oddsOf(lined, against)],
    ])
  })
  if (own !== undefined) {
    add(neutral, 'itself ambivalent', oddsOf(own.ambivalent, 1 - own.ambivalent))
    add(neutral, 'itself off', oddsOf(own.off, 1 - own.off))
  }
  return { sides, neutral }
}
