// The form in which a claim is corrected or added. What the service refuses stands beside what caused it.

import type { ComponentChildren } from 'preact'
import type { Claim, Refused } from '../../../../openapi/client/index.ts'
import { FaultsAt, faultsElsewhere } from '../../components/faults.tsx'
import { Overtaking } from '../../components/overtaking.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { NEW, putDraft } from './desk.ts'
import { type Draft, differencesOf, isChanged, isSameClaim, rebased } from './draft.ts'
import { NoteHeading } from './note.tsx'
import { useOpened, useReading } from './reading.ts'
import { SpeakerChoice } from './speaker-choice.tsx'
import { useSaving } from './use-saving.ts'
import { WordsInHand } from './words-in-hand.tsx'
import './correction.css'

/** A claim that is there already. */
export function Correction({ claim, draft }: { readonly claim: Claim; readonly draft: Draft }) {
  const { article, focusOn } = useReading()
  const toHeading = () => {
    focusOn.current = claim.id
  }
  const { save, refusal } = useSaving(claim.id, toHeading)
  const put = (next: Draft) => putDraft(article.id, claim.id, next)
  const leave = () => {
    toHeading()
    putDraft(article.id, claim.id, null)
  }
  const isOvertaken = draft.base !== null && !isSameClaim(draft.base, claim)
  return (
    <>
      {isOvertaken ? (
        <Overtaking
          what="this claim"
          differences={differencesOf(draft, claim, article.text)}
          keep={() => put(rebased(draft, claim))}
          drop={leave}
        />
      ) : null}
      <Form draft={draft} put={put} save={save} refusal={refusal}>
        <button type="submit" class="main" disabled={!isChanged(draft)}>
          Save
        </button>
        <button type="button" onClick={() => save({ ...draft, status: 'confirmed' })}>
          Save and confirm
        </button>
        <button type="button" class="quiet" onClick={leave}>
          {isChanged(draft) ? 'Discard' : 'Cancel'}
        </button>
      </Form>
    </>
  )
}

/** One that is being added, in the margin of the paragraph where it begins. */
export function NewNote() {
  const { article, open } = useReading()
  const { draft } = useOpened()
  const { save, refusal } = useSaving(NEW, (claim) => open(claim.id))
  if (!draft) return null
  return (
    <li class="note open">
      <section aria-label="New claim">
        <NoteHeading id={NEW} title="New claim" subject="" />
        <Form draft={draft} put={(next) => putDraft(article.id, NEW, next)} save={save} refusal={refusal}>
          <button type="submit" class="main">
            Add claim
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              putDraft(article.id, NEW, null)
              open('')
            }}
          >
            Discard
          </button>
        </Form>
      </section>
    </li>
  )
}

interface FormProps {
  readonly draft: Draft
  readonly put: (draft: Draft) => void
  readonly save: (draft: Draft) => Promise<void>
  readonly refusal: Refused | undefined
  /** The buttons. */
  readonly children: ComponentChildren
}

const HELD = ['/content', '/cue', '/source', '/speakers', '/type', '/polarity']

function Form({ draft, put, save, refusal, children }: FormProps) {
  const elsewhere = refusal && faultsElsewhere(refusal, HELD)
  return (
    <form
      class="correction"
      onSubmit={(event) => {
        event.preventDefault()
        save(draft)
      }}
    >
      <WordsInHand draft={draft} put={put} refusal={refusal} />
      <SpeakerChoice chosen={draft.speakers} choose={(speakers) => put({ ...draft, speakers })} />
      <FaultsAt refusal={refusal} pointer="/speakers" />
      <div class="pair">
        <label>
          <span>Said as</span>
          <select
            value={draft.polarity}
            onChange={({ currentTarget: { value } }) =>
              put({ ...draft, polarity: value as Draft['polarity'] })
            }
          >
            <option value="asserted">asserted</option>
            <option value="denied">denied</option>
            <option value="questioned">questioned</option>
          </select>
        </label>
        <label>
          <span>Type</span>
          <select
            value={draft.type ?? ''}
            onChange={({ currentTarget: { value } }) =>
              put({ ...draft, type: value === '' ? null : (value as Claim['type']) })
            }
          >
            <option value="">by its quotation marks</option>
            <option value="direct">quoted</option>
            <option value="indirect">reported</option>
            <option value="mixed">partly quoted</option>
          </select>
        </label>
      </div>
      <FaultsAt refusal={refusal} pointer="/polarity" />
      <FaultsAt refusal={refusal} pointer="/type" />
      {elsewhere ? <ProblemNote refusal={elsewhere} /> : null}
      <p class="actions">{children}</p>
    </form>
  )
}
