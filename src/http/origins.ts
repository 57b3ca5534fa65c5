// Pages of other origins: which of them may use the service from a browser, and which headers they may see.

import type { FastifyInstance } from 'fastify'

const METHODS = 'GET, HEAD, POST, PATCH, DELETE'
const SENT =
  'authorization, content-type, idempotency-key, if-match, if-none-match, last-event-id, traceparent, tracestate'
const SEEN =
  'etag, location, link, idempotency-replayed, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset, x-request-id, traceresponse'
/** Seconds for which a browser need not ask again. */
const REMEMBERED = '86400'

/**
 * Keys travel in a header and never in a cookie, so a page can do no more than whoever wrote it holds a key for, and
 * read what is public. Before all other hooks: a refusal has to be readable too.
 */
export function admitOrigins(app: FastifyInstance, allowed: readonly string[]): void {
  if (allowed.length === 0) return
  const any = allowed.includes('*')
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers
    if (!any) reply.header('vary', 'Origin')
    if (origin === undefined || !(any || allowed.includes(origin))) return
    reply.header('access-control-allow-origin', any ? '*' : origin)
    reply.header('access-control-expose-headers', SEEN)
    if (request.method !== 'OPTIONS' || !request.headers['access-control-request-method']) return
    reply.headers({
      'access-control-allow-methods': METHODS,
      'access-control-allow-headers': SENT,
      'access-control-max-age': REMEMBERED,
    })
    return reply.code(204).send()
  })
}
