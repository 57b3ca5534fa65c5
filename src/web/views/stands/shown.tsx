// The picture or its table, what it leaves out, and what to do when there is nothing in it.

import type { Question } from '../../../../openapi/client/index.ts'
import { AboveAndBelow } from '../../components/standing/above-and-below.tsx'
import { many } from '../../components/standing/said.ts'
import { Timeline } from '../../components/standing/timeline.tsx'
import { useAddress } from '../../frame/address.ts'
import { may } from '../../frame/session.ts'
import { Field } from './field.tsx'
import type { Group } from './groups.ts'
import { type Grouping, isNarrowed, NOT_NARROWED, type Outlook, UNKNOWN } from './outlook.ts'
import type { Standings } from './standings.ts'
import { StandingsTable } from './standings-table.tsx'

interface ShownProps extends Standings {
  readonly question: Question
  readonly outlook: Outlook
}

const HEADS: Readonly<Record<Grouping, string>> = {
  speaker: 'Speaker',
  affiliation: 'Speaking for',
  publisher: 'Publisher',
  month: 'Month',
}

export function Shown({ question, outlook, groups, isMore }: ShownProps) {
  const { set, here } = useAddress()
  const linkTo = (key: string) => here({ open: key })
  if (groups.length === 0) return <Nothing isNarrowed={isNarrowed(outlook.narrowing)} />
  const silent = groups.filter(({ spoken }) => spoken === 0)
  return (
    <>
      {outlook.isTable ? null : (
        <Picture question={question} outlook={outlook} groups={groups} linkTo={linkTo} />
      )}
      <div class={outlook.isTable ? '' : 'only-printed'}>
        <StandingsTable question={question} groups={groups} what={HEADS[outlook.by]} linkTo={linkTo} />
      </div>
      {outlook.isTable || silent.length === 0 ? null : <Silent groups={silent} linkTo={linkTo} />}
      {isMore ? (
        <p class="actions">
          <button type="button" onClick={() => set({ pages: String(outlook.pages + 1) }, { replace: true })}>
            More
          </button>
          <span class="hint">Those with most claims are shown first.</span>
        </p>
      ) : null}
    </>
  )
}

interface PictureProps {
  readonly question: Question
  readonly outlook: Outlook
  readonly groups: readonly Group[]
  readonly linkTo: (key: string) => string
}

function Picture({ question, outlook, groups, linkTo }: PictureProps) {
  const { open, by } = outlook
  if (by !== 'month')
    return (
      <figure>
        <figcaption class="hint legend">
          <Example placed={0} /> placed by the machine <Example placed={6.5} /> placed by people, in part or
          all. The larger, the more claims. Choose one for the evidence.
        </figcaption>
        <Field question={question} groups={groups} open={open} linkTo={linkTo} />
      </figure>
    )
  const dated = groups.filter(({ key }) => key !== UNKNOWN)
  const months = dated.map(({ key, standing }) => ({ ...standing, month: key }))
  const undated = groups.find(({ key }) => key === UNKNOWN)
  return (
    <figure>
      <figcaption class="hint legend">
        A column for each month of printing. <AboveAndBelow question={question} /> <Example placed={0} />{' '}
        placed by the machine <Example placed={9} /> placed by people.
        {undated
          ? ` ${many(undated.spoken, 'claim')} without a date ${undated.spoken === 1 ? 'is' : 'are'} in the table only.`
          : ''}
      </figcaption>
      <Timeline question={question} months={months} linkTo={linkTo} open={open} />
    </figure>
  )
}

const Example = ({ placed }: { readonly placed: number }) => (
  <svg class="example tone-off" width={20} height={20} aria-hidden="true">
    <circle class="all" cx={10} cy={10} r={9} />
    <circle class="placed" cx={10} cy={10} r={placed} />
  </svg>
)

const Silent = ({ groups, linkTo }: Pick<PictureProps, 'groups' | 'linkTo'>) => (
  <details class="silent">
    <summary>{groups.length.toLocaleString('en')} more are quoted, but on other matters</summary>
    <ul>
      {groups.map(({ key, name }) => (
        <li key={key}>
          <a href={linkTo(key)}>
            <bdi>{name}</bdi>
          </a>
        </li>
      ))}
    </ul>
  </details>
)

function Nothing({ isNarrowed }: { readonly isNarrowed: boolean }) {
  const { set, to } = useAddress()
  if (isNarrowed)
    return (
      <div class="nothing">
        <p>No claim passes these filters.</p>
        <button type="button" onClick={() => set(NOT_NARROWED)}>
          All claims
        </button>
      </div>
    )
  return (
    <div class="nothing">
      <p>Nobody has said anything yet: no article is here, or none of them says anything on this question.</p>
      {may('annotator') ? (
        <p>
          <a href={to('/add')}>Add an article</a>
        </p>
      ) : (
        <p class="hint">Who signs in as an annotator can add articles.</p>
      )}
    </div>
  )
}
