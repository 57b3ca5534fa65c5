// The questions that claims are placed on, and writing a new one.

import { useState } from 'preact/hooks'
import type { NewQuestion } from '../../../../openapi/client/index.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useAddress } from '../../frame/address.ts'
import { useAnswer } from '../../frame/asking.ts'
import { may, service } from '../../frame/session.ts'
import { emptyDraft } from './drafting.ts'
import { QuestionForm } from './question-form.tsx'
import './questions.css'

export function Questions() {
  const { get, to } = useAddress()
  if (get('write') && may('curator')) return <Writing />
  return (
    <section class="questions">
      <h1>Questions</h1>
      {may('curator') ? (
        <p class="actions">
          <a href={to('/questions', { write: 'yes' })}>Write a question</a>
        </p>
      ) : null}
      <List />
    </section>
  )
}

function List() {
  const { to } = useAddress()
  const { value, refusal } = useAnswer(
    (service) => service.listQuestions({ query: { limit: 200 } }),
    [],
    ({ entity }) => entity === 'question',
  )
  if (refusal) return <ProblemNote refusal={refusal} />
  if (!value) return <Waiting />
  if (value.data.length === 0) return <p class="hint">There is none yet.</p>
  return (
    <ul class="list">
      {value.data.map(({ slug, text, version, status, placing }) => (
        <li key={slug}>
          <a href={to(`/questions/${slug}`)}>{text}</a>
          <p class="hint">
            {status}, version {version}
            {placing ? `, ${placing.placed} of ${placing.total} claims placed so far` : ''}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Writing() {
  const [draft, setDraft] = useState(emptyDraft)
  const { go, to } = useAddress()
  const create = async (body: NewQuestion) => {
    const { slug } = await service.value.createQuestion({ body })
    go(`/questions/${slug}`, { question: slug })
  }
  return (
    <section class="questions">
      <h1>Write a question</h1>
      <p class="hint">
        Say what is contested in one sentence, and when a claim takes each side. What the machine would make
        of it is shown beside; nothing is stored until you open the question.
      </p>
      <QuestionForm draft={draft} put={setDraft} isNew save={create} saves="Open the question" />
      <p>
        <a href={to('/questions')}>Leave it</a>
      </p>
    </section>
  )
}
