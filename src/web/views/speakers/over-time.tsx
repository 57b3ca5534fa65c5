// Where one speaker stood on a question, month by month, as a picture and as a table.

import type { Question, Speaker } from '../../../../openapi/client/index.ts'
import { PositionMark } from '../../components/position-mark.tsx'
import { AboveAndBelow } from '../../components/standing/above-and-below.tsx'
import { nameOfMonth } from '../../components/standing/months.ts'
import { inOrder, spokenTo } from '../../components/standing/said.ts'
import { Timeline } from '../../components/standing/timeline.tsx'
import type { Month } from '../../components/standing/timeline-layout.ts'
import { useAddress } from '../../frame/address.ts'
import { useAnswer } from '../../frame/asking.ts'

interface OverTimeProps {
  readonly speaker: Speaker
  readonly question: Question
}

const MOST_MONTHS = 200

export function OverTime({ speaker, question }: OverTimeProps) {
  const { get, here } = useAddress()
  const { value } = useAnswer(
    (service, signal) => {
      const query = {
        question: question.slug,
        speaker: speaker.id,
        groupBy: 'month' as const,
        limit: MOST_MONTHS,
      }
      return service.listPositions({ query, signal })
    },
    [speaker.id, question.slug],
    ({ entity }) => entity !== 'key' && entity !== 'annotator',
  )
  const months = (value?.data ?? []).flatMap((one) => (one.month ? [{ ...one, month: one.month }] : []))
  const spoken = months.filter(({ counts }) => spokenTo(question, counts) > 0)
  // One month is no course of time.
  if (spoken.length < 2) return null
  const linkTo = (month: string) => here({ month: get('month') === month ? undefined : month })
  return (
    <section class="over-time" aria-labelledby="over-time">
      <h2 id="over-time">Over time</h2>
      <p class="hint">
        A column for each month of printing, on the question above. <AboveAndBelow question={question} />
      </p>
      <Timeline
        question={question}
        months={spoken}
        linkTo={linkTo}
        open={get('month') || null}
        height={140}
      />
      <details>
        <summary>As a table</summary>
        <Months question={question} months={spoken} linkTo={linkTo} />
      </details>
    </section>
  )
}

interface MonthsProps {
  readonly question: Question
  readonly months: readonly Month[]
  readonly linkTo: (month: string) => string
}

const Months = ({ question, months, linkTo }: MonthsProps) => (
  <table>
    <thead>
      <tr>
        <th scope="col">Month</th>
        {inOrder(question).map(({ slug }) => (
          <th key={slug} scope="col" class="number">
            <PositionMark question={question} position={slug} />
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {months.map(({ month, counts }) => (
        <tr key={month}>
          <th scope="row">
            <a href={linkTo(month)}>{nameOfMonth(month)}</a>
          </th>
          {inOrder(question).map(({ slug }) => (
            <td key={slug} class="number">
              {counts[slug] ?? 0}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
