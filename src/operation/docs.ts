// The API document, and a page to read and try it, without anything from elsewhere.

import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

export async function addDocs(app: FastifyInstance): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: {
      // Otherwise the page sends the document to a validator on the web.
      validatorUrl: null,
      deepLinking: true,
      docExpansion: 'list',
      tryItOutEnabled: true,
    },
    theme: { title: 'Averment API' },
  })
  let text: string | null = null
  app.get('/openapi.json', { schema: { hide: true } as object }, async (_request, reply) => {
    text ??= JSON.stringify(app.swagger())
    return reply.type('application/json; charset=utf-8').send(text)
  })
}
