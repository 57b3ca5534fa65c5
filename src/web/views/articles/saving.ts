// Stores what somebody made of a claim, never over what they have not seen.

import type { Averment, Claim } from '../../../../openapi/client/index.ts'
import { writeOver } from '../../frame/overtaken.ts'
import { changeOf, type Draft, isSameClaim, newClaimOf } from './draft.ts'

/** A tag that comes meanwhile changes the claim's ETag, and is no change of what is corrected. */
export function saveDraft(service: Averment, articleId: string, text: string, draft: Draft): Promise<Claim> {
  const { base } = draft
  if (!base) return service.createClaim({ path: { id: articleId }, body: newClaimOf(draft, text) })
  const path = { id: base.id }
  return writeOver({
    read: () => service.readClaim({ path }),
    isSeen: (current) => isSameClaim(current, base),
    write: () => service.updateClaim({ path, body: changeOf(draft, text) }),
  })
}
