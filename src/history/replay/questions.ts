// Replays what was done to questions and their versions.

import { type Row, UNSAID, workOf } from '../../questions/present.ts'
import type { QuestionVersion, StoredQuestion } from '../../questions/schema.ts'
import { questionStatements } from '../../questions/statements.ts'
import type { Database, Operation } from '../../storage/database.ts'
import { dropVersionsStatement } from '../statements.ts'
import { type Replay, unknown } from './entry.ts'

/** A question from elsewhere comes with its versions, and takes the place of one that nothing hangs on yet. */
type Imported = StoredQuestion & { readonly versions: readonly QuestionVersion[] }

export function replayQuestions(db: Database): Replay {
  const s = questionStatements(db)
  const dropVersions = dropVersionsStatement(db)

  function* putIn(row: Row, { slug, versions }: Imported): Operation<void> {
    const [known] = yield* s.one({ slug })
    yield* known ? s.update({ ...row }) : s.insert({ ...row })
    yield* dropVersions({ slug })
    for (const { createdAt, ...version } of versions)
      yield* s.insertVersion({ slug, ...version, at: Date.parse(createdAt) })
  }

  return function* replay(entry) {
    const { action, before, after, at } = entry
    const question = after as StoredQuestion
    const { createdAt, updatedAt } = question
    const times = { createdAt: Date.parse(createdAt), updatedAt: Date.parse(updatedAt), at }
    const row = { ...question, ...workOf(question, UNSAID), ...times, placed: null, revision: 1 }
    if (action === 'create') {
      yield* s.insert(row)
      yield* s.insertVersion(row)
    } else if (action === 'update') {
      yield* s.update(row)
      const isNew = question.version !== (before as StoredQuestion).version
      yield* isNew ? s.insertVersion(row) : s.rewordVersion(row)
    } else if (action === 'import') yield* putIn(row, after as Imported)
    else throw unknown(entry)
  }
}
