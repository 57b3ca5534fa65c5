// Who stands where, over HTTP.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { sendPage } from '../http/page.ts'
import * as schema from './schema.ts'
import type { PositionStore } from './store.ts'

export const positionRoutes =
  (positions: PositionStore): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/positions',
      {
        config: { role: 'reader', problems: [404] },
        schema: {
          operationId: 'listPositions',
          tags: ['Positions'],
          summary: 'Who stands where',
          description:
            'Counts of claims by position for each speaker, affiliation, publisher or month, with the strongest evidence for each side. Months come in order, other groups by the number of their claims. Rejected claims never count.',
          querystring: schema.PositionFilter,
          response: { 200: schema.Standings },
        },
      },
      async (request, reply) => {
        const found = await positions.list(request.query)
        sendPage(request, reply, found)
        return found
      },
    )
  }
