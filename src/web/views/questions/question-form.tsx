// The words of a question and how it is worked on, with what the machine would make of it beside.

import { useState } from 'preact/hooks'
import type { NewQuestion, Refused } from '../../../../openapi/client/index.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { refusalFrom } from '../../frame/asking.ts'
import { type DraftPosition, emptySide, type QuestionDraft, sentOf, slugOf } from './drafting.ts'
import { PositionFields } from './position-fields.tsx'
import { Preview } from './preview.tsx'
import { WorkFields } from './work-fields.tsx'

interface QuestionFormProps {
  readonly draft: QuestionDraft
  readonly put: (draft: QuestionDraft) => void
  /** A new question has a slug to choose; later it is its name for good. */
  readonly isNew?: boolean
  readonly save: (question: NewQuestion) => Promise<void>
  readonly saves: string
}

export function QuestionForm({ draft, put, isNew = false, save, saves }: QuestionFormProps) {
  const [refusal, setRefusal] = useState<Refused>()
  const [isSaving, setSaving] = useState(false)
  const change = (changed: Partial<QuestionDraft>) => put({ ...draft, ...changed })
  const changePosition = (at: number, changed: Partial<DraftPosition>) =>
    change({ positions: draft.positions.map((one, index) => (index === at ? { ...one, ...changed } : one)) })
  const submit = async (event: Event) => {
    event.preventDefault()
    setSaving(true)
    try {
      await save(sentOf(draft))
      setRefusal(undefined)
    } catch (error) {
      setRefusal(refusalFrom(error))
    }
    setSaving(false)
  }
  const lastSide = draft.positions.filter(({ kind }) => kind === 'side').length
  return (
    <div class="writing">
      <form onSubmit={submit}>
        <label>
          <span>The question, in one sentence</span>
          <textarea
            class="short"
            required
            maxLength={2000}
            value={draft.text}
            onInput={(event) => change({ text: event.currentTarget.value })}
          />
        </label>
        {isNew ? (
          <label>
            <span>Its name in addresses, for good</span>
            <input
              value={draft.slug}
              placeholder={slugOf(draft.text)}
              pattern="[a-z0-9]+(-[a-z0-9]+)*"
              onInput={(event) => change({ slug: event.currentTarget.value })}
            />
          </label>
        ) : null}
        <label>
          <span>Guidelines for those who tag</span>
          <textarea
            maxLength={20_000}
            value={draft.guidelines}
            onInput={(event) => change({ guidelines: event.currentTarget.value })}
          />
        </label>
        {draft.positions.map((position, at) => (
          <PositionFields
            key={at}
            position={position}
            name={position.label || position.slug || `Side ${at + 1}`}
            change={(changed) => changePosition(at, changed)}
            {...(lastSide > 2 && position.kind === 'side'
              ? { remove: () => change({ positions: draft.positions.filter((_, index) => index !== at) }) }
              : {})}
          />
        ))}
        <p class="actions">
          <button type="button" onClick={() => change({ positions: withSide(draft.positions) })}>
            Another side
          </button>
        </p>
        <WorkFields draft={draft} change={change} />
        {refusal ? <ProblemNote refusal={refusal} /> : null}
        <p class="actions">
          <button type="submit" class="main" disabled={isSaving}>
            {saves}
          </button>
        </p>
      </form>
      <Preview question={sentOf(draft)} />
    </div>
  )
}

/** Before the positions that stand on every question. */
function withSide(positions: readonly DraftPosition[]): DraftPosition[] {
  const sides = positions.filter(({ kind }) => kind === 'side')
  return [...sides, emptySide, ...positions.filter(({ kind }) => kind !== 'side')]
}
