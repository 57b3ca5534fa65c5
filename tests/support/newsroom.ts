// The door of the rooms' tests: a real app over a database of its own, checked answers, a key for every role.

import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import type { Annotator } from '../../src/annotators/schema.ts'
import { type Averment, buildApp } from '../../src/app.ts'
import type { Article } from '../../src/articles/schema.ts'
import type { Claim } from '../../src/claims/schema.ts'
import type { Engine } from '../../src/engine/index.ts'
import type { Role } from '../../src/http/auth.ts'
import type { Problem } from '../../src/http/problem.ts'
import type { Tracing } from '../../src/http/trace.ts'
import type { Question } from '../../src/questions/schema.ts'
import { systemRuntime } from '../../src/runtime.ts'
import type { Database } from '../../src/storage/database.ts'
import { openDatabase } from '../../src/storage/open.ts'
import { newsroomPlace } from './postgres-database.ts'
import { lastSeq, rowsOf } from './rows.ts'
import { stubEngine } from './stub-engine.ts'

/** The question every service opens with, and its sides. */
export const QUESTION = 'business-records-vs-personal-documents'
export const RECORDS = 'business-records'
export const PERSONAL = 'personal-documents'

export const ADMIN_KEY = 'test-admin-key-0123456789'

/** A role, a key, or nobody. */
export type As = Role | 'nobody' | { readonly key: string }

export interface Answer<T> {
  readonly status: number
  readonly headers: LightMyRequestResponse['headers']
  readonly text: string
  readonly body: T
  readonly etag: string
}

