// The evidence behind a mark: what was said there, position by position, each claim with its article and its reasons.

import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Question } from '../../../../openapi/client/index.ts'
import { ClaimsOn } from '../../components/evidence/claims-on.tsx'
import { PositionMark } from '../../components/position-mark.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { BalanceBar } from '../../components/standing/balance-bar.tsx'
import { inOrder } from '../../components/standing/said.ts'
import { Waiting } from '../../components/waiting.tsx'
import { useAddress } from '../../frame/address.ts'
import { useAnswer } from '../../frame/asking.ts'
import { claimsOf } from './claims-of.ts'
import { groupFor } from './group-asked.ts'
import type { Group } from './groups.ts'
import { type Outlook, UNKNOWN } from './outlook.ts'
import { Strongest } from './strongest.tsx'
import './evidence.css'

interface EvidenceProps {
  readonly question: Question
  readonly outlook: Outlook
  readonly open: string
  /** Where it is among those shown. */
  readonly group: Group | undefined
  readonly close: () => void
}

export function Evidence({ question, outlook, open, group, close }: EvidenceProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // With what is drawn and not after it: a key pressed in between would go to the whole page.
  useLayoutEffect(() => heading.current?.focus(), [open])
  const found = useAnswer(
    async (service) => ({ open, group: group ?? (await groupFor(service, question, outlook, open)) }),
    [group, question.slug, JSON.stringify(outlook.narrowing), outlook.by, open],
    ({ entity }) => group === undefined && entity !== 'key' && entity !== 'annotator',
  )
  const shown = group ?? (found.value?.open === open ? found.value.group : undefined)
  return (
    <aside
      class="evidence"
      aria-labelledby="evidence"
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <header>
        <h2 id="evidence" ref={heading} tabIndex={-1}>
          <bdi>{shown?.name ?? 'Evidence'}</bdi>
        </h2>
        <button type="button" class="quiet" onClick={close} aria-label="Close the evidence">
          ✕
        </button>
      </header>
      {found.refusal ? <ProblemNote refusal={found.refusal} /> : null}
      {shown ? (
        <Body question={question} outlook={outlook} group={shown} />
      ) : found.refusal ? null : (
        <Waiting />
      )}
    </aside>
  )
}

interface BodyProps {
  readonly question: Question
  readonly outlook: Outlook
  readonly group: Group
}

function Body({ question, outlook, group }: BodyProps) {
  const { to } = useAddress()
  const { standing, name, key, spoken } = group
  const isSpeaker = (outlook.by === 'speaker' || outlook.by === 'affiliation') && key !== UNKNOWN
  const off = question.positions.find(({ kind }) => kind === 'off-question')
  const aside = standing.counts[off?.slug ?? ''] ?? 0
  return (
    <>
      {isSpeaker ? (
        <p>
          <a href={to(`/speakers/${key}`)}>Everything they said, and where they stand elsewhere</a>
        </p>
      ) : null}
      {spoken > 0 ? <BalanceBar question={question} counted={standing} name={name} /> : null}
      {standing.claims === 0 ? <p class="hint">Nothing of theirs is counted here.</p> : null}
      {inOrder(question).map(({ slug }) => (
        <OnPosition key={slug} slug={slug} question={question} outlook={outlook} group={group} />
      ))}
      {off && aside > 0 ? (
        <details>
          <summary>
            {aside.toLocaleString('en')} {off.label}
          </summary>
          <Claims slug={off.slug} question={question} outlook={outlook} group={group} />
        </details>
      ) : null}
    </>
  )
}

function OnPosition({ slug, ...rest }: BodyProps & { readonly slug: string }) {
  const n = rest.group.standing.counts[slug] ?? 0
  // The counts of a body that is not among those shown are not known; its claims are.
  if (n === 0 && (rest.group.standing.claims > 0 || rest.outlook.by !== 'affiliation')) return null
  return (
    <section class="on-position">
      <h3>
        <PositionMark question={rest.question} position={slug} /> {n > 0 ? n.toLocaleString('en') : ''}
      </h3>
      <Claims slug={slug} {...rest} />
    </section>
  )
}

function Claims({ slug, question, outlook, group }: BodyProps & { readonly slug: string }) {
  const asked = claimsOf(outlook, group.key, question.slug, slug)
  if (asked) return <ClaimsOn question={question} asked={asked} />
  const ids = group.standing.evidence
    .filter(({ position }) => position === slug)
    .map(({ claimId }) => claimId)
  return <Strongest question={question} ids={ids} />
}
