// Days on which PostgreSQL takes no writes: each is told plainly, reading goes on, nothing is half stored, and once the day
// is over all goes on without anybody's hands.

import { inspect } from 'node:util'
import { sql } from 'drizzle-orm'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../src/storage/open.ts'
import {
  expectNoGaps,
  expectRefused,
  made,
  type Newsroom,
  ok,
  openNewsroom,
  until,
} from '../../support/newsroom.ts'
import { onServer, postgresDatabase, TEMPLATE } from '../../support/postgres-database.ts'

interface BadDay {
  readonly reason: string
  /** Where it is said: in another database, which takes writes, or in the one it is about. */
  readonly from: 'postgres' | null
  readonly begin: (database: string) => string
  readonly end: (database: string) => string
}

const DAYS: readonly BadDay[] = [
  {
    // As an administrator, or a provider whose space runs out, forbids writes; connections that are open feel it as well.
    reason: 'read-only',
    from: 'postgres',
    begin: (name) =>
      `ALTER DATABASE ${name} SET default_transaction_read_only = on; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND pid <> pg_backend_pid()`,
    end: (name) => `ALTER DATABASE ${name} RESET default_transaction_read_only`,
  },
  {
    // In the server's own words, at the last rows of an article: what was written before them must go.
    reason: 'disk-full',
    from: null,
    begin: () =>
      `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$; CREATE TRIGGER full_disk BEFORE INSERT ON claims FOR EACH ROW EXECUTE FUNCTION full_disk(); CREATE TRIGGER full_disk BEFORE INSERT ON idempotency_keys FOR EACH ROW EXECUTE FUNCTION full_disk()`,
    end: () => 'DROP TRIGGER full_disk ON claims; DROP TRIGGER full_disk ON idempotency_keys',
  },
]

let told = 0
const article = (news: Newsroom) =>
  news.post('/v1/articles', 'annotator', {
    title: 'A day',
    text: `Day ${told++}. “These are business records,” said Ida Orme.`,
  })

it.each(DAYS)('$reason: told, survived, over', async ({ reason, from, begin, end }) => {
  const { url, remove } = await postgresDatabase(TEMPLATE)
  onTestFinished(remove)
  const name = new URL(url).pathname.slice(1)
  const say = (statement: string) => onServer(from === null ? url : url.replace(name, from), statement)
  const news = await openNewsroom({ url })
  made(await article(news))
  const before = await news.rows()
  await say(begin(name))
  // A connection that was ended is replaced by the first who finds it so.
  await until(async () => (await news.get('/v1/claims')).status === 200)
  let answer = await article(news)
  for (let tries = 0; tries < 3 && JSON.parse(answer.text).reason === 'away'; tries++)
    answer = await article(news)
  expect(expectRefused(answer, { status: 503 })).toMatchObject({ reason, type: '/problems/unavailable' })
  expect(answer.headers['retry-after']).toBe('30')
  expect(expectRefused(await news.get('/health/ready'), { status: 503 })).toMatchObject({ reason })
  expect(ok(await news.get<{ data: unknown[] }>('/v1/claims')).data).toHaveLength(1)
  expect(await news.rows()).toEqual(before)
  await say(end(name))
  await until(async () => (await news.get('/health/ready')).status === 200)
  made(await article(news))
  expect(ok(await news.get<{ data: unknown[] }>('/v1/claims')).data).toHaveLength(2)
  await expectNoGaps(news)
})

it.each(['changes', 'claims'])(
  'without its table of %s: told as trouble of the database, and over with it',
  async (table) => {
    const { url, remove } = await postgresDatabase(TEMPLATE)
    onTestFinished(remove)
    const news = await openNewsroom({ url })
    await news.keyOf('annotator')
    await onServer(url, `ALTER TABLE ${table} RENAME TO elsewhere`)
    expect(expectRefused(await article(news), { status: 503 })).toMatchObject({ reason: 'away' })
    expect(expectRefused(await news.get('/health/ready'), { status: 503 })).toMatchObject({ reason: 'away' })
    await onServer(url, `ALTER TABLE elsewhere RENAME TO ${table}`)
    await until(async () => (await news.get('/health/ready')).status === 200)
    made(await article(news))
  },
)

it('commits to the disk, whatever the database is given otherwise', async () => {
  const { url, remove } = await postgresDatabase(TEMPLATE)
  onTestFinished(remove)
  const name = new URL(url).pathname.slice(1)
  await onServer(url, `ALTER DATABASE ${name} SET synchronous_commit = off`)
  const db = await openDatabase(url)
  const setting = await db.batch(function* () {
    const rows = yield* db.query((q) =>
      q.select({ on: sql<string>`current_setting('synchronous_commit')` }).from(sql`(values (1)) as one`),
    )({})
    return rows
  })
  await db.close()
  expect(setting).toEqual([{ on: 'on' }])
})

it('what is refused goes to the log without what was to be stored', async () => {
  const { url, remove } = await postgresDatabase(TEMPLATE)
  onTestFinished(remove)
  const day = DAYS[1] as BadDay
  await onServer(url, day.begin(''))
  const db = await openDatabase(url)
  const put = db.command((q, slot) => q.insert(db.tables.claims).values({ id: slot('id') } as never))
  const refused = await db
    .batch(function* () {
      yield* put({ id: 'clm_secret' })
    })
    .catch((error: unknown) => error)
  await db.close()
  expect(refused).toMatchObject({ name: 'Unavailable' })
  expect(inspect(refused, { depth: 10 })).not.toContain('clm_secret')
})
