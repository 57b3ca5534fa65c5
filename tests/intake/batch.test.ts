// Articles as a stream of lines: each line answered by itself, in order, and one bad line never stops the rest.

import { request as httpRequest } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { ArticleSummary } from '../../src/articles/schema.ts'
import type { Problem } from '../../src/http/problem.ts'
import { expectNoGaps, expectRefused, type Newsroom, ok, openNewsroom, until } from '../support/newsroom.ts'

interface Result {
  line: number
  status: 'created' | 'duplicate' | 'invalid'
  articleId?: string
  claimCount?: number
  problem?: Problem
}

const ndjson = { 'content-type': 'application/x-ndjson' }

const article = (n: number | string) =>
  JSON.stringify({ title: `Story ${n}`, text: `Story ${n}. “It is ours,” said Ida Orme.` })

async function batch(news: Newsroom, lines: (string | Buffer)[]): Promise<Result[]> {
  const payload = Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')]))
  const answer = await news.post('/v1/articles/batch', 'annotator', payload, ndjson)
  expect(answer.status, answer.text).toBe(200)
  expect(answer.headers['content-type']).toMatch(/^application\/x-ndjson/)
  return resultsOf(answer.text)
}

const resultsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Result)

const count = async (news: Newsroom) =>
  ok(await news.get<{ data: ArticleSummary[] }>('/v1/articles?limit=200')).data.length

describe('a stream of articles', () => {
  it('is answered line by line, in order', async () => {
    const news = await openNewsroom()
    const results = await batch(
      news,
      Array.from({ length: 60 }, (_, i) => article(i)),
    )
    expect(results.map((result) => result.line)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1))
    expect(results.every(({ status, claimCount }) => status === 'created' && claimCount === 1)).toBe(true)
    expect(new Set(results.map((result) => result.articleId)).size).toBe(60)
    expect(await count(news)).toBe(60)
    await expectNoGaps(news)
  })

  it('stores the good lines among bad ones, and says of each bad one what is wrong with it', async () => {
    const news = await openNewsroom()
    const lines: [string | Buffer, Partial<Result>, string?][] = [
      [article('a'), {}],
      ['not json', { status: 'invalid' }, 'invalid_json'],
      [article('a'), {}],
      ['{"title":"x"}', { status: 'invalid' }, 'either_or'],
      ['{"title":"x","text":"y","extra":1}', { status: 'invalid' }, 'unknown_field'],
      [Buffer.from([0x22, 0xff, 0x22]), { status: 'invalid' }, 'invalid_utf8'],
      ['{"title":"x","text":"\\u0000"}', { status: 'invalid' }, 'nul_character'],
      ['{"title":"x","text":"\\ud800"}', { status: 'invalid' }, 'lone_surrogate'],
      ['[]', { status: 'invalid' }, 'invalid_type'],
      ['null', { status: 'invalid' }, 'invalid_type'],
      ['{"title":"x","html":"<p></p>"}', { status: 'invalid' }, 'no_readable_text'],
      [article('b'), { status: 'created', claimCount: 1 }],
    ]
    const results = await batch(
      news,
      lines.map(([line]) => line),
    )
    expect(results).toMatchObject(lines.map(([, expected], i) => ({ line: i + 1, ...expected })))
    expect(results.map((result) => result.problem?.errors[0]?.code)).toEqual(lines.map(([, , code]) => code))
    // Lines are worked on at once, so either of two with the same text may be the first.
    expect([results[0]?.status, results[2]?.status].sort()).toEqual(['created', 'duplicate'])
    expect(results[2]?.articleId).toBe(results[0]?.articleId)
    expect(await count(news)).toBe(2)
    await expectNoGaps(news)
  })

  it('numbers lines as an editor does, with blank ones and either line end', async () => {
    const news = await openNewsroom()
    const results = await batch(news, [`${article('a')}\r`, '', '   ', article('b')])
    expect(results).toMatchObject([
      { line: 1, status: 'created' },
      { line: 4, status: 'created' },
    ])
  })

  it('of nothing has no answers', async () => {
    const news = await openNewsroom()
    expect(await batch(news, ['', ''])).toEqual([])
  })

  it('sent again is all duplicates', async () => {
    const news = await openNewsroom()
    const first = await batch(news, [article('a'), article('b')])
    const again = await batch(news, [article('a'), article('b')])
    expect(again).toEqual(first.map(({ line, articleId }) => ({ line, status: 'duplicate', articleId })))
  })

  it('with the same text many times at once stores it once', async () => {
    const news = await openNewsroom()
    const results = await batch(
      news,
      Array.from({ length: 30 }, () => article('same')),
    )
    expect(results.filter((result) => result.status === 'created')).toHaveLength(1)
    expect(results.filter((result) => result.status === 'duplicate')).toHaveLength(29)
    expect(new Set(results.map((result) => result.articleId)).size).toBe(1)
  })

  it('refuses a line over 5 MB and goes on', async () => {
    const news = await openNewsroom()
    const huge = JSON.stringify({ title: 'x', text: 'y'.repeat(5 * 1024 * 1024 + 1) })
    const results = await batch(news, [article('a'), huge, article('b')])
    expect(results).toMatchObject([
      { status: 'created' },
      { line: 2, status: 'invalid', problem: { status: 413 } },
      { line: 3, status: 'created' },
    ])
  })

  it('declared longer than 64 MB is refused before it is read', async () => {
    const news = await openNewsroom()
    const headers = { ...ndjson, 'content-length': String(64 * 1024 * 1024 + 1) }
    expectRefused(await news.post('/v1/articles/batch', 'annotator', article('a'), headers), { status: 413 })
    expect(await count(news)).toBe(0)
  })

  it('of another media type is refused', async () => {
    const news = await openNewsroom()
    for (const type of ['text/plain', 'application/json']) {
      const answer = await news.post('/v1/articles/batch', 'annotator', article('a'), {
        'content-type': type,
      })
      expectRefused(answer, { status: 415 })
    }
    expect(await count(news)).toBe(0)
  })

  it('cut in the middle keeps what was whole', async () => {
    // Sixteen lines are worked on at once: with the fifth answer the last of the twenty is.
    const WORKED_ON = 5
    const news = await openNewsroom()
    const key = await news.keyOf('annotator')
    await news.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = news.app.server.address() as { port: number }
    const answered = await new Promise<string>((resolve, reject) => {
      const headers = { ...ndjson, authorization: `Bearer ${key}` }
      const sending = httpRequest(
        { port, host: '127.0.0.1', method: 'POST', path: '/v1/articles/batch', headers },
        (answer) => {
          let text = ''
          answer.on('data', (chunk) => {
            text += chunk
            if (text.split('\n').length > WORKED_ON) sending.destroy()
          })
          answer.on('close', () => resolve(text))
          answer.on('error', () => {})
        },
      )
      sending.on('error', reject)
      sending.write(`${Array.from({ length: 20 }, (_, i) => article(i)).join('\n')}\n{"title":"half`)
    })
    expect(resultsOf(answered).every((result) => result.status === 'created')).toBe(true)
    await until(async () => (await count(news)) === 20)
    await expectNoGaps(news)
    ok(await news.get('/v1/articles'))
  })
})
