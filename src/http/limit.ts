// Requests a minute for each caller, refused ones and unknown addresses included.

import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'

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

export async function limitRate(app: FastifyInstance, perMinute: number): Promise<void> {
  if (perMinute === 0) return
  await app.register(rateLimit, {
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
