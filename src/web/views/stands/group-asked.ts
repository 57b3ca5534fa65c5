// Somebody whose mark is not among those shown: their counts, or at least their name.

import type { Averment, Question, Standing } from '../../../../openapi/client/index.ts'
import { standingAsked } from './claims-of.ts'
import { type Group, groupOf } from './groups.ts'
import { type Outlook, UNKNOWN } from './outlook.ts'

export async function groupFor(
  service: Averment,
  question: Question,
  outlook: Outlook,
  key: string,
): Promise<Group> {
  const { by } = outlook
  const asked = standingAsked(outlook, key)
  const query = { question: question.slug, groupBy: by, ...asked, limit: 1 }
  const standing = asked ? (await service.listPositions({ query })).data[0] : undefined
  if (standing) return groupOf(by, question, standing)
  const isSpeaker = by === 'speaker' || by === 'affiliation'
  const named = isSpeaker && key !== UNKNOWN ? await service.readSpeaker({ path: { id: key } }) : undefined
  const none: Standing = {
    counts: {},
    byPeople: {},
    claims: 0,
    leaning: null,
    firstAt: null,
    lastAt: null,
    evidence: [],
  }
  return groupOf(by, question, { ...none, [by]: named ?? (key === UNKNOWN ? null : key) })
}
