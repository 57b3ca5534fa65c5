// Days on which the database cannot: each is told plainly, reading goes on where it can, nothing is half stored, and once
// the day is over all goes on without anybody's hands.

import { openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openDatabase } from '../../../src/storage/open.ts'
import { expectRefused, made, type Newsroom, ok, openNewsroom, until } from '../../support/newsroom.ts'
import { connectionOf, freshFile } from '../../support/sqlite-file.ts'

let told = 0
const article = (news: Newsroom) =>
  news.post('/v1/articles', 'annotator', {
    title: 'A day',
    text: `Day ${told++}. “These are business records,” said Ida Orme. ${'It rained on the quay. '.repeat(400)}`,
  })

interface BadDay {
  readonly reason: string
  readonly retryAfter: string
  readonly begin: (connection: SqliteDatabase.Database) => void
  readonly end: (connection: SqliteDatabase.Database) => void
}

const DAYS: readonly BadDay[] = [
  {
    reason: 'disk-full',
    retryAfter: '30',
    begin: (connection) =>
      connection.pragma(`max_page_count = ${connection.pragma('page_count', { simple: true })}`),
    end: (connection) => connection.pragma('max_page_count = 1000000'),
  },
  {
    reason: 'read-only',
    retryAfter: '30',
    begin: (connection) => connection.pragma('query_only = ON'),
    end: (connection) => connection.pragma('query_only = OFF'),
  },
]

it.each(DAYS)('$reason: told, survived, over', async ({ reason, retryAfter, begin, end }) => {
  const news = await openNewsroom({ url: `file:${freshFile()}` })
  made(await article(news))
  const before = await news.rows()
  begin(connectionOf(news))
  const answer = await article(news)
  expect(expectRefused(answer, { status: 503 })).toMatchObject({ reason, type: '/problems/unavailable' })
  expect(answer.headers['retry-after']).toBe(retryAfter)
  expect(expectRefused(await news.get('/health/ready'), { status: 503 })).toMatchObject({ reason })
  expect(ok(await news.get<{ data: unknown[] }>('/v1/claims')).data).toHaveLength(1)
  expect(await news.rows()).toEqual(before)
  end(connectionOf(news))
  ok(await news.get('/health/ready'))
  made(await article(news))
})

it('what the machine was about comes about once the day is over', async () => {
  const news = await openNewsroom({ url: `file:${freshFile()}` })
  for (let i = 0; i < 10; i++) made(await article(news))
  const slug = 'may-drones-deliver-at-night'
  const positions = [
    { slug: 'allow', definition: 'It should be lawful.' },
    { slug: 'forbid', definition: 'It should not.' },
  ]
  made(await news.post('/v1/questions', 'curator', { slug, text: 'May they?', positions }))
  const connection = connectionOf(news)
  connection.pragma('query_only = ON')
  const placed = async () =>
    ok(await news.get<{ placing: unknown }>(`/v1/questions/${slug}`)).placing === null
  // Long enough for a pass to come to grief; one that was quicker has nothing to make up for.
  await new Promise((resolve) => setTimeout(resolve, 20))
  connection.pragma('query_only = OFF')
  await until(placed)
  expect(ok(await news.get<{ data: unknown[] }>(`/v1/claims?question=${slug}`)).data).toHaveLength(10)
})

it('locked by another process for a moment: writers wait, and readers do not', async () => {
  const file = freshFile()
  const news = await openNewsroom({ url: `file:${file}` })
  await news.keyOf('annotator')
  const other = new SqliteDatabase(file)
  other.exec('BEGIN IMMEDIATE')
  const writing = article(news)
  const started = performance.now()
  for (let i = 0; i < 20; i++) ok(await news.get('/v1/claims'))
  ok(await news.get('/health/ready'))
  expect(performance.now() - started).toBeLessThan(4000)
  other.exec('ROLLBACK')
  made(await writing)
  other.close()
})

it('locked for longer: the writer is told, and told to come again', async () => {
  const file = freshFile()
  const news = await openNewsroom({ url: `file:${file}` })
  await news.keyOf('annotator')
  const other = new SqliteDatabase(file)
  other.exec('BEGIN IMMEDIATE')
  const answer = await article(news)
  expect(expectRefused(answer, { status: 503 })).toMatchObject({ reason: 'locked' })
  expect(answer.headers['retry-after']).toBe('1')
  other.exec('ROLLBACK')
  other.close()
  ok(await news.get('/health/ready'))
  made(await article(news))
})

