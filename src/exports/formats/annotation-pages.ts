// The annotations of a corpus page by page: an AnnotationCollection that names its pages, and each AnnotationPage.

import type { Corpus } from '../corpus.ts'
import type { PageAsked } from '../format.ts'
import { annotationWriter, CONTEXT, LABEL } from './annotation.ts'

/** Articles with claims on a page. An annotation stands on the page of its article, whatever else is written. */
const ON_A_PAGE = 50

export async function pageOf(corpus: Corpus, { number, addressOf }: PageAsked): Promise<string | null> {
  const pages = Math.ceil((await corpus.articlesWithClaims()) / ON_A_PAGE)
  const partOf = addressOf(null)
  if (number === null)
    return JSON.stringify({
      '@context': CONTEXT,
      id: partOf,
      type: 'AnnotationCollection',
      label: LABEL,
      total: sum(await corpus.counts()),
      ...(pages === 0 ? {} : { first: addressOf(1), last: addressOf(pages) }),
    })
  if (number > pages) return null
  /** The last article of the page before. */
  const before = number === 1 ? undefined : await corpus.articleWithClaims((number - 1) * ON_A_PAGE - 1)
  const page = {
    '@context': CONTEXT,
    id: addressOf(number),
    type: 'AnnotationPage',
    partOf,
    startIndex: before === undefined ? 0 : sum(await corpus.counts(before)),
    ...(number > 1 ? { prev: addressOf(number - 1) } : {}),
    ...(number < pages ? { next: addressOf(number + 1) } : {}),
  }
  return `${JSON.stringify(page).slice(0, -1)},"items":[${(await itemsAfter(corpus, before)).join()}]}`
}

async function itemsAfter(corpus: Corpus, before: string | undefined): Promise<string[]> {
  const annotationsOf = annotationWriter()
  const items: string[] = []
  let articles = 0
  for await (const { article, claims } of corpus.articles(['tags', 'names'], before)) {
    if (claims.length === 0) continue
    items.push(...annotationsOf(article, claims))
    if (++articles === ON_A_PAGE) break
  }
  return items
}

const sum = ({ claims, tags, rulings }: { claims: number; tags: number; rulings: number }): number =>
  claims + tags + rulings
