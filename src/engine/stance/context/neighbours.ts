// What the claims before and after hold: debate alternates, and a paragraph keeps to its subject.

import { type Belief, leanOf } from '../belief.ts'
import { add } from '../evidence/evidence.ts'
import type { ClaimEvidence } from '../evidence/index.ts'
import type { ArticleReading, ClaimReading } from '../reading.ts'

const PLACES = [
  ['before', -1],
  ['after', 1],
] as const

export function neighbourEvidence(
  claim: ClaimReading,
  article: ArticleReading,
  beliefs: readonly Belief[],
  into: ClaimEvidence,
): void {
  for (const [place, distance] of PLACES) {
    const neighbour = article.claims[claim.index + distance]
    const belief = beliefs[claim.index + distance]
    if (neighbour === undefined || belief === undefined) continue
    const tie = tieOf(claim, neighbour)
    into.sides.forEach((bag, side) => {
      add(bag, `${place} ${tie}`, leanOf(belief, side))
    })
    const where = neighbour.paragraph === claim.paragraph ? 'here' : 'apart'
    add(into.neutral, `${place} ${tie} ${where} ambivalent`, belief.ambivalent)
    add(into.neutral, `${place} ${tie} ${where} off`, belief.off)
    if (distance === -1) add(into.neutral, `before is ${neighbour.claim.polarity}`)
  }
}

function tieOf(claim: ClaimReading, other: ClaimReading): 'same speaker' | 'same camp' | 'other camp' {
  for (const speaker of claim.speakers) if (other.speakers.has(speaker)) return 'same speaker'
  for (const member of claim.camp) if (other.camp.has(member)) return 'same camp'
  return 'other camp'
}
