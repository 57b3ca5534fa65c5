// Every request has a place in a trace: its caller's or one of its own; in answers, logs and problems, and for a collector.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parsedTraceparent } from '../../src/http/trace.ts'
import { openTracing } from '../../src/operation/tracing.ts'
import { openNewsroom } from '../support/newsroom.ts'

const TRACE = '0af7651916cd43dd8448eb211c80319c'
const PARENT = 'b7ad6b7169203331'

describe('a traceparent', () => {
  it.each([
    [`00-${TRACE}-${PARENT}-01`, 1],
    [`00-${TRACE}-${PARENT}-00`, 0],
    [`cc-${TRACE}-${PARENT}-01-what-comes-later`, 1],
  ])('%s is continued', (header, flags) => {
    expect(parsedTraceparent(header)).toEqual({ traceId: TRACE, spanId: PARENT, flags })
  })

  it.each([
    '',
    'x',
    `ff-${TRACE}-${PARENT}-01`,
    `00-${TRACE}-${PARENT}-01-more`,
    `00-${'0'.repeat(32)}-${PARENT}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE.toUpperCase()}-${PARENT}-01`,
    `00-${TRACE}-${PARENT}-01${' '.repeat(200)}`,
  ])('"%s" is not', (header) => {
    expect(parsedTraceparent(header)).toBeNull()
  })
})

describe('a request', () => {
  it('is named in its answer, its problem and the log', async () => {
    const lines: string[] = []
    const news = await openNewsroom({ log: (line) => lines.push(line) })
    const refused = await news.get('/v1/articles/art_x?q=private')
    const id = String(refused.headers['x-request-id'])
    expect(id).toMatch(/^[0-9a-f]{32}-[0-9a-f]{16}$/)
    expect(refused.headers.traceresponse).toBe(`00-${id}-00`)
    const [traceId, spanId] = id.split('-')
    expect(refused.body.traceId).toBe(traceId)
    const logged = lines.map((line) => JSON.parse(line)).filter((line) => line.traceId === traceId)
    expect(logged).toEqual([expect.objectContaining({ spanId, path: '/v1/articles/art_x', status: 400 })])
    expect(lines.join()).not.toContain('private')
  })

  it('goes on with the trace of its caller, as itself', async () => {
    const news = await openNewsroom()
    const headers = { traceparent: `00-${TRACE}-${PARENT}-01` }
    const ids = new Set<string>()
    for (const url of ['/health/live', '/nowhere']) {
      const [traceId, spanId = ''] = String(
        (await news.get(url, 'nobody', headers)).headers['x-request-id'],
      ).split('-')
      expect(traceId).toBe(TRACE)
      ids.add(spanId)
    }
    expect(ids.size).toBe(2)
    expect(ids).not.toContain(PARENT)
  })
})

interface Sent {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly attributes: { key: string; value: Record<string, unknown> }[]
}

/** Takes what is sent over OTLP/HTTP. */
async function collector() {
  const spans: Sent[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      if (request.url === '/v1/traces')
        for (const { scopeSpans } of JSON.parse(body).resourceSpans)
          for (const scope of scopeSpans) spans.push(...scope.spans)
      response.end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { spans, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

describe('with a collector', () => {
  it('a request is a span of its caller’s trace, with what it waited for within', async () => {
    const { spans, url } = await collector()
    const tracing = openTracing(url, '0.0.0')
    const news = await openNewsroom({ tracing })
    const key = await news.keyOf('annotator')
    const body = { title: 'Parcels', text: '“They are ours,” said Mara Voss.' }
    const headers = { traceparent: `00-${TRACE}-${PARENT}-01`, tracestate: 'desk=1' }
    const answer = await news.post('/v1/articles', { key }, body, headers)
    const spanId = String(answer.headers['x-request-id']).split('-')[1]
    await tracing.close()

    const ours = spans.filter((span) => span.traceId === TRACE)
    const request = ours.find((span) => span.spanId === spanId)
    expect(request).toMatchObject({ name: 'POST /v1/articles', parentSpanId: PARENT })
    const attributes = Object.fromEntries(
      (request?.attributes ?? []).map(({ key: name, value }) => [name, Object.values(value)[0]]),
    )
    expect(attributes).toMatchObject({
      'http.route': '/v1/articles',
      'url.path': '/v1/articles',
      'http.response.status_code': 201,
    })
    const within = ours.filter((span) => span.parentSpanId === spanId).map((span) => span.name)
    expect(within.sort()).toEqual(['analyse', 'commit'])
    expect(JSON.stringify(spans)).not.toContain(key)
  })

  it('that does not answer nobody waits for long', async () => {
    const tracing = openTracing('http://127.0.0.1:9', '0.0.0')
    const news = await openNewsroom({ tracing })
    expect((await news.get('/health/live')).status).toBe(200)
    const started = performance.now()
    await tracing.close()
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
