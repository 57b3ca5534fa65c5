// What one says of the claim: a position, how sure one is, and why.

import type { Ref } from 'preact'
import type { ClaimToTag, Question } from '../../../../openapi/client/index.ts'
import { PositionButtons } from '../../components/position-buttons.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { CONFIDENCES, type PositionKeys } from '../../frame/position-keys.ts'
import type { Flow } from './flow.ts'
import { draftOf } from './reading.ts'

interface TagFormProps {
  readonly question: Question
  readonly keys: PositionKeys
  readonly flow: Flow
  readonly rationale: Ref<HTMLInputElement>
}

export function TagForm({ question, keys, flow, rationale }: TagFormProps) {
  const { now, reading, tag, undo, skip, draft } = flow
  if (!now) return null
  const said = draftOf(reading, now.id)
  return (
    <div class="tag-form">
      <Refusal flow={flow} claim={now} />
      <fieldset class="sureness">
        <legend>How sure?</legend>
        {CONFIDENCES.map(({ value, name }) => (
          <label key={name} class="choice">
            <input
              type="radio"
              name="sureness"
              checked={said.confidence === value}
              onChange={() => draft({ confidence: value })}
            />{' '}
            {name}
          </label>
        ))}
      </fieldset>
      <label class="why">
        <span>
          Why, in a line <kbd>r</kbd>
        </span>
        <input
          ref={rationale}
          value={said.rationale}
          maxLength={2000}
          onInput={(event) => draft({ rationale: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
          }}
        />
      </label>
      <PositionButtons question={question} keys={keys} choose={tag} />
      <p class="actions">
        <button type="button" class="quiet" onClick={undo} disabled={reading.done.length === 0}>
          Undo <kbd>u</kbd>
        </button>
        <button type="button" class="quiet" onClick={skip} disabled={reading.ahead.length < 2}>
          Skip <kbd>s</kbd>
        </button>
      </p>
    </div>
  )
}

/** A tag that was not taken: its claim is here again, with what was said of it. */
function Refusal({ flow, claim }: { flow: Flow; claim: ClaimToTag }) {
  const refusal = flow.reading.refusals[claim.id]
  if (!refusal) return null
  return (
    <div class="came-back">
      <ProblemNote refusal={refusal} />
      <p class="actions">
        Tag it again all the same, or{' '}
        <button type="button" onClick={flow.drop}>
          leave it
        </button>
      </p>
    </div>
  )
}
