// Counts anew whatever is derived: positions from tags and rulings, counts and evidence from positions, the search index.

import { settling } from '../history/restore.ts'
import { placedStatements } from '../history/statements.ts'
import { standingsStore } from '../standings/store.ts'
import type { Command, Database } from '../storage/database.ts'
import { reindexing } from '../storage/search.ts'

/** Claims settled between two looks at how far it is. */
const AT_ONCE = 500

/** One operation: it happens whole, or the database stays as it was. Reports how many claims are done. */
export function mend(db: Database, report: (claims: number) => void): Promise<void> {
  const { claims } = placedStatements(db)
  const settle = settling(db, standingsStore(db))
  return db.batch(function* () {
    for (const empty of emptying(db)) yield* empty()
    let done = 0
    for (let after = ''; ; ) {
      const page = yield* claims({ after, limit: AT_ONCE })
      for (const { id } of page) yield* settle(id)
      done += page.length
      report(done)
      const last = page.at(-1)
      if (!last) break
      after = last.id
    }
    for (const index of reindexing(db)) yield* index()
  })
}

/** In the end a claim without tags and rulings has no position, as it should. */
function emptying({ tables, command }: Database): readonly Command[] {
  const { strongestEvidence, evidenceFloors, evidence, standings, standingGroups, claimPositions } = tables
  return [strongestEvidence, evidenceFloors, evidence, standings, standingGroups, claimPositions].map(
    (table) => command((q) => q.delete(table)),
  )
}
