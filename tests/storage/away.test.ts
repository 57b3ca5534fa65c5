// A PostgreSQL that goes away under a running service, and comes back: told meanwhile, and nobody has to do anything after.

import { connect, createServer, type Server, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
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

/** A way to the server that can be cut. */
async function wayTo(url: string) {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  const server: Server = createServer((here) => {
    const there = connect(Number(port), hostname)
    for (const [one, other] of [
      [here, there],
      [there, here],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  const open = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  await open(0)
  const address = server.address()
  const at = typeof address === 'object' ? (address?.port ?? 0) : 0
  const cut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  onTestFinished(() => {
    if (server.listening) return cut()
  })
  const way = new URL(url)
  way.port = String(at)
  return { url: way.href, cut, back: () => open(at) }
}

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
