// Changing a question. A change of meaning begins a new version; somebody else's change meanwhile is shown, not overwritten.

import { useState } from 'preact/hooks'
import type { NewQuestion, Question } from '../../../../openapi/client/index.ts'
import { Overtaking } from '../../components/overtaking.tsx'
import { useAddress } from '../../frame/address.ts'
import { Overtaken, writeOver } from '../../frame/overtaken.ts'
import { service } from '../../frame/session.ts'
import { differencesOf, draftOf, onTopOf } from './drafting.ts'
import { QuestionForm } from './question-form.tsx'

export function Editing({ question, stored }: { question: Question; stored: () => void }) {
  const { go, to } = useAddress()
  const [wording, setWording] = useState(false)
  // What is typed stands on this; `question` goes on following what is stored.
  const [base, setBase] = useState(question)
  const [draft, setDraft] = useState(() => draftOf(question))
  const { slug } = question
  const isSeen = (current: Question) => current.updatedAt === base.updatedAt
  const save = async ({ slug: _slug, status: _status, ...changes }: NewQuestion) => {
    const path = { slug }
    try {
      await writeOver({
        read: () => service.value.readQuestion({ path }),
        isSeen,
        write: () => service.value.updateQuestion({ path, body: { ...changes, wording } }),
      })
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error
      return stored()
    }
    stored()
    go(`/questions/${slug}`)
  }
  const goOn = (next: typeof draft) => {
    setBase(question)
    setDraft(next)
  }
  const theirs = draftOf(question)
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
      {isSeen(question) ? null : (
        <Overtaking
          what="this question"
          differences={differencesOf(draft, theirs)}
          keep={() => goOn(onTopOf(theirs, draft, draftOf(base)))}
          drop={() => goOn(theirs)}
        />
      )}
      <QuestionForm draft={draft} put={setDraft} save={save} saves="Save" />
      <p>
        <a href={to(`/questions/${slug}`)}>Leave it</a>
      </p>
    </section>
  )
}
