// Stores what a curator made of a speaker, never over what they have not seen.

import { type Averment, Refused, type Speaker } from '../../../../openapi/client/index.ts'
import { changeOf, type Draft, isSameSpeaker } from './draft.ts'

/** Somebody else has changed the speaker since the work on it began; what is stored now. */
export class Overtaken extends Error {
  readonly current: Speaker
  constructor(current: Speaker) {
    super('The speaker has changed since you began.')
    this.current = current
  }
}

/** How often it is sent again after something that moves by itself, such as the count of claims, came between. */
const ATTEMPTS = 5

export async function saveSpeaker(service: Averment, draft: Draft, base: Speaker): Promise<Speaker> {
  const path = { id: base.id }
  for (let attempt = 1; ; attempt++) {
    // Read now, written under the ETag of this reading: whatever is stored after it is refused with 412.
    const current = await service.readSpeaker({ path })
    if (current.id !== base.id || !isSameSpeaker(current, base)) throw new Overtaken(current)
    const body = changeOf(draft, base)
    if (Object.keys(body).length === 0) return current
    try {
      return await service.updateSpeaker({ path, body })
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 412 || attempt === ATTEMPTS) throw error
    }
  }
}
