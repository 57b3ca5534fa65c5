// Counts anew whatever is derived: positions from tags and rulings, counts and evidence from positions, the search index.

import type { Database } from '../storage/database.ts'
import { reindexing } from '../storage/search.ts'
import { counting, emptying, placing } from './anew.ts'
import { settledOf } from './settled.ts'
import { claimwise } from './statements.ts'

/** Claims settled between two looks at how far it is. */
const AT_ONCE = 500

/** One operation: it happens whole, or the database stays as it was. Reports how many claims are settled. */
export function mend(db: Database, report: (claims: number) => void): Promise<void> {
  const { claims, tags, rulings } = claimwise(db)
  const place = placing(db)
  return db.batch(function* () {
    for (const empty of emptying(db)) yield* empty()
    let done = 0
    for (let after = ''; ; ) {
      const page = yield* claims({ after, limit: AT_ONCE })
      const upTo = page.at(-1)?.id
      if (upTo === undefined) break
      const stretch = { after, upTo }
      const settled = settledOf({ tags: yield* tags(stretch), rulings: yield* rulings(stretch) })
      yield* place([...settled.values()])
      done += page.length
      report(done)
      after = upTo
    }
    for (const count of counting(db)) yield* count()
    for (const index of reindexing(db)) yield* index()
  })
}
