// The queue over HTTP.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { OffsetUnit } from '../claims/spans.ts'
import type { ClaimStore } from '../claims/store.ts'
import { Conflict, Gone, NotFound } from '../errors.ts'
import { callerOf } from '../http/auth.ts'
import { SlugParams } from '../questions/schema.ts'
import type { QuestionStore } from '../questions/store.ts'
import * as schema from './schema.ts'
import type { QueueStore } from './store.ts'

interface Services {
  readonly queue: QueueStore
  readonly questions: QuestionStore
  readonly claims: ClaimStore
}

export const queueRoutes =
  ({ queue, questions, claims }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/questions/:slug/queue',
      {
        config: { role: 'annotator', problems: [404, 409] },
        schema: {
          operationId: 'readQueue',
          tags: ['Tags'],
          summary: 'What to tag next',
          description:
            'Claims you have not tagged and nobody has ruled on, most informative first: those people disagree on, then those nobody has tagged, the machine’s least sure first, then those one person has tagged. Articles take turns. Neither others’ tags nor the machine’s are shown.',
          params: SlugParams,
          querystring: schema.QueueFilter,
          response: { 200: schema.Queue },
        },
      },
      async (request) => {
        const { slug } = request.params
        const { limit, offsetUnit } = request.query
        const question = await questions.find(slug)
        if (!question) throw new NotFound(`There is no question "${slug}".`)
        if (question.status !== 'open')
          throw new Conflict('This question is closed.', { state: { questionStatus: question.status } })
        const wanted = await queue.list(slug, callerOf(request).id, limit)
        const found = await Promise.all(wanted.map(({ claimId }) => shown(claims, claimId, offsetUnit)))
        const data = found.filter((claim) => claim !== null)
        return { question: slug, version: question.version, data, nextCursor: null }
      },
    )
  }

/** Null when it was deleted a moment ago. */
async function shown(claims: ClaimStore, id: string, unit: OffsetUnit): Promise<schema.ClaimToTag | null> {
  try {
    const { positions: _, ...claim } = await claims.find(id, unit)
    return claim
  } catch (error) {
    if (error instanceof Gone || error instanceof NotFound) return null
    throw error
  }
}
