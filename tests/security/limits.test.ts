// Everything that can be counted has an end, and a refusal that says so.

import { describe, expect, it } from 'vitest'
import { linesOf } from '../../src/http/ndjson.ts'
import { first, openNewsroom, PERSONAL, QUESTION, sharedNewsroom } from '../support/newsroom.ts'

const news = sharedNewsroom(async (room) => {
  await room.keyOf('curator')
  const { article, claims } = await room.article('“They are papers,” said Mara Voss.')
  return { article, claim: first(claims) }
})

describe('too many or too long', () => {
  const deep = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels))

  it.each<[string, string, unknown, number]>([
    ['a title', '/v1/articles', { title: 'x'.repeat(1001), text: 'y' }, 400],
    ['levels', '/v1/articles', { title: 'x', text: 'y', metadata: { deep: deep(70) } }, 400],
    ['metadata', '/v1/articles', { title: 'x', text: 'y', metadata: { long: 'x'.repeat(70_000) } }, 400],
    ['an article', '/v1/articles', { title: 'x', text: 'y'.repeat(6 * 1024 ** 2) }, 413],
    ['another body', '/v1/speakers', { name: 'x'.repeat(2 * 1024 ** 2), kind: 'person' }, 413],
    ['aliases', '/v1/speakers', { name: 'x', kind: 'person', aliases: Array(1001).fill('x') }, 400],
    [
      'a rationale',
      '/v1/tags',
      { question: QUESTION, position: PERSONAL, rationale: 'x'.repeat(10_001) },
      400,
    ],
    ['faults', '/v1/speakers', Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`f${i}`, 1])), 400],
  ])('%s', async (_what, url, body, status) => {
    const before = await news().seq()
    const answer = await news().post(url, 'curator', body)
    expect(answer.status, answer.text.slice(0, 300)).toBe(status)
    expect(answer.text.length).toBeLessThan(60_000)
    expect(await news().seq()).toBe(before)
  })

  it.each(['limit=201', 'limit=0', 'limit=1e9', `cursor=${'x'.repeat(3000)}`, `q=${'x'.repeat(5000)}`])(
    'of a list: %.20s',
    async (query) => {
      expect((await news().get(`/v1/claims?${query}`)).status).toBe(400)
    },
  )

  it('claims handed out: what a person was last given, and never more than a page', async () => {
    const { keyOf, get } = news()
    const key = await keyOf('annotator')
    for (let i = 0; i < 3; i++) await get(`/v1/questions/${QUESTION}/queue?limit=200`, { key })
    const held = await news()
      .db.query((q) => q.select().from(news().db.tables.leases))
      .read()
    expect(held.length).toBeLessThanOrEqual(1)
  })

  it('open streams of one caller', async () => {
    const { app } = await openNewsroom({ heartbeat: 10_000 })
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    const stop = new AbortController()
    const statuses: number[] = []
    for (let i = 0; i < 21; i++)
      statuses.push((await fetch(`${address}/v1/changes/stream`, { signal: stop.signal })).status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(20)
    expect(statuses.at(-1)).toBe(429)
    stop.abort()
  })

  it('time for a request to come in', () => {
    const { server } = news().app
    expect(server.requestTimeout).toBeGreaterThan(0)
    expect(server.headersTimeout).toBeGreaterThan(0)
  })

  it.each([
    ['a\nb\n', [1, 2]],
    ['a\nb\n\n', [1, 2]],
    ['a\nb\nc\nd', [1, 2, 'cut']],
    ['a\n\nb\nc', [1, 'cut']],
  ])('lines: %j', async (text, expected) => {
    async function* body() {
      yield Buffer.from(text)
    }
    const found: (number | string)[] = []
    for await (const line of linesOf(body(), { line: 9, stream: 99, lines: 2 }))
      found.push(line.tooLarge ? 'cut' : line.number)
    expect(found).toEqual(expected)
  })
})
