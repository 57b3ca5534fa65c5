// Opening and changing a question places the claims that are there: in the background, and on after a restart.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Claim } from '../../src/claims/schema.ts'
import type { Standings } from '../../src/positions/schema.ts'
import type { Question } from '../../src/questions/schema.ts'
import type { Tag } from '../../src/tags/schema.ts'
import {
  expectNoGaps,
  first,
  made,
  type Newsroom,
  ok,
  openNewsroom,
  QUESTION,
  RECORDS,
  until,
} from '../support/newsroom.ts'
import { stubEngine } from '../support/stub-engine.ts'

const question = {
  slug: 'may-drones-deliver',
  text: 'May parcels be delivered by drone?',
  positions: [
    { slug: 'by-day', definition: 'Only by day.' },
    { slug: 'at-night', definition: 'At night as well.' },
  ],
}
const url = `/v1/questions/${question.slug}`

async function manyArticles(news: Newsroom, n: number) {
  const line = (i: number) =>
    JSON.stringify({
      title: `Story ${i}`,
      text: `Story ${i}. “Drones fly ${i % 2 === 0 ? 'by day' : 'at night'},” said Ida Orme.`,
    })
  const payload = Array.from({ length: n }, (_, i) => line(i)).join('\n')
  const answer = await news.post('/v1/articles/batch', 'annotator', payload, {
    'content-type': 'application/x-ndjson',
  })
  expect(answer.text.match(/"created"/g)).toHaveLength(n)
}

const placed = async (news: Newsroom, more = '') => {
  await until(async () => ok(await news.get<Question>(url)).placing === null)
  return ok(
    await news.get<{ data: Tag[] }>(`/v1/tags?question=${question.slug}&limit=200&current=true${more}`),
  ).data
}

const leanings = async (news: Newsroom) => {
  const filter = { question: question.slug, groupBy: 'speaker' as const, limit: 50 }
  const [kept, live] = [await news.positions.list(filter), await news.positions.list(filter, true)]
  expect(kept).toEqual(live)
  return kept.data.map(({ speaker, counts }) => [speaker?.name, counts])
}

function databaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'averment-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return `file:${join(folder, 'test.db')}`
}

describe('a question that is opened', () => {
  it('finds its claims placed, and tells how far it is while others are served', async () => {
    const news = await openNewsroom()
    await manyArticles(news, 60)
    made(await news.post<Question>('/v1/questions', 'curator', question))
    const seen: number[] = []
    await until(async () => {
      const { placing } = ok(await news.get<Question>(url))
      if (placing) seen.push(placing.placed)
      return placing === null
    })
    expect(seen.length).toBeGreaterThan(1)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(await placed(news)).toHaveLength(60)
    expect(await leanings(news)).toEqual([
      ['Ida Orme', { 'by-day': 30, 'at-night': 30, ambivalent: 0, 'off-question': 0 }],
    ])
    await expectNoGaps(news)
  })

  it('later, having been closed, catches up with what came in meanwhile', async () => {
    const news = await openNewsroom()
    made(await news.post('/v1/questions', 'curator', { ...question, status: 'closed' }))
    await manyArticles(news, 5)
    expect(await placed(news)).toHaveLength(0)
    ok(await news.patch(url, 'curator', { status: 'open' }))
    expect(await placed(news)).toHaveLength(5)
    ok(await news.patch(url, 'curator', { status: 'closed' }))
    await news.article('“Drones fly by day,” said Jon Pell.')
    expect(await placed(news)).toHaveLength(5)
  })

  it('goes on after a restart where it broke off, without placing anything twice', async () => {
    const file = databaseFile()
    const before = await openNewsroom({ url: file })
    await manyArticles(before, 80)
    made(await before.post('/v1/questions', 'curator', question))
    await before.close()
    const after = await openNewsroom({ url: file })
    const tags = await placed(after)
    expect(tags).toHaveLength(80)
    expect(
      ok(await after.get<{ data: Tag[] }>(`/v1/tags?question=${question.slug}&limit=200`)).data,
    ).toHaveLength(80)
    await expectNoGaps(after)
  })
})

