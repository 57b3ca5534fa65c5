// A small newsroom's SQLite file goes over to PostgreSQL as it is, or not at all.

import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import pg from 'pg'
import { afterAll, beforeEach, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../src/storage/open.ts'
import { made, type Newsroom, ok, openNewsroom, QUESTION, RECORDS } from '../support/newsroom.ts'
import { type Place, postgresDatabase } from '../support/postgres-database.ts'
import { rowsOf } from '../support/rows.ts'

const program = join(import.meta.dirname, '../../dist/commands/averment.js')
const folder = mkdtempSync(join(tmpdir(), 'averment-test-'))
const path = join(folder, 'press.db')
let rows: Record<string, unknown[]> = {}
let standing: unknown

/** Made for the first test; a newsroom opened for all of them would be closed after each. */
async function filled(): Promise<void> {
  if (existsSync(path)) return
  const news = await openNewsroom({ url: `file:${path}` })
  const { claims } = await news.article(
    '“The mail is ours,” said Mara Voss for Kestrel Mail. “Nobody’s,” said Piet Lund.',
  )
  const { article: gone } = await news.article('“It rains,” said Ida Orme.')
  await news.article('“Letters are letters,” said Mara Voss for Kestrel Mail.', { publisher: 'The Quill' })
  const tag = { question: QUESTION, position: RECORDS, confidence: 0.1 + 0.2 }
  made(await news.post(`/v1/claims/${claims[0]?.id}/tags`, 'annotator', tag))
  made(
    await news.post(`/v1/claims/${claims[1]?.id}/rulings`, 'curator', {
      question: QUESTION,
      position: RECORDS,
    }),
  )
  expect((await news.remove(`/v1/articles/${gone.id}`, 'curator')).status).toBe(204)
  rows = await news.rows()
  standing = await positions(news)
  await news.close()
}

beforeEach(filled)

afterAll(() => rmSync(folder, { recursive: true }))

const positions = async (news: Newsroom) => ok(await news.get(`/v1/positions?question=${QUESTION}`))

async function place(): Promise<Place> {
  const found = await postgresDatabase()
  onTestFinished(found.remove)
  return found
}

const averment = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [program, 'move', ...args], { cwd: folder }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })

it('every row is there, counts hold, words are found, and writing goes on', async () => {
  const { url } = await place()
  const { code, out, err } = await averment(path, url, '--json')
  expect(code, err).toBe(0)
  const { tables } = JSON.parse(out) as { tables: { table: string; rows: number }[] }
  expect(tables.find(({ table }) => table === 'changes')?.rows).toBe(rows.changes?.length)
  // Before a service is opened on it, which would learn from the decisions in it.
  const moved = await openDatabase(url)
  expect(await rowsOf(moved)).toEqual(rows)
  await moved.close()
  const news = await openNewsroom({ url })
  expect(await positions(news)).toEqual(standing)
  expect(ok(await news.get<{ data: unknown[] }>('/v1/articles?q=letters')).data).toHaveLength(1)
  const { claims } = await news.article('“Parcels are parcels,” said Piet Lund.')
  expect(claims).toHaveLength(1)
  await news.close()
})

it('a database in which there is something is left alone, and what is not there is said', async () => {
  const full = await place()
  await (await openNewsroom({ url: full.url })).close()
  const refused = await averment(path, full.url)
  expect(refused).toMatchObject({ code: 2, out: '' })
  expect(refused.err).toMatch(/^Nothing was moved\. There are rows in annotators, /)

  const again = await place()
  expect((await averment(path, again.url.replace(/[^/]+$/, 'absent'))).code).toBe(3)
  expect((await averment('absent.db', again.url)).code).toBe(2)
  expect((await averment(path, 'file:other.db')).code).toBe(2)
})

it('while it is moved nothing is written to the file, and no service starts on it', async () => {
  const { url } = await place()
  await (await openDatabase(url)).close()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  // The move waits for the tables there, with the file already in its hands.
  await client.query('BEGIN; LOCK TABLE changes IN EXCLUSIVE MODE')
  const moving = averment(path, url)
  const waiting = () => client.query('SELECT 1 FROM pg_locks WHERE NOT granted')
  while ((await waiting()).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  await expect(openDatabase(`file:${path}`)).rejects.toMatchObject({ state: { reason: 'locked' } })
  const writer = new SqliteDatabase(path, { timeout: 0 })
  expect(() => writer.exec("UPDATE articles SET title = 'Written meanwhile'")).toThrow(/locked/)
  writer.close()
  await client.query('ROLLBACK')
  await client.end()
  const { code, err } = await moving
  expect(code, err).toBe(0)
  const moved = await openDatabase(url)
  expect(await rowsOf(moved)).toEqual(rows)
  await moved.close()
}, 60_000)

it('a file that a service has open, or of another version, is left alone', async () => {
  const { url } = await place()
  const news = await openNewsroom({ url: `file:${path}` })
  expect((await averment(path, url)).err).toMatch(/a service runs on it/)
  await news.close()
  const copy = join(folder, 'older.db')
  const file = new SqliteDatabase(path)
  await file.backup(copy)
  file.close()
  const older = new SqliteDatabase(copy)
  older.exec(
    'DELETE FROM __drizzle_migrations WHERE created_at = (SELECT max(created_at) FROM __drizzle_migrations)',
  )
  older.close()
  expect((await averment(copy, url)).err).toMatch(
    /^Nothing was moved\. The file was last used by an older version/,
  )
})
