// Annotators and their keys: shown once, kept as a hash, expiring, revoked, and never without an admin.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Annotator, Key } from '../../src/annotators/schema.ts'
import {
  ADMIN_KEY,
  expectNoGaps,
  expectRefused,
  first,
  made,
  type Newsroom,
  ok,
  openNewsroom,
  sharedNewsroom,
} from '../support/newsroom.ts'

const me = (news: Newsroom, key: string) => news.get<Annotator>('/v1/annotators/me', { key })

describe('an annotator', () => {
  it('is added with a key that works and that the database does not know', async () => {
    const news = await openNewsroom()
    const answer = await news.post<Annotator & { key: string }>('/v1/annotators', 'admin', {
      name: 'Ida',
      kind: 'software',
      role: 'curator',
      version: '2.1',
    })
    const { key, ...annotator } = made(answer)
    expect(annotator).toMatchObject({
      name: 'Ida',
      kind: 'software',
      role: 'curator',
      status: 'active',
      version: '2.1',
    })
    expect(answer.headers.location).toBe(`/v1/annotators/${annotator.id}`)
    expect(ok(await me(news, key))).toEqual(annotator)
    expect(JSON.stringify(await news.rows())).not.toContain(key)
    expect(ok(await news.get<Annotator>(`/v1/annotators/${annotator.id}`, 'annotator'))).toEqual(annotator)
    await expectNoGaps(news)
  })

  it('is a person who may tag, unless told otherwise', async () => {
    const news = await openNewsroom()
    expect(made(await news.post('/v1/annotators', 'admin', { name: 'Jon' }))).toMatchObject({
      kind: 'person',
      role: 'annotator',
      version: null,
    })
  })

  it('can be renamed, promoted, suspended and taken back', async () => {
    const news = await openNewsroom()
    const { id, key } = await news.annotator('reader', 'Jon')
    const url = `/v1/annotators/${id}`
    expect(ok(await news.patch<Annotator>(url, 'admin', { name: 'Jonah', role: 'annotator' }))).toMatchObject(
      { name: 'Jonah', role: 'annotator' },
    )
    ok(await me(news, key))
    ok(await news.patch(url, 'admin', { status: 'suspended' }))
    expectRefused(await me(news, key), { status: 403 })
    expectRefused(await news.get('/v1/articles', { key }), { status: 403 })
    ok(await news.patch(url, 'admin', { status: 'active' }))
    ok(await me(news, key))
  })

  it('is changed only by who has seen them as they are', async () => {
    const news = await openNewsroom()
    const { id } = await news.annotator('reader', 'Jon')
    const url = `/v1/annotators/${id}`
    const { etag } = await news.get(url, 'admin')
    expectRefused(await news.send('PATCH', url, 'admin', { body: { name: 'X' } }), { status: 428 })
    ok(await news.patch(url, 'admin', { name: 'X' }, etag))
    expectRefused(await news.patch(url, 'admin', { name: 'Y' }, etag), { status: 412 })
    expectRefused(await news.patch('/v1/annotators/ann_x', 'admin', { name: 'Y' }, '*'), { status: 404 })
  })

  it('who is the last admin stays one', async () => {
    const news = await openNewsroom()
    const { id } = ok(await news.get<Annotator>('/v1/annotators/me', 'admin'))
    for (const change of [{ role: 'curator' }, { status: 'suspended' }])
      expectRefused(await news.patch(`/v1/annotators/${id}`, 'admin', change), { status: 409 })
    await news.annotator('admin', 'another')
    ok(await news.patch(`/v1/annotators/${id}`, 'admin', { role: 'reader' }))
    expectRefused(await news.get('/v1/annotators', 'admin'), { status: 403 })
  })
})

