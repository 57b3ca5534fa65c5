// What this is, in a sentence, and the question with its sides: left and right, the undecided between.

import type { Question } from '../../../../openapi/client/index.ts'
import { BalanceBar } from '../../components/standing/balance-bar.tsx'
import { type Counted, inOrder, spokenTo } from '../../components/standing/said.ts'
import { labelOf, SYMBOLS, toneOf } from '../../frame/tones.ts'

export const Introduction = ({ question }: { readonly question: Question }) => (
  <header class="introduction">
    <p class="lead">
      Averment reads what the press quotes and reports, and shows <strong>who stands where</strong> on a
      contested question, each claim with its evidence.
    </p>
    <h1>{question.text}</h1>
  </header>
)

interface SidesProps {
  readonly question: Question
  /** All that was said; nothing until it is known. */
  readonly counted: Counted | undefined
}

export const Sides = ({ question, counted }: SidesProps) => (
  <div class="sides">
    <ul>
      {inOrder(question).map(({ slug, definition }) => {
        const tone = toneOf(question, slug)
        return (
          <li key={slug} class={`side tone-${tone}`}>
            <p class="name">
              <span aria-hidden="true">{SYMBOLS[tone]}</span> {labelOf(question, slug)}
              {counted ? <span class="count">{claimsIn(counted.counts[slug] ?? 0)}</span> : null}
            </p>
            <details>
              <summary>Definition</summary>
              <p>{definition}</p>
            </details>
          </li>
        )
      })}
    </ul>
    {counted && spokenTo(question, counted.counts) > 0 ? (
      <BalanceBar question={question} counted={counted} name="All claims" />
    ) : null}
  </div>
)

const claimsIn = (n: number) => ` ${n.toLocaleString('en')} ${n === 1 ? 'claim' : 'claims'}`
