// The benchmark's own parts: answers are counted where they end, growth is drawn from what was measured, and what is
// measured is a database as the service itself would have left it.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { answers } from '../../src/commands/bench/answers.ts'
import { fill } from '../../src/commands/bench/data.ts'
import { newTexts } from '../../src/commands/bench/engine.ts'
import { growthChart } from '../../src/commands/bench/growth.ts'
import { once } from '../../src/commands/bench/lines.ts'
import { openSnapshot } from '../../src/storage/snapshot.ts'
import { verify } from '../../src/verification/index.ts'

const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello'
const made = 'HTTP/1.1 201 Created\r\nx: y\r\ncontent-length: 0\r\n\r\n'
const unchanged = 'HTTP/1.1 304 Not Modified\r\ncontent-length: 9\r\n\r\n'

it.each<[string, string[], number[]]>([
  ['one answer', [ok], [200]],
  ['one in parts', ['HTTP/1.1 200 OK\r\nContent-Le', 'ngth: 5\r\n\r\nhe', 'llo'], [200]],
  ['two at once', [ok + made], [200, 201]],
  ['one and the beginning of the next', [ok + made.slice(0, 20), made.slice(20)], [200, 201]],
  ['one without a body, whatever length it tells', [unchanged + ok], [304, 200]],
  ['none yet', [ok.slice(0, -1)], []],
])('of %s each is counted when it is whole', (_, parts, statuses) => {
  const seen: number[] = []
  const read = answers((status) => seen.push(status))
  for (const part of parts) expect(read(Buffer.from(part))).toBe(true)
  expect(seen).toEqual(statuses)
})

it('an answer that tells no length cannot be followed', () => {
  expect(answers(() => {})(Buffer.from('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n'))).toBe(false)
})

it('growth is how many times longer the same answer takes on the larger database', () => {
  const small = { claims: 1000, lines: [once('a page & more', 10, '–'), once('only here', 1, '–')] }
  const large = { claims: 10_000, lines: [once('a page & more', 25, '–')] }
  const chart = growthChart([large, small])
  expect(chart).toContain('>2.50</text>')
  expect(chart).toContain('a page &amp; more')
  expect(chart).not.toContain('only here')
  expect(growthChart([small])).toBeNull()
})

it('a database filled for measuring holds every check', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'averment-bench-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'filled.db')
  const { claimIds } = await fill(path, 600, () => {})
  expect(new Set(claimIds).size).toBe(claimIds.length)
  const db = await openSnapshot({ kind: 'file', path })
  onTestFinished(() => db.close())
  for await (const { check, count, examples } of verify(db))
    expect({ check: check.name, count, examples }).toEqual({ check: check.name, count: 0, examples: [] })
})

it('texts that the engine is timed on are new ones, and the same on every run', () => {
  const texts = newTexts(60)
  const sentences = texts.flatMap((text) =>
    text.split(/\n|(?<=[.!?]["”’]?) /).filter((one) => one.length > 40),
  )
  expect(sentences.length).toBeGreaterThan(500)
  expect(new Set(sentences).size / sentences.length).toBeGreaterThan(0.99)
  expect(newTexts(2)).toEqual(texts.slice(0, 2))
})
