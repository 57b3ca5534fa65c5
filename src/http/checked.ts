// For tests: an answer whose headers are not those its route says it sends would make the API document lie.

import type { FastifyInstance } from 'fastify'

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
