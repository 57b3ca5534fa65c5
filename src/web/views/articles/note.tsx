// What stands in the margin for a claim: in short, and when it is open everything that is known of it.

import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Claim } from '../../../../openapi/client/index.ts'
import { PositionMark } from '../../components/position-mark.tsx'
import { may } from '../../frame/session.ts'
import { singleKeys, useSingleKeys } from '../../frame/single-keys.ts'
import { ClaimFacts } from './claim-facts.tsx'
import { Correction } from './correction.tsx'
import { isDrafted } from './desk.ts'
import { Judgement } from './judgement.tsx'
import { Placing } from './placing.tsx'
import { saidBy, standingOf, toneClass, useOpened, useReading } from './reading.ts'
import './notes.css'

const BASIS = { machine: 'by the machine', people: 'by people', ruling: 'ruled' } as const
const POLARITY = { asserted: null, denied: 'denied', questioned: 'questioned' } as const

export function Note({ claim }: { readonly claim: Claim }) {
  const { question } = useReading()
  const { openId } = useOpened()
  const isOpen = claim.id === openId
  const nested = claim.parentId === null ? '' : 'within'
  return (
    <li class={`note ${toneClass(claim, question)} ${claim.status} ${nested} ${isOpen ? 'open' : ''}`}>
      {isOpen ? <OpenNote claim={claim} /> : <Summary claim={claim} />}
    </li>
  )
}

function Summary({ claim }: { readonly claim: Claim }) {
  const { question, addressOf, focusOn } = useReading()
  const standing = standingOf(claim, question)
  return (
    <a
      class="summary"
      href={addressOf(claim.id)}
      onClick={() => {
        focusOn.current = claim.id
      }}
    >
      <span class="who">
        <span class="ordinal">{claim.ordinal}</span> <bdi>{saidBy(claim)}</bdi>
      </span>
      <span class="standing">
        {standing ? <PositionMark question={question} position={standing.position} /> : null}{' '}
        <small>
          {[
            standing ? BASIS[standing.basis] : null,
            POLARITY[claim.polarity],
            claim.status === 'proposed' ? null : claim.status,
            isDrafted(claim.id) ? 'not saved yet' : null,
          ]
            .filter((word) => word !== null)
            .join(' · ')}
        </small>
      </span>
    </a>
  )
}

function OpenNote({ claim }: { readonly claim: Claim }) {
  const { open } = useReading()
  const { draft } = useOpened()
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) open('')
  }
  return (
    <section onKeyDown={closeByKey} aria-label={`Claim ${claim.ordinal}`}>
      <NoteHeading id={claim.id} title={`Claim ${claim.ordinal}`} subject={saidBy(claim)} />
      {draft ? <Correction claim={claim} draft={draft} /> : <ClaimFacts claim={claim} />}
      {draft || !may('annotator') ? null : <Judgement claim={claim} />}
      {draft ? null : <Placing claim={claim} />}
    </section>
  )
}

interface NoteHeadingProps {
  readonly id: string
  readonly title: string
  readonly subject: string
}

/** Takes the focus when its claim was opened by hand or a form is done with, so that the keyboard goes on from here. */
export function NoteHeading({ id, title, subject }: NoteHeadingProps) {
  const { claims, open, focusOn } = useReading()
  const heading = useRef<HTMLHeadingElement>(null)
  // With what is drawn and not after it: a key pressed in between would go to the whole page.
  useLayoutEffect(() => {
    if (focusOn.current !== id) return
    focusOn.current = ''
    heading.current?.focus({ preventScroll: true })
  })
  const place = claims.findIndex((claim) => claim.id === id)
  const beside = (step: number) => (place < 0 ? undefined : claims[place + step]?.id)
  return (
    <header>
      <h2 ref={heading} tabIndex={-1}>
        <small>{title}</small> <bdi>{subject}</bdi>
      </h2>
      <span class="turning">
        <Going to={beside(-1)} name="Claim before" sign="↑" shortcut="k" />
        <Going to={beside(1)} name="Next claim" sign="↓" shortcut="j" />
        <button type="button" class="quiet" aria-label="Close" onClick={() => open('')}>
          ✕
        </button>
      </span>
    </header>
  )
}

interface GoingProps {
  readonly to: string | undefined
  readonly name: string
  readonly sign: string
  readonly shortcut: string
}

function Going({ to, name, sign, shortcut }: GoingProps) {
  const { open } = useReading()
  useSingleKeys((key) => (key === shortcut && to !== undefined ? () => open(to) : undefined))
  if (to === undefined) return null
  return (
    <button
      type="button"
      class="quiet"
      aria-label={name}
      aria-keyshortcuts={shortcut}
      title={singleKeys.value ? `${name}: ${shortcut}` : name}
      onClick={() => open(to)}
    >
      {sign}
    </button>
  )
}
