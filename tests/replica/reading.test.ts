// Reads go to a replica that follows; never so that a caller misses what they have written themselves.

import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../../src/storage/open.ts'
import { made, type Newsroom, ok, openNewsroom, until } from '../support/newsroom.ts'
import { onServer } from '../support/postgres-database.ts'
import { startPair } from './pair.ts'

let pair: Awaited<ReturnType<typeof startPair>>
beforeAll(async () => {
  pair = await startPair()
})
afterAll(() => pair.stop())

const titles = async (news: Newsroom, as: 'nobody' | 'annotator' | 'curator') =>
  ok(await news.get<{ data: { title: string }[] }>('/v1/articles', as))
    .data.map(({ title }) => title)
    .sort()

const exported = async (news: Newsroom) =>
  (await news.get('/v1/exports/claims.csv')).text.trim().split('\n').length - 1

const article = (title: string) => ({ title, text: `“${title},” said Mara Voss.` })

it('they see their own writes at once, others’ within seconds, and need no replica', async () => {
  const paused = (yes: boolean) => onServer(pair.second, `SELECT pg_wal_replay_${yes ? 'pause' : 'resume'}()`)
  const news = await openNewsroom({ url: pair.first, replica: pair.second })
  await news.keyOf('curator')
  made(await news.post('/v1/articles', 'annotator', article('Before')))
  await until(async () => (await titles(news, 'nobody')).length === 1 && news.db.replica?.isNear() === true)

  // What it reads from when the replica stands still shows where it reads.
  await paused(true)
  const { id } = made(await news.post<{ id: string }>('/v1/articles', 'annotator', article('After')))
  expect(await titles(news, 'nobody')).toEqual(['Before'])
  expect(await exported(news)).toBe(1)
  expect(await titles(news, 'curator')).toEqual(['Before'])
  expect(await titles(news, 'annotator')).toEqual(['After', 'Before'])
  expect((await news.get(`/v1/articles/${id}`, 'annotator')).status).toBe(200)
  const last = await news.seq()
  expect((await news.get(`/v1/claims?asOf=${last}`)).status).toBe(200)
  expect((await news.get(`/v1/changes?after=${last}`)).status).toBe(200)
  // One that stays behind is not asked any more.
  await until(async () => (await titles(news, 'nobody')).length === 2)
  expect(await exported(news)).toBe(2)
  await paused(false)
  await until(async () => news.db.replica?.isNear() === true)
  expect(await titles(news, 'nobody')).toEqual(['After', 'Before'])

  await pair.stopSecond()
  for (const who of ['nobody', 'annotator'] as const) expect(await titles(news, who)).toHaveLength(2)
  made(await news.post('/v1/articles', 'annotator', article('Alone')))
  expect(await titles(news, 'nobody')).toHaveLength(3)
})

it('a service starts while its replica is away', async () => {
  const db = await openDatabase(pair.first, 'postgres://postgres:test@127.0.0.1:9/postgres')
  await db.ping()
  expect(db.replica?.isNear()).toBe(false)
  await db.close()
})
