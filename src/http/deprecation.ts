// Operations on their way out say so with every answer: since when (RFC 9745), and until when they are there (RFC 8594).

import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Days, as `2027-03-05`: since when nobody should begin to use it, and when it goes; a year lies between them. */
    deprecated?: { readonly since: string; readonly sunset: string }
  }
}

export function announceDeprecations(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const { deprecated } = route.config ?? {}
    if (!deprecated) return
    const headers = {
      deprecation: `@${Date.parse(deprecated.since) / 1000}`,
      sunset: new Date(deprecated.sunset).toUTCString(),
    }
    route.onRequest = [
      route.onRequest ?? [],
      async (_request: unknown, reply: { headers(all: object): void }) => {
        reply.headers(headers)
      },
    ].flat() as NonNullable<typeof route.onRequest>
  })
}
