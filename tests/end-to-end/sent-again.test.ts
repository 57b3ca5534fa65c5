// A request sent again with its Idempotency-Key happens once, over a restart as well.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Article } from '../../src/articles/schema.ts'
import type { Tag } from '../../src/tags/schema.ts'
import {
  expectNoGaps,
  expectRefused,
  first,
  made,
  openNewsroom,
  PERSONAL,
  QUESTION,
  RECORDS,
} from '../support/newsroom.ts'

const text = '“They are business records,” said Ida Orme.'

describe('a request sent again with its Idempotency-Key', () => {
  const again = { 'idempotency-key': 'once-and-for-all' }

  it('at the same time is in flight, later is answered as at first', async () => {
    const news = await openNewsroom()
    await news.keyOf('annotator')
    const send = () => news.post<Article>('/v1/articles', 'annotator', { title: 'One', text }, again)
    const answers = await Promise.all([send(), send(), send(), send(), send()])
    const answered = answers.filter((one) => one.status === 201)
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
    expect(new Set(answered.map((one) => one.body.id)).size).toBe(1)
    const later = await send()
    expect(later.text).toBe(first(answered).text)
    expect(later.headers).toMatchObject({
      'idempotency-replayed': 'true',
      location: first(answered).headers.location,
    })
    await expectNoGaps(news)
  })

  it('after a restart is answered as at first, until a day has passed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'averment-test-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const url = `file:${join(folder, 'test.db')}`
    const before = await openNewsroom({ url })
    const key = await before.keyOf('annotator')
    const { claims } = await before.article(text)
    const tags = `/v1/claims/${first(claims).id}/tags`
    const tag = { question: QUESTION, position: PERSONAL }
    const answer = await before.post<Tag>(tags, { key }, tag, again)
    made(answer)
    const rows = await before.rows()
    await before.close()

    const after = await openNewsroom({ url })
    const replayed = await after.post<Tag>(tags, { key }, tag, again)
    expect([replayed.status, replayed.text, replayed.headers['idempotency-replayed']]).toEqual([
      201,
      answer.text,
      'true',
    ])
    expectRefused(await after.post(tags, { key }, { ...tag, position: RECORDS }, again), {
      status: 422,
      pointer: '/headers/idempotency-key',
      code: 'key_reused',
    })
    expect(await after.rows()).toEqual(rows)
    after.clock.shift = 25 * 60 * 60 * 1000
    expect(made(await after.post<Tag>(tags, { key }, tag, again)).id).not.toBe(answer.body.id)
    await expectNoGaps(after)
  })

  it('that was refused at first is tried anew', async () => {
    const news = await openNewsroom()
    const { claims } = await news.article(text)
    const tags = `/v1/claims/${first(claims).id}/tags`
    expectRefused(await news.post(tags, 'annotator', { question: QUESTION, position: 'nothing' }, again), {
      status: 422,
      code: 'unknown_position',
      pointer: '/position',
    })
    made(await news.post(tags, 'annotator', { question: QUESTION, position: PERSONAL }, again))
  })
})
