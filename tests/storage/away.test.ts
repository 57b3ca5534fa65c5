// A PostgreSQL that goes away under a running service, and comes back: told meanwhile, and nobody has to do anything after.

import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../src/storage/open.ts'
import {
  expectNoGaps,
  expectRefused,
  made,
  type Newsroom,
  ok,
  openNewsroom,
  until,
} from '../support/newsroom.ts'
import { onServer, postgresDatabase } from '../support/postgres-database.ts'
import { wayTo } from '../support/way.ts'

let told = 0
const article = (news: Newsroom) =>
  news.post('/v1/articles', 'annotator', {
    title: 'A day',
    text: `Day ${told++}. “These are business records,” said Ida Orme.`,
  })

it('is told while it is away, and served again when it is back', async () => {
  const { url, remove } = await postgresDatabase()
  onTestFinished(remove)
  const way = await wayTo(url)
  const news = await openNewsroom({ url: way.url })
  made(await article(news))
  await way.cut()
  for (const answer of [await article(news), await news.get('/v1/claims'), await news.get('/health/ready')]) {
    expect(expectRefused(answer, { status: 503 })).toMatchObject({ reason: 'away' })
    expect(answer.headers['retry-after']).toBe('2')
  }
  ok(await news.get('/health/live'))
  await way.back()
  await until(async () => (await news.get('/health/ready')).status === 200)
  made(await article(news))
  expect(ok(await news.get<{ data: unknown[] }>('/v1/claims')).data).toHaveLength(2)
  await expectNoGaps(news)
  await news.close()
})

it('is served again after the server has ended every connection, as it does when it restarts', async () => {
  const { url, remove } = await postgresDatabase()
  onTestFinished(remove)
  const news = await openNewsroom({ url })
  made(await article(news))
  await onServer(
    url,
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )
  await until(async () => (await article(news)).status === 201)
  ok(await news.get('/health/ready'))
  await expectNoGaps(news)
  await news.close()
})

it('is told when it hangs and says nothing, and served again when it goes on', async () => {
  const { url, remove } = await postgresDatabase()
  onTestFinished(remove)
  const way = await wayTo(url)
  const db = await openDatabase(way.url, undefined, 100)
  onTestFinished(() => db.close())
  const read = db.query((q) => q.select().from(db.tables.questions))
  await Promise.all([read.read(), db.ping()])
  way.hang()
  const told = { name: 'Unavailable', state: { reason: 'away' }, retryAfter: 2 }
  await Promise.all([
    expect(read.read()).rejects.toMatchObject(told),
    expect(db.ping()).rejects.toMatchObject(told),
  ])
  way.goOn()
  await Promise.all([read.read(), db.ping()])
})
