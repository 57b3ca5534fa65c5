// How far people agree on the question, what divides them, and a curator's word where they differ.

import type { Question } from '../../../../openapi/client/index.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useAddress } from '../../frame/address.ts'
import { useAnswer } from '../../frame/asking.ts'
import { useQuestion } from '../../frame/question.ts'
import { may } from '../../frame/session.ts'
import { Confusion } from './confusion.tsx'
import { Divided } from './divided.tsx'
import { Measures } from './measures.tsx'
import { Pairs } from './pairs.tsx'
import { Trial } from './trial.tsx'
import './curation.css'

export function Curation() {
  const question = useQuestion()
  if (!question) return <Waiting />
  return <Bench key={question.slug} question={question} />
}

function Bench({ question }: { question: Question }) {
  const { get, set } = useAddress()
  const withPrograms = get('include') === 'software'
  const claimId = get('claim')
  const { value, refusal } = useAnswer(
    (service) =>
      service.readAgreement({
        path: { slug: question.slug },
        query: withPrograms ? { include: 'software' } : {},
      }),
    [question.slug, withPrograms],
    ({ entity }) => entity === 'tag' || entity === 'ruling' || entity === 'question',
  )
  return (
    <section class="curation">
      <h1>{may('curator') ? 'Where people differ, and your word on it' : 'How far people agree'}</h1>
      <label class="choice">
        <input
          type="checkbox"
          checked={withPrograms}
          onChange={(event) => set({ include: event.currentTarget.checked ? 'software' : undefined })}
        />{' '}
        Count the machine as one of them
      </label>
      {refusal ? <ProblemNote refusal={refusal} /> : null}
      {claimId ? (
        <Trial key={claimId} claimId={claimId} question={question} divided={value?.divided ?? []} />
      ) : null}
      {value ? (
        <>
          <Divided agreement={value} question={question} chosen={claimId} />
          <Measures agreement={value} question={question} />
          <Confusion agreement={value} question={question} />
          <Pairs agreement={value} />
        </>
      ) : refusal ? null : (
        <Waiting what="Measuring" />
      )}
    </section>
  )
}
