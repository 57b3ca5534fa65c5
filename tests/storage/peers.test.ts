// What two openings of one database settle between them. On SQLite, where one process has a file to itself, only what holds
// within that process.

import { expect, it } from 'vitest'
import { openDatabase } from '../../src/storage/open.ts'
import { onAnyCommit } from '../../src/storage/peers.ts'
import { eachDialect } from '../support/dialects.ts'
import { openNewsroom } from '../support/newsroom.ts'
import { postgresDatabase } from '../support/postgres-database.ts'
import { noting } from './noting.ts'

const forEver = () => new Promise<void>(() => {})
const atOnce = async () => {}

eachDialect('a turn', ({ open, url }, dialect) => {
  it('is one’s own while the work goes on, and free afterwards', async () => {
    const { peers } = await open()
    let ended = () => {}
    const first = peers.alone('a', () => new Promise<void>((resolve) => (ended = resolve)))
    expect(await peers.alone('b', atOnce)).toBe(true)
    expect(await peers.alone('a', atOnce)).toBe(false)
    ended()
    expect(await first).toBe(true)
    expect(await peers.alone('a', atOnce)).toBe(true)
    await expect(peers.alone('a', () => Promise.reject(new Error('broken off')))).rejects.toThrow(
      'broken off',
    )
    expect(await peers.alone('a', atOnce)).toBe(true)
  })

  it('is given up by a process that ends in the midst', async () => {
    if (dialect === 'sqlite') return
    const [here, there] = [await open(), await openDatabase(await url())]
    let held = () => false
    const lost = new Promise<void>((begun) => {
      void there.peers.alone('a', (mine) => {
        held = mine
        begun()
        return forEver()
      })
    })
    await lost
    expect(await here.peers.alone('a', atOnce)).toBe(false)
    expect(held()).toBe(true)
    await there.close()
    expect(held()).toBe(false)
    expect(await here.peers.alone('a', atOnce)).toBe(true)
  })
})

eachDialect('a commit', ({ open }, dialect) => {
  it('is heard of by those who write and by their peers', async () => {
    const [here, there] = [await open(), await open()]
    const heard: string[] = []
    const toldHere = new Promise<void>((resolve) => {
      onAnyCommit(here, () => resolve(void heard.push('here')))
    })
    const toldThere = new Promise<void>((resolve) => {
      onAnyCommit(there, () => resolve(void heard.push('there')))
    })
    // Hearing begins in the background; whoever asks for a turn on the same connection has waited for it.
    await there.peers.alone('a', atOnce)
    await here.batch(noting(here).noted('x'))
    await toldHere
    if (dialect === 'postgres') await toldThere
    expect(heard).toContain('here')
  })
})

it('requests to several processes count together', async () => {
  const place = await postgresDatabase()
  const before = await openNewsroom({ url: place.url })
  const key = { key: (await before.annotator('annotator', 'Ada')).key }
  await before.close()
  const [one, other] = [
    await openNewsroom({ url: place.url, rateLimit: 6 }),
    await openNewsroom({ url: place.url, rateLimit: 6 }),
  ]
  const path = '/v1/annotators/me'
  const statuses = []
  for (const news of [one, other, one, other, one, other, one, other])
    statuses.push((await news.get(path, key)).status)
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429])
  const refused = await other.get(path, key)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
  // Whoever watches over the service is not counted, and nobody counts for somebody else.
  expect((await one.get('/health/ready')).status).toBe(200)
  expect((await one.get('/v1/questions')).status).toBe(200)
  await one.close()
  await other.close()
  await place.remove()
})
