// One bar: how much of what was said takes which position; full colour is what people placed, pale the machine's.

import type { Question } from '../../../../openapi/client/index.ts'
import { toneOf } from '../../frame/tones.ts'
import { type Counted, inOrder, saidIn, spokenTo } from './said.ts'

interface BalanceBarProps {
  readonly question: Question
  readonly counted: Counted
  /** Who or what it is about. */
  readonly name: string
}

const percent = (share: number) => `${(100 * share).toFixed(3)}%`

export function BalanceBar({ question, counted, name }: BalanceBarProps) {
  const all = spokenTo(question, counted.counts)
  let before = 0
  return (
    <svg class="balance" role="img" aria-label={`${name}: ${saidIn(question, counted)}`}>
      {inOrder(question).map(({ slug }) => {
        const [n, placed] = [counted.counts[slug] ?? 0, counted.byPeople[slug] ?? 0]
        if (n === 0) return null
        const x = percent(before / all)
        before += n
        return (
          <g key={slug} class={`tone-${toneOf(question, slug)}`}>
            <rect class="all" x={x} width={percent(n / all)} height="100%" />
            <rect class="placed" x={x} width={percent(placed / all)} height="100%" />
          </g>
        )
      })}
    </svg>
  )
}
