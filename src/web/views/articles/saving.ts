// Stores what somebody made of a claim, never over what they have not seen.

import { type Averment, type Claim, Refused } from '../../../../openapi/client/index.ts'
import { changeOf, type Draft, isSameClaim, newClaimOf } from './draft.ts'

/** Somebody else has changed the claim since the work on it began; what is stored now. */
export class Overtaken extends Error {
  readonly current: Claim
  constructor(current: Claim) {
    super('The claim has changed since you began.')
    this.current = current
  }
}

/** How often a change is sent again after a tag came between the reading and the writing of its claim. */
const ATTEMPTS = 5

export async function saveDraft(
  service: Averment,
  articleId: string,
  text: string,
  draft: Draft,
): Promise<Claim> {
  const { base } = draft
  if (!base) return service.createClaim({ path: { id: articleId }, body: newClaimOf(draft, text) })
  for (let attempt = 1; ; attempt++) {
    // Read now, written under the ETag of this reading: whatever is stored after it is refused with 412.
    const current = await service.readClaim({ path: { id: base.id } })
    if (!isSameClaim(current, base)) throw new Overtaken(current)
    try {
      return await service.updateClaim({ path: { id: base.id }, body: changeOf(draft, text) })
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 412 || attempt === ATTEMPTS) throw error
    }
  }
}
