// While the database takes no writes everything is still read, whatever it is.

import { expect, it } from 'vitest'
import type { Claim } from '../../../src/claims/schema.ts'
import { made, type Newsroom, ok, openNewsroom, QUESTION } from '../../support/newsroom.ts'
import { connectionOf, freshFile } from '../../support/sqlite-file.ts'

/** Of all reads: what they need of what is stored, by the names in their addresses. */
async function addresses(news: Newsroom): Promise<string[]> {
  const article = made(
    await news.post<{ id: string }>('/v1/articles', 'annotator', {
      title: 'A day',
      text: '“These are business records,” said Ida Orme, counsel for Heron Post.',
    }),
  )
  const [claim] = ok(await news.get<{ data: Claim[] }>('/v1/claims')).data
  const speaker = claim?.speakers[0]
  const placed = { question: QUESTION, position: 'business-records' }
  const tag = made(await news.post<{ id: string }>(`/v1/claims/${claim?.id}/tags`, 'annotator', placed))
  const ruling = made(
    await news.post<{ id: string }>(`/v1/claims/${claim?.id}/rulings`, 'curator', {
      ...placed,
      rationale: 'It says so.',
    }),
  )
  const me = ok(await news.get<{ id: string }>('/v1/annotators/me', 'annotator'))
  const ids: Readonly<Record<string, string | undefined>> = {
    '/v1/articles/{id}': article.id,
    '/v1/claims/{id}': claim?.id,
    '/v1/speakers/{id}': speaker?.id,
    '/v1/tags/{id}': tag.id,
    '/v1/rulings/{id}': ruling.id,
    '/v1/annotators/{id}': me.id,
    '/v1/questions/{slug}': QUESTION,
    '/problems/{slug}': 'not-found',
  }
  const { paths } = ok(await news.get<{ paths: Record<string, { get?: unknown }> }>('/openapi.json'))
  const reads = Object.entries(paths).flatMap(([path, { get }]) => (get ? [path] : []))
  return reads.map((path) => {
    const [thing = ''] = /^.*?\}/.exec(path) ?? []
    const needed = {
      '/v1/claims/{id}/explanation': `?question=${QUESTION}`,
      '/v1/positions': `?question=${QUESTION}`,
    }
    return path.replace(/\{\w+\}/, ids[thing] ?? '?') + (needed[path as keyof typeof needed] ?? '')
  })
}

/** One leases what it gives, one says that nothing can be written, and one has no end. */
const NOT_ONLY_READ = ['/queue', '/health/ready', '/changes/stream']

it('is read while nothing can be written', async () => {
  const news = await openNewsroom({ url: `file:${freshFile()}` })
  const all = (await addresses(news)).filter((path) => !NOT_ONLY_READ.some((end) => path.endsWith(end)))
  expect(all.length).toBeGreaterThan(25)
  const read = async () => {
    const told: [string, number][] = []
    for (const path of all) told.push([path, (await news.get(path, 'admin')).status])
    return told
  }
  const before = await read()
  // The stub of an engine explains nothing.
  expect(before.filter(([path, status]) => status !== 200 && !path.includes('/explanation'))).toEqual([])
  connectionOf(news).pragma('query_only = ON')
  expect(await read()).toEqual(before)
})
