// Puts the past together again: an empty database, or one of an earlier moment, is brought to a later one by replaying
// the ledger in between. Asked by the ordinary stores, it answers as the service would have answered then.

import { type ClaimKey, type Standings, standingsStore } from '../standings/store.ts'
import type { Database, Operation } from '../storage/database.ts'
import { idle } from './replay/entry.ts'
import { replaying } from './replay/index.ts'
import { ledgerStatements, placedStatements } from './statements.ts'

export interface Stretch {
  /** The moment at which `into` is: 0 when it is empty. */
  readonly after: number
  readonly upTo: number
  /** Entries replayed at once, between which others have their turn. */
  readonly atOnce: number
}

/** `ledger` is only read. */
export async function restore(ledger: Database, into: Database, stretch: Stretch): Promise<void> {
  const { after, upTo, atOnce } = stretch
  const s = ledgerStatements(ledger)
  const standings = standingsStore(into)
  const anew = after === 0
  const replay = replaying(into, anew ? idle : standings)
  for (let seq = after; seq < upTo; ) {
    const entries = await s.page.read({ after: seq, upTo, limit: atOnce })
    await into.batch(function* () {
      for (const entry of entries) yield* replay(entry)
    })
    seq = entries.length < atOnce ? upTo : (entries.at(-1)?.seq ?? upTo)
  }
  if (anew) await settleAll(into, standings, atOnce)
}

/** Settles a claim on every question on which somebody has placed it. */
export function settling(db: Database, standings: Standings): (claim: ClaimKey) => Operation<void> {
  const s = placedStatements(db)
  return function* settle(claim) {
    const { claimId } = claim
    const placed = [...(yield* s.tagged({ claimId })), ...(yield* s.ruled({ claimId }))]
    for (const question of new Set(placed.map((one) => one.question)))
      yield* standings.settle(claim, question)
  }
}

/** The position of every claim on every question, and the counts: settled once, whatever led there. */
async function settleAll(db: Database, standings: Standings, atOnce: number): Promise<void> {
  const s = placedStatements(db)
  const settle = settling(db, standings)
  for (let after = ''; ; ) {
    const claims = await s.claims.read({ after, limit: atOnce })
    await db.batch(function* () {
      for (const { id: claimId, articleId } of claims) yield* settle({ claimId, articleId })
    })
    const last = claims.at(-1)
    if (claims.length < atOnce || !last) return
    after = last.id
  }
}
