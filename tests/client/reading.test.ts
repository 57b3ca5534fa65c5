// Reading through the client: pages, lines, events, and offsets that fit JavaScript's strings.

import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../openapi/client/events.ts'
import { each, Refused, toCodePoints, toUtf16 } from '../../openapi/client/index.ts'
import { readLines } from '../../openapi/client/lines.ts'
import { first, PERSONAL, QUESTION, sharedNewsroom } from '../support/newsroom.ts'
import { clientOf, watched } from './service.ts'

const news = sharedNewsroom(async () => {})

async function gathered<T>(items: AsyncIterable<T>, most = Number.POSITIVE_INFINITY): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) if (found.push(item) >= most) break
  return found
}

const streamOf = (...pieces: string[]) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece))
        controller.close()
      },
    }),
  ).body as ReadableStream<Uint8Array>

describe('the client', () => {
  it('takes many articles and tags in, and says what became of each', async () => {
    const client = await clientOf(news(), 'annotator')
    const articles = Array.from({ length: 7 }, (_, i) => ({
      title: i === 3 ? '' : `Article ${i}`,
      text: `Story 😀 ${i}. “They are ours,” said Ida Orme.`,
    }))
    const results = await gathered(client.addArticles(articles))
    expect(results.map(({ line, status }) => [line, status])).toEqual(
      articles.map(({ title }, i) => [i + 1, title === '' ? 'invalid' : 'created']),
    )
    const claims = await gathered(each((next) => client.listClaims({ query: { limit: 2, ...next } })))
    expect(new Set(claims.map(({ id }) => id)).size).toBe(6)
    const tags = claims.map(({ id }) => ({ claimId: id, question: QUESTION, position: PERSONAL }))
    expect((await gathered(client.addTags(tags))).every(({ status }) => status === 'created')).toBe(true)
    expect((await gathered(client.exportLines<{ record: string }>('claims.ndjson'))).length).toBeGreaterThan(
      20,
    )
  })

  it('speaks of places in JavaScript strings, unless it is told otherwise', async () => {
    const text = '😀 “They are ours 😀,” said Ida Orme.'
    const client = await clientOf(news(), 'annotator')
    const { id } = await client.createArticle({ body: { title: 'Faces', text } })
    const spans = first((await client.listClaimsOfArticle({ path: { id } })).data).content
    for (const { start, end, exact } of spans) expect(text.slice(start, end)).toBe(exact)
    const found = first((await client.findClaims(text)).claims).content
    for (const { start, end, exact } of found) expect(text.slice(start, end)).toBe(exact)

    const points = await clientOf(news(), 'annotator', { offsetUnit: 'codepoint' })
    const counted = first((await points.listClaimsOfArticle({ path: { id } })).data).content
    expect(counted.map((span) => toUtf16(text, span))).toEqual(
      spans.map(({ start, end }) => ({ start, end })),
    )
    expect(spans.map((span) => toCodePoints(text, span))).toEqual(
      counted.map(({ start, end }) => ({ start, end })),
    )
    expect(() => toCodePoints(text, { start: 1, end: 2 })).toThrow(RangeError)
  })

  it('follows the ledger over lost connections, without gap or repeat', async () => {
    const lossy = watched(async (request) => {
      const answer = await fetch(request)
      return answer.body
        ? new Response(cutAfter(5000 * lossy.sent.length, answer.body), { headers: answer.headers })
        : answer
    })
    const client = await clientOf(news(), 'admin', { fetch: lossy.fetch })
    const changes = await gathered(client.changes({ after: 0 }), 25)
    expect(changes.map(({ seq }) => seq)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1))
    expect(lossy.sent.length).toBeGreaterThan(1)
    expect(lossy.sent.at(-1)?.headers.get('last-event-id')).toMatch(/^\d+$/)
  })

  it('ends a stream with the refusal that ended it, and when its reader ends it', async () => {
    const client = await clientOf(news(), 'annotator')
    await expect(gathered(client.changes({ after: 999_999 }))).rejects.toThrow(Refused)
    const stop = new AbortController()
    const reading = gathered(client.changes({}, stop.signal))
    setTimeout(() => stop.abort(), 100)
    expect(await reading).toEqual([])
  })

  it('says what was wrong, and where', async () => {
    const client = await clientOf(news(), 'annotator')
    const error = await client
      .createArticle({ body: { title: '', text: 'x' } })
      .catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      name: 'Refused',
      status: 400,
      problem: { errors: [{ pointer: '/title' }] },
    })
  })
})

/** Breaks the connection after so many bytes, wherever that is. */
function cutAfter(most: number, body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  let left = most
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const { value } = left > 0 ? await reader.read() : { value: undefined }
    if (value) controller.enqueue(value.subarray(0, left))
    else controller.error(new TypeError('The connection was lost.'))
    left -= value?.length ?? 0
    if (left <= 0) await reader.cancel()
  }
  return new ReadableStream({ pull, cancel: () => reader.cancel() }, { highWaterMark: 0 })
}

describe('a stream', () => {
  it('of lines is read however it is cut, and refused when it ends within a line', async () => {
    const lines = ['{"n":1}\n{"t', 'ext":"é', '😀"}\n\n', '{"n":3}']
    expect(await gathered(readLines(streamOf(...lines)))).toEqual([{ n: 1 }, { text: 'é😀' }, { n: 3 }])
    await expect(gathered(readLines(streamOf('{"n":1}\n{"n"')))).rejects.toThrow(SyntaxError)
  })

  it('of events is read however it is cut: ids without data, several lines of data, every line end', async () => {
    const asked: (string | undefined)[] = []
    const bodies = [
      streamOf('retry: 1\nid: 4\n\nid: 5\nevent: claim.up', 'date\ndata: a\ndata: b\n\nid: 6\ndata: cut'),
      streamOf('id: 6\r\ndata: c\r', '\n\r\n: alive\n\nid: 9\n\n'),
    ]
    const stop = new AbortController()
    const events = eventsOf(
      async (lastId) => {
        asked.push(lastId)
        const body = bodies.shift()
        if (!body) stop.abort()
        return body ?? streamOf()
      },
      () => true,
      stop.signal,
    )
    expect(await gathered(events)).toEqual([
      { id: '5', event: 'claim.update', data: 'a\nb' },
      { id: '6', event: 'message', data: 'c' },
    ])
    expect(asked).toEqual([undefined, '5', '9'])
  })
})