describe('a key', () => {
  it('is added, listed without its secret, and revoked', async () => {
    const news = await openNewsroom()
    const { id, key } = await news.annotator('annotator', 'Jon')
    const url = `/v1/annotators/${id}/keys`
    const added = made(await news.post<{ id: string; key: string }>(url, 'admin', { name: 'laptop' }))
    expect(added.key).not.toBe(key)
    ok(await me(news, added.key))
    const listed = await news.get<{ data: Key[] }>(url, 'admin')
    expect(ok(listed).data.map(({ name, revokedAt }) => [name, revokedAt])).toEqual([
      ['first', null],
      ['laptop', null],
    ])
    expect(listed.text).not.toContain(added.key)
    expect((await news.send('DELETE', `${url}/${added.id}`, 'admin')).status).toBe(204)
    expectRefused(await me(news, added.key), { status: 401 })
    ok(await me(news, key))
    expectRefused(await news.send('DELETE', `${url}/${added.id}`, 'admin'), { status: 404 })
    expectRefused(await news.send('DELETE', `${url}/key_x`, 'admin'), { status: 404 })
  })

  it('that another process revoked is refused at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'averment-test-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const here = await openNewsroom({ url: `file:${join(folder, 'shared.db')}` })
    const { id, key } = await here.annotator('annotator', 'Jon')
    ok(await me(here, key))
    const there = await openNewsroom({ url: `file:${join(folder, 'shared.db')}` })
    const [only] = ok(await there.get<{ data: Key[] }>(`/v1/annotators/${id}/keys`, 'admin')).data
    ok(await me(here, key))
    expect((await there.send('DELETE', `/v1/annotators/${id}/keys/${only?.id}`, 'admin')).status).toBe(204)
    expectRefused(await me(here, key), { status: 401 })
  })

  it('works until it expires', async () => {
    const news = await openNewsroom()
    const { id } = await news.annotator('annotator', 'Jon')
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
    const { key, ...rest } = made(
      await news.post<{ key: string; expiresAt: string }>(`/v1/annotators/${id}/keys`, 'admin', {
        expiresAt,
      }),
    )
    expect(rest.expiresAt).toBe(expiresAt)
    ok(await me(news, key))
    news.clock.shift = 3_600_001
    expectRefused(await me(news, key), { status: 401 })
    expectRefused(await news.get('/v1/articles', { key }), { status: 401 })
  })

  it('of another annotator is not revoked under one’s name', async () => {
    const news = await openNewsroom()
    const [jon, ida] = [await news.annotator('annotator', 'Jon'), await news.annotator('annotator', 'Ida')]
    const keys = ok(await news.get<{ data: Key[] }>(`/v1/annotators/${jon.id}/keys`, 'admin')).data
    expectRefused(await news.send('DELETE', `/v1/annotators/${ida.id}/keys/${first(keys).id}`, 'admin'), {
      status: 404,
    })
    ok(await me(news, jon.key))
  })
})

describe('a header', () => {
  const news = sharedNewsroom(async () => null)

  it.each([
    '',
    'Basic abc',
    'Bearer',
    'Bearer  ',
    'Bearer wrong',
    `bearer ${ADMIN_KEY}x`,
    'Bearer a b',
    `Token ${ADMIN_KEY}`,
  ])('"%s" is none', async (authorization) => {
    expectRefused(await news().get('/v1/articles', 'nobody', { authorization }), { status: 401 })
  })
})

describe('refused, and the database as it was', () => {
  const news = sharedNewsroom((room) => room.annotator('annotator', 'Jon'))

  it.each<[object, string, string]>([
    [{}, '/name', 'invalid_type'],
    [{ name: ' ' }, '/name', 'too_small'],
    [{ name: 'x'.repeat(201) }, '/name', 'too_big'],
    [{ name: 'X', role: 'king' }, '/role', 'invalid_value'],
    [{ name: 'X', kind: 'robot' }, '/kind', 'invalid_value'],
    [{ name: 'X', key: 'mine' }, '/key', 'unknown_field'],
    [{ name: 'X', id: 'ann_mine' }, '/id', 'unknown_field'],
  ])('the annotator %#', async (body, pointer, code) => {
    const before = await news().rows()
    expectRefused(await news().post('/v1/annotators', 'admin', body), { status: 400, pointer, code })
    expect(await news().rows()).toEqual(before)
  })

  it.each<[object, string]>([
    [{ expiresAt: '2001-01-01T00:00:00Z' }, '/expiresAt'],
    [{ expiresAt: 'tomorrow' }, '/expiresAt'],
    [{ name: '' }, '/name'],
    [{ role: 'admin' }, '/role'],
  ])('the key %j', async (body, pointer) => {
    const before = await news().rows()
    expectRefused(await news().post(`/v1/annotators/${news().given.id}/keys`, 'admin', body), {
      status: 400,
      pointer,
    })
    expect(await news().rows()).toEqual(before)
  })

  it('keys of nobody', async () => {
    expectRefused(await news().post('/v1/annotators/ann_x/keys', 'admin', {}), { status: 404 })
    expectRefused(await news().get('/v1/annotators/ann_x/keys', 'admin'), { status: 404 })
    expectRefused(await news().get('/v1/annotators/ann_x', 'admin'), { status: 404 })
  })
})

it('annotators are listed page after page', async () => {
  const news = await openNewsroom()
  for (const name of ['A', 'B', 'C']) await news.annotator('reader', name)
  const all = ok(await news.get<{ data: Annotator[] }>('/v1/annotators', 'admin')).data
  expect(all.map((one) => one.name)).toEqual(expect.arrayContaining(['A', 'B', 'C', 'admin', 'engine']))
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: { data: Annotator[]; nextCursor: string | null } = ok(
      await news.get(`/v1/annotators?limit=2${cursor && `&cursor=${cursor}`}`, 'admin'),
    )
    seen.push(...page.data.map((one) => one.id))
    cursor = page.nextCursor
  }
  expect(seen).toEqual(all.map((one) => one.id))
})
