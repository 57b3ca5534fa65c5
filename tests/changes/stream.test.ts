// The ledger as it grows, over real connections: what arrives, from where it begins, and how it ends.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { asStream, following } from '../../src/changes/following.ts'
import type { Change } from '../../src/changes/schema.ts'
import { changeStore } from '../../src/changes/store.ts'
import { tidings } from '../../src/changes/tidings.ts'
import { TooManyRequests, Unavailable } from '../../src/errors.ts'
import { seats } from '../../src/http/seats.ts'
import { type EventReader, listening, openStream } from '../support/events.ts'
import { expectRefused, type Newsroom, ok, openNewsroom, sharedNewsroom, until } from '../support/newsroom.ts'

const news = sharedNewsroom(async ({ annotator }) => {
  for (const name of ['Ada', 'Grace', 'Lynn']) await annotator('annotator', name)
})

const ledger = async (newsroom: Newsroom, query = '') =>
  ok(await newsroom.get<{ data: Change[] }>(`/v1/changes?limit=1000${query}`)).data

/** Two writes: the annotator and their key. */
const write = (newsroom: Newsroom, name: string) => newsroom.annotator('annotator', name)

const seqs = async (stream: EventReader, n: number) => (await stream.next(n)).map(({ data }) => data.seq)

describe('the stream of changes', () => {
  it('gives each change as the ledger does, with its number as id, from now on', async () => {
    const stream = await openStream(news())
    expect(stream.status).toBe(200)
    expect(stream.headers['content-type']).toBe('text/event-stream; charset=utf-8')
    expect(stream.headers['cache-control']).toBe('no-store')
    const seq = await news().seq()
    await write(news(), 'Mary')
    const events = await stream.next(2)
    expect(events.map(({ data }) => data)).toEqual(await ledger(news(), `&after=${seq}`))
    expect(events.map(({ id, event }) => [Number(id), event])).toEqual([
      [seq + 1, 'annotator.create'],
      [seq + 2, 'key.create'],
    ])
  })

  it('arrives at once', async () => {
    const stream = await openStream(news())
    const started = performance.now()
    await write(news(), 'Rosa')
    await stream.next(2)
    // The clock that looks for other processes' writes strikes once a second.
    expect(performance.now() - started).toBeLessThan(500)
  })

  it('begins anywhere, and the header goes before the parameter', async () => {
    const all = (await ledger(news())).map(({ seq }) => seq)
    expect(await seqs(await openStream(news(), '?after=0'), all.length)).toEqual(all)
    const again = await openStream(news(), '?after=0', { 'last-event-id': '3' })
    expect(await seqs(again, all.length - 3)).toEqual(all.slice(3))
  })

  it('takes the filters of the ledger, and the history of one thing', async () => {
    const stream = await openStream(news(), '?after=0&entity=key')
    const keys = await ledger(news(), '&entity=key')
    expect((await stream.next(keys.length)).map(({ data }) => data)).toEqual(keys)
    const { id } = await write(news(), 'Vera')
    expect((await stream.next(1))[0]?.event).toBe('key.create')
    const one = await openStream(news(), `?after=0&id=${id}`)
    expect((await one.next(1))[0]?.data).toMatchObject({ entity: 'annotator', entityId: id })
  })

  it('says how far it has looked where a filter leaves everything out', async () => {
    const newsroom = await openNewsroom({ heartbeat: 20 })
    const stream = await openStream(newsroom, '?entity=ruling')
    await write(newsroom, 'Ada')
    await until(async () => Number(stream.lastId()) === (await newsroom.seq()))
  })

  it.each([
    ['?after=-1', {}, '/query/after'],
    ['?entity=key&id=', {}, '/query/id'],
    ['?limit=5', {}, '/query/limit'],
    ['', { 'last-event-id': 'seven' }, '/headers/last-event-id'],
  ])('refuses %s %o', async (query, headers, pointer) => {
    expectRefused(await news().get(`/v1/changes/stream${query}`, 'nobody', headers), { status: 400, pointer })
  })

  it.each([
    ['?after=999', {}, '/query/after'],
    ['', { 'last-event-id': '999' }, '/headers/last-event-id'],
  ])('says where the ledger ends to who is past it: %s %o', async (query, headers, pointer) => {
    const answer = await news().get(`/v1/changes/stream${query}`, 'nobody', headers)
    const problem = expectRefused(answer, { status: 422, pointer, code: 'past_the_end' })
    expect(problem.last).toBe(await news().seq())
  })

  it('takes no HEAD, which would never end', async () => {
    const { status, headers } = await news().send('HEAD', '/v1/changes/stream')
    expect([status, headers.allow]).toEqual([405, 'GET'])
  })
})

