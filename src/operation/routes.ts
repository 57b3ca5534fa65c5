// What those who run the service ask it: is it alive, is it ready, how is it doing, what do its problems mean.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { NotFound, Unavailable } from '../errors.ts'
import { problemKinds } from '../http/problem.ts'
import type { Metrics } from './metrics.ts'

interface Services {
  /** Refused when the database does not answer, or takes nothing. */
  readonly ready: () => Promise<void>
  readonly metrics: Metrics
}

const Health = z.object({ status: z.literal('ok') }).meta({ id: 'Health', description: 'All is well.' })

const ProblemKind = z
  .object({
    type: z.string().max(200),
    title: z.string().max(200),
    status: z.int(),
    explanation: z.string().max(2000).describe('What happened, and what to do.'),
  })
  .meta({ id: 'ProblemKind', description: 'What the `type` of a problem document means.' })

const tags = ['Operation']

export const operationRoutes =
  ({ ready, metrics }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/health/live',
      {
        schema: {
          operationId: 'checkLive',
          tags,
          summary: 'Is the process alive',
          description: 'Answers as long as the process does.',
          response: { 200: Health },
        },
      },
      async () => ({ status: 'ok' as const }),
    )

    app.get(
      '/health/ready',
      {
        schema: {
          operationId: 'checkReady',
          tags,
          summary: 'Can it serve',
          description:
            'Answers 503 while the database does not answer, and while it takes no writes; `reason` says why.',
          response: { 200: Health },
        },
      },
      async () => {
        await ready().catch((cause) => {
          if (cause instanceof Unavailable) throw cause
          throw new Unavailable('The database does not answer.', { cause })
        })
        return { status: 'ok' as const }
      },
    )

    app.get('/metrics', { schema: { hide: true } as object }, async (_request, reply) =>
      reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
    )

    app.get(
      '/problems/:slug',
      {
        schema: {
          operationId: 'explainProblem',
          tags,
          summary: 'What a problem means',
          description: 'The `type` of a problem document leads here.',
          params: z.object({ slug: z.string().min(1).max(100).describe('The last part of the type.') }),
          response: { 200: ProblemKind },
        },
      },
      async (request) => {
        const found = Object.entries(problemKinds).find(([slug]) => slug === request.params.slug)
        if (!found) throw new NotFound('There is no such kind of problem.')
        const [slug, { title, status, explanation }] = found
        return { type: `/problems/${slug}`, title, status, explanation }
      },
    )
  }