export interface Sent {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface NewsroomOptions {
  readonly url?: string
  /** Of the PostgreSQL behind `url`, to read from. */
  readonly replica?: string
  readonly engine?: Engine
  readonly publicRead?: boolean
  /** Requests a minute for each caller; 0, for no limit, when left out. */
  readonly rateLimit?: number
  /** Proxies whose word counts for who calls; none when left out. Tests call from 127.0.0.1. */
  readonly trustedProxies?: readonly string[]
  /** Origins whose pages may use the service; none when left out. */
  readonly allowedOrigins?: readonly string[]
  /** Never, in the time a test takes, when left out: learning starts a thread with the shipped engine. */
  readonly learnAfter?: number
  /** Between signs of life on streams, in milliseconds. */
  readonly heartbeat?: number
  /** Changes beyond which the past is restored on a thread. */
  readonly longPast?: number
  /** For which the reader of an export may take nothing of it, in milliseconds. */
  readonly patience?: number
  /** Whether answers are checked against their schemas, as they are when left out; not so in service. */
  readonly checkAnswers?: boolean
  /** What is logged, from `trace` on, a line a call; nothing is when left out. */
  readonly log?: (line: string) => void
  readonly tracing?: Tracing
}

export type Newsroom = Awaited<ReturnType<typeof opened>>

/** Closed after the test, or before it ends by `close()`. */
export async function openNewsroom(options: NewsroomOptions = {}): Promise<Newsroom> {
  const news = await opened(options)
  onTestFinished(news.close)
  return news
}

/** One for all the tests of a `describe` that do not mind each other, since building one takes as long as ten requests. */
export function sharedNewsroom<T>(
  prepare: (news: Newsroom) => Promise<T>,
  options: NewsroomOptions = {},
): () => Newsroom & { readonly given: T } {
  let shared: (Newsroom & { readonly given: T }) | undefined
  beforeAll(async () => {
    const news = await opened(options)
    shared = { ...news, given: await prepare(news) }
  })
  afterAll(() => shared?.close())
  return () => {
    if (!shared) throw new Error('It is open while tests run.')
    return shared
  }
}

async function opened(options: NewsroomOptions) {
  const {
    engine = stubEngine(),
    publicRead = true,
    rateLimit = 0,
    trustedProxies = [],
    allowedOrigins = [],
    learnAfter = 3_600_000,
  } = options
  const clock = { shift: 0 }
  const runtime = { ...systemRuntime(), now: () => Date.now() + clock.shift }
  const place = options.url === undefined ? await newsroomPlace() : null
  const db = await openDatabase(options.url ?? place?.url ?? '', options.replica)
  const { log, tracing } = options
  const logger = log ? { level: 'trace', stream: { write: log } } : { level: 'silent' }
  const built = await buildApp({
    db,
    engine,
    runtime,
    publicRead,
    rateLimit,
    trustedProxies,
    allowedOrigins,
    logger,
    checkAnswers: options.checkAnswers ?? true,
    learnAfter,
    version: '0.0.0',
    ...(options.heartbeat === undefined ? {} : { heartbeat: options.heartbeat }),
    ...(options.longPast === undefined ? {} : { longPast: options.longPast }),
    ...(options.patience === undefined ? {} : { patience: options.patience }),
    ...(tracing === undefined ? {} : { tracing }),
  })
  await built.start({ demo: false, adminKey: ADMIN_KEY })
  // Asked of the database first: each request counts towards the admin's limit.
  await until(() => isPlaced(db))
  await until(async () => !(await isPlacing(built.app)))
  let open = true
  const close = async () => {
    if (!open) return
    open = false
    await built.app.close()
    await db.close()
    await place?.remove()
  }
  const door = doorOf(built, { admin: ADMIN_KEY })
  return { ...door, ...built, db, clock, close, rows: () => rowsOf(db), seq: () => lastSeq(db) }
}

/** Waits until it holds; a test that waits in vain fails in seconds. */
export async function until(holds: () => Promise<boolean>, most = 30_000): Promise<void> {
  for (const end = Date.now() + most; !(await holds()); ) {
    if (Date.now() > end) throw new Error(`It did not come about within ${most} ms.`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

/** Whether the pass over all claims that follows every start has ended for each question. */
async function isPlaced(db: Database): Promise<boolean> {
  const { questions } = db.tables
  const rows = await db.query((q) => q.select({ placed: questions.placed }).from(questions)).read()
  return rows.every(({ placed }) => placed !== null && !placed.startsWith('pass '))
}

/** Whether the service still says that it is at it. */
async function isPlacing(app: Averment['app']): Promise<boolean> {
  const headers = { authorization: `Bearer ${ADMIN_KEY}` }
  const { placing } = (await app.inject({ url: `/v1/questions/${QUESTION}`, headers })).json<Question>()
  return placing !== null
}

function doorOf({ app }: Averment, keys: Partial<Record<Role, string>>) {
  async function send<T = Problem>(
    method: Method,
    url: string,
    as: As = 'nobody',
    { body, headers }: Sent = {},
  ): Promise<Answer<T>> {
    const key = typeof as === 'object' ? as.key : as === 'nobody' ? undefined : await keyOf(as)
    const answer = await app.inject({
      method,
      url,
      headers: { ...(key === undefined ? {} : { authorization: `Bearer ${key}` }), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    const json =
      answer.body !== '' && /^application\/(problem\+)?json/.test(String(answer.headers['content-type']))
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      body: (json ? JSON.parse(answer.body) : undefined) as T,
      etag: String(answer.headers.etag),
    }
  }

  /** Made through the API when first asked for. */
  async function keyOf(role: Role): Promise<string> {
    const key = keys[role] ?? (await annotator(role, `the ${role}`)).key
    keys[role] = key
    return key
  }

  async function annotator(role: Role, name: string, kind: 'person' | 'software' = 'person') {
    return made(
      await send<Annotator & { key: string }>('POST', '/v1/annotators', 'admin', {
        body: { name, role, kind },
      }),
    )
  }

  return {
    send,
    keyOf,
    annotator,
    get: <T = Problem>(url: string, as: As = 'nobody', headers = {}) => send<T>('GET', url, as, { headers }),
    post: <T = Problem>(url: string, as: As, body?: unknown, headers = {}) =>
      send<T>('POST', url, as, { body, headers }),
    /** With the ETag it now has, unless one is given. */
    async patch<T = Problem>(url: string, as: As, body: unknown, etag?: string) {
      const match = etag ?? (await send('GET', url.split('?')[0] ?? '', 'admin')).etag
      return send<T>('PATCH', url, as, { body, headers: { 'if-match': match } })
    },
    remove: <T = Problem>(url: string, as: As, etag = '*') =>
      send<T>('DELETE', url, as, { headers: { 'if-match': etag } }),
    /** Takes an article in and gives it with its claims. */
    async article(text: string, more: Record<string, unknown> = {}) {
      const article = made(
        await send<Article>('POST', '/v1/articles', 'annotator', {
          body: { title: 'A dispute', text, ...more },
        }),
      )
      const claims = await send<{ data: Claim[] }>(
        'GET',
        `/v1/articles/${article.id}/claims?limit=200`,
        'admin',
      )
      return { article, claims: claims.body.data }
    },
  }
}

type Method = 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** The body of an answer that must be a creation. */
export function made<T>(answer: Answer<T>): T {
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

/** The body of an answer that must be a 200. */
export function ok<T>(answer: Answer<T>): T {
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}

/** The first of a list that must not be empty. */
export function first<T>(list: readonly T[]): T {
  expect(list.length).toBeGreaterThan(0)
  return list[0] as T
}

export interface Refused {
  readonly status: number
  readonly pointer?: string | undefined
  readonly code?: string | undefined
}

/** A problem document of that status; with that fault at that place, where one is named. */
export function expectRefused(answer: Answer<unknown>, { status, pointer, code }: Refused): Problem {
  expect(answer.status, answer.text).toBe(status)
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  const problem = answer.body as Problem
  expect(problem).toMatchObject({
    status,
    type: expect.stringMatching(/^\/problems\//),
    traceId: expect.any(String),
  })
  expect(problem.detail).not.toBe('')
  expect(answer.text).not.toMatch(/node_modules|\.ts:\d|SqliteError|drizzle/i)
  if (pointer !== undefined)
    expect(problem.errors).toContainEqual(
      expect.objectContaining({ pointer, ...(code === undefined ? {} : { code }) }),
    )
  return problem
}

/** That the ledger has every number from 1 to its last. */
export async function expectNoGaps({ db }: Pick<Newsroom, 'db'>): Promise<void> {
  const { changes } = db.tables
  const entries = await db.query((q) => q.select({ seq: changes.seq }).from(changes)).read()
  const numbers = entries.map((entry) => entry.seq).sort((a, b) => a - b)
  expect(numbers).toEqual(numbers.map((_, i) => i + 1))
}