describe('a question that comes to mean something else', () => {
  it('finds its claims placed anew under the new version, but for what people decided', async () => {
    const news = await openNewsroom()
    await manyArticles(news, 6)
    made(await news.post('/v1/questions', 'curator', question))
    const [one, two] = await placed(news)
    made(
      await news.post(`/v1/claims/${one?.claimId}/tags`, 'annotator', {
        question: question.slug,
        position: 'at-night',
      }),
    )
    made(
      await news.post(`/v1/claims/${two?.claimId}/rulings`, 'curator', {
        question: question.slug,
        position: 'by-day',
      }),
    )
    const positions = [
      { slug: 'by-day', definition: 'Never at night.' },
      { slug: 'at-night' },
      { slug: 'drones', definition: 'New.' },
    ]
    expect(ok(await news.patch<Question>(url, 'curator', { positions })).version).toBe(2)
    const tags = (await placed(news)).filter((tag) => tag.annotator.kind === 'software')
    expect(tags.map((tag) => tag.questionVersion)).toEqual([2, 2, 2, 2, 2, 2])
    expect(new Set(tags.map((tag) => tag.position))).toEqual(new Set(['ambivalent']))
    const claims = ok(await news.get<{ data: Claim[] }>(`/v1/claims?question=${question.slug}`)).data
    const bases = claims.map((claim) => claim.positions.find((at) => at.question === question.slug)?.basis)
    expect(bases.sort()).toEqual(['machine', 'machine', 'machine', 'machine', 'people', 'ruling'])
    expect(await leanings(news)).toEqual([
      ['Ida Orme', { 'by-day': 1, 'at-night': 1, drones: 0, ambivalent: 4, 'off-question': 0 }],
    ])
  })

  it('without one of its positions counts nobody under it', async () => {
    const news = await openNewsroom()
    await manyArticles(news, 4)
    made(await news.post('/v1/questions', 'curator', question))
    const [one, two] = await placed(news)
    made(
      await news.post(`/v1/claims/${one?.claimId}/tags`, 'annotator', {
        question: question.slug,
        position: 'at-night',
      }),
    )
    made(
      await news.post(`/v1/claims/${two?.claimId}/rulings`, 'curator', {
        question: question.slug,
        position: 'at-night',
      }),
    )
    ok(await news.patch(url, 'curator', { positions: [{ slug: 'by-day' }] }))
    const tags = await placed(news)
    expect(tags.every((tag) => tag.position !== 'at-night')).toBe(true)
    expect(await leanings(news)).toEqual([['Ida Orme', { 'by-day': 2, ambivalent: 0, 'off-question': 2 }]])
  })

  it('while articles come in misses none of them', async () => {
    const news = await openNewsroom()
    await manyArticles(news, 30)
    made(await news.post('/v1/questions', 'curator', question))
    const positions = [
      { slug: 'by-day', definition: 'Changed.' },
      { slug: 'at-night', definition: 'Changed.' },
    ]
    await news.keyOf('annotator')
    const coming = Array.from({ length: 20 }, (_, i) =>
      news.post('/v1/articles', 'annotator', {
        title: 'Late',
        text: `Late ${i}. “Drones fly by day,” said Jon Pell.`,
      }),
    )
    ok(await news.patch(url, 'curator', { positions }))
    for (const answer of await Promise.all(coming)) made(answer)
    const tags = await placed(news)
    expect(tags).toHaveLength(50)
    expect(tags.every((tag) => tag.questionVersion === 2)).toBe(true)
    await leanings(news)
  })
})

describe('another engine', () => {
  it('has its say on every claim after a restart', async () => {
    const file = databaseFile()
    const before = await openNewsroom({ url: file })
    const { claims } = await before.article(
      '“They are business records,” said Ida Orme. “It rains,” said Jon Pell.',
    )
    made(
      await before.post(`/v1/claims/${claims[1]?.id}/tags`, 'annotator', {
        question: QUESTION,
        position: RECORDS,
      }),
    )
    await before.close()

    const stub = stubEngine('stub-2')
    const contrary = {
      ...stub,
      suggest: (...given: Parameters<typeof stub.suggest>) =>
        stub.suggest(...given).map((one) => ({ ...one, position: 'ambivalent' })),
    }
    const after = await openNewsroom({ url: file, engine: contrary })
    const { data } = ok(await after.get<{ data: Claim[] }>('/v1/claims'))
    expect(
      data.map((claim) => first(claim.positions)).map(({ position, basis }) => [position, basis]),
    ).toEqual([
      ['ambivalent', 'machine'],
      [RECORDS, 'people'],
    ])
    const { question: asked, data: groups } = ok(
      await after.get<Standings>(`/v1/positions?question=${QUESTION}`),
    )
    expect([asked.version, groups.length]).toEqual([1, 2])
    await expectNoGaps(after)
  })
})
