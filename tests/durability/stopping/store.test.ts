// SIGTERM drains: what is in flight is answered, streams end as they should, and the process is gone within ten seconds.

import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { eachDialect } from '../../support/dialects.ts'
import { QUESTION, RECORDS, until } from '../../support/newsroom.ts'
import { postgresDatabase, TEMPLATE } from '../../support/postgres-database.ts'
import { wayTo } from '../../support/way.ts'
import { ADMIN_KEY, built } from '../built.ts'
import { read, send } from '../writes.ts'

const key = ADMIN_KEY
const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' }

const line = (n: number) =>
  `${JSON.stringify({ title: 'A day', text: `Day ${n}. “These are business records,” said Ida Orme. “It rains,” said Jon Pell.` })}\n`

interface Result {
  readonly line: number
  readonly status: string
  readonly problem?: { readonly status: number; readonly detail: string; readonly taken: number }
}

/** A stream of articles that its sender has not finished. */
function halfSent(address: string) {
  const sending = request(`${address}/v1/articles/batch`, { method: 'POST', headers })
  const answered = once(sending, 'response')
  sending.write(line(1001))
  return {
    async finish(): Promise<Result[]> {
      sending.end(line(1002))
      return this.answer()
    },
    /** Resolves when the service has ended it. */
    async answer(): Promise<Result[]> {
      const [response] = (await answered) as [NodeJS.ReadableStream]
      let text = ''
      for await (const chunk of response) text += chunk
      return text
        .trim()
        .split('\n')
        .map((one) => JSON.parse(one) as Result)
    },
  }
}

eachDialect('a stopped service', ({ url }) => {
  it('answers what is in flight, and ends its streams', async () => {
    const { address, child, ended } = await built(await url())
    const body = Array.from({ length: 60 }, (_, n) => line(n)).join('')
    await send(address, { path: '/v1/articles/batch', key, body, headers })
    const claims = (await read<{ data: { id: string }[] }>(address, '/v1/claims?limit=200', key)).body.data
    expect(claims).toHaveLength(120)

    // What goes on by itself: the machine learns from tags, and places every claim anew.
    for (const { id } of claims.slice(0, 20)) {
      const tag = JSON.stringify({ question: QUESTION, position: RECORDS })
      expect(
        (await send(address, { path: `/v1/claims/${id}/tags`, key, body: tag, headers: {} }))?.status,
      ).toBe(201)
    }
    const batch = halfSent(address)
    const events = await fetch(`${address}/v1/changes/stream?after=0`, { headers })
    const lines = await fetch(`${address}/v1/exports/claims.ndjson`, { headers })

    const stopped = performance.now()
    child.kill('SIGTERM')
    // What is nearly through still comes in.
    expect((await batch.finish()).map(({ status }) => status)).toEqual(['created', 'created'])
    const followed = await events.text()
    expect(followed).toMatch(/^event: tag\.create$/m)
    expect(followed.endsWith('\n\n')).toBe(true)
    const exported = (await lines.text()).trim().split('\n')
    // With or without the line of the batch that was there before: one moment, and all of it.
    expect([120, 122]).toContain(exported.filter((one) => one.startsWith('{"record":"claim"')).length)
    expect(await ended).toBe(0)
    expect(performance.now() - stopped).toBeLessThan(10_000)
    await expect(fetch(address)).rejects.toThrow()
  })
})

it.each<[string, number, string]>([
  ['has thousands of lines to come', 20_000, ''],
  ['sends nothing more, in the middle of a line', 40, '{"title": "A d'],
])('a stopped service tells a sender who %s what it took', async (_, lines, rest) => {
  const folder = mkdtempSync(join(tmpdir(), 'averment-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { address, child, ended, output } = await built(`file:${join(folder, 'test.db')}`, {
    LOG_LEVEL: 'info',
  })
  const sending = request(`${address}/v1/articles/batch`, { method: 'POST', headers })
  const answered = once(sending, 'response')
  for (let n = 1; n <= lines; n++) sending.write(line(n))
  if (rest === '') sending.end()
  else sending.write(rest)
  const [response] = (await answered) as [NodeJS.ReadableStream]
  let text = ''
  const read = (async () => {
    for await (const chunk of response) text += chunk
  })()
  await until(async () => text !== '')
  const stopped = performance.now()
  child.kill('SIGTERM')
  // It rejects where the connection breaks.
  await read
  expect(performance.now() - stopped).toBeLessThan(6_000)
  const results = text
    .trimEnd()
    .split('\n')
    .map((one) => JSON.parse(one) as Result)
  const last = results.pop()
  expect(results.every(({ status }) => status === 'created')).toBe(true)
  expect(results.length).toBeLessThan(lines + 1)
  expect(last).toMatchObject({ line: results.length + 1, status: 'invalid' })
  expect(last?.problem).toMatchObject({ status: 503, reason: 'stopping', taken: results.length })
  expect(await ended).toBe(0)
  expect(output().match(/"msg":"stopping"/g)).toHaveLength(1)
})

const note = (n: number) => JSON.stringify({ title: 'A day', text: `Day ${n}. “It rains,” said Jon Pell.` })

it.each([
  ['is away', 'cut', 5_000],
  ['hangs', 'hang', 10_000],
] as const)('a stopped service whose PostgreSQL %s says so to whoever waits', async (_, happens, within) => {
  const { url, remove } = await postgresDatabase(TEMPLATE)
  onTestFinished(remove)
  const way = await wayTo(url)
  const { address, child, ended } = await built(way.url)
  const write = (n: number) =>
    fetch(`${address}/v1/articles`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: note(n),
    })
  expect((await write(1)).status).toBe(201)
  const events = await fetch(`${address}/v1/changes/stream?after=0`, { headers })
  await way[happens]()
  const waiting = [write(2), fetch(`${address}/v1/claims`, { headers })]
  // Time to arrive: whoever comes after the signal is not let in.
  await new Promise((resolve) => setTimeout(resolve, 100))

  const stopped = performance.now()
  child.kill('SIGTERM')
  expect((await events.text()).endsWith('\n\n')).toBe(true)
  for (const answer of await Promise.all(waiting)) {
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ reason: 'away' })
  }
  expect(await ended).toBe(0)
  expect(performance.now() - stopped).toBeLessThan(within)
})
