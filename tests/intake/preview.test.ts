// A question that is still being written: how claims would fall, refusals, and nothing stored.

import { describe, expect, it } from 'vitest'
import { expectRefused, ok, openNewsroom } from '../support/newsroom.ts'
import { stubEngine } from '../support/stub-engine.ts'

const draft = {
  text: 'May parcels be delivered by drone?',
  positions: [
    { slug: 'by-day', definition: 'Only by day.' },
    { slug: 'at-night', definition: 'At night as well.' },
  ],
}

interface Preview {
  articles: number
  claims: number
  positions: { slug: string; label: string; claims: number; surest: { claimId: string; quote: string }[] }[]
  warnings: { code: string }[]
}

/** Says of each claim what its number is: every third takes the second side. */
const engine = {
  ...stubEngine(),
  suggest: (article: { claims: readonly unknown[]; text: string }) =>
    article.claims.map((_, i) => {
      const position = article.text.includes('night') ? 'at-night' : 'by-day'
      const confidence = 0.5 + i / 100
      return { position, confidence, rationale: '', wordsAlone: { position, confidence } }
    }),
} as ReturnType<typeof stubEngine>

async function roomOf(stories: number) {
  const news = await openNewsroom({ engine })
  const text = (i: number) =>
    `Story ${i}. “Drones fly ${i % 3 === 0 ? 'at night' : 'by day'},” said Ida Orme. “I saw ${i} of them,” said Abel Crane.`
  const lines = Array.from({ length: stories }, (_, i) =>
    JSON.stringify({ title: `Story ${i}`, text: text(i) }),
  )
  await news.post('/v1/articles/batch', 'annotator', lines.join('\n'), {
    'content-type': 'application/x-ndjson',
  })
  return news
}

describe('POST /v1/questions/preview', () => {
  it('counts claims by position, with those the machine is surest of, and stores nothing', async () => {
    const news = await roomOf(9)
    await news.keyOf('curator')
    const before = await news.seq()
    const preview = ok(await news.post<Preview>('/v1/questions/preview', 'curator', draft))
    expect(preview.articles).toBe(9)
    expect(preview.claims).toBe(18)
    expect(preview.positions.map(({ slug, claims }) => [slug, claims])).toEqual([
      ['by-day', 12],
      ['at-night', 6],
      ['ambivalent', 0],
      ['off-question', 0],
    ])
    expect(preview.positions[1]?.surest.map(({ quote }) => quote).join()).toMatch(/^I saw \d/)
    expect(await news.seq()).toBe(before)
  })

  it('looks at a bounded number of the newest articles', async () => {
    const news = await roomOf(70)
    const preview = ok(await news.post<Preview>('/v1/questions/preview', 'curator', draft))
    expect(preview.articles).toBe(60)
  })

  it('is empty without articles, and warns of what the machine cannot tell apart', async () => {
    const news = await openNewsroom({})
    const bare = { text: 'Yes or no?', positions: [{ slug: 'yes' }, { slug: 'no' }] }
    const preview = ok(await news.post<Preview>('/v1/questions/preview', 'curator', bare))
    expect(preview).toMatchObject({ articles: 0, claims: 0 })
    expect(preview.warnings.length).toBeGreaterThan(0)
  })

  it.each<[string, object, number, string]>([
    ['a question without a text', { positions: draft.positions }, 400, '/text'],
    ['one without a side', { text: 'Well?', positions: [{ slug: 'ambivalent' }] }, 422, '/positions'],
    [
      'a position given twice',
      { text: 'Well?', positions: [{ slug: 'a' }, { slug: 'a' }] },
      422,
      '/positions/1/slug',
    ],
    ['what a draft does not have', { ...draft, status: 'open' }, 400, '/status'],
  ])('refuses %s', async (_name, body, status, pointer) => {
    const news = await openNewsroom({})
    expectRefused(await news.post('/v1/questions/preview', 'curator', body), { status, pointer })
  })
})
