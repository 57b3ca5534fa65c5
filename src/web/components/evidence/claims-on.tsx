// Claims as they were asked for, some at a time.

import { useState } from 'preact/hooks'
import type { Claim, Question } from '../../../../openapi/client/index.ts'
import { useAnswer } from '../../frame/asking.ts'
import { ProblemNote } from '../problem-note.tsx'
import { Waiting } from '../waiting.tsx'
import type { ClaimsAsked } from './asked.ts'
import { ClaimEvidence } from './claim-evidence.tsx'

interface ClaimsOnProps {
  readonly question: Question | undefined
  readonly asked: ClaimsAsked
  /** How many are shown before more are asked for. */
  readonly first?: number
}

/** So many times as many each time, and as a page can have at most. */
const MORE = 4
const MOST = 200

export function ClaimsOn({ question, asked, first = 4 }: ClaimsOnProps) {
  const [limit, setLimit] = useState(first)
  const { value, refusal, isWaiting } = useAnswer(
    (service, signal) => service.listClaims({ query: { sort: '-createdAt', ...asked, limit }, signal }),
    [JSON.stringify(asked), limit],
    ({ entity }) => entity !== 'key' && entity !== 'annotator',
  )
  if (refusal) return <ProblemNote refusal={refusal} />
  if (!value) return <Waiting />
  const isMore = value.nextCursor !== null && limit < MOST
  return (
    <>
      <ClaimsShown question={question} claims={value.data} />
      {value.data.length === 0 ? <p class="hint">Nothing.</p> : null}
      {isMore ? (
        <button type="button" disabled={isWaiting} onClick={() => setLimit(Math.min(MOST, limit * MORE))}>
          More
        </button>
      ) : null}
    </>
  )
}

/** A rejected claim counts for nothing and is evidence of nothing. */
export const ClaimsShown = ({
  question,
  claims,
}: {
  question: Question | undefined
  claims: readonly Claim[]
}) => (
  <>
    {claims
      .filter(({ status }) => status !== 'rejected')
      .map((claim) => (
        <ClaimEvidence key={claim.id} claim={claim} question={question} />
      ))}
  </>
)
