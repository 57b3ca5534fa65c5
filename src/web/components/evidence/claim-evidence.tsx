// A claim as evidence: the words, where they were printed, where they stand, and on demand who placed them and why.

import { useEffect } from 'preact/hooks'
import type { Claim, Question } from '../../../../openapi/client/index.ts'
import { service } from '../../frame/session.ts'
import { ClaimQuote } from '../claim-quote.tsx'
import { articleOf, fetchArticle } from '../in-context/articles.ts'
import { Why } from './why.tsx'
import './evidence.css'

export function ClaimEvidence({
  claim,
  question,
}: {
  readonly claim: Claim
  readonly question: Question | undefined
}) {
  const article = articleOf(claim.articleId)
  const asked = service.value
  useEffect(() => {
    fetchArticle(asked, claim.articleId)
  }, [asked, claim.articleId])
  const printed = [article?.title, article?.publisher, article?.publishedAt?.slice(0, 10)].filter(Boolean)
  return (
    <div class="claim-evidence">
      <ClaimQuote claim={claim} question={question} title={printed.join(', ') || undefined} />
      {question ? <Why claim={claim} question={question} /> : null}
    </div>
  )
}
