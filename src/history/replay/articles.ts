// Replays what was done to articles. Their texts are not in the ledger, and no answer about the past needs them.

import { articleStatements } from '../../articles/statements.ts'
import type { ArticleRow } from '../../articles/store.ts'
import { monthOf } from '../../standings/groups.ts'
import type { Standings } from '../../standings/store.ts'
import type { Database } from '../../storage/database.ts'
import { type Replay, unknown } from './entry.ts'

export function replayArticles(db: Database, standings: Standings): Replay {
  const s = articleStatements(db)
  return function* replay(entry) {
    const { entityId: id, action, after } = entry
    const row = after as Omit<ArticleRow, 'text'>
    if (action === 'create') yield* s.insert({ ...row, text: '' })
    else if (action === 'reextract') yield* s.setEngineVersion({ id, engineVersion: row.engineVersion })
    // Its claims have gone before it, with entries of their own.
    else if (action === 'delete') yield* s.remove({ id })
    else if (action === 'update') {
      const claims = yield* s.claimIds({ articleId: id })
      for (const claim of claims) yield* standings.uncount(claim.id)
      yield* s.update({ ...row })
      const { publisher, publishedAt } = row
      yield* s.updateClaims({ articleId: id, publisher, publishedAt, publishedMonth: monthOf(publishedAt) })
      for (const claim of claims) yield* standings.count(claim.id)
    } else throw unknown(entry)
  }
}
