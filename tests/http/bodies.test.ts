// What a body may be: each thing that is wrong with one has its status, says what and where, and changes nothing.

import { describe, expect, it } from 'vitest'
import { kept, operationsOf } from '../openapi/kept.ts'
import { expectRefused, made, sharedNewsroom } from '../support/newsroom.ts'

const news = sharedNewsroom((fresh) => fresh.keyOf('annotator'))

const json = { 'content-type': 'application/json' }
const path = '/v1/articles'
const title = 'A dispute'

interface Case {
  readonly what: string
  readonly body: unknown
  readonly status: number
  readonly pointer?: string
  readonly code?: string
  readonly headers?: Record<string, string>
}

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

const refused: readonly Case[] = [
  { what: 'nothing', body: '', status: 400, pointer: '', code: 'empty' },
  { what: 'half of an object', body: '{"title":', status: 400, pointer: '', code: 'invalid_json' },
  { what: 'a bare word', body: 'title', status: 400, pointer: '', code: 'invalid_json' },
  { what: 'an array', body: '[]', status: 400, pointer: '', code: 'invalid_type' },
  { what: 'null', body: 'null', status: 400, pointer: '', code: 'invalid_type' },
  {
    what: 'a field of a wrong type',
    body: { title: 7, text: 'x' },
    status: 400,
    pointer: '/title',
    code: 'invalid_type',
  },
  { what: 'a missing field', body: { text: 'x' }, status: 400, pointer: '/title', code: 'invalid_type' },
  {
    what: 'an unknown field',
    body: { title, text: 'x', colour: 1 },
    status: 400,
    pointer: '/colour',
    code: 'unknown_field',
  },
  {
    what: 'bytes that are not UTF-8',
    body: Buffer.concat([Buffer.from('{"title":"x","text":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
    status: 400,
    pointer: '',
    code: 'invalid_utf8',
  },
  {
    what: 'NUL',
    body: '{"title":"x","text":"a\\u0000b"}',
    status: 400,
    pointer: '/text',
    code: 'nul_character',
  },
  {
    what: 'NUL in a key',
    body: '{"title":"x","text":"y","metadata":{"a\\u0000":1}}',
    status: 400,
    code: 'nul_character',
  },
  {
    what: 'half of a surrogate pair',
    body: '{"title":"x","text":"a\\ud83d"}',
    status: 400,
    pointer: '/text',
    code: 'lone_surrogate',
  },
  { what: 'nesting without end', body: nested(100_000), status: 400, pointer: '', code: 'too_deep' },
  {
    what: 'a key that would change prototypes',
    body: '{"__proto__":{"a":1}}',
    status: 400,
    pointer: '',
    code: 'forbidden_key',
  },
  {
    what: 'XML',
    body: '<a/>',
    status: 415,
    headers: { 'content-type': 'application/xml' },
    pointer: '/headers/content-type',
    code: 'unsupported_media_type',
  },
  {
    what: 'a form',
    body: 'title=x',
    status: 415,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  },
  { what: 'no media type', body: '{}', status: 415, headers: { 'content-type': '' } },
  {
    what: 'more than an article may have',
    body: JSON.stringify({ title, text: 'x'.repeat(5_400_000) }),
    status: 413,
    pointer: '',
    code: 'too_large',
  },
]

describe('a body', () => {
  it.each(refused)('of $what is refused', async ({ body, headers = json, ...expected }) => {
    const before = await news().rows()
    const payload = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
    expectRefused(await news().post(path, 'annotator', payload, headers), expected)
    expect(await news().rows()).toEqual(before)
  })

  it('has its limit: 1 MB where no article is sent', async () => {
    const body = { name: 'x'.repeat(1_100_000) }
    const problem = expectRefused(await news().post('/v1/annotators', 'admin', body), { status: 413 })
    expect(problem.detail).toContain('larger than 1048576 bytes')
  })

  it('of a wrong kind is told what would be read', async () => {
    const headers = { 'content-type': 'text/csv' }
    const problem = expectRefused(await news().post(path, 'annotator', 'a,b', headers), { status: 415 })
    expect(problem.detail).toBe('Send application/json, not text/csv.')
  })

  it('is refused with every fault it has', async () => {
    const problem = expectRefused(
      await news().post(path, 'annotator', { publisher: 7, url: 'ftp://x', more: 1 }),
      {
        status: 400,
      },
    )
    expect(problem.errors.map((fault) => fault.pointer).sort()).toEqual([
      '/more',
      '/publisher',
      '/title',
      '/url',
    ])
  })
})

const operations = operationsOf(kept('openapi.json'))

/** The operations that fit, each with its method and an address that holds nothing. */
const asked = (fits: (found: (typeof operations)[number]) => boolean) =>
  operations.filter(fits).map(({ at }) => {
    const [method = '', path = ''] = at.split(' ')
    return { at, method: method.toUpperCase() as 'POST' | 'DELETE', url: path.replace(/\{\w+\}/g, 'nobody') }
  })

describe('where no body is taken', () => {
  const bare = asked(({ at, operation }) => !at.startsWith('get ') && !operation.requestBody)
  const send = ({ method, url }: (typeof bare)[number], body: string) =>
    news().send(method, url, 'admin', { body, headers: { ...json, 'if-match': '*' } })

  it('is at several addresses', () => {
    expect(bare.map(({ at }) => at)).toContain('post /v1/articles/{id}/reextract')
    expect(bare.length).toBeGreaterThan(3)
  })

  it.each(bare)('$at refuses one with a field, and lets an empty object or nothing pass', async (route) => {
    expectRefused(await send(route, '{"foo":1}'), { status: 400, pointer: '/foo', code: 'unknown_field' })
    expectRefused(await send(route, '[]'), { status: 400, pointer: '', code: 'invalid_type' })
    for (const body of ['{}', '']) expect((await send(route, body)).status).toBe(404)
  })
})

describe('where every field may be left out', () => {
  const optional = asked(({ operation }) => operation.requestBody?.required === false)

  it('is at several addresses', () => {
    expect(optional.map(({ at }) => at)).toContain('post /v1/rulings/{id}/reopen')
    expect(optional.length).toBeGreaterThan(2)
  })

  it.each(optional)('$at takes no body as one that says nothing', async ({ method, url }) => {
    for (const sent of [{}, { body: {} }, { body: '', headers: json }])
      expectRefused(await news().send(method, url, 'admin', sent), { status: 404 })
    const unknown = await news().send(method, url, 'admin', { body: { foo: 1 } })
    expectRefused(unknown, { status: 400, pointer: '/foo', code: 'unknown_field' })
  })

  it('a key is added, and rotated, by asking for it', async () => {
    const { id } = await news().annotator('reader', 'Ada')
    const url = `/v1/annotators/${id}/keys`
    const key = made(await news().post<{ id: string; expiresAt: unknown }>(url, 'admin'))
    expect(key.expiresAt).toBeNull()
    made(await news().post(`${url}/${key.id}/rotate`, 'admin'))
  })
})

describe('a stream', () => {
  const streams = operations.flatMap(({ at, operation }) => {
    const types = Object.keys(operation.requestBody?.content ?? {})
    return types.length === 0 || types.includes('application/json') ? [] : [{ at, types }]
  })

  it('is what several routes take', () => {
    expect(streams.length).toBeGreaterThan(6)
  })

  it.each(streams)('that never came is refused by $at, which says what to send', async ({ at, types }) => {
    const before = await news().rows()
    const answer = await news().post(at.replace('post ', ''), 'admin')
    const problem = expectRefused(answer, {
      status: 415,
      pointer: '/headers/content-type',
      code: 'unsupported_media_type',
    })
    expect(problem.detail).toBe(`Send ${types.join(' or ')}.`)
    expect(await news().rows()).toEqual(before)
  })

  it.each(streams)(
    'under an Idempotency-Key is refused by $at, which keeps no answer',
    async ({ at, types }) => {
      const headers = { 'idempotency-key': 'once', 'content-type': `${types[0]}; boundary=x` }
      const answer = await news().post(at.replace('post ', ''), 'admin', '', headers)
      expectRefused(answer, { status: 400, pointer: '/headers/idempotency-key', code: 'not_idempotent' })
    },
  )
})

describe('an address', () => {
  it.each([
    ['an unknown parameter', '/v1/articles?page=2', 400, '/query/page', 'unknown_field'],
    ['a parameter of a wrong form', '/v1/articles?limit=many', 400, '/query/limit', 'invalid_type'],
    ['a parameter out of bounds', '/v1/articles?limit=201', 400, '/query/limit', 'too_big'],
    [
      'a parameter given twice',
      '/v1/articles?publisher=a&publisher=b',
      400,
      '/query/publisher',
      'invalid_type',
    ],
    ['a made-up cursor', '/v1/articles?cursor=abc', 400, '/query/cursor', 'invalid_cursor'],
    ['NUL in a parameter', '/v1/articles?q=a%00b', 400, '/query/q', 'nul_character'],
    ['NUL in an id', '/v1/articles/%00', 400, '/params/id', 'nul_character'],
    ['an escape that decodes to nothing', '/v1/articles/%zz', 400, undefined, undefined],
    ['half of a UTF-8 character', '/v1/articles/%c3', 400, undefined, undefined],
    ['an id that is not there', '/v1/articles/art_nope', 404, undefined, undefined],
    ['an empty id', '/v1/articles/', 400, '/params/id', 'too_small'],
    ['an id longer than any', `/v1/articles/${'a'.repeat(250)}`, 400, '/params/id', 'too_big'],
    ['nothing known', '/v1/nothing', 404, undefined, undefined],
    ['a route of another version', '/v2/articles', 404, undefined, undefined],
  ])('with %s is refused', async (_what, url, status, pointer, code) => {
    expectRefused(await news().get(url), { status, pointer, code })
  })

  it.each([
    ['PUT', '/v1/articles', 'GET, HEAD, POST'],
    ['DELETE', '/v1/articles', 'GET, HEAD, POST'],
    ['PUT', '/v1/articles/art_x', 'DELETE, GET, HEAD, PATCH'],
    ['POST', '/v1/positions', 'GET, HEAD'],
    ['POST', '/health/ready', 'GET, HEAD'],
  ] as const)('that does not take %s %s says what it takes', async (method, url, allow) => {
    // The body is not even looked at: its media type, which nobody reads, does not matter.
    const answer = await news().send(method, url, 'nobody', {
      body: '<a/>',
      headers: { 'content-type': 'text/xml' },
    })
    expectRefused(answer, { status: 405 })
    expect(answer.headers.allow).toBe(allow)
  })
})

describe('a problem', () => {
  it('has a type that leads to an explanation', async () => {
    const { type, status, title } = (await news().get('/v1/nothing')).body
    const answer = await news().get(type)
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ type, status, title, explanation: expect.stringMatching(/.{20}/) })
  })

  it('names where it happened, and where to find it in the log', async () => {
    const { instance, traceId } = (await news().get('/v1/nothing?token=secret')).body
    expect(instance).toBe('/v1/nothing')
    expect(traceId).toMatch(/^[0-9a-f]{32}$/)
  })
})
