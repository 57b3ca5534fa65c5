// For tests: an answer that is not what its route says it sends would make the API document lie.

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { serializeChecked } from './serialize.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route sends is JSON already. */
    written?: boolean
  }
}

/** Answers that are written by hand. */
export function checkWritten(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const { config, method, url, schema: ofRoute } = request.routeOptions
    const schema = (ofRoute?.response as Record<string, unknown> | undefined)?.[200]
    if (config.written && reply.statusCode === 200 && schema instanceof z.ZodType)
      serializeChecked({ schema, method: String(method), url: url ?? '', httpStatus: '200' })(
        JSON.parse(String(payload)),
      )
    return payload
  })
}

/** Answers that are written where their ETag is taken (see conditional.ts), and so not by what the schema compiles to. */
export function checkResources(app: FastifyInstance): void {
  app.addHook('preSerialization', async (request, reply, payload) => {
    const { config, method, url, schema: ofRoute } = request.routeOptions
    const httpStatus = String(reply.statusCode)
    const schema = (ofRoute?.response as Record<string, unknown> | undefined)?.[httpStatus]
    if ((config.sends?.includes('etag') || config.conditional) && schema instanceof z.ZodType)
      serializeChecked({ schema, method: String(method), url: url ?? '', httpStatus })(payload)
    return payload
  })
}

/** Headers. */
export function checkHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    const { config, method, url } = request.routeOptions
    if (config.role === undefined || reply.statusCode >= 300) return
    for (const name of ['etag', 'location'] as const) {
      const says =
        config.sends?.includes(name) || (name === 'etag' && config.conditional && method !== 'DELETE')
      if (Boolean(says) === reply.hasHeader(name)) continue
      const fault = `${method} ${url} ${says ? 'does not send' : 'sends'} ${name}; its config.sends says otherwise.`
      // The answer itself only says that something broke.
      console.error(fault)
      throw new Error(fault)
    }
  })
}
