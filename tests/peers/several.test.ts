// Three processes of the service over one PostgreSQL answer as one does.

import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/claims/schema.ts'
import { QUESTION, until } from '../support/newsroom.ts'
import { type Service, severalServices } from './services.ts'

const KEY = 'the-key-of-the-admin'
const services = severalServices(3, { DEMO: 'false', ADMIN_KEY: KEY })

const text = (n: number) =>
  `"Parcel ${n} belongs to whoever sent it," said Ines Calder, counsel for Kestrel Mail.\n\nOwen Tarn said that parcel ${n} is a business record of the carrier.\n`

const article = (n: number | string) => ({ title: `Parcel ${n}`, text: text(Number(n)) })
const newKey = (n: string) => ({ 'idempotency-key': n })

/** The service of that number, round and round. */
const service = (n: number): Service => services()[n % services().length] as Service

async function annotator(name: string, role = 'annotator') {
  const made = await service(0).send<{ id: string; key: string }>('POST', '/v1/annotators', KEY, {
    name,
    role,
  })
  expect(made.status).toBe(201)
  return made.body
}

async function taken(n: number): Promise<Claim[]> {
  const made = await service(n).send<{ id: string }>('POST', '/v1/articles', KEY, article(n))
  expect(made.status).toBe(201)
  const claims = await service(n + 1).send<{ data: Claim[] }>('GET', `/v1/articles/${made.body.id}/claims`)
  expect(claims.body.data.length).toBeGreaterThan(0)
  return claims.body.data
}

describe('what one has written', () => {
  it('the others show at once, whatever they showed before', async () => {
    const [claim] = await taken(1)
    const ada = await annotator('Ada')
    const views = [
      `/v1/positions?question=${QUESTION}&basis=people`,
      `/v1/questions/${QUESTION}/agreement`,
      `/v1/questions/${QUESTION}/progress`,
      `/v1/claims/${claim?.id}`,
    ]
    const seen = async (n: number) =>
      Promise.all(views.map(async (view) => (await service(n).send('GET', view, ada.key)).body))
    const before = await seen(0)
    expect(await seen(1)).toEqual(before)
    const tag = { question: QUESTION, position: 'personal-documents' }
    expect((await service(2).send('POST', `/v1/claims/${claim?.id}/tags`, ada.key, tag)).status).toBe(201)
    const after = await seen(0)
    for (const [i, view] of after.entries()) expect(view, views[i]).not.toEqual(before[i])
    expect(await seen(1)).toEqual(after)
  })

  it('is told to those who follow the ledger on another', async () => {
    const stop = new AbortController()
    const stream = await fetch(`${service(0).address}/v1/changes/stream?entity=annotator`, {
      signal: stop.signal,
    })
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    const made = await service(1).send<{ id: string }>('POST', '/v1/annotators', KEY, {
      name: 'Ben',
      role: 'annotator',
    })
    for (let told = ''; !told.includes(made.body.id); ) {
      const part = await reader?.read()
      expect(part?.done).toBe(false)
      told += part?.value ?? ''
    }
    stop.abort()
  })

  it('ends a key everywhere: one that is revoked, and those of who is suspended', async () => {
    const { id, key } = await annotator('Cato')
    const asThem = async () =>
      Promise.all(services().map(async (one) => (await one.send('GET', '/v1/annotators/me', key)).status))
    expect(await asThem()).toEqual([200, 200, 200])
    const { etag } = Object.fromEntries((await service(1).send('GET', `/v1/annotators/${id}`, KEY)).headers)
    const match = { 'if-match': etag ?? '' }
    const suspended = await service(1).send(
      'PATCH',
      `/v1/annotators/${id}`,
      KEY,
      { status: 'suspended' },
      match,
    )
    expect(suspended.status).toBe(200)
    expect(await asThem()).toEqual([403, 403, 403])
    const other = await annotator('Dora')
    const keys = await service(0).send<{ data: { id: string }[] }>(
      'GET',
      `/v1/annotators/${other.id}/keys`,
      KEY,
    )
    const path = `/v1/annotators/${other.id}/keys/${keys.body.data[0]?.id}`
    expect((await service(2).send('DELETE', path, KEY, undefined, { 'if-match': '*' })).status).toBe(204)
    for (const one of services())
      expect((await one.send('GET', '/v1/annotators/me', other.key)).status).toBe(401)
  })
})

describe('a request with an Idempotency-Key', () => {
  it('sent to all at once happens once, and is answered alike', async () => {
    const before = await count()
    for (let n = 100; n < 110; n++) {
      const send = (one: Service) =>
        one.send<{ id: string }>('POST', '/v1/articles', KEY, article(n), newKey(`once-${n}`))
      const answers = await Promise.all(services().map(send))
      const made = answers.filter(({ status }) => status === 201)
      expect(
        answers.map(({ status }) => status).filter((status) => status !== 201 && status !== 409),
      ).toEqual([])
      expect(made.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1)
      // Sent again, all have the same.
      const again = await Promise.all(services().map(send))
      expect(again.map(({ status }) => status)).toEqual([201, 201, 201])
      expect(new Set([...made, ...again].map(({ body }) => body.id)).size).toBe(1)
    }
    expect((await count()) - before).toBe(10)
  })
})

async function count(): Promise<number> {
  const list = await service(0).send<{ data: unknown[] }>('GET', '/v1/articles?limit=200')
  return list.body.data.length
}

describe('the queue', () => {
  it('hands out no place twice, whichever process is asked', async () => {
    for (let n = 200; n < 206; n++) await taken(n)
    const people = []
    for (let i = 0; i < 9; i++) people.push(await annotator(`Tagger ${i}`))
    const asked = await Promise.all(
      people.map(({ key }, i) =>
        service(i).send<{ data: { id: string }[] }>('GET', `/v1/questions/${QUESTION}/queue?limit=20`, key),
      ),
    )
    const times = new Map<string, number>()
    for (const { body } of asked) for (const { id } of body.data) times.set(id, (times.get(id) ?? 0) + 1)
    expect(times.size).toBeGreaterThan(10)
    expect(Math.max(...times.values())).toBe(2)
  })
})

describe('what the machine has learnt', () => {
  it('is learnt once, by one of them, and used by all', async () => {
    const claims = await taken(300)
    const eve = await annotator('Eve')
    for (const claim of claims)
      await service(0).send('POST', `/v1/claims/${claim.id}/tags`, eve.key, {
        question: QUESTION,
        position: 'ambivalent',
      })
    const looks = async (one: Service) => {
      const path = `/v1/claims/${claims[0]?.id}/explanation?question=${QUESTION}`
      const { body } = await one.send<{ weights: { look: string }[] }>('GET', path)
      return new Set(body.weights.map(({ look }) => look)).has('lessons')
    }
    await until(async () => (await Promise.all(services().map(looks))).every(Boolean))
    // The same article, but for its title, is placed alike by all of them.
    const placed = []
    for (const [i, one] of services().entries()) {
      const { body } = await one.send<{ id: string }>('POST', '/v1/articles', KEY, article(400 + i))
      const tags = await one.send<{ data: Claim[] }>('GET', `/v1/articles/${body.id}/claims`)
      placed.push(tags.body.data.map(({ positions }) => positions[0]?.position))
    }
    expect(placed[1]).toEqual(placed[0])
    expect(placed[2]).toEqual(placed[0])
  })
})
