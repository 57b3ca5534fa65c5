// The positions of a question as buttons, each with its keys.

import type { Question } from '../../../openapi/client/index.ts'
import type { PositionKeys } from '../frame/position-keys.ts'
import { SYMBOLS, toneOf } from '../frame/tones.ts'

interface PositionButtonsProps {
  readonly question: Question
  readonly keys: PositionKeys
  readonly choose: (position: string) => void
  readonly disabled?: boolean
}

export const PositionButtons = ({ question, keys, choose, disabled = false }: PositionButtonsProps) => (
  <div class="position-buttons">
    {question.positions.map(({ slug, label }) => {
      const tone = toneOf(question, slug)
      return (
        <button
          key={slug}
          type="button"
          class={`tone-${tone}`}
          disabled={disabled}
          onClick={() => choose(slug)}
        >
          <span aria-hidden="true">{SYMBOLS[tone]}</span> {label}{' '}
          {keys.keysOf.get(slug)?.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </button>
      )
    })}
  </div>
)
