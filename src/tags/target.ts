// What a tag or ruling is put on: a claim that counts, an open question, one of its positions, the version of now.

import { Conflict, Gone, Invalid, NotFound } from '../errors.ts'
import type { Database, Operation } from '../storage/database.ts'
import type { PositionRow } from '../storage/tables.ts'
import { targetStatements } from './statements.ts'

interface QuestionState {
  readonly slug: string
  readonly version: number
  readonly status: string
  readonly positions: readonly PositionRow[]
}

/** What is to be said of the claim. */
interface Said {
  readonly question: string
  readonly position: string
  /** The version the caller has read. */
  readonly questionVersion?: number | undefined
}

export interface Targeted {
  /** The one the claim is in. */
  readonly articleId: string
  readonly questionVersion: number
}

/** Throws where the claim or question does not take it. */
export type Target = (claimId: string, said: Said) => Operation<Targeted>

export function targeting(db: Database, claimWasDeleted: (id: string) => Operation<boolean>): Target {
  const s = targetStatements(db)
  return function* target(claimId, said) {
    const [claim] = yield* s.claim({ claimId })
    const { articleId } = requireClaim(claim, claim === undefined && (yield* claimWasDeleted(claimId)))
    const [question] = yield* s.question({ question: said.question })
    return { articleId, questionVersion: requirePosition(question, said) }
  }
}

/** Throws NotFound or Gone for no claim, Conflict for a rejected one. */
function requireClaim<C extends { status: string }>(claim: C | undefined, wasDeleted: boolean): C {
  if (!claim) throw wasDeleted ? new Gone('This claim was deleted.') : new NotFound('There is no such claim.')
  if (claim.status === 'rejected')
    throw new Conflict('This claim was rejected; it takes no tags until it is proposed again.', {
      state: { claimStatus: claim.status },
    })
  return claim
}

/** Throws Invalid for an unknown slug or position, Conflict for a closed question or a version that has gone by. */
function requirePosition(question: QuestionState | undefined, said: Said): number {
  if (!question)
    throw new Invalid(`There is no question "${said.question}".`, {
      faults: [{ pointer: '/question', code: 'unknown_question', detail: 'No question has this slug.' }],
    })
  const { version, status } = question
  if (status !== 'open')
    throw new Conflict('This question is closed.', {
      state: { questionStatus: status },
      faults: [
        { pointer: '/question', code: 'question_closed', detail: 'It takes no tags until it is opened.' },
      ],
    })
  if (said.questionVersion !== undefined && said.questionVersion !== version)
    throw new Conflict(
      `The question is at version ${version}, not ${said.questionVersion}; read it again before tagging.`,
      {
        state: { questionVersion: version },
        faults: [{ pointer: '/questionVersion', code: 'stale_version', detail: `It is at ${version}.` }],
      },
    )
  const known = question.positions.map((one) => one.slug)
  if (!known.includes(said.position))
    throw new Invalid(`The question has no position "${said.position}"; it has ${known.join(', ')}.`, {
      state: { positions: known, questionVersion: version },
      faults: [{ pointer: '/position', code: 'unknown_position', detail: `One of ${known.join(', ')}.` }],
    })
  return version
}
