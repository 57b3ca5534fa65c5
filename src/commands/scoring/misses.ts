// The attributions worth reading: gold ones that were not found and predicted ones that nobody marked, a sample spread over the set.
import type { Comparable, ComparableArticle } from './comparable.ts'
import { matchesOf } from './spans.ts'

export interface Miss {
  readonly kind: 'missed' | 'invented' | 'wrong source'
  readonly article: number
  /** Index into the article's gold list, or its predicted list when invented. */
  readonly index: number
}

function missesIn(article: ComparableArticle, number: number): Miss[] {
  const matches = matchesOf(article)
  const found = new Set(matches.map(({ gold }) => gold))
  const used = new Set(matches.map(({ predicted }) => predicted))
  const unfound = (all: readonly Comparable[], taken: Set<number>, kind: Miss['kind']): Miss[] =>
    all.flatMap((_, index) => (taken.has(index) ? [] : [{ kind, article: number, index }]))
  const wrong = matches.filter(({ sourceAgrees }) => !sourceAgrees)
  return [
    ...unfound(article.gold, found, 'missed'),
    ...unfound(article.predicted, used, 'invented'),
    ...wrong.map(({ gold }): Miss => ({ kind: 'wrong source', article: number, index: gold })),
  ]
}

/** At most `limit`, every n-th, so that one bad article does not fill the list. */
export function missesOf(articles: readonly ComparableArticle[], limit: number): Miss[] {
  const all = articles.flatMap(missesIn)
  const step = Math.max(1, all.length / Math.max(1, limit))
  const out: Miss[] = []
  for (let at = 0; at < all.length && out.length < limit; at += step) {
    const miss = all[Math.floor(at)]
    if (miss) out.push(miss)
  }
  return out
}
