// Name, kind, other names and affiliations of a speaker; what is typed stays until it is stored or given up.

import type { Speaker } from '../../../../openapi/client/index.ts'
import { FaultsAt, faultsElsewhere } from '../../components/faults.tsx'
import { Overtaking } from '../../components/overtaking.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { AffiliationFields } from './affiliation-fields.tsx'
import { differencesOf, draftOf, KINDS } from './draft.ts'
import { type Editing, useEditing } from './editing.ts'

interface EditFormProps {
  /** As they were when the work on them began, at first. */
  readonly speaker: Speaker
  readonly saved: () => void
  readonly cancel: () => void
}

const FIELDS = ['/name', '/kind', '/aliases', '/affiliations']

export function EditForm({ speaker, saved, cancel }: EditFormProps) {
  const editing = useEditing(speaker, saved)
  const { draft, refusal, theirs, isWaiting, save, goOn } = editing
  const elsewhere = refusal && faultsElsewhere(refusal, FIELDS)
  const submit = (event: Event) => {
    event.preventDefault()
    save()
  }
  return (
    <form class="edit-speaker" aria-label={`Edit ${speaker.name}`} onSubmit={submit}>
      <Fields editing={editing} id={speaker.id} />
      {elsewhere ? <ProblemNote refusal={elsewhere} /> : null}
      {theirs ? (
        <Overtaking
          what="this speaker"
          differences={differencesOf(draft, draftOf(theirs))}
          keep={() => goOn('with mine')}
          drop={() => goOn('without')}
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

function Fields({ editing, id }: { readonly editing: Editing; readonly id: string }) {
  const { draft, change, refusal } = editing
  return (
    <>
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
        without={id}
        change={(affiliations) => change({ affiliations })}
      />
      <FaultsAt refusal={refusal} pointer="/affiliations" />
    </>
  )
}
