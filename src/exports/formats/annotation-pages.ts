// The annotations of a corpus page by page: an AnnotationCollection that names its pages, and each AnnotationPage.

import type { Corpus } from '../corpus.ts'
import type { PageAsked } from '../format.ts'
import { annotationsOf, CONTEXT, LABEL } from './annotation.ts'

/** Articles with claims on a page. An annotation stands on the page of its article, whatever else is written. */
const ON_A_PAGE = 50

export async function pageOf(corpus: Corpus, { number, addressOf }: PageAsked): Promise<object | null> {
  const pages = Math.ceil((await corpus.articlesWithClaims()) / ON_A_PAGE)
  const partOf = addressOf(null)
  if (number === null)
    return {
      '@context': CONTEXT,
      id: partOf,
      type: 'AnnotationCollection',
      label: LABEL,
      total: sum(await corpus.counts()),
      ...(pages === 0 ? {} : { first: addressOf(1), last: addressOf(pages) }),
    }
  if (number > pages) return null
  /** The last article of the page before. */
  const before = number === 1 ? undefined : await corpus.articleWithClaims((number - 1) * ON_A_PAGE - 1)
  return {
    '@context': CONTEXT,
    id: addressOf(number),
    type: 'AnnotationPage',
    partOf,
    startIndex: before === undefined ? 0 : sum(await corpus.counts(before)),
    ...(number > 1 ? { prev: addressOf(number - 1) } : {}),
    ...(number < pages ? { next: addressOf(number + 1) } : {}),
    items: await itemsAfter(corpus, before),
  }
}

async function itemsAfter(corpus: Corpus, before: string | undefined): Promise<object[]> {
  const items: object[] = []
  let articles = 0
  for await (const { article, claims } of corpus.articles(before)) {
    if (claims.length === 0) continue
    for (const claim of claims) items.push(...annotationsOf(article, claim))
    if (++articles === ON_A_PAGE) break
  }
  return items
}

const sum = ({ claims, tags, rulings }: { claims: number; tags: number; rulings: number }): number =>
  claims + tags + rulings
