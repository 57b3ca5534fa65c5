// A claim to be judged, where it stands in its article.

import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Claim, ClaimToTag } from '../../../../openapi/client/index.ts'
import { useAddress } from '../../frame/address.ts'
import { service } from '../../frame/session.ts'
import { articleOf, fetchArticle } from './articles.ts'
import { type Passage, passageOf } from './passage.ts'
import './in-context.css'

/** From the queue or from anywhere else. */
type AnyClaim = Claim | ClaimToTag

export function ClaimInContext({ claim, children }: { claim: AnyClaim; children?: ComponentChildren }) {
  const { to } = useAddress()
  const article = articleOf(claim.articleId)
  const asked = service.value
  useEffect(() => {
    fetchArticle(asked, claim.articleId)
  }, [asked, claim.articleId])
  const passage = article ? passageOf(article.text, claim) : aroundOf(claim)
  const speakers = claim.speakers.map(({ name }) => name).join(', ') || 'Nobody named'
  return (
    <article class="in-context">
      <p class="from">
        <strong>{speakers}</strong>
        {claim.polarity === 'asserted' ? '' : ` (${claim.polarity})`}
        {article ? (
          <>
            {' in '}
            <a href={to(`/articles/${article.id}`, { claim: claim.id })}>{article.title}</a>
            {article.publishedAt ? `, ${article.publishedAt.slice(0, 10)}` : ''}
          </>
        ) : null}
      </p>
      {passage.before ? (
        <p class="before" dir="auto">
          {passage.before}
        </p>
      ) : null}
      <blockquote dir="auto">
        {passage.cutBefore ? '… ' : ''}
        {passage.pieces.map(({ text, part }, index) =>
          part === 'content' ? (
            <mark key={index}>{text}</mark>
          ) : (
            <span key={index} class={part ?? ''}>
              {text}
            </span>
          ),
        )}
        {passage.cutAfter ? ' …' : ''}
      </blockquote>
      {children}
    </article>
  )
}

/** Until the article is here. */
const aroundOf = ({ prefix, quote, suffix }: AnyClaim): Passage => ({
  before: '',
  pieces: [
    { text: prefix, part: null },
    { text: quote, part: 'content' },
    { text: suffix, part: null },
  ],
  cutBefore: true,
  cutAfter: true,
})
