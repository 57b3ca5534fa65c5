// How far the claims of a question have come, from how many there are of each kind.

import { peopleOn, placesOf, type Standing, type Work } from '../leases/places.ts'

export interface Kind extends Standing {
  readonly n: number
}

export interface Stages {
  total: number
  untagged: number
  fewTags: number
  agreed: number
  disagreed: number
  settled: number
  ruled: number
  outdated: number
}

type Stage = Exclude<keyof Stages, 'total'>

export function stageOf(standing: Standing, work: Work): Stage {
  if (standing.basis === 'machine') return 'untagged'
  if (standing.basis === 'ruling') return 'ruled'
  if (standing.version !== work.version) return 'outdated'
  if (placesOf(standing, work) === 0) return 'settled'
  if (standing.confidence < 1) return 'disagreed'
  return wants(standing, work) ? 'fewTags' : 'agreed'
}

/** Whether it takes further tags. */
export const wants = (standing: Standing, work: Work): boolean =>
  peopleOn(standing, work) < placesOf(standing, work)

/** Placed by people, or ruled on, when the question meant something else. */
const needsAnotherLook = (standing: Standing, work: Work): boolean =>
  standing.version !== null && standing.version < work.version

/** `rejected` are the kinds of the claims among them that do not count. */
export function tallyOf(kinds: readonly Kind[], rejected: readonly Kind[], work: Work) {
  const claims: Stages = {
    total: 0,
    untagged: 0,
    fewTags: 0,
    agreed: 0,
    disagreed: 0,
    settled: 0,
    ruled: 0,
    outdated: 0,
  }
  let wanting = 0
  let anotherLook = 0
  const count = (kind: Kind, n: number) => {
    claims.total += n
    claims[stageOf(kind, work)] += n
    if (wants(kind, work)) wanting += n
    if (needsAnotherLook(kind, work)) anotherLook += n
  }
  for (const kind of kinds) count(kind, kind.n)
  for (const kind of rejected) count(kind, -kind.n)
  return { claims, wanting, anotherLook }
}
