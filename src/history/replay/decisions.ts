// Replays tags and rulings: each begins with an entry, and ends with another or with what supersedes it.

import { rulingStatements } from '../../rulings/statements.ts'
import type { ClaimKey, Standings } from '../../standings/store.ts'
import type { Database, Operation } from '../../storage/database.ts'
import type { WordsAlone } from '../../storage/tables.ts'
import { tagStatements } from '../../tags/statements.ts'
import { placeStatements, wholeStatements } from '../statements.ts'
import { type Replay, unknown } from './entry.ts'

interface Made {
  readonly claimId: string
  readonly question: string
  readonly supersedes?: string | null
  readonly wordsAlone?: WordsAlone | null
}

/** From elsewhere it comes as it was there: standing, or ended. */
interface Imported extends Made {
  readonly annotatorId: string
  readonly createdAt: string
  readonly current: boolean
}

/** The ledger names a claim alone. */
function finding(db: Database): (claimId: string) => Operation<ClaimKey> {
  const s = placeStatements(db)
  return function* keyOf(claimId) {
    const [claim] = yield* s.of({ id: claimId })
    if (!claim) throw new Error(`Claim ${claimId} of the ledger is not there.`)
    return { claimId, articleId: claim.articleId }
  }
}

/** An ending says which claim and question it was on, after or before. */
const placeOf = (before: unknown, after: unknown) => (after ?? before) as Pick<Made, 'claimId' | 'question'>

const timesOf = ({ createdAt }: Imported) => ({ createdAt: Date.parse(createdAt) })

export function replayTags(db: Database, standings: Standings): Replay {
  const s = tagStatements(db)
  const { tag: insertWhole } = wholeStatements(db)
  const keyOf = finding(db)

  function* make(key: ClaimKey, { wordsAlone = null, supersedes = null, ...tag }: Made): Operation<void> {
    if (supersedes !== null) yield* s.retire({ id: supersedes })
    yield* s.insert({ ...tag, ...key, wordsAlone })
  }

  /** What had been decided here stands: then the one that came in was history. */
  function* putIn(key: ClaimKey, tag: Imported & { readonly annotatorKind: string }): Operation<void> {
    const { claimId, question, annotatorId, annotatorKind: kind } = tag
    const stands = tag.current && (yield* s.standing({ claimId, question, annotatorId })).length === 0
    yield* insertWhole({ ...tag, ...key, ...timesOf(tag), kind, current: Number(stands) })
  }

  return function* replay(entry) {
    const { entityId: id, action, before, after } = entry
    const { claimId, question } = placeOf(before, after)
    const key = yield* keyOf(claimId)
    if (action === 'create') yield* make(key, after as Made)
    else if (action === 'import') yield* putIn(key, after as Imported & { annotatorKind: string })
    else if (action === 'withdraw' || action === 'retire') yield* s.retire({ id })
    else throw unknown(entry)
    yield* standings.settle(key, question)
  }
}

/** No answer about the past shows how a ruling ended, only whether it stood. */
const OPEN = { endedBecause: null, endedAt: null, endedBy: null, endedRationale: null }

export function replayRulings(db: Database, standings: Standings): Replay {
  const s = rulingStatements(db)
  const { ruling: insertWhole } = wholeStatements(db)
  const keyOf = finding(db)

  function* putIn(key: ClaimKey, ruling: Imported): Operation<void> {
    const { claimId, question } = ruling
    const stands = ruling.current && (yield* s.standing({ claimId, question })).length === 0
    yield* insertWhole({ ...ruling, ...key, ...OPEN, ...timesOf(ruling), current: Number(stands) })
  }

  return function* replay(entry) {
    const { entityId, action, before, after, annotatorId: by, at } = entry
    const { claimId, question } = placeOf(before, after)
    const key = yield* keyOf(claimId)
    const end = (id: string, because: string) => s.end({ id, by, at, because, rationale: null })
    if (action === 'create') {
      const { supersedes = null, ...ruling } = after as Made
      if (supersedes !== null) yield* end(supersedes, 'superseded')
      yield* s.insert({ createdAt: at, ...ruling, ...key })
    } else if (action === 'import') yield* putIn(key, after as Imported)
    else if (action === 'reopen' || action === 'retire') yield* end(entityId, action)
    else throw unknown(entry)
    yield* standings.settle(key, question)
  }
}
