// A claim in a list: who said it, in which words, where it was read, and where it stands.

import type { Claim, Question } from '../../../openapi/client/index.ts'
import { useAddress } from '../frame/address.ts'
import { PositionMark } from './position-mark.tsx'

const BASIS = { machine: 'by the machine', people: 'by people', ruling: 'ruled' } as const

interface ClaimQuoteProps {
  readonly claim: Claim
  readonly question?: Question | undefined
  /** The article's title, where it is known. */
  readonly title?: string | undefined
}

export function ClaimQuote({ claim, question, title }: ClaimQuoteProps) {
  const { to } = useAddress()
  const standing = claim.positions.find((one) => one.question === question?.slug)
  return (
    <article class="claim">
      <p class="speakers">
        {claim.speakers.length === 0 ? 'Nobody named' : null}
        {claim.speakers.map((speaker, index) => (
          <span key={speaker.id}>
            {index > 0 ? ', ' : ''}
            <a href={to(`/speakers/${speaker.id}`)}>{speaker.name}</a>
          </span>
        ))}
      </p>
      <blockquote dir="auto">{claim.quote}</blockquote>
      <p class="about">
        {standing ? (
          <>
            <PositionMark question={question} position={standing.position} />{' '}
            <span class="basis">{BASIS[standing.basis]}</span>{' '}
          </>
        ) : null}
        <a href={to(`/articles/${claim.articleId}`, { claim: claim.id })}>{title ?? 'In the article'}</a>
      </p>
    </article>
  )
}
