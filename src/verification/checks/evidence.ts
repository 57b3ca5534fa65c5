// Evidence names, for each group a claim counts in, the claim with its date; and nothing else.

import { groupsOf } from '../../standings/groups.ts'
import { type Check, findings } from '../check.ts'
import { claimwise } from '../statements.ts'
import { gathered, stretches } from '../stretches.ts'

type Row = { question: string; groupBy: string; groupKey: string; at: number }

const placeOf = (claimId: string, { question, groupBy, groupKey }: Row) =>
  `${claimId} on ${question} by ${groupBy} ${groupKey}`
const shown = ({ at }: Row) => String(at)
const claimOf = (row: { claimId: string }) => row.claimId

export const evidence: Check = {
  name: 'evidence',
  holds: 'each group has the claims that count in it as evidence',
  derived: true,
  async find(db) {
    const s = claimwise(db)
    const found = findings()
    for await (const { rows, range } of stretches(s.claims)) {
      const kept = gathered(await s.evidence.read(range), claimOf)
      const positions = gathered(await s.positions.read(range), claimOf)
      const speakers = gathered(await s.speakers.read(range), claimOf)
      for (const claim of rows) {
        const counted = claim.status === 'rejected' ? [] : (positions.get(claim.id) ?? [])
        const groups = groupsOf(claim, speakers.get(claim.id) ?? [])
        const at = claim.publishedAt ?? claim.createdAt
        const expected = counted
          .filter(({ position }) => position !== 'off-question')
          .flatMap(({ question }) => groups.map((group) => ({ question, ...group, at })))
        const missing = new Map(expected.map((row) => [placeOf(claim.id, row), shown(row)]))
        for (const row of kept.get(claim.id) ?? []) {
          const place = placeOf(claim.id, row)
          const must = missing.get(place)
          if (must !== shown(row)) found.note(place, shown(row), must ?? 'nothing')
          missing.delete(place)
        }
        for (const [place, must] of missing) found.note(place, 'nothing', must)
      }
    }
    for (const { claimId } of await s.left.read())
      found.note(claimId, 'evidence of it', 'a claim that is there')
    return found.found()
  },
}
