// Who is calling, and whether they may: bearer keys and four roles, each including the ones before.

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Forbidden, Refusal, Unauthenticated } from '../errors.ts'
import type { Act } from '../storage/ledger.ts'

export const roles = ['reader', 'annotator', 'curator', 'admin'] as const
export type Role = (typeof roles)[number]

export interface Caller {
  readonly id: string
  readonly name: string
  readonly kind: 'person' | 'software'
  readonly role: Role
  readonly status: 'active' | 'suspended'
  readonly version: string | null
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose key came with the request; null without one. */
    caller: Caller | null
    /** Why the key that came with the request is not accepted. */
    badKey: Refusal | null
  }
  interface FastifyContextConfig {
    /** The smallest role that may call the route; absent where anybody may, whatever PUBLIC_READ says. */
    role?: Role
    /** Statuses of problems beyond those every such route has; for the API document. */
    problems?: readonly number[]
    /** A POST that honours Idempotency-Key. */
    idempotent?: boolean
    /** A change that needs If-Match. */
    conditional?: boolean
  }
}

export interface AuthOptions {
  /** The owner of a key, or null when it is unknown, expired or revoked. */
  readonly callerOf: (key: string) => Promise<Caller | null>
  /** Whether reading is allowed without a key. */
  readonly publicRead: boolean
}

const atLeast = (role: Role, needed: Role) => roles.indexOf(role) >= roles.indexOf(needed)

/**
 * First who it is, and only later whether they may: what comes between, the rate limiter, counts those who are
 * refused as well. Both come before the body is read.
 */
export function identifyCallers(app: FastifyInstance, callerOf: AuthOptions['callerOf']): void {
  app.decorateRequest('caller', null)
  app.decorateRequest('badKey', null)
  app.addHook('onRequest', async (request) => {
    const header = request.headers.authorization
    if (header === undefined) return
    const found = await identified(header, callerOf)
    if (found instanceof Refusal) request.badKey = found
    else request.caller = found
  })
}

/** For answers that go on for long: whether a key that came with the request would still be accepted. */
export async function stillKnown(
  request: FastifyRequest,
  callerOf: AuthOptions['callerOf'],
): Promise<boolean> {
  const header = request.headers.authorization
  return header === undefined || !((await identified(header, callerOf)) instanceof Refusal)
}

export function guardRoutes(app: FastifyInstance, publicRead: boolean): void {
  app.addHook('preParsing', (request, _reply, _payload, done) => done(refusal(request, publicRead)))
}

/** Why the caller may not; null where they may. */
function refusal({ badKey, caller, routeOptions }: FastifyRequest, publicRead: boolean): Refusal | null {
  if (badKey) return badKey
  const needed = routeOptions.config.role
  if (needed === undefined || (needed === 'reader' && publicRead)) return null
  if (!caller) return new Unauthenticated('This needs a key: Authorization: Bearer <key>.')
  if (atLeast(caller.role, needed)) return null
  return new Forbidden(`This needs the role ${needed}; the key has ${caller.role}.`)
}

/** The key in an Authorization header, however the rest of it is written; undefined where there is none. */
export const keyIn = (header: string): string | undefined =>
  /^Bearer +([\x21-\x7e]{1,200})$/i.exec(header)?.[1]

async function identified(header: string, callerOf: AuthOptions['callerOf']): Promise<Caller | Refusal> {
  const key = keyIn(header)
  if (!key) return new Unauthenticated('The Authorization header is not of the form Bearer <key>.')
  const caller = await callerOf(key)
  if (!caller) return new Unauthenticated('The key is unknown, expired or revoked.')
  if (caller.status === 'suspended') return new Forbidden('The annotator behind this key is suspended.')
  return caller
}

/** Of each character of a key its own sign, or a percent and its number as addresses write it, also when that was done twice. */
const KEY =
  /(?:a|%(?:25)*61)(?:v|%(?:25)*76)(?:k|%(?:25)*6[bB])(?:_|%(?:25)*5[fF])(?:[\w-]|%(?:25)*(?:2[dD]|3\d|4[1-9a-fA-F]|5[\daAfF]|6[1-9a-fA-F]|7[\daA])){8,}/g

/** Text in which somebody may have put a key where none belongs, fit to be repeated or logged. */
export const withoutKeys = (text: string): string => text.replace(KEY, 'avk_…')

/** The caller of a route that needs a role above reader. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Unauthenticated('This needs a key: Authorization: Bearer <key>.')
  return request.caller
}

/** A write by this caller, now. */
export const actOf = (request: FastifyRequest, now: number): Act => ({ by: callerOf(request).id, at: now })
