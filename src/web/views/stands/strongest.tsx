// The strongest claims of what has no name to ask by; they come with its counts.

import type { Claim, Question } from '../../../../openapi/client/index.ts'
import { ClaimsShown } from '../../components/evidence/claims-on.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useAnswer } from '../../frame/asking.ts'

export function Strongest({
  question,
  ids,
}: {
  readonly question: Question
  readonly ids: readonly string[]
}) {
  const { value, refusal } = useAnswer(
    (service) => Promise.all(ids.map((id): Promise<Claim> => service.readClaim({ path: { id } }))),
    [ids.join()],
  )
  if (refusal) return <ProblemNote refusal={refusal} />
  if (!value) return <Waiting />
  return (
    <>
      <ClaimsShown question={question} claims={value} />
      <p class="hint">The strongest; the article list has everything that was printed.</p>
    </>
  )
}
