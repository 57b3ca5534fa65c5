// Keys over time: rotated, last used, and what is left of somebody who is suspended.

import { describe, expect, it } from 'vitest'
import type { Annotator, Key } from '../../src/annotators/schema.ts'
import type { Claim } from '../../src/claims/schema.ts'
import {
  ADMIN_KEY,
  expectNoGaps,
  expectRefused,
  first,
  made,
  type Newsroom,
  ok,
  openNewsroom,
  PERSONAL,
  QUESTION,
  until,
} from '../support/newsroom.ts'

const HOUR = 3_600_000
const me = (news: Newsroom, key: string) => news.get<Annotator>('/v1/annotators/me', { key })

interface Added {
  readonly id: string
  readonly name: string | null
  readonly key: string
  readonly expiresAt: string | null
}

async function withKey(given: object = { name: 'laptop' }) {
  const news = await openNewsroom()
  const { id } = await news.annotator('annotator', 'Jon')
  const url = `/v1/annotators/${id}/keys`
  const key = made(await news.post<Added>(url, 'admin', given))
  const listed = async () => ok(await news.get<{ data: Key[] }>(url, 'admin')).data
  const rotate = (keyId: string, body: object = {}) =>
    news.post<Added>(`${url}/${keyId}/rotate`, 'admin', body)
  return { news, key, listed, rotate }
}

describe('a key that is rotated', () => {
  it('stops working as another of its name begins to', async () => {
    const { news, key, listed, rotate } = await withKey()
    const fresh = made(await rotate(key.id))
    expect(fresh).toMatchObject({ name: 'laptop', expiresAt: null })
    expectRefused(await me(news, key.key), { status: 401 })
    ok(await me(news, fresh.key))
    expect((await listed()).map(({ name, revokedAt }) => [name, revokedAt !== null])).toEqual([
      ['first', false],
      ['laptop', true],
      ['laptop', false],
    ])
    await expectNoGaps(news)
  })

  it('ends when the old one would, unless another time is given', async () => {
    const soon = new Date(Date.now() + HOUR).toISOString()
    const { key, rotate } = await withKey({ expiresAt: soon })
    const second = made(await rotate(key.id))
    expect(second.expiresAt).toBe(soon)
    const later = new Date(Date.now() + 2 * HOUR).toISOString()
    expect(made(await rotate(second.id, { expiresAt: later })).expiresAt).toBe(later)
  })

  it('is refused where it is revoked, expired, or nobody’s; and into the past', async () => {
    const { news, key, rotate } = await withKey({ expiresAt: new Date(Date.now() + HOUR).toISOString() })
    expectRefused(await rotate('key_nothing'), { status: 404 })
    expectRefused(await rotate(key.id, { expiresAt: '2001-01-01T00:00:00Z' }), {
      status: 400,
      pointer: '/expiresAt',
      code: 'in_the_past',
    })
    const { id } = await news.annotator('annotator', 'Ida')
    expectRefused(await news.post(`/v1/annotators/${id}/keys/${key.id}/rotate`, 'admin', {}), { status: 404 })
    const second = made(await rotate(key.id))
    expect(expectRefused(await rotate(key.id), { status: 409 })).toMatchObject({ key: { id: key.id } })
    news.clock.shift = HOUR
    expectRefused(await rotate(second.id), { status: 409 })
    made(await rotate(second.id, { expiresAt: new Date(Date.now() + 3 * HOUR).toISOString() }))
  })
})

it('a key says when it was last used, to the minute', async () => {
  const { news, key, listed } = await withKey()
  const used = async () => (await listed()).find(({ id }) => id === key.id)?.lastUsedAt ?? null
  expect(await used()).toBeNull()
  ok(await me(news, key.key))
  await until(async () => (await used()) !== null)
  expect(await used()).toMatch(/:00\.000Z$/)
})

it('of somebody suspended nothing is lost: their tags stand, and their key works again afterwards', async () => {
  const news = await openNewsroom()
  const { claims } = await news.article('“They are business records,” said Ida Orme.')
  const { id, key } = await news.annotator('annotator', 'Jon')
  const url = `/v1/claims/${first(claims).id}`
  const tag = () => news.post(`${url}/tags`, { key }, { question: QUESTION, position: PERSONAL })
  made(await tag())
  ok(await news.patch(`/v1/annotators/${id}`, 'admin', { status: 'suspended' }))
  expectRefused(await tag(), { status: 403 })
  expect(first(ok(await news.get<Claim>(url)).positions)).toMatchObject({
    position: PERSONAL,
    basis: 'people',
  })
  ok(await news.patch(`/v1/annotators/${id}`, 'admin', { status: 'active' }))
  made(await tag())
})

describe('the key of ADMIN_KEY, rotated', () => {
  it('stays so when the service is started with it again', async () => {
    const news = await openNewsroom()
    const { id } = ok(await news.get<Annotator>('/v1/annotators/me', 'admin'))
    const keys = ok(await news.get<{ data: Key[] }>(`/v1/annotators/${id}/keys`, 'admin')).data
    const fresh = made(
      await news.post<Added>(`/v1/annotators/${id}/keys/${first(keys).id}/rotate`, 'admin', {}),
    )
    expect(await news.start({ demo: false, adminKey: ADMIN_KEY })).toEqual({ newAdminKey: null })
    expectRefused(await me(news, ADMIN_KEY), { status: 401 })
    expect(ok(await me(news, fresh.key)).role).toBe('admin')
  })
})
