// The texts of the articles that claims ahead come from, fetched once each and ahead of need.

import { signal } from '@preact/signals'
import type { Article, Averment } from '../../../../openapi/client/index.ts'

/** Articles kept at most; a text may be large. */
const MOST = 40

const known = signal<ReadonlyMap<string, Article>>(new Map())
const asked = new Set<string>()

export const articleOf = (id: string): Article | undefined => known.value.get(id)

/** What cannot be had is left out: the claim's own prefix and suffix stand in. */
export async function fetchArticle(service: Averment, id: string): Promise<void> {
  if (asked.has(id)) return
  asked.add(id)
  try {
    const article = await service.readArticle({ path: { id } })
    const kept = [...known.value].slice(-(MOST - 1))
    known.value = new Map([...kept, [id, article]])
    for (const one of asked) if (!known.value.has(one)) asked.delete(one)
  } catch {
    asked.delete(id)
  }
}
