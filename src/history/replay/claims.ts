// Replays what was done to claims, their places in the order of their article among it.

import type { ClaimRow } from '../../claims/present.ts'
import { claimStatements } from '../../claims/statements.ts'
import { claimWriting, type FreshClaim } from '../../claims/writing.ts'
import type { Standings } from '../../standings/store.ts'
import type { Database, Operation } from '../../storage/database.ts'
import { indexing } from '../../storage/search.ts'
import { placeStatements } from '../statements.ts'
import { actOf, type Entry, type Replay, silent, unknown } from './entry.ts'

type Created = Omit<FreshClaim, 'attribution'> & {
  readonly articleId: string
  readonly ordinal: number
  readonly method: string
  readonly methodConfidence: number
  readonly publisher: string | null
  readonly publishedAt: number | null
}

interface ImportedTimes {
  readonly createdAt: number
  readonly updatedAt: number
  readonly revision: number
}

export function replayClaims(db: Database, standings: Standings): Replay {
  const s = claimStatements(db)
  const place = placeStatements(db)
  const index = indexing(db)
  const write = claimWriting(db, s, silent, standings)

  function* create(claim: Created, entry: Entry): Operation<void> {
    const { articleId: id, ordinal, publisher, publishedAt, method, methodConfidence: confidence } = claim
    yield* s.makeRoom({ articleId: id, ordinal })
    const fresh = { ...claim, attribution: { method, confidence } }
    yield* write.insertOne(fresh, ordinal, { id, publisher, publishedAt }, actOf(entry))
  }

  /** From elsewhere it comes at the place it had, and as it had been corrected. */
  function* putIn(claim: Created & ImportedTimes, { annotatorId: by }: Entry): Operation<void> {
    const { articleId: id, ordinal, publisher, publishedAt, method, methodConfidence: confidence } = claim
    if ((yield* place.taken({ articleId: id, ordinal })).length > 0)
      yield* s.makeRoom({ articleId: id, ordinal })
    const fresh = { ...claim, attribution: { method, confidence } }
    yield* write.insertOne(fresh, ordinal, { id, publisher, publishedAt }, { by, at: claim.createdAt })
    yield* s.update({ ...claim })
  }

  function* update(before: ClaimRow, after: ClaimRow): Operation<void> {
    const { id, articleId, ordinal } = after
    yield* standings.uncount(id)
    if (after.start !== before.start) {
      yield* s.closeGap({ articleId, ordinal: before.ordinal })
      yield* s.update({ ...after, ordinal: 0 })
      yield* s.makeRoom({ articleId, ordinal })
    }
    yield* index.dropClaim({ id })
    yield* s.update({ ...after })
    yield* index.addClaim({ id })
    yield* write.setSpeakers(
      { claimId: id, articleId },
      after.speakers.map((speaker) => speaker.id),
    )
    yield* standings.count(id)
  }

  function* remove(id: string): Operation<void> {
    const [found] = yield* place.of({ id })
    if (!found) return
    yield* standings.uncount(id)
    yield* index.dropClaim({ id })
    yield* s.remove({ id })
    yield* s.closeGap(found)
  }

  return function* replay(entry) {
    const { entityId, action, before, after } = entry
    if (action === 'create') yield* create(after as Created, entry)
    else if (action === 'update') yield* update(before as ClaimRow, after as ClaimRow)
    else if (action === 'delete') yield* remove(entityId)
    else if (action === 'import') yield* putIn(after as Created & ImportedTimes, entry)
    else throw unknown(entry)
  }
}
