// What the queue reads, most informative first: groups of ranges of claims that stand alike on the question.

import { peopleOn, placesOf, type Standing, shareToSettle, type Work } from '../leases/places.ts'

/** Why a claim needs a tag; where the queue is blind, only a change of the question is told. */
export type Reason = 'disagreement' | 'another-look' | 'untagged' | 'few-tags'

export interface Range {
  readonly kind: 'people' | 'versions' | 'machine'
  /** People who have tagged it under the version of now. */
  readonly people: number
  /** The share of people who agree lies from here … */
  readonly from: number
  /** … to below here. */
  readonly below: number
  /** Tags a claim of this range still takes. */
  readonly places: number
}

export interface Group {
  readonly reason: Reason
  readonly ranges: readonly Range[]
}

export function groupsOf(work: Work): Group[] {
  const counts = Array.from({ length: work.tagsPerClaim }, (_, i) => i + 1)
  const whole = { kind: 'people', people: 0, from: 0, below: 2, places: work.tagsPerClaim } as const
  const disagreed = counts.map((people) => range(people, 0, Math.min(1, shareToSettle(people, work)), work))
  const agreed = counts.map((people) => range(people, 1, shareToSettle(people, work), work))
  return [
    { reason: 'disagreement', ranges: disagreed },
    { reason: 'another-look', ranges: [{ ...whole, kind: 'versions' }] },
    { reason: 'untagged', ranges: [{ ...whole, kind: 'machine' }] },
    { reason: 'few-tags', ranges: agreed.filter(({ from, below, places }) => places > 0 && from < below) },
  ]
}

function range(people: number, from: number, below: number, work: Work): Range {
  const standing: Standing = { basis: 'people', version: work.version, people, confidence: from }
  return { kind: 'people', people, from, below, places: placesOf(standing, work) - peopleOn(standing, work) }
}
