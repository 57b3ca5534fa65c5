// What tags and rulings come to, for all claims of a stretch.

import { type Settled, settle, type Vote } from '../standings/settle.ts'
import type { ClaimKey } from '../standings/store.ts'
import { gathered } from './stretches.ts'

/** A claim on a question. */
export interface Place extends ClaimKey {
  readonly question: string
}

export const placeOf = ({ claimId, question }: Omit<Place, 'articleId'>): string =>
  `${claimId} on ${question}`

/** Those that stand, as they are stored. */
export interface Placed {
  readonly tags: readonly (Place & { readonly id: string })[]
  readonly rulings: readonly (Place & Ruling)[]
}

type Ruling = NonNullable<Parameters<typeof settle>[0]>

/** By place; one where a claim has neither tag nor ruling is not among them. */
export function settledOf({ tags, rulings }: Placed): Map<string, Settled & Place> {
  const ruled = gathered(rulings, placeOf)
  const tagged = gathered(tags, placeOf)
  const settled = new Map<string, Settled & Place>()
  for (const place of new Set([...ruled.keys(), ...tagged.keys()])) {
    const votes = (tagged.get(place) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1))
    const [ruling] = ruled.get(place) ?? []
    const one = settle(ruling ?? null, votes as readonly Place[] as readonly (Place & Vote)[])
    const at = ruling ?? votes[0]
    if (one && at) {
      const { claimId, articleId, question } = at
      settled.set(place, { claimId, articleId, question, ...one })
    }
  }
  return settled
}
