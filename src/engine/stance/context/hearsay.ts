// A claim that relays another is as much on the question as what it relays; which side, the line-up tells.

import type { Belief } from '../belief.ts'
import { add } from '../evidence/evidence.ts'
import type { ClaimEvidence } from '../evidence/index.ts'
import type { ArticleReading, ClaimReading } from '../reading.ts'

export function hearsayEvidence(
  claim: ClaimReading,
  article: ArticleReading,
  beliefs: readonly Belief[],
  into: readonly ClaimEvidence[],
): void {
  const inner = into[claim.index]
  const outer = claim.outer === null ? undefined : into[claim.outer]
  const outerClaim = claim.outer === null ? undefined : article.claims[claim.outer]
  const innerBelief = beliefs[claim.index]
  const outerBelief = claim.outer === null ? undefined : beliefs[claim.outer]
  if (
    inner === undefined ||
    outer === undefined ||
    outerClaim === undefined ||
    innerBelief === undefined ||
    outerBelief === undefined
  )
    return
  const manner = outerClaim.claim.polarity
  relay(`relayed, outer ${manner}`, outerBelief, inner)
  relay(`relays, itself ${manner}`, innerBelief, outer)
}

function relay(name: string, from: Belief, into: ClaimEvidence): void {
  add(into.neutral, `${name}: ambivalent`, from.ambivalent)
  add(into.neutral, `${name}: off`, from.off)
}
