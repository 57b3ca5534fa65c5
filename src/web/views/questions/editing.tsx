// Changing a question. A change of meaning begins a new version; somebody else's change meanwhile is shown, not overwritten.

import { useState } from 'preact/hooks'
import { type NewQuestion, type Question, Refused } from '../../../../openapi/client/index.ts'
import { useAddress } from '../../frame/address.ts'
import { service } from '../../frame/session.ts'
import { draftOf } from './drafting.ts'
import { QuestionForm } from './question-form.tsx'

export function Editing({ question, stored }: { question: Question; stored: () => void }) {
  const { go, to } = useAddress()
  const [wording, setWording] = useState(false)
  // What is typed stands on this; `question` goes on following what is stored.
  const [base] = useState(question)
  const theirs = question.updatedAt === base.updatedAt ? undefined : question
  const { slug } = question
  const save = async ({ slug: _slug, status: _status, ...changes }: NewQuestion) => {
    try {
      await service.value.updateQuestion({ path: { slug }, body: { ...changes, wording } })
    } catch (error) {
      if (error instanceof Refused && error.status === 412) stored()
      throw error
    }
    stored()
    go(`/questions/${slug}`)
  }
  return (
    <section class="questions">
      <h1>Edit the question</h1>
      <p class="hint">
        What changes its meaning begins version {question.version + 1}: tags keep the version they were made
        under, and the claims are placed anew.
      </p>
      <label class="choice">
        <input
          type="checkbox"
          checked={wording}
          onChange={(event) => setWording(event.currentTarget.checked)}
        />{' '}
        It is only put better: no new version
      </label>
      {theirs ? <Theirs question={theirs} /> : null}
      <QuestionForm
        key={slug}
        start={draftOf(base)}
        save={save}
        saves={theirs ? 'Save mine over it' : 'Save'}
      />
      <p>
        <a href={to(`/questions/${slug}`)}>Leave it</a>
      </p>
    </section>
  )
}

const Theirs = ({ question }: { question: Question }) => (
  <div class="problem" role="status">
    <p>
      <strong>Somebody has changed it meanwhile.</strong> As it stands now, version {question.version}:
    </p>
    <p>{question.text}</p>
    <p>{question.guidelines}</p>
    <dl>
      {question.positions.map(({ slug, label, definition }) => (
        <div key={slug}>
          <dt>{label}</dt>
          <dd>{definition}</dd>
        </div>
      ))}
    </dl>
    <p>What you have typed is still below.</p>
  </div>
)
