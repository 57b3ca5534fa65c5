// The same as the picture shows, for those who would rather read.

import type { Question } from '../../../../openapi/client/index.ts'
import { PositionMark } from '../../components/position-mark.tsx'
import { BalanceBar } from '../../components/standing/balance-bar.tsx'
import { spokenTo } from '../../components/standing/said.ts'
import type { Group } from './groups.ts'

interface StandingsTableProps {
  readonly question: Question
  readonly groups: readonly Group[]
  /** What the groups are: the head of their column. */
  readonly what: string
  readonly linkTo: (key: string) => string
}

export const StandingsTable = ({ question, groups, what, linkTo }: StandingsTableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what may scroll can be reached and scrolled with the keyboard.
  <section class="scrolls" tabIndex={0} aria-label="Who stands where, as a table">
    <table class="standings">
      <thead>
        <tr>
          <th scope="col">{what}</th>
          {question.positions.map(({ slug }) => (
            <th key={slug} scope="col" class="number">
              <PositionMark question={question} position={slug} />
            </th>
          ))}
          <th scope="col" class="number">
            Placed by people
          </th>
          <th scope="col" class="shape">
            In proportion
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ key, name, standing, spoken }) => (
          <tr key={key}>
            <th scope="row">
              <a href={linkTo(key)}>
                <bdi>{name}</bdi>
              </a>
            </th>
            {question.positions.map(({ slug }) => (
              <td key={slug} class="number">
                {(standing.counts[slug] ?? 0).toLocaleString('en')}
              </td>
            ))}
            <td class="number">
              {spoken === 0 ? '' : `${spokenTo(question, standing.byPeople)} of ${spoken}`}
            </td>
            <td>{spoken > 0 ? <BalanceBar question={question} counted={standing} name={name} /> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
