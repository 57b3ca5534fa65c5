// Who stands where, over HTTP.

import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { LRUCache } from 'lru-cache'
import type { Asking } from '../http/as-of.ts'
import { sendPage } from '../http/page.ts'
import * as schema from './schema.ts'
import type { PositionStore } from './store.ts'

/** An answer, and the number of the last change when it was made: it holds until there is another change. */
interface Kept {
  readonly seq: number
  readonly link: string | undefined
  readonly body: string
}

/** Answers kept at most, and their characters in all. */
const MOST_ANSWERS = 1000
const MOST_CHARACTERS = 32_000_000

interface Services {
  readonly asking: Asking<{ readonly positions: Pick<PositionStore, 'list'> }>
  /** The number of the last change in the ledger. */
  readonly lastChange: () => Promise<number>
}

export const positionRoutes =
  ({ asking, lastChange }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    const answers = new LRUCache<string, Kept>({
      max: MOST_ANSWERS,
      maxSize: MOST_CHARACTERS,
      sizeCalculation: ({ body }) => body.length,
    })

    app.get(
      '/positions',
      {
        config: { role: 'reader', problems: [404, 422] },
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
        const { seq, url } = { seq: await lastChange(), url: request.url }
        const known = answers.get(url)
        if (known?.seq === seq) return sendKept(reply, known)
        const found = await asking(request.query.asOf, ({ positions }) => positions.list(request.query))
        sendPage(request, reply, found)
        const link = reply.getHeader('link') as string | undefined
        const kept = { seq, link, body: reply.serializeInput(found, '200') as string }
        answers.set(url, kept)
        return sendKept(reply, kept)
      },
    )
  }

function sendKept(reply: FastifyReply, { link, body }: Kept): FastifyReply {
  if (link !== undefined) reply.header('link', link)
  return reply
    .type('application/json; charset=utf-8')
    .serializer((text: unknown) => text as string)
    .send(body)
}
