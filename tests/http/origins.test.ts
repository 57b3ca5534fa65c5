// Pages of other origins: asked for by a browser, let in only where the service says so.

import { describe, expect, it } from 'vitest'
import { openNewsroom } from '../support/newsroom.ts'

const desk = 'https://desk.example'
const preflight = {
  origin: desk,
  'access-control-request-method': 'PATCH',
  'access-control-request-headers': 'authorization, if-match',
}

const asked = async (allowedOrigins: readonly string[], origin: string) => {
  const news = await openNewsroom({ allowedOrigins })
  return (await news.get('/v1/claims', 'nobody', { origin })).headers['access-control-allow-origin']
}

describe('a page of another origin', () => {
  it.each([
    [[], desk, undefined],
    [[desk], desk, desk],
    [[desk], 'https://elsewhere.example', undefined],
    [['https://other.example', desk], desk, desk],
    [['*'], desk, '*'],
  ] as const)('where %j may read, from %s: %s', async (allowed, origin, answer) => {
    expect(await asked(allowed, origin)).toBe(answer)
  })

  it('is told before a write what it may send, and sees the headers a client steers by', async () => {
    const news = await openNewsroom({ allowedOrigins: [desk] })
    const before = await news.send('OPTIONS', '/v1/claims/clm_1', 'nobody', { headers: preflight })
    expect(before.status).toBe(204)
    expect(before.headers['access-control-allow-methods']).toContain('PATCH')
    for (const name of ['authorization', 'if-match', 'idempotency-key', 'content-type'])
      expect(before.headers['access-control-allow-headers']).toContain(name)
    const refused = await news.get('/v1/claims/clm_1', 'nobody', { origin: desk })
    expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([404, desk])
    expect(refused.headers['access-control-expose-headers']).toContain('etag')
  })

  it('is refused like anybody where nobody was let in', async () => {
    const news = await openNewsroom()
    expect((await news.send('OPTIONS', '/v1/claims', 'nobody', { headers: preflight })).status).toBe(405)
  })
})
