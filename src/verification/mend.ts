// Counts anew whatever is derived: positions from tags and rulings, counts and evidence from positions, the search index.

import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { standingsStore } from '../standings/store.ts'
import type { Database, Operation } from '../storage/database.ts'
import { reindexing } from '../storage/search.ts'

/** Claims settled between two looks at how far it is. */
const AT_ONCE = 500

/** One operation: it happens whole, or the database stays as it was. Reports how many claims are done. */
export function mend(db: Database, report: (claims: number) => void): Promise<void> {
  const s = statements(db)
  const standings = standingsStore(db)
  function* settle(claimId: string): Operation<void> {
    const placed = [...(yield* s.tagged({ claimId })), ...(yield* s.ruled({ claimId }))]
    for (const question of new Set(placed.map((one) => one.question)))
      yield* standings.settle(claimId, question)
  }
  return db.batch(function* () {
    for (const empty of s.emptied) yield* empty()
    let done = 0
    for (let after = ''; ; ) {
      const claims = yield* s.claims({ after, limit: AT_ONCE })
      for (const { id } of claims) yield* settle(id)
      done += claims.length
      report(done)
      const last = claims.at(-1)
      if (!last) break
      after = last.id
    }
    for (const index of reindexing(db)) yield* index()
  })
}

function statements(db: Database) {
  const { claims: c, tags: t, rulings: r, claimPositions, standings, standingGroups, evidence } = db.tables
  const { strongestEvidence, evidenceFloors } = db.tables
  return {
    /** In the end each claim without tags and rulings has no position, as it should. */
    emptied: [strongestEvidence, evidenceFloors, evidence, standings, standingGroups, claimPositions].map(
      (table) => db.command((q) => q.delete(table)),
    ),
    claims: db.query((q, slot) =>
      q
        .select({ id: c.id })
        .from(c)
        .where(gt(c.id, slot('after')))
        .orderBy(asc(c.id))
        .limit(slot('limit')),
    ),
    tagged: db.query((q, slot) =>
      q
        .selectDistinct({ question: t.question })
        .from(t)
        .where(and(eq(t.claimId, slot('claimId')), sql`current = 1`)),
    ),
    ruled: db.query((q, slot) =>
      q
        .selectDistinct({ question: r.question })
        .from(r)
        .where(and(eq(r.claimId, slot('claimId')), sql`current = 1`)),
    ),
  }
}
