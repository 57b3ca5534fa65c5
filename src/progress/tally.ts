// What one annotator has done on a question, gathered tag by tag.

import type { Standing, Work } from '../leases/places.ts'
import { wants } from './stages.ts'

/** A current tag, and how its claim stands. */
export interface Tagged extends Standing {
  readonly at: number
  readonly questionVersion: number
  readonly position: string
  readonly standing: string
  readonly status: string
}

export interface Tally {
  /** Claims tagged under the version of now. */
  tagged: number
  /** Of those, how many take further tags, though none of this annotator. */
  stillWanted: number
  /** Claims tagged under an earlier version. */
  outdated: number
  /** Claims they tagged that were ruled on under the same version, and in how many they said the same. */
  ruled: number
  agreed: number
  /** When they tagged, as far back as the pace looks. */
  readonly times: number[]
}

export const emptyTally = (): Tally => ({
  tagged: 0,
  stillWanted: 0,
  outdated: 0,
  ruled: 0,
  agreed: 0,
  times: [],
})

export function add(tally: Tally, tag: Tagged, work: Work, since: number): void {
  if (tag.at >= since) tally.times.push(tag.at)
  if (tag.status === 'rejected') return
  if (tag.basis === 'ruling' && tag.version === tag.questionVersion) {
    tally.ruled++
    if (tag.position === tag.standing) tally.agreed++
  }
  if (tag.questionVersion !== work.version) {
    tally.outdated++
    return
  }
  tally.tagged++
  if (wants(tag, work)) tally.stillWanted++
}
