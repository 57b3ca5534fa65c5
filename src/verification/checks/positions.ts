// Where each claim stands is what its ruling, else people's tags, else the machine's come to.

import { type Settled, settle, type Vote } from '../../standings/settle.ts'
import { type Check, type Findings, findings } from '../check.ts'
import { claimwise } from '../statements.ts'
import { gathered, stretches } from '../stretches.ts'

type OnQuestion = { readonly claimId: string; readonly question: string }
const placeOf = ({ claimId, question }: OnQuestion) => `${claimId} on ${question}`

export const positions: Check = {
  name: 'positions',
  holds: 'the position of each claim is what its ruling and tags come to',
  derived: true,
  async find(db) {
    const s = claimwise(db)
    const found = findings()
    for await (const { range } of stretches(s.claims)) {
      const kept = gathered((await s.positions.read(range)) as (Settled & OnQuestion)[], placeOf)
      const rulings = gathered(await s.rulings.read(range), placeOf)
      const tags = gathered(await s.tags.read(range), placeOf)
      for (const place of new Set([...kept.keys(), ...rulings.keys(), ...tags.keys()])) {
        const votes = (tags.get(place) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1)) as Vote[]
        const settled = settle(rulings.get(place)?.[0] ?? null, votes)
        compare(place, kept.get(place)?.[0] ?? null, settled, found)
      }
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
