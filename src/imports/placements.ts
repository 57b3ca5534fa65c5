// Where somebody elsewhere saw a claim: their tag or ruling here, unless it has been said before.

import { ENGINE_ID } from '../annotators/people.ts'
import type { Operation } from '../storage/database.ts'
import type { Act } from '../storage/ledger.ts'
import type { Tagger } from '../tags/store.ts'
import type { Status } from './format.ts'
import type { Mark, MarkServices } from './marks.ts'
import type { ImportStatements } from './statements.ts'

export interface Place {
  readonly question: string
  readonly position: string
  readonly rationale?: string | undefined
  /** It stood so when it was written, by people or a ruling: nobody says it anew where it still does. */
  readonly stood?: boolean | undefined
}

const RANKS = ['unchanged', 'kept', 'replaced', 'created'] as const

/** What became of a row of which several things came to be. */
export const strongest = (statuses: readonly Status[]): Status =>
  RANKS.findLast((one) => statuses.includes(one)) ?? 'unchanged'

export function placements(services: MarkServices, s: ImportStatements, act: Act) {
  /**
   * What somebody has said already is not said again, even if they have changed their mind since: the file is older than
   * that. What the machine thinks, it says itself.
   */
  function* place({ places, isRuling = false, by }: Mark, claimId: string): Operation<Status> {
    const statuses: Status[] = []
    for (const one of places) {
      if (isRuling) statuses.push(yield* rule(claimId, one, by))
      else if (by.id === ENGINE_ID) statuses.push(yield* compare(claimId, one))
      else statuses.push(yield* tag(claimId, one, by))
    }
    return strongest(statuses)
  }

  function* compare(claimId: string, { question, position }: Place): Operation<Status> {
    const [standing] = yield* s.standingTag({ claimId, question, annotatorId: ENGINE_ID })
    return standing?.position === position ? 'unchanged' : 'kept'
  }

  function* tag(claimId: string, one: Place, by: Tagger): Operation<Status> {
    const { question, position, rationale, stood = false } = one
    const said = yield* s.tagsSaid({ claimId, question, annotatorId: by.id })
    if (said.some((tag) => tag.current === 1 && tag.position === position)) return 'unchanged'
    if (stood && (yield* s.standsAt({ claimId, question, position })).length > 0) return 'unchanged'
    if (said.some((tag) => tag.position === position)) return 'kept'
    const { articleId, questionVersion } = yield* services.target(claimId, one)
    const tag = { question, position, ...(rationale === undefined ? {} : { rationale }) }
    const id = services.runtime.newId('tag')
    yield* services.tags.put(id, { claimId, articleId }, tag, questionVersion, by, act)
    return 'created'
  }

  function* rule(claimId: string, { question, position, rationale }: Place, by: Tagger): Operation<Status> {
    const ruled = yield* s.rulingsSaid({ claimId, question })
    const standing = ruled.find((ruling) => ruling.current === 1)
    if (standing?.position === position) return 'unchanged'
    if (standing || ruled.some((ruling) => ruling.position === position)) return 'kept'
    const { articleId, questionVersion } = yield* services.target(claimId, { question, position })
    const id = services.runtime.newId('rul')
    const row = {
      ...{ id, claimId, question, questionVersion, position },
      annotatorId: by.id,
      rationale: rationale ?? null,
    }
    const open = { endedBecause: null, endedAt: null, endedBy: null, endedRationale: null }
    yield* s.insertRuling({ ...row, ...open, articleId, createdAt: act.at, current: 1 })
    yield* services.ledger.append(act, { entity: 'ruling', id, action: 'create', after: row })
    yield* services.standings.settle({ claimId, articleId }, question)
    return 'created'
  }

  return { place }
}
