// Where each claim stands is what its ruling, else people's tags, else the machine's come to.

import type { Settled } from '../../standings/settle.ts'
import { type Check, type Findings, findings } from '../check.ts'
import { type Place, placeOf, settledOf } from '../settled.ts'
import { claimwise } from '../statements.ts'
import { gathered, stretches } from '../stretches.ts'

export const positions: Check = {
  name: 'positions',
  holds: 'the position of each claim is what its ruling and tags come to',
  derived: true,
  async find(db) {
    const s = claimwise(db)
    const found = findings()
    for await (const { range } of stretches(s.claims)) {
      const kept = gathered((await s.positions.read(range)) as (Settled & Place)[], placeOf)
      const settled = settledOf({ tags: await s.tags.read(range), rulings: await s.rulings.read(range) })
      for (const place of new Set([...kept.keys(), ...settled.keys()]))
        compare(place, kept.get(place)?.[0] ?? null, settled.get(place) ?? null, found)
    }
    return found.found()
  },
}

function compare(place: string, kept: Settled | null, settled: Settled | null, found: Findings): void {
  const [is, must] = [inOrder(kept), inOrder(settled)]
  if (is !== must) found.note(place, is, must)
}

function inOrder(one: Settled | null): string {
  if (one === null) return 'no position'
  const { position, basis, confidence, wordsAlone, version, people } = one
  const alone = wordsAlone && [wordsAlone.position, wordsAlone.confidence]
  return JSON.stringify([position, basis, confidence, alone, version, people])
}
