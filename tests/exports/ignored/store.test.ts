// On both databases: who opens large exports and does not read them keeps neither the threads nor a moment of the database.

import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { eachDialect } from '../../support/dialects.ts'
import { listening } from '../../support/events.ts'
import { type Newsroom, openNewsroom, until } from '../../support/newsroom.ts'

const PATH = '/v1/exports/claims.ndjson'
/** Bytes of it: more than the buffers of two sockets hold. */
const LARGE = 8_000_000
const PATIENCE = 1000

/** With so many claims that its exports are written on a thread. */
async function filled(news: Newsroom): Promise<void> {
  const sayings = Array.from({ length: 520 }, (_, i) => `“Ledger ${i} is theirs,” said Ida Orme.`).join(' ')
  await news.article(sayings)
  const long = `${'x'.repeat(9_999)} `.repeat(20)
  for (let i = 0; i < LARGE / long.length; i++) await news.article(`Day ${i}. ${long}`)
}

/** Asks for an export and takes nothing of it; `there` is the service's end of the connection. */
async function asking(news: Newsroom, key?: string): Promise<{ socket: Socket; there: Socket }> {
  const { port } = new URL(await listening(news))
  const arrived = once(news.app.server, 'connection')
  const socket = connect(Number(port), '127.0.0.1').on('error', () => {})
  onTestFinished(() => void socket.destroy())
  const [there] = (await arrived) as [Socket]
  const authorization = key === undefined ? '' : `Authorization: Bearer ${key}\r\n`
  socket.write(`GET ${PATH} HTTP/1.1\r\nHost: localhost\r\n${authorization}\r\n`)
  return { socket, there }
}

const status = async (news: Newsroom, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${await listening(news)}${PATH}`, { headers })
  const text = await answer.text()
  return { status: answer.status, text, headers: answer.headers }
}

eachDialect('an export that is not read', ({ url }) => {
  it('ends, and with it what it kept', async () => {
    const news = await openNewsroom({ url: await url(), patience: PATIENCE })
    await filled(news)
    const key = await news.keyOf('annotator')
    const ignored = [await asking(news), await asking(news, key)]
    await pause(PATIENCE / 5)
    const third = { authorization: `Bearer ${await news.keyOf('curator')}` }
    const asked = performance.now()
    const next = await status(news, third)
    expect(next.status).toBe(200)
    expect(next.text.length).toBeGreaterThan(LARGE)
    // It waited for one of the two to end.
    expect(performance.now() - asked).toBeGreaterThan(PATIENCE / 5)
    for (const { there } of ignored) await until(async () => there.destroyed)
    expect((await status(news)).status).toBe(200)
  })

  it('is one of two large ones that its caller may have', async () => {
    const news = await openNewsroom({ url: await url() })
    await filled(news)
    const { socket } = await asking(news)
    const other = await asking(news)
    await pause(300)
    const refused = await status(news)
    expect(refused).toMatchObject({ status: 429 })
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(JSON.parse(refused.text)).toMatchObject({ open: 2, most: 2, type: '/problems/rate-limited' })
    // Whoever else wants one has it, again and again.
    const headers = { authorization: `Bearer ${await news.keyOf('annotator')}` }
    for (let i = 0; i < 3; i++) expect((await status(news, headers)).status).toBe(200)
    socket.destroy()
    await until(async () => (await status(news)).status === 200)
    other.socket.destroy()
  })

  it('of which one is read slowly goes on', async () => {
    const news = await openNewsroom({ url: await url(), patience: PATIENCE })
    await filled(news)
    const { socket: slow } = await asking(news)
    let taken = 0
    const started = performance.now()
    // Some of it each time, in more time altogether than one may take nothing.
    slow.on('data', (piece: Buffer) => {
      const before = taken
      taken += piece.length
      if (Math.floor(before / 1_000_000) === Math.floor(taken / 1_000_000)) return
      slow.pause()
      setTimeout(() => slow.resume(), PATIENCE / 3)
    })
    await until(async () => taken > LARGE)
    expect(performance.now() - started).toBeGreaterThan(2 * PATIENCE)
  })

  it('keeps no thread that its caller waited for and left', async () => {
    const news = await openNewsroom({ url: await url() })
    await filled(news)
    const keys = await Promise.all((['annotator', 'curator', 'reader'] as const).map(news.keyOf))
    const [first, second, third] = [await asking(news), await asking(news), await asking(news, keys[0])]
    await pause(300)
    const waiting = await asking(news, keys[1])
    await pause(100)
    waiting.socket.destroy()
    await pause(100)
    first.socket.destroy()
    const headers = { authorization: `Bearer ${keys[2]}` }
    for (let i = 0; i < 2; i++) expect((await status(news, headers)).status).toBe(200)
    second.socket.destroy()
    third.socket.destroy()
  })
})
