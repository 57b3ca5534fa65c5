// A line about an article: where and when it was printed, and how many claims it has.

import type { ArticleSummary } from '../../../openapi/client/index.ts'
import { Day } from './day.tsx'
import { many } from './standing/said.ts'

type About = Pick<ArticleSummary, 'publisher' | 'byline' | 'publishedAt' | 'url' | 'claimCount'>

export const ArticleAbout = ({ article }: { readonly article: About }) => {
  const { publisher, byline, publishedAt, url, claimCount } = article
  return (
    <p class="article-about">
      {publisher ? <b>{publisher}</b> : null}
      {byline ? <bdi>{byline}</bdi> : null}
      {publishedAt ? <Day at={publishedAt} /> : null}
      {url ? (
        <a href={url} rel="noreferrer" target="_blank">
          The original
        </a>
      ) : null}
      <span>{many(claimCount, 'claim')}</span>
    </p>
  )
}
