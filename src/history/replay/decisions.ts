// Replays tags and rulings: each begins with an entry, and ends with another or with what supersedes it.

import { rulingStatements } from '../../rulings/statements.ts'
import type { Standings } from '../../standings/store.ts'
import type { Database } from '../../storage/database.ts'
import type { WordsAlone } from '../../storage/tables.ts'
import { tagStatements } from '../../tags/statements.ts'
import type { Replay } from './entry.ts'

interface Made {
  readonly claimId: string
  readonly question: string
  readonly supersedes: string | null
  readonly wordsAlone?: WordsAlone | null
}

/** An ending says which claim and question it was on, after or before. */
const placeOf = (before: unknown, after: unknown) => (after ?? before) as Pick<Made, 'claimId' | 'question'>

export function replayTags(db: Database, standings: Standings): Replay {
  const s = tagStatements(db)
  return function* replay({ entityId: id, action, before, after }) {
    if (action === 'create') {
      const { wordsAlone = null, ...tag } = after as Made
      if (tag.supersedes !== null) yield* s.retire({ id: tag.supersedes })
      yield* s.insert({ ...tag, wordsAlone })
    } else yield* s.retire({ id })
    const { claimId, question } = placeOf(before, after)
    yield* standings.settle(claimId, question)
  }
}

export function replayRulings(db: Database, standings: Standings): Replay {
  const s = rulingStatements(db)
  return function* replay({ entityId, action, before, after, annotatorId: by, at }) {
    const end = (id: string, because: string) => s.end({ id, by, at, because, rationale: null })
    if (action === 'create') {
      const ruling = after as Made
      if (ruling.supersedes !== null) yield* end(ruling.supersedes, 'superseded')
      yield* s.insert({ ...ruling })
    } else yield* end(entityId, action)
    const { claimId, question } = placeOf(before, after)
    yield* standings.settle(claimId, question)
  }
}
