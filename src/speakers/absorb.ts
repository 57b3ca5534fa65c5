// Making two speakers one: what belongs to the first is given to the second, except what that one has already.

import type { Standings } from '../standings/store.ts'
import type { Operation } from '../storage/database.ts'
import type { speakerStatements } from './statements.ts'

export function absorbing(s: ReturnType<typeof speakerStatements>, standings: Standings) {
  return function* absorb(from: string, into: string, at: number): Operation<void> {
    const members = yield* s.members({ from })
    const touched = new Set<string>()
    for (const id of [from, into, ...members.map((one) => one.id)])
      for (const claim of yield* s.claimIds({ id })) touched.add(claim.id)
    for (const id of touched) yield* standings.uncount(id)
    for (const { alias, folded } of yield* s.aliases({ id: from }))
      yield* s.addAlias({ id: into, alias, folded })
    for (const { speakerId, role } of yield* s.affiliations({ id: from }))
      if (speakerId !== into) yield* s.addAffiliation({ id: into, organizationId: speakerId, role })
    for (const { id, role } of members)
      if (id !== into) yield* s.addAffiliation({ id, organizationId: into, role })
    yield* s.moveClaims({ from, into })
    yield* s.dropClaims({ from })
    yield* s.dropAliases({ id: from })
    yield* s.dropAffiliations({ id: from })
    yield* s.dropMembers({ from })
    yield* s.markMerged({ from, into, at })
    for (const id of touched) yield* standings.count(id)
  }
}
