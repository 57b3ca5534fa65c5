// How a question is worked on: by how many, blind or not, and when people settle a claim by themselves.

import type { QuestionDraft } from './drafting.ts'

interface WorkFieldsProps {
  readonly draft: QuestionDraft
  readonly change: (changed: Partial<QuestionDraft>) => void
}

export const WorkFields = ({ draft, change }: WorkFieldsProps) => (
  <fieldset class="work-fields">
    <legend>How it is tagged</legend>
    <label>
      <span>People who tag a claim</span>
      <input
        type="number"
        min={1}
        max={20}
        value={draft.tagsPerClaim}
        onInput={(event) => change({ tagsPerClaim: event.currentTarget.valueAsNumber || 1 })}
      />
    </label>
    <label>
      <span>So many of one mind settle it (0: a curator does)</span>
      <input
        type="number"
        min={0}
        max={1000}
        value={draft.settlePeople}
        onInput={(event) => change({ settlePeople: event.currentTarget.valueAsNumber || 0 })}
      />
    </label>
    <label class="choice">
      <input
        type="checkbox"
        checked={draft.blind}
        onChange={(event) => change({ blind: event.currentTarget.checked })}
      />{' '}
      Those who tag do not see each other’s tags, nor the machine’s
    </label>
  </fieldset>
)
