// Which positions are taken for which: pairs of tags on one claim, as a map of numbers with shades.

import type { Agreement, Question } from '../../../../openapi/client/index.ts'
import { PositionMark } from '../../components/position-mark.tsx'
import { confusionCells } from './figures.ts'

export function Confusion({ agreement, question }: { agreement: Agreement; question: Question }) {
  if (agreement.claims === 0) return null
  const positions = agreement.positions.map(({ position }) => position)
  return (
    <section class="confusion">
      <h2>What is taken for what</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard too. */}
      <section class="scrolls" tabIndex={0} aria-label="The map of what is taken for what">
        <table>
          <caption>
            Pairs of tags on one claim, one of them the row, the other the column; the same both ways round.
            On the diagonal people agree.
          </caption>
          <thead>
            <tr>
              <td />
              {positions.map((position) => (
                <th key={position} scope="col">
                  <PositionMark question={question} position={position} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {confusionCells(positions, agreement.confusion).map((row) => (
              <tr key={row[0]?.a}>
                <th scope="row">
                  <PositionMark question={question} position={row[0]?.a ?? ''} />
                </th>
                {row.map(({ a, b, pairs, shade }) => (
                  <td key={b} class={`number shade-${shade} ${a === b ? 'same' : 'differ'}`}>
                    {pairs}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
