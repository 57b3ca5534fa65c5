// Name, kind, other names and affiliations of a speaker; what is typed stays until it is stored or given up.

import { useState } from 'preact/hooks'
import type { Refused, Speaker } from '../../../../openapi/client/index.ts'
import { FaultsAt, faultsElsewhere } from '../../components/faults.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { refusalFrom } from '../../frame/asking.ts'
import { service } from '../../frame/session.ts'
import { AffiliationFields } from './affiliation-fields.tsx'
import { type Draft, draftOf, KINDS, onTopOf } from './draft.ts'
import { Overtaking } from './overtaking.tsx'
import { Overtaken, saveSpeaker } from './saving.ts'

interface EditFormProps {
  /** As they were when the work on them began, at first. */
  readonly speaker: Speaker
  readonly saved: () => void
  readonly cancel: () => void
}

const FIELDS = ['/name', '/kind', '/aliases', '/affiliations']

export function EditForm({ speaker, saved, cancel }: EditFormProps) {
  const [base, setBase] = useState(speaker)
  const [draft, setDraft] = useState(() => draftOf(speaker))
  const [refusal, setRefusal] = useState<Refused>()
  const [theirs, setTheirs] = useState<Speaker>()
  const [isWaiting, setWaiting] = useState(false)
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const goOnFrom = (current: Speaker, next: Draft) => {
    setBase(current)
    setDraft(next)
    setTheirs(undefined)
  }
  const submit = async (event: Event) => {
    event.preventDefault()
    setWaiting(true)
    setRefusal(undefined)
    try {
      await saveSpeaker(service.value, draft, base)
      saved()
    } catch (error) {
      if (error instanceof Overtaken) setTheirs(error.current)
      else setRefusal(refusalFrom(error))
    }
    setWaiting(false)
  }
  const elsewhere = refusal && faultsElsewhere(refusal, FIELDS)
  return (
    <form class="edit-speaker" aria-label={`Edit ${speaker.name}`} onSubmit={submit}>
      <label>
        <span>Name</span>
        <input
          required
          maxLength={300}
          value={draft.name}
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
      </label>
      <FaultsAt refusal={refusal} pointer="/name" />
      <label>
        <span>Kind</span>
        <select
          value={draft.kind}
          onChange={(event) =>
            change({ kind: KINDS.find((one) => one === event.currentTarget.value) ?? draft.kind })
          }
        >
          {KINDS.map((kind) => (
            <option key={kind}>{kind}</option>
          ))}
        </select>
      </label>
      <label>
        <span>Other names, one to a line</span>
        <textarea value={draft.aliases} onInput={(event) => change({ aliases: event.currentTarget.value })} />
      </label>
      <FaultsAt refusal={refusal} pointer="/aliases" />
      <AffiliationFields
        affiliations={draft.affiliations}
        without={speaker.id}
        change={(affiliations) => change({ affiliations })}
      />
      <FaultsAt refusal={refusal} pointer="/affiliations" />
      {elsewhere ? <ProblemNote refusal={elsewhere} /> : null}
      {theirs ? (
        <Overtaking
          mine={draft}
          theirs={theirs}
          keep={() => goOnFrom(theirs, onTopOf(theirs, draft, base))}
          drop={() => goOnFrom(theirs, draftOf(theirs))}
        />
      ) : (
        <p class="actions">
          <button type="submit" class="main" disabled={isWaiting}>
            Save
          </button>
          <button type="button" onClick={cancel}>
            Cancel
          </button>
        </p>
      )}
    </form>
  )
}
