// Replays what was done to annotators. Their keys are nothing that an answer about the past shows.

import type { Annotator } from '../../annotators/schema.ts'
import { annotatorStatements } from '../../annotators/statements.ts'
import type { Database } from '../../storage/database.ts'
import { type Replay, unknown } from './entry.ts'

export function replayAnnotators(db: Database): Replay {
  const s = annotatorStatements(db)
  return function* replay(entry) {
    const { action, after, at } = entry
    const { createdAt, ...annotator } = after as Omit<Annotator, 'createdAt'> & Partial<Annotator>
    const row = { ...annotator, createdAt: createdAt === undefined ? at : Date.parse(createdAt), revision: 1 }
    if (action === 'create' || action === 'import') yield* s.insert(row)
    else if (action === 'update') yield* s.update(row)
    else throw unknown(entry)
  }
}
