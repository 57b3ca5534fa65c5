// The number of a claim where it begins in the text: what the keyboard and a screen reader come to.

import type { Claim } from '../../../../openapi/client/index.ts'
import type { Segment } from '../../components/marked-text/segments.ts'
import { labelOf, SYMBOLS, toneOf } from '../../frame/tones.ts'
import { numberId } from './opening.ts'
import { saidBy, standingOf, toneClass, useOpened, useReading } from './reading.ts'

export function Numbers({ segment }: { readonly segment: Segment }) {
  const { claimOf } = useReading()
  return (
    <>
      {segment.marks
        .filter(({ part, start }) => part === 'content' && start === segment.start)
        .map(({ id, start }) => {
          const claim = claimOf(id)
          return claim ? <ClaimNumber key={id} claim={claim} at={start} /> : null
        })}
    </>
  )
}

function ClaimNumber({ claim, at }: { readonly claim: Claim; readonly at: number }) {
  const { question, addressOf, focusOn } = useReading()
  const { openId, draft } = useOpened()
  const standing = standingOf(claim, question)
  const symbol = standing ? SYMBOLS[toneOf(question, standing.position)] : ''
  const tone = toneClass(claim, question)
  const { content } = (claim.id === openId && draft) || claim
  // A claim of several pieces goes on here; its number stands where it begins.
  if (at !== content[0]?.start)
    return (
      <span class={`number ${tone}`} aria-hidden="true">
        …{claim.ordinal}
      </span>
    )
  const where = standing ? `, ${labelOf(question, standing.position)}` : ''
  return (
    <a
      id={numberId(claim.id)}
      class={`number ${tone}`}
      href={addressOf(claim.id)}
      aria-label={`Claim ${claim.ordinal}: ${saidBy(claim)}${where}`}
      {...(claim.id === openId ? { 'aria-current': 'true' as const } : {})}
      onClick={() => {
        focusOn.current = claim.id
      }}
    >
      <span aria-hidden="true">
        {symbol}
        {claim.ordinal}
      </span>
    </a>
  )
}
