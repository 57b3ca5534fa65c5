// Replays what was done to questions and their versions.

import { UNSAID, workOf } from '../../questions/present.ts'
import type { StoredQuestion } from '../../questions/schema.ts'
import { questionStatements } from '../../questions/statements.ts'
import type { Database } from '../../storage/database.ts'
import type { Replay } from './entry.ts'

export function replayQuestions(db: Database): Replay {
  const s = questionStatements(db)
  return function* replay({ action, before, after, at }) {
    const question = after as StoredQuestion
    const { createdAt, updatedAt } = question
    const times = { createdAt: Date.parse(createdAt), updatedAt: Date.parse(updatedAt), at }
    const row = { ...question, ...workOf(question, UNSAID), ...times, revision: 1 }
    if (action === 'create') {
      yield* s.insert(row)
      yield* s.insertVersion(row)
    } else if (action === 'update') {
      yield* s.update(row)
      const isNew = question.version !== (before as StoredQuestion).version
      yield* isNew ? s.insertVersion(row) : s.rewordVersion(row)
    }
  }
}
