// Does again what the ledger says was done, entry by entry, with the same statements that did it the first time.

import type { Standings } from '../../standings/store.ts'
import type { Database } from '../../storage/database.ts'
import { deletionStatement } from '../statements.ts'
import { replayAnnotators } from './annotators.ts'
import { replayArticles } from './articles.ts'
import { replayClaims } from './claims.ts'
import { replayRulings, replayTags } from './decisions.ts'
import { type Replay, unknown } from './entry.ts'
import { replayQuestions } from './questions.ts'
import { replaySpeakers } from './speakers.ts'

/** With `standings` that keep count, or idle ones where all is counted at the end. */
export function replaying(db: Database, standings: Standings): Replay {
  const deletion = deletionStatement(db)
  const byEntity: Readonly<Record<string, Replay>> = {
    annotator: replayAnnotators(db),
    article: replayArticles(db, standings),
    claim: replayClaims(db, standings),
    speaker: replaySpeakers(db, standings),
    question: replayQuestions(db),
    tag: replayTags(db, standings),
    ruling: replayRulings(db, standings),
  }
  return function* replay(entry) {
    const again = byEntity[entry.entity]
    if (!again) throw unknown(entry)
    yield* again(entry)
    // By these an answer tells what is gone from what never was.
    if (entry.action === 'delete') yield* deletion({ ...entry })
  }
}
