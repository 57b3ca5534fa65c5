// What a tag or ruling is put on: a claim that counts, an open question, one of its positions.

import { Conflict, Gone, Invalid, NotFound } from '../errors.ts'
import type { PositionRow } from '../storage/tables.ts'

interface QuestionState {
  readonly slug: string
  readonly version: number
  readonly status: string
  readonly positions: readonly PositionRow[]
}

/** Throws NotFound or Gone for no claim, Conflict for a rejected one. */
export function requireClaim(claim: { status: string } | undefined, wasDeleted: boolean): void {
  if (!claim) throw wasDeleted ? new Gone('This claim was deleted.') : new NotFound('There is no such claim.')
  if (claim.status === 'rejected')
    throw new Conflict('This claim was rejected; it takes no tags until it is proposed again.', {
      state: { claimStatus: claim.status },
    })
}

/** Throws Invalid for an unknown slug or position, Conflict for a closed question. Gives the question's version. */
export function requirePosition(question: QuestionState | undefined, slug: string, position: string): number {
  if (!question)
    throw new Invalid(`There is no question "${slug}".`, {
      faults: [{ pointer: '/question', code: 'unknown_question', detail: 'No question has this slug.' }],
    })
  if (question.status !== 'open')
    throw new Conflict('This question is closed.', { state: { questionStatus: question.status } })
  const known = question.positions.map((one) => one.slug)
  if (!known.includes(position))
    throw new Invalid(`The question has no position "${position}"; it has ${known.join(', ')}.`, {
      state: { positions: known, questionVersion: question.version },
      faults: [{ pointer: '/position', code: 'unknown_position', detail: `One of ${known.join(', ')}.` }],
    })
  return question.version
}
