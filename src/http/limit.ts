// Requests a minute for each caller, refused ones and unknown addresses included.

import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refusalOf } from '../storage/constraints.ts'
import type { Peers } from '../storage/peers.ts'

/** Callers remembered at once; more push out those who called longest ago. */
const MOST_CALLERS = 10_000

/** The answer to one request too many; goes through the error handler like any refusal. */
class TooManyRequests extends Error {
  readonly statusCode = 429
}

/** Whom a request counts for. By the key's owner, not by the key: an invented key must not get a fresh allowance. */
export const countedFor = (request: FastifyRequest): string =>
  request.caller?.id ?? `ip ${normalizeIP(request.ip)}`

/** Those who watch over the service must not be kept from it. */
const isExempt = (request: FastifyRequest): boolean =>
  request.url.startsWith('/health/') || request.url === '/metrics'

/** `count` counts a caller's requests to all processes of the service; without one each process counts its own. */
export async function limitRate(
  app: FastifyInstance,
  perMinute: number,
  count: Peers['count'],
): Promise<void> {
  if (perMinute === 0) return
  await app.register(rateLimit, {
    ...(count === null ? {} : { store: storeOf(count) }),
    global: false,
    max: perMinute,
    timeWindow: 60_000,
    cache: MOST_CALLERS,
    enableDraftSpec: true,
    keyGenerator: countedFor,
    allowList: isExempt,
    errorResponseBuilder: (_request, context) =>
      new TooManyRequests(`At most ${context.max} requests a minute; try again in ${context.after}.`),
  })
  // A hook of the root rather than of each route, so that it sees unknown addresses too.
  app.addHook('onRequest', app.rateLimit())
}

/** The limiter makes its stores itself, one for each group of routes: here they are all the same. */
function storeOf(count: NonNullable<Peers['count']>) {
  return class {
    incr(caller: string, done: (error: Error | null, result?: Current) => void, window: number): void {
      count(caller, window).then(
        ({ calls, left }) => done(null, { current: calls, ttl: left }),
        (error: unknown) => done(refusalOf(error) as Error),
      )
    }

    child() {
      return this
    }
  }
}

interface Current {
  readonly current: number
  readonly ttl: number
}
