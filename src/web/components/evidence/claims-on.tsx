// Claims that take one position, some at a time.

import { useState } from 'preact/hooks'
import type { Claim, ListClaimsData, Question } from '../../../../openapi/client/index.ts'
import { useAnswer } from '../../frame/asking.ts'
import { ProblemNote } from '../problem-note.tsx'
import { Waiting } from '../waiting.tsx'
import { ClaimEvidence } from './claim-evidence.tsx'

export type ClaimsAsked = NonNullable<ListClaimsData['query']>

interface ClaimsOnProps {
  readonly question: Question
  readonly asked: ClaimsAsked
}

/** How many are shown at first, and after each time more are asked for; the last is the most that a page can have. */
const STEPS = [4, 20, 60, 200] as const

export function ClaimsOn({ question, asked }: ClaimsOnProps) {
  const [step, setStep] = useState(0)
  const limit = STEPS[step] ?? 200
  const { value, refusal, isWaiting } = useAnswer(
    (service, signal) => service.listClaims({ query: { sort: '-createdAt', ...asked, limit }, signal }),
    [JSON.stringify(asked), limit],
    ({ entity }) => entity !== 'key' && entity !== 'annotator',
  )
  if (refusal) return <ProblemNote refusal={refusal} />
  if (!value) return <Waiting />
  const isMore = value.nextCursor !== null && step < STEPS.length - 1
  return (
    <>
      <ClaimsShown question={question} claims={value.data} />
      {isMore ? (
        <button type="button" disabled={isWaiting} onClick={() => setStep(step + 1)}>
          More
        </button>
      ) : null}
    </>
  )
}

/** A rejected claim counts for nothing and is evidence of nothing. */
export const ClaimsShown = ({ question, claims }: { question: Question; claims: readonly Claim[] }) => (
  <>
    {claims
      .filter(({ status }) => status !== 'rejected')
      .map((claim) => (
        <ClaimEvidence key={claim.id} claim={claim} question={question} />
      ))}
  </>
)
