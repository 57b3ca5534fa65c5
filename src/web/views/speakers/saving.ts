// Stores what a curator made of a speaker, never over what they have not seen.

import type { Averment, Speaker } from '../../../../openapi/client/index.ts'
import { writeOver } from '../../frame/overtaken.ts'
import { changeOf, type Draft, isSameSpeaker } from './draft.ts'

/** The count of claims moves by itself, and is no change of what is edited. */
export function saveSpeaker(service: Averment, draft: Draft, base: Speaker): Promise<Speaker> {
  const path = { id: base.id }
  const body = changeOf(draft, base)
  return writeOver({
    read: () => service.readSpeaker({ path }),
    isSeen: (current) => current.id === base.id && isSameSpeaker(current, base),
    write: async (current) =>
      Object.keys(body).length === 0 ? current : service.updateSpeaker({ path, body }),
  })
}
