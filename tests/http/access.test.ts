// Who may do what: keys, roles, and the limit on requests.

import { describe, expect, it } from 'vitest'
import { expectRefused, made, ok, openNewsroom, sharedNewsroom } from '../support/newsroom.ts'

const news = sharedNewsroom(async () => null)
const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

describe('a key', () => {
  it.each([
    ['of another form', { authorization: 'Basic YTpi' }],
    ['left out after the word', { authorization: 'Bearer ' }],
    ['that nobody has', bearer('avk_unknown')],
    ['longer than any', bearer('x'.repeat(300))],
  ])('%s is refused, even where none is needed', async (_what, headers) => {
    const answer = await news().get('/v1/articles', 'nobody', headers)
    expectRefused(answer, { status: 401 })
    expect(answer.headers['www-authenticate']).toBe('Bearer')
  })

  it('is needed for writing', async () => {
    const answer = await news().post('/v1/articles', 'nobody', { title: 'x', text: 'y' })
    expectRefused(answer, { status: 401 })
    expect(answer.headers['www-authenticate']).toBe('Bearer')
  })

  it('is asked for before the body is read', async () => {
    expectRefused(await news().post('/v1/articles', 'nobody', '{', { 'content-type': 'application/json' }), {
      status: 401,
    })
  })

  it('stops working when it is revoked, when it expires, and while its owner is suspended', async () => {
    const { send, post, get, patch, remove, annotator } = news()
    const { id, key } = await annotator('annotator', 'Ada')
    const me = () => get('/v1/annotators/me', { key })
    expect((await me()).status).toBe(200)
    await patch(`/v1/annotators/${id}`, 'admin', { status: 'suspended' })
    expectRefused(await me(), { status: 403 })
    await patch(`/v1/annotators/${id}`, 'admin', { status: 'active' })
    expect((await me()).status).toBe(200)

    const expiresAt = new Date(Date.now() + 60_000).toISOString()
    const second = made(
      await post<{ id: string; key: string }>(`/v1/annotators/${id}/keys`, 'admin', { expiresAt }),
    )
    expect((await get('/v1/annotators/me', { key: second.key })).status).toBe(200)
    news().clock.shift = 61_000
    expectRefused(await get('/v1/annotators/me', { key: second.key }), { status: 401 })
    news().clock.shift = 0

    expect((await remove(`/v1/annotators/${id}/keys/${second.id}`, 'admin')).status).toBe(204)
    expectRefused(await send('GET', '/v1/annotators/me', { key: second.key }), { status: 401 })
  })

  it('is shown once, and stored as a hash alone', async () => {
    const { key, id } = await news().annotator('annotator', 'Grace')
    const stored = JSON.stringify(await news().rows())
    expect(stored).toContain(id)
    expect(stored).not.toContain(key)
    expect((await news().get(`/v1/annotators/${id}/keys`, 'admin')).text).not.toContain(key)
  })
})

describe('roles', () => {
  it.each([
    ['reader', 'GET', '/v1/annotators', 403],
    ['annotator', 'GET', '/v1/annotators', 200],
    ['reader', 'POST', '/v1/articles', 403],
    ['annotator', 'POST', '/v1/questions', 403],
    ['curator', 'POST', '/v1/questions', 400],
    ['curator', 'POST', '/v1/annotators', 403],
    ['admin', 'POST', '/v1/annotators', 400],
    ['admin', 'POST', '/v1/articles', 400],
  ] as const)('%s: %s %s is answered %i', async (role, method, url, status) => {
    const sent = method === 'POST' ? { body: {} } : {}
    expect((await news().send(method, url, role, sent)).status).toBe(status)
  })
})

describe('without PUBLIC_READ', () => {
  it('reading needs a key; being well is no secret', async () => {
    const closed = await openNewsroom({ publicRead: false })
    for (const url of ['/v1/articles', '/v1/questions', '/v1/changes', '/v1/claims'])
      expectRefused(await closed.get(url), { status: 401 })
    ok(await closed.get('/v1/articles', 'reader'))
    for (const url of ['/health/live', '/health/ready', '/openapi.json', '/problems/gone'])
      expect((await closed.get(url)).status).toBe(200)
  })
})

describe('the limit on requests', () => {
  it('counts for each caller, whatever is asked for and with whatever key', async () => {
    const limited = await openNewsroom({ rateLimit: 4 })
    const key = await limited.keyOf('annotator')
    const asAnnotator = () => limited.get('/v1/questions', { key })
    // Starting and making the key took the admin some; nobody has asked anonymously yet.
    const urls = ['/v1/questions', '/nowhere', '/v1/articles/art_x']
    for (const url of urls) expect((await limited.get(url)).headers['ratelimit-limit']).toBe('4')
    expectRefused(await limited.get('/v1/questions', { key: 'avk_made_up' }), { status: 401 })
    const refused = await limited.get('/v1/questions')
    expectRefused(refused, { status: 429 })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(refused.headers['ratelimit-remaining']).toBe('0')
    expectRefused(await limited.get('/nowhere'), { status: 429 })
    expectRefused(await limited.get('/v1/questions', { key: 'avk_another' }), { status: 429 })

    expect((await asAnnotator()).headers['ratelimit-remaining']).toBe('3')
    for (let i = 0; i < 9; i++) expect((await limited.get('/health/ready')).status).toBe(200)
  })
})
