// A real service over a fresh database in memory, its answers checked against their schemas, and a key of each role.

import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { type AppOptions, buildApp } from '../../src/app.ts'
import { createEngine } from '../../src/engine/index.ts'
import type { Role } from '../../src/http/auth.ts'
import { systemRuntime } from '../../src/runtime.ts'
import type { Database } from '../../src/storage/database.ts'
import { openDatabase } from '../../src/storage/open.ts'
import { shippedWeights } from '../../src/weights.ts'

export interface Sent {
  /** Whose key goes with it; nobody's when left out. */
  readonly as?: Role | undefined
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

export interface FreshApp {
  readonly app: FastifyInstance
  readonly db: Database
  readonly keys: Readonly<Record<Role, string>>
  /** `send('POST /v1/questions', { as: 'curator', body })` */
  send(request: string, sent?: Sent): Promise<LightMyRequestResponse>
  close(): Promise<void>
}

export interface FreshOptions extends Partial<AppOptions> {
  /** `file::memory:` when left out. */
  readonly url?: string
  /** Whether the sample articles are taken in. */
  readonly demo?: boolean
}

/** Known beforehand, so that a second app on the same database can be called with it. */
export const ADMIN_KEY = 'admin-key-of-the-tests'

/** Read once: every app of a test file has the same. */
let engine: ReturnType<typeof createEngine> | undefined

export async function freshApp({
  url = 'file::memory:',
  demo = false,
  ...options
}: FreshOptions = {}): Promise<FreshApp> {
  engine ??= createEngine(shippedWeights())
  const db = options.db ?? (await openDatabase(url))
  const { app, start } = await buildApp({
    db,
    engine,
    runtime: systemRuntime(),
    publicRead: true,
    rateLimit: 0,
    logger: false,
    checkAnswers: true,
    version: '0.0.0',
    ...options,
  })
  await start({ demo, adminKey: ADMIN_KEY })
  await app.ready()
  const keys = { reader: '', annotator: '', curator: '', admin: ADMIN_KEY }
  for (const role of ['reader', 'annotator', 'curator'] as const) keys[role] = await keyOf(app, role)
  return {
    app,
    db,
    keys,
    send: (request, { as, body, headers } = {}) => sent(app, request, as && keys[as], body, headers),
    async close() {
      await app.close()
      await db.close()
    },
  }
}

async function keyOf(app: FastifyInstance, role: Role): Promise<string> {
  const answer = await sent(app, 'POST /v1/annotators', ADMIN_KEY, { name: `the ${role}`, role })
  return (answer.json() as { key: string }).key
}

function sent(
  app: FastifyInstance,
  request: string,
  key: string | undefined,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  const [method, url] = request.split(' ')
  const isRaw = typeof body === 'string' || Buffer.isBuffer(body)
  return app.inject({
    method: method as 'GET',
    url: url ?? '/',
    ...(body === undefined ? {} : { payload: isRaw ? body : JSON.stringify(body) }),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...headers,
    },
  })
}
