// Idempotency-Key: a POST that is sent again is answered again, and happens once.

import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Conflict, Invalid, Malformed } from '../errors.ts'
import type { Database, Operation } from '../storage/database.ts'
import { keyIn } from './auth.ts'
import { etagOf } from './conditional.ts'

export interface Receipts {
  /**
   * Part of the write's own operation: keeps the answer under the request's key, so that the write and the memory
   * of it are committed together. Does nothing without a key.
   */
  keep(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    headers: Record<string, string>,
    body: unknown,
  ): Operation<void>
}

/** How long an answer is kept, in milliseconds. */
const KEPT_FOR = 24 * 60 * 60 * 1000

interface Mine {
  readonly owner: string
  readonly key: string
  readonly fingerprint: string
}

interface Kept {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: string
}

declare module 'fastify' {
  interface FastifyRequest {
    idempotency: Mine | null
  }
}

export function idempotency(app: FastifyInstance, db: Database, now: () => number): Receipts {
  const store = receiptStore(db)
  const inFlight = new Set<string>()
  const nameOf = ({ owner, key }: Mine) => `${owner} ${key}`
  app.decorateRequest('idempotency', null)

  async function recognise(request: FastifyRequest, reply: FastifyReply) {
    const key = request.headers['idempotency-key']
    if (key === undefined || !request.caller) return
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key))
      throw new Malformed('Idempotency-Key is 1 to 255 visible ASCII characters.', {
        faults: [
          {
            pointer: '/headers/idempotency-key',
            code: 'invalid_header',
            detail: '1 to 255 visible ASCII characters.',
          },
        ],
      })
    const mine = { owner: request.caller.id, key, fingerprint: fingerprintOf(request) }
    if (inFlight.has(nameOf(mine)))
      throw new Conflict('A request with this Idempotency-Key is still in flight; send it again shortly.')
    inFlight.add(nameOf(mine))
    request.idempotency = mine
    const kept = await answered(mine, request)
    if (kept) return replay(reply, kept)
  }

  async function forget(request: FastifyRequest) {
    if (request.idempotency) inFlight.delete(nameOf(request.idempotency))
  }

  // Another process may have answered the same request since that look: then this one came to nothing, since the answer
  // is kept within the write, and gives that answer.
  app.addHook('onRoute', (route) => {
    if (route.schema?.consumes !== undefined)
      route.preHandler = [refuseKey, ...[route.preHandler ?? []].flat()]
    if (!route.config?.idempotent) return
    const { handler } = route
    route.preHandler = [recognise, ...[route.preHandler ?? []].flat()]
    route.onResponse = [forget, ...[route.onResponse ?? []].flat()]
    route.handler = async function (request, reply) {
      try {
        return await handler.call(this, request, reply)
      } catch (error) {
        const mine = request.idempotency
        const kept = mine && (await answered(mine, request))
        if (!kept) throw error
        return replay(reply, kept)
      }
    }
  })

  /** What the request was answered with before, or null. Throws when the key was used for another. */
  async function answered(mine: Mine, request: FastifyRequest): Promise<Kept | null> {
    const [kept] = await store.find.read({ owner: mine.owner, key: mine.key })
    if (!kept || kept.createdAt < now() - KEPT_FOR) return null
    if (kept.fingerprint !== mine.fingerprint)
      throw new Invalid('This Idempotency-Key was used for another request.', {
        faults: [
          {
            pointer: '/headers/idempotency-key',
            code: 'key_reused',
            detail: 'Use a new key for a new request.',
          },
        ],
      })
    const body = opened(kept.body, request)
    if (body === null)
      throw new Conflict('This Idempotency-Key was used with another key of the same annotator.')
    return { ...kept, body }
  }

  return {
    *keep(request, reply, status, headers, body) {
      const mine = request.idempotency
      if (!mine) return
      yield* store.forget({ before: now() - KEPT_FOR, owner: mine.owner })
      const { owner, key, fingerprint } = mine
      const etag = request.routeOptions.config.sends?.includes('etag') ? { etag: etagOf(body) } : {}
      const text = sealed(
        reply.serializeInput(body as Record<string, unknown>, String(status)) as string,
        request,
      )
      yield* store.insert({
        ...{ owner, key, fingerprint, status, body: text, createdAt: now() },
        headers: { ...etag, ...headers },
      })
    },
  }
}

const NOT_HERE =
  'What is answered line by line is not kept under a key. Leave the header out; where an answer is cut off, send what it had not come to.'

/** On routes that read a stream: whoever sends a key there relies on what would not happen. */
async function refuseKey(request: FastifyRequest) {
  if (request.headers['idempotency-key'] === undefined) return
  throw new Malformed(NOT_HERE, {
    faults: [{ pointer: '/headers/idempotency-key', code: 'not_idempotent', detail: NOT_HERE }],
  })
}

function replay(reply: FastifyReply, kept: Kept) {
  reply.code(kept.status).headers(kept.headers).header('idempotency-replayed', 'true')
  return reply
    .type('application/json; charset=utf-8')
    .serializer((text: unknown) => text as string)
    .send(kept.body)
}

/** Of the method, the address and the value of the body. */
function fingerprintOf(request: FastifyRequest): string {
  const { method, url, body } = request
  return createHash('sha256')
    .update(JSON.stringify([method, url, body ?? null]))
    .digest('base64url')
}

// An answer may hold a new key, of which the database is to know the hash alone. So answers are kept sealed with the
// caller's own key (AES-256-GCM), which the database does not know either.

const sealingKey = ({ headers }: FastifyRequest) =>
  createHash('sha256')
    .update(`answer Bearer ${keyIn(headers.authorization ?? '')}`)
    .digest()

function sealed(text: string, request: FastifyRequest): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(request), iv)
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
    'base64',
  )
}

/** Null when it was sealed with another key. */
function opened(text: string, request: FastifyRequest): string | null {
  const bytes = Buffer.from(text, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(request), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(-16))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

function receiptStore(db: Database) {
  const { idempotencyKeys: t } = db.tables
  return {
    find: db.query((q, slot) =>
      q
        .select()
        .from(t)
        .where(and(eq(t.annotatorId, slot('owner')), eq(t.key, slot('key')))),
    ),
    insert: db.command((q, slot) =>
      q.insert(t).values({
        annotatorId: slot('owner'),
        key: slot('key'),
        fingerprint: slot('fingerprint'),
        status: slot('status'),
        headers: slot('headers'),
        body: slot('body'),
        createdAt: slot('createdAt'),
      }),
    ),
    forget: db.command((q, slot) =>
      q.delete(t).where(and(eq(t.annotatorId, slot('owner')), sql`${t.createdAt} < ${slot('before')}`)),
    ),
  }
}
