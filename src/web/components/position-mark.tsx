// A position by symbol, colour and name.

import type { Question } from '../../../openapi/client/index.ts'
import { labelOf, SYMBOLS, toneOf } from '../frame/tones.ts'

interface PositionMarkProps {
  readonly question: Pick<Question, 'positions'> | undefined
  readonly position: string
}

export function PositionMark({ question, position }: PositionMarkProps) {
  const tone = toneOf(question, position)
  return (
    <span class={`position tone-${tone}`}>
      <span aria-hidden="true">{SYMBOLS[tone]}</span> {labelOf(question, position)}
    </span>
  )
}
