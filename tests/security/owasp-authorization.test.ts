// The OWASP API Security Top 10 of 2023, who may do what: what an attacker would try, and that it comes to nothing.

import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/articles/schema.ts'
import { expectRefused, first, made, ok, PERSONAL, QUESTION } from '../support/newsroom.ts'
import { given, tag, tagOf } from './given.ts'

describe('API1:2023 Broken Object Level Authorization', () => {
  it('what is another’s is not withdrawn, taken over or replayed by knowing its id', async () => {
    const news = await given()
    const { ada, eve, send, post, get } = news
    const { id } = await tagOf(news, ada)
    const before = await news.rows()
    expectRefused(await send('DELETE', `/v1/tags/${id}`, eve), { status: 403 })
    for (const url of [`/v1/annotators/${ada.id}/keys`, `/v1/annotators/${eve.id}/keys`])
      expectRefused(await get(url, eve), { status: 403 })
    const { data } = ok(await get<{ data: { id: string }[] }>(`/v1/annotators/${ada.id}/keys`, 'admin'))
    expectRefused(await send('DELETE', `/v1/annotators/${eve.id}/keys/${first(data).id}`, 'admin'), {
      status: 404,
    })
    expect(await news.rows()).toEqual(before)

    const once = { 'idempotency-key': 'the-same' }
    const body = { title: 'Ada’s', text: '“It is ours,” said Ida Orme.' }
    const hers = made(await post<Article>('/v1/articles', ada, body, once))
    const other = await post<Article>('/v1/articles', eve, { ...body, text: '“No,” said Ida Orme.' }, once)
    expect(made(other).id).not.toBe(hers.id)
  })
})

describe('API2:2023 Broken Authentication', () => {
  it('a guess, a key in the wrong place and one that ended are told nothing, and are counted', async () => {
    const news = await given({ rateLimit: 300 })
    const { ada, send, get } = news
    const { data } = ok(await get<{ data: { id: string }[] }>(`/v1/annotators/${ada.id}/keys`, 'admin'))
    await send('DELETE', `/v1/annotators/${ada.id}/keys/${first(data).id}`, 'admin')
    const revoked = await get('/v1/annotators/me', ada)
    const invented = await get('/v1/annotators/me', { key: `avk_${'A'.repeat(43)}` })
    expect({ ...revoked.body, traceId: '' }).toEqual({ ...invented.body, traceId: '' })
    expectRefused(await get(`/v1/annotators/me?key=${news.eve.key}`), { status: 401 })
    expectRefused(await get('/v1/annotators/me', 'nobody', { cookie: `key=${news.eve.key}` }), {
      status: 401,
    })
    const guesses = await Promise.all(
      Array.from({ length: 310 }, (_, i) => get('/v1/annotators/me', { key: `avk_guess${i}` })),
    )
    expect(guesses.at(-1)?.status).toBe(429)
    expect(guesses.every(({ status }) => status === 401 || status === 429)).toBe(true)
  })
})

describe('API3:2023 Broken Object Property Level Authorization', () => {
  it('no field is set that is not the caller’s to set, and none shown that is not theirs to see', async () => {
    const news = await given()
    const { claim, ada, eve, get } = news
    for (const extra of [{ annotatorId: eve.id }, { annotator: { id: eve.id } }, { current: true }])
      expectRefused(await news.post(`/v1/claims/${claim.id}/tags`, ada, { ...tag, ...extra }), {
        status: 400,
      })
    for (const extra of [{ createdBy: { id: eve.id } }, { confidence: 1 }, { positions: [] }])
      expectRefused(await news.patch(`/v1/claims/${claim.id}`, ada, extra), { status: 400 })
    await tagOf(news, eve)
    // The queue is blind: what Eve thinks would lead Ada.
    const queue = ok(await get<{ data: object[] }>(`/v1/questions/${QUESTION}/queue`, ada))
    expect(JSON.stringify(first(queue.data))).not.toContain(PERSONAL)
    const annotators = ok(await get<{ data: object[] }>('/v1/annotators', ada)).data
    for (const one of annotators)
      expect(Object.keys(one).sort()).toEqual([
        'createdAt',
        'id',
        'kind',
        'name',
        'role',
        'status',
        'version',
      ])
  })
})

describe('API5:2023 Broken Function Level Authorization', () => {
  it('no spelling, method or header lets anybody do what their role may not', async () => {
    const news = await given()
    const { eve, send } = news
    const before = await news.rows()
    const body = { name: 'Eve’s friend', role: 'admin' }
    expectRefused(await send('POST', '/v1/annotators', eve, { body }), { status: 403 })
    for (const url of [
      '/v1/annotators/',
      '/v1//annotators',
      '/V1/annotators',
      '/v1/%61nnotators',
      '/v1/annotators;x',
      '/v1/claims/../annotators',
    ])
      expect([400, 403, 404, 405], url).toContain((await send('POST', url, eve, { body })).status)
    for (const headers of [
      { 'x-original-url': '/v1/annotators' },
      { 'x-http-method-override': 'POST' },
      { 'x-forwarded-user': 'admin' },
    ])
      expect((await send('GET', '/v1/annotators/ann_x', eve, { headers })).status).toBe(404)
    expectRefused(await send('PUT', `/v1/annotators/${eve.id}`, eve, { body }), { status: 405 })
    expectRefused(await send('POST', `/v1/claims/${news.claim.id}/rulings`, eve, { body: tag }), {
      status: 403,
    })
    expect(await news.rows()).toEqual(before)
  })
})