/** Overwrites the pages on which the rows of a table lie. */
function damage(file: string, table: string): void {
  const connection = new SqliteDatabase(file)
  connection.pragma('wal_checkpoint(TRUNCATE)')
  const pages = connection
    .prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'")
    .pluck()
    .all(table) as number[]
  const size = Number(connection.pragma('page_size', { simple: true }))
  connection.close()
  const handle = openSync(file, 'r+')
  for (const page of pages) writeSync(handle, Buffer.alloc(size, 0xa5), 0, size, (page - 1) * size)
}

it('damaged in one table: what needs it is refused, everything else goes on', async () => {
  const file = freshFile()
  const first = await openNewsroom({ url: `file:${file}` })
  const { id } = made(await article(first)) as unknown as { id: string }
  await first.close()
  damage(file, 'claims')
  const news = await openNewsroom({ url: `file:${file}` })
  const answer = await news.get('/v1/claims')
  expect(expectRefused(answer, { status: 503 })).toMatchObject({ reason: 'damaged' })
  expect(answer.headers['retry-after']).toBeUndefined()
  ok(await news.get('/v1/questions'))
  ok(await news.get('/v1/annotators', 'admin'))
  expect((await news.get(`/v1/articles/${id}`)).status).not.toBe(500)
  // That a write goes through elsewhere does not mend it.
  made(await news.post('/v1/annotators', 'admin', { name: 'Ida', kind: 'person', role: 'reader' }))
  expect(expectRefused(await news.get('/health/ready'), { status: 503 })).toMatchObject({ reason: 'damaged' })
})

it.each<[string, (file: string, other: string) => void]>([
  ['taken away', (file) => rmSync(file)],
  ['replaced', (file, other) => renameSync(other, file)],
])(
  'a file that was %s: nothing is stored in it any more, and what stands there now stays whole',
  async (_, how) => {
    const [file, other] = [freshFile(), freshFile()]
    const elsewhere = await openNewsroom({ url: `file:${other}` })
    made(await article(elsewhere))
    await elsewhere.close()
    const news = await openNewsroom({ url: `file:${file}` })
    made(await article(news))
    ok(await news.get('/health/ready'))
    how(file, other)
    for (const answer of [
      await article(news),
      await news.get('/health/ready'),
      await news.get('/v1/exports/claims.ndjson'),
    ])
      expect(expectRefused(answer, { status: 503 })).toMatchObject({ reason: 'away' })
    ok(await news.get('/v1/claims'))
    await news.close()
    const after = await openNewsroom({ url: `file:${file}` })
    expect(after.db.dialect).toBe('sqlite')
    made(await article(after))
    const checked = new SqliteDatabase(file, { readonly: true })
    expect(checked.pragma('integrity_check', { simple: true })).toBe('ok')
    checked.close()
  },
)

it('a file that was moved away and back: stored in again', async () => {
  const file = freshFile()
  const news = await openNewsroom({ url: `file:${file}` })
  await news.keyOf('annotator')
  renameSync(file, `${file}.away`)
  expectRefused(await article(news), { status: 503 })
  renameSync(`${file}.away`, file)
  made(await article(news))
  ok(await news.get('/health/ready'))
})

it.each<[string, (file: string) => void, string]>([
  [
    'no database at all',
    (file) => writeSync(openSync(file, 'w'), 'A shopping list. '.repeat(1000)),
    'damaged',
  ],
  ['a folder in its place', (file) => rmSync(file, { force: true }), 'away'],
])('does not start on %s, and says why in one line', async (_, prepare, reason) => {
  const file = freshFile()
  prepare(file)
  const path = reason === 'away' ? join(file, '..') : file
  const failed = await openDatabase(`file:${path}`).catch((error: unknown) => error)
  expect(failed).toMatchObject({ name: 'Unavailable', state: { reason } })
  if (reason === 'damaged') expect(statSync(file).size).toBe(17_000)
})

it('has every commit on the disk before it is answered', async () => {
  const connection = connectionOf(await openNewsroom({ url: `file:${freshFile()}` }))
  // 2 is FULL: the log is flushed at each commit.
  expect(connection.pragma('synchronous', { simple: true })).toBe(2)
  expect(connection.pragma('journal_mode', { simple: true })).toBe('wal')
})
