// What goes from one speaker to another when they are made one.

import type { Speaker } from '../../../../openapi/client/index.ts'

export interface Moving {
  readonly claims: number
  /** Names that the other one does not have yet. */
  readonly names: readonly string[]
  /** Bodies that the other one does not speak for yet. */
  readonly affiliations: readonly string[]
}

export function movingFrom(from: Speaker, into: Speaker): Moving {
  const has = new Set([into.name, ...into.aliases].map((name) => name.toLowerCase()))
  const speaksFor = new Set([into.id, ...into.affiliations.map(({ speakerId }) => speakerId)])
  return {
    claims: from.claimCount,
    names: [from.name, ...from.aliases].filter((name) => !has.has(name.toLowerCase())),
    affiliations: from.affiliations
      .filter(({ speakerId }) => !speaksFor.has(speakerId))
      .map(({ name }) => name),
  }
}
