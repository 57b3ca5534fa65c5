// The ledger over HTTP.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { sendPage } from '../http/page.ts'
import * as schema from './schema.ts'
import type { ChangeStore } from './store.ts'

export const changeRoutes =
  ({ changes }: { readonly changes: ChangeStore }): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/changes',
      {
        config: { role: 'reader' },
        schema: {
          operationId: 'listChanges',
          tags: ['Changes'],
          summary: 'Read the ledger',
          description:
            'Every write, in the order of writing, without gaps. Ask again with `nextAfter` to follow what happens.',
          querystring: schema.ChangeFilter,
          response: { 200: schema.ChangePage },
        },
      },
      async (request, reply) => {
        const { limit, cursor, after, ...filters } = request.query
        // The cursor is the later word: a Link to the next page carries both.
        const from = cursor === undefined ? (after ?? 0) : Number(cursor)
        const data = await changes.list(from, limit, filters)
        const last = data.at(-1)
        const nextCursor = last ? String(last.seq) : null
        return { ...sendPage(request, reply, { data, nextCursor }), nextAfter: last?.seq ?? from }
      },
    )
  }
