// What the engine found, as claims about to be stored.

import { ENGINE_ID } from '../annotators/people.ts'
import { anchoring } from '../claims/spans.ts'
import type { FreshClaim } from '../claims/store.ts'
import type { Extraction } from '../engine/types.ts'

/** `registered` are the registry's ids of the extraction's speakers, in their order. */
export function freshClaims(
  extraction: Extraction,
  registered: readonly string[],
  text: string,
  engineVersion: string,
  newId: () => string,
): FreshClaim[] {
  const anchors = anchoring(text)
  const ids = extraction.claims.map(newId)
  return extraction.claims.map((claim, i): FreshClaim => {
    const content = claim.content.map(anchors.stored)
    return {
      ...anchors.context(content),
      id: ids[i] ?? '',
      content,
      cue: claim.cue.map(anchors.stored),
      source: claim.source.map(anchors.stored),
      type: claim.type,
      polarity: claim.polarity,
      status: 'proposed',
      speakerIds: [...new Set(claim.speakers.map((at) => registered[at] ?? ''))],
      attribution: claim.attribution,
      parentId: claim.parent === null ? null : (ids[claim.parent] ?? null),
      confidence: claim.confidence,
      createdBy: ENGINE_ID,
      createdVersion: engineVersion,
    }
  })
}
