// One position being written.

import type { DraftPosition } from './drafting.ts'

interface PositionFieldsProps {
  readonly position: DraftPosition
  readonly name: string
  readonly change: (changed: Partial<DraftPosition>) => void
  readonly remove?: () => void
}

export const PositionFields = ({ position, name, change, remove }: PositionFieldsProps) => (
  <fieldset class="position-fields">
    <legend>{name}</legend>
    <label>
      <span>Label</span>
      <input
        value={position.label}
        maxLength={200}
        onInput={(event) => change({ label: event.currentTarget.value })}
      />
    </label>
    <label>
      <span>When a claim takes it</span>
      <textarea
        class="short"
        maxLength={5000}
        value={position.definition}
        onInput={(event) => change({ definition: event.currentTarget.value })}
      />
    </label>
    <label>
      <span>Examples, one on a line</span>
      <textarea
        class="short"
        value={position.examples}
        onInput={(event) => change({ examples: event.currentTarget.value })}
      />
    </label>
    {remove ? (
      <button type="button" class="quiet" onClick={remove}>
        Take this side away
      </button>
    ) : null}
  </fieldset>
)
