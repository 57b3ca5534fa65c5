// The whole service with the engine it ships: an article in, who stands where out; and texts nobody would write.

import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/articles/schema.ts'
import type { Claim } from '../../src/claims/schema.ts'
import { createEngine } from '../../src/engine/index.ts'
import type { Standings } from '../../src/positions/schema.ts'
import { samples } from '../../src/samples/index.ts'
import { shippedWeights } from '../../src/weights.ts'
import {
  expectNoGaps,
  expectRefused,
  made,
  ok,
  PERSONAL,
  QUESTION,
  RECORDS,
  sharedNewsroom,
} from '../support/newsroom.ts'

const dispute = `Harrowgate Mail told the court on Tuesday that it would not hand over the letters of its customers.

"These emails are the personal documents of the people who wrote them, not our business records," said Maud Tessaly, counsel for Harrowgate Mail.

The Ministry of Order argued that the emails are business records of the company. "They are kept by the company on the company's machines, and they are its records," said Piet Vandersloot, a lawyer for the Ministry of Order.

"We carry the letters. We do not own them," Tessaly said.
`

const room = sharedNewsroom((news) => news.keyOf('annotator'), { engine: createEngine(shippedWeights()) })

const speaks = async (name: string) =>
  ok(await room().get<Standings>(`/v1/positions?question=${QUESTION}&speaker=${encodeURIComponent(name)}`))
    .data[0]?.leaning

it('shows who stands where in an article that was just taken in', async () => {
  const article = made(
    await room().post<Article>('/v1/articles', 'annotator', {
      title: 'Whose letters?',
      text: dispute,
      publisher: 'Quayside Echo',
    }),
  )
  const { data } = ok(await room().get<{ data: Claim[] }>(`/v1/articles/${article.id}/claims`))
  expect(article.claimCount).toBe(data.length)
  expect(data.length).toBeGreaterThanOrEqual(4)
  for (const { content, cue, source, quote } of data) {
    for (const { start, end, exact } of [...content, ...cue, ...source])
      expect([...dispute].slice(start, end).join('')).toBe(exact)
    expect(quote).toBe(content.map((piece) => piece.exact).join(' … '))
  }
  expect(await speaks('Maud Tessaly')).toBe(PERSONAL)
  expect(await speaks('Piet Vandersloot')).toBe(RECORDS)
  await expectNoGaps(room())
})

/** What people of flesh and blood said stands in the samples, so nobody may be shown on a side they did not take. */
it('puts nobody real on a wrong side in the sample articles', async () => {
  for (const sample of samples) made(await room().post<Article>('/v1/articles', 'annotator', sample))
  const leanings = async (name: string) =>
    ok(
      await room().get<Standings>(`/v1/positions?question=${QUESTION}&speaker=${encodeURIComponent(name)}`),
    ).data.map(({ leaning }) => leaning)
  expect(await leanings('Joshua Rosenkranz')).toEqual([PERSONAL])
  expect(await leanings('Microsoft')).toEqual([PERSONAL])
  expect(await leanings('Department of Justice')).toEqual([RECORDS])
  expect(new Set(await leanings('Brad Smith'))).toEqual(new Set([null]))
})

const megabyte = 1024 * 1024

describe('a text that nobody would write', () => {
  it.each<[string, string]>([
    ['100,000 straight quotation marks', '"'.repeat(100_000)],
    ['100,000 opening quotation marks', '“'.repeat(100_000)],
    ['100,000 apostrophes', `it${"'".repeat(100_000)}s`],
    ['quotation marks of every kind', '“”„«»‘’‚‹›"\'`´「」'.repeat(5_000)],
    ['one word of a megabyte', 'x'.repeat(megabyte)],
    ['a megabyte of emoji', '🦉'.repeat(megabyte / 4)],
    ['a hundred thousand lines', 'a\n'.repeat(100_000)],
    ['quotation marks in quotation marks', `${'“a '.repeat(20_000)}${'”'.repeat(20_000)}`],
    ['said said said', 'said '.repeat(50_000)],
  ])('%s is taken in, or given back as it was', async (name, text) => {
    const started = Date.now()
    const article = made(await room().post<Article>('/v1/articles', 'annotator', { title: name, text }))
    expect(Date.now() - started).toBeLessThan(30_000)
    expect(article.text).toBe(text)
    ok(await room().get(`/v1/articles/${article.id}/claims?limit=200`))
  })

  it('of 5 MB is taken in, claims at its end included', async () => {
    const end = ' "It is ours," said Maud Tessaly.'
    const body = { title: 'Five megabytes', text: '' }
    body.text = 'x'.repeat(5 * megabyte - JSON.stringify({ ...body, text: end }).length) + end
    const article = made(await room().post<Article>('/v1/articles', 'annotator', body))
    expect([article.text.length, article.claimCount]).toEqual([body.text.length, 1])
    expectRefused(await room().post('/v1/articles', 'annotator', body), { status: 409 })
    expectRefused(await room().post('/v1/articles', 'annotator', { ...body, text: `x${body.text}` }), {
      status: 413,
    })
  })
})

it('a long article is analysed while others are answered', async () => {
  const text = Array.from({ length: 120 }, (_, i) => `Day ${i}.\n\n${dispute}`).join('\n')
  let answered = false
  const taking = room()
    .post<Article>('/v1/articles', 'annotator', { title: 'Long', text })
    .finally(() => {
      answered = true
    })
  let asked = 0
  while (!answered) {
    ok(await room().get('/v1/articles?limit=1'))
    asked++
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const article = made(await taking)
  expect(article.claimCount).toBeGreaterThan(250)
  // On the event loop it would have been one or two.
  expect(asked).toBeGreaterThan(20)
})
