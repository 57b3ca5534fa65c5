// The claim to be judged, where it stands in its article.

import type { ClaimToTag, Question } from '../../../../openapi/client/index.ts'
import { PositionMark } from '../../components/position-mark.tsx'
import { useAddress } from '../../frame/address.ts'
import { articleOf } from './articles.ts'
import { type Passage, passageOf } from './passage.ts'

const REASONS: Partial<Record<ClaimToTag['reason'], string>> = {
  'another-look': 'The question has changed since this claim was tagged.',
  disagreement: 'People disagree on this claim.',
}

export function ClaimInContext({ claim, question }: { claim: ClaimToTag; question: Question }) {
  const { to } = useAddress()
  const article = articleOf(claim.articleId)
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
      {REASONS[claim.reason] ? <p class="hint">{REASONS[claim.reason]}</p> : null}
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
      {claim.tags && claim.tags.length > 0 ? (
        <ul class="others">
          {claim.tags.map((tag) => (
            <li key={tag.id}>
              {tag.annotator.name}: <PositionMark question={question} position={tag.position} />{' '}
              {tag.rationale}
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  )
}

/** Until the article is here. */
const aroundOf = ({ prefix, quote, suffix }: ClaimToTag): Passage => ({
  before: '',
  pieces: [
    { text: prefix, part: null },
    { text: quote, part: 'content' },
    { text: suffix, part: null },
  ],
  cutBefore: true,
  cutAfter: true,
})