describe('a stream', () => {
  it('has neither gap nor repeat across restarts, while others write', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'averment-test-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const url = `file:${join(folder, 'stream.db')}`
    const seen: number[] = []
    let lastId = ''
    for (let run = 0; run < 3; run++) {
      const newsroom = await openNewsroom({ url })
      const writing = Promise.all(['Ada', 'Grace', 'Lynn'].map((name) => write(newsroom, name)))
      const stream = await openStream(newsroom, '?after=0', lastId === '' ? {} : { 'last-event-id': lastId })
      seen.push(...(await seqs(stream, 4)))
      lastId = String(seen.at(-1))
      await writing
      await newsroom.close()
      await stream.ended
    }
    expect(seen).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
  })

  it('ends at once when the service closes', async () => {
    const newsroom = await openNewsroom()
    const streams = [await openStream(newsroom), await openStream(newsroom, '?after=0')]
    const started = performance.now()
    await newsroom.close()
    for (const stream of streams) await stream.ended
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it('ends when its key does', async () => {
    const newsroom = await openNewsroom({ publicRead: false, heartbeat: 20 })
    expectRefused(await newsroom.get('/v1/changes/stream'), { status: 401 })
    const { id, key } = await newsroom.annotator('reader', 'Ada')
    const stream = await openStream(newsroom, '', { authorization: `Bearer ${key}` })
    expect(stream.status).toBe(200)
    ok(await newsroom.patch(`/v1/annotators/${id}`, 'admin', { status: 'suspended' }))
    await stream.ended
  })

  it('is one of twenty that a caller may have open', async () => {
    const newsroom = await openNewsroom()
    await listening(newsroom)
    const streams = await Promise.all(Array.from({ length: 20 }, () => openStream(newsroom)))
    const refused = await fetch(`${await listening(newsroom)}/v1/changes/stream`)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(await refused.json()).toMatchObject({ open: 20, most: 20, type: '/problems/rate-limited' })
    streams[0]?.close()
    await until(async () => {
      const stream = await openStream(newsroom)
      return stream.status === 200
    })
  })

  it('costs its slow reader’s page and no more', async () => {
    const newsroom = await openNewsroom()
    const metadata = { notes: 'Kept for later. '.repeat(4000) }
    for (let i = 0; i < 60; i++) await newsroom.article(`Day ${i}.`, { metadata })
    const { db, seq } = newsroom
    const changes = changeStore(db)
    const follow = following({ changes, tidings: tidings({ lastChange: seq, onCommit: db.onCommit }) })
    const stream = new AbortController()
    onTestFinished(() => stream.abort())
    const reader = { after: 0, filters: {}, signal: stream.signal, mayRead: async () => true }
    const unread = asStream(follow(reader))
    const parts = unread[Symbol.asyncIterator]()
    // Where it begins, and a first page.
    for (let i = 0; i < 2; i++) await parts.next()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(unread.readableLength).toBeGreaterThan(0)
    expect(unread.readableLength).toBeLessThan(2_000_000)
    expect(JSON.stringify(await ledger(newsroom)).length).toBeGreaterThan(3_500_000)
  })
})

describe('seats', () => {
  it('are limited in all and for each caller, and free again once left', () => {
    const { take } = seats('streams', 3, 2)
    const leave = take('Ada')
    take('Ada')
    expect(() => take('Ada')).toThrow(TooManyRequests)
    take('Grace')
    expect(() => take('Lynn')).toThrow(Unavailable)
    leave()
    leave()
    take('Lynn')
    expect(() => take('Ada')).toThrow(Unavailable)
  })
})
