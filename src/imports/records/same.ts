// Whether what is here already is what a record of a complete export says.

import { isDeepStrictEqual } from 'node:util'
import type { Records } from '../../exports/records.ts'
import { iso, isoOrNull } from '../../http/formats.ts'
import type { StoredSpan, Tables } from '../../storage/tables.ts'

type Row<T extends keyof Tables> = Tables[T]['$inferSelect']

/** Whoever changed an article or a claim over HTTP left its time. */
export const sameArticle = (
  { publishedAt, updatedAt, ...row }: Omit<Row<'articles'>, 'text'>,
  article: Records['article'],
): boolean => {
  const of = ({ title, publisher, byline, url, language, metadata }: typeof row | Records['article']) => [
    ...[title, publisher, byline, url, language],
    metadata,
  ]
  return (
    isDeepStrictEqual(of(row), of(article)) &&
    isoOrNull(publishedAt) === article.publishedAt &&
    iso(updatedAt) === article.updatedAt
  )
}

const PARTS = ['content', 'cue', 'source'] as const
type ClaimRow = Pick<Row<'claims'>, 'type' | 'polarity' | 'status' | 'updatedAt' | (typeof PARTS)[number]>
type Named = readonly { readonly id: string }[]

export function sameClaim(row: ClaimRow, speakers: Named, claim: Records['claim']): boolean {
  const words = (spans: readonly StoredSpan[]) => spans.map(({ points }) => [...points])
  const ids = (named: Named) => named.map(({ id }) => id)
  return (
    row.type === claim.type &&
    row.polarity === claim.polarity &&
    row.status === claim.status &&
    iso(row.updatedAt) === claim.updatedAt &&
    isDeepStrictEqual(ids(speakers), ids(claim.speakers)) &&
    PARTS.every((part) =>
      isDeepStrictEqual(
        words(row[part]),
        claim[part].map(({ start, end }) => [start, end]),
      ),
    )
  )
}

/** Of a tag or a ruling. */
export const samePlacement = (
  row: Row<'tags'> | Row<'rulings'>,
  record: Records['tag'] | Records['ruling'],
): boolean =>
  row.claimId === record.claimId &&
  row.question === record.question &&
  row.questionVersion === record.questionVersion &&
  row.position === record.position &&
  row.annotatorId === record.annotatorId &&
  row.rationale === record.rationale &&
  (row.current === 1) === record.current &&
  iso(row.createdAt) === record.createdAt
