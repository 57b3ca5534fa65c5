// Asked again, changed by two, sent twice: ETags, If-Match and Idempotency-Key.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Question } from '../../src/questions/schema.ts'
import { expectRefused, made, type Newsroom, ok, openNewsroom, sharedNewsroom } from '../support/newsroom.ts'

const drones = (slug: string) => ({
  slug,
  text: 'May parcels be delivered by drone at night?',
  positions: [{ slug: 'allow' }, { slug: 'forbid' }],
})

const news = sharedNewsroom(async ({ post }) => {
  made(await post('/v1/questions', 'curator', drones('drones')))
})

const path = '/v1/questions/drones'

/** As it is once nothing is being placed any more. */
async function settled({ get }: Newsroom): Promise<{ etag: string; body: Question }> {
  for (;;) {
    const { etag, body } = await get<Question>(path)
    if (body.placing === null) return { etag, body }
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

describe('an ETag', () => {
  it('is the same however the thing is read, and another after a change', async () => {
    const before = await settled(news())
    expect(before.etag).toMatch(/^"[\w-]+"$/)
    expect((await news().send('HEAD', path)).etag).toBe(before.etag)
    const changed = await news().patch<Question>(path, 'curator', { guidelines: 'Think.' }, before.etag)
    expect(ok(changed).guidelines).toBe('Think.')
    expect(changed.etag).not.toBe(before.etag)
    expect((await settled(news())).etag).toBe(changed.etag)
  })

  it('saves who has it already the answer', async () => {
    const { etag } = await settled(news())
    for (const header of [etag, `"other", ${etag}`, `W/${etag}`, '*']) {
      const answer = await news().get(path, 'nobody', { 'if-none-match': header })
      expect([answer.status, answer.text, answer.etag]).toEqual([304, '', etag])
    }
    expect((await news().get(path, 'nobody', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('is needed for a change', async () => {
    expectRefused(await news().send('PATCH', path, 'curator', { body: { status: 'open' } }), { status: 428 })
  })

  it.each(['"other"', 'W/"other"', 'other', ''])('that is stale changes nothing: %s', async (etag) => {
    const before = await settled(news())
    const problem = expectRefused(
      await news().send('PATCH', path, 'curator', {
        body: { guidelines: 'No.' },
        headers: { 'if-match': etag },
      }),
      { status: 412 },
    )
    expect(problem.etag).toBe(before.etag)
    expect((await settled(news())).body).toEqual(before.body)
  })

  it('lets one of two through who read the same', async () => {
    const { etag } = await settled(news())
    const answers = await Promise.all(
      ['one', 'two'].map((guidelines) => news().patch<Question>(path, 'curator', { guidelines }, etag)),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412])
    const winner = answers.find((answer) => answer.status === 200)
    expect((await settled(news())).body.guidelines).toBe(winner?.body.guidelines)
  })
})

describe('an Idempotency-Key', () => {
  const create = (on: Newsroom, key: string, body: object) =>
    on.post<Question>('/v1/questions', 'curator', body, { 'idempotency-key': key })

  it('gives the first answer again, and does nothing', async () => {
    const first = await create(news(), 'a', drones('a'))
    const seq = await news().seq()
    const second = await create(news(), 'a', drones('a'))
    expect(second.status).toBe(201)
    expect(second.text).toBe(first.text)
    expect([second.etag, second.headers.location]).toEqual([first.etag, first.headers.location])
    expect(second.etag).toMatch(/^"/)
    expect([first, second].map(({ headers }) => headers['idempotency-replayed'])).toEqual([undefined, 'true'])
    expect(await news().seq()).toBe(seq)
  })

  it('gives the ETag and the address again, so that the thing can be changed from there', async () => {
    const article = { title: 'One', text: '“They are ours,” said Ida Orme.' }
    const key = { 'idempotency-key': 'article' }
    const first = await news().post<{ id: string }>('/v1/articles', 'annotator', article, key)
    const second = await news().post<{ id: string }>('/v1/articles', 'annotator', article, key)
    expect([second.etag, second.headers.location]).toEqual([first.etag, first.headers.location])
    ok(await news().patch(`/v1/articles/${second.body.id}`, 'curator', { title: 'Two' }, second.etag))
  })

  it('answers the same key however it is written, and no other of the same annotator', async () => {
    const { key } = await news().annotator('curator', 'a third')
    const under = (authorization: string) =>
      news().post('/v1/questions', 'nobody', drones('g'), { 'idempotency-key': 'g', authorization })
    const answer = await under(`Bearer ${key}`)
    made(answer)
    for (const written of [`bearer ${key}`, `BEARER  ${key}`]) {
      const again = await under(written)
      expect([again.status, again.text]).toEqual([201, answer.text])
    }
    const { id } = ok(await news().get<{ id: string }>('/v1/annotators/me', { key }))
    const more = made(await news().post<{ key: string }>(`/v1/annotators/${id}/keys`, 'admin', {}))
    expectRefused(await under(`Bearer ${more.key}`), { status: 409 })
  })

  it('is refused with another body', async () => {
    made(await create(news(), 'b', drones('b')))
    expectRefused(await create(news(), 'b', drones('b2')), {
      status: 422,
      pointer: '/headers/idempotency-key',
      code: 'key_reused',
    })
  })

  it('is one annotator’s own', async () => {
    made(await create(news(), 'c', drones('c')))
    const other = await news().annotator('curator', 'another')
    const answer = await news().post('/v1/questions', { key: other.key }, drones('c2'), {
      'idempotency-key': 'c',
    })
    expect(answer.status).toBe(201)
  })

  it('sent twice at once happens once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => create(news(), 'd', drones('d'))))
    expect(answers.filter((answer) => answer.status === 201).length).toBeGreaterThanOrEqual(1)
    for (const answer of answers.filter((one) => one.status !== 201)) {
      expectRefused(answer, { status: 409 })
      expect(answer.headers['retry-after']).toBe('1')
    }
    const { data } = ok(await news().get<{ data: Question[] }>('/v1/questions'))
    expect(data.filter((question) => question.slug === 'd').length).toBe(1)
  })

  it('does not keep a refusal: put right, the same key goes through', async () => {
    expectRefused(await create(news(), 'e', { ...drones('e'), positions: [] }), { status: 422 })
    made(await create(news(), 'e', drones('e')))
  })

  it.each(['', 'a b', 'ä', 'x'.repeat(256)])('of another form is refused: %s', async (key) => {
    expectRefused(await create(news(), key, drones('f')), {
      status: 400,
      pointer: '/headers/idempotency-key',
      code: 'invalid_header',
    })
  })

  it('is remembered over a restart, with the key that an answer held', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'averment-test-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const url = `file:${join(folder, 'test.db')}`
    const body = { name: 'Hopper', role: 'annotator' }
    const add = (on: Newsroom) => on.post('/v1/annotators', 'admin', body, { 'idempotency-key': 'hopper' })
    const before = await openNewsroom({ url })
    const first = await add(before)
    made(first)
    const { key } = JSON.parse(first.text) as { key: string }
    expect(JSON.stringify(await before.rows())).not.toContain(key)
    await before.close()
    const after = await openNewsroom({ url })
    const again = await add(after)
    expect([again.status, again.text]).toEqual([201, first.text])
    ok(await after.get('/v1/annotators/me', { key }))
  })
})
