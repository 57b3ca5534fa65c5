// A list, read whole and by pages.

import { expect } from 'vitest'
import { type Newsroom, ok } from '../support/newsroom.ts'

interface List<T> {
  data: T[]
  nextCursor: string | null
}

/** That pages of two have each of the list's things once, in the list's order. */
export async function everyPage(news: Newsroom, url: string, n: number): Promise<void> {
  const all = ok(await news.get<List<{ id: string }>>(url)).data.map((one) => one.id)
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: List<{ id: string }> = ok(
      await news.get<List<{ id: string }>>(`${url}&limit=2${cursor && `&cursor=${cursor}`}`),
    )
    seen.push(...page.data.map((one) => one.id))
    cursor = page.nextCursor
  }
  expect(seen).toEqual(all)
  expect(seen).toHaveLength(n)
}
