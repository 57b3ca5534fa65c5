// Exports over HTTP, streamed in bounded memory.

import { Readable } from 'node:stream'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ExportStore } from './store.ts'

const pairs = z.array(z.tuple([z.int().min(0), z.int().min(1)])).max(10_000)

export const TrainingLine = z
  .object({
    id: z.string().max(64),
    text: z.string().max(6_000_000),
    attributions: z
      .array(
        z.object({
          source: pairs,
          cue: pairs,
          content: pairs,
          speakers: z.array(z.string().max(300)).max(200),
          polarity: z.enum(['asserted', 'denied', 'questioned']),
        }),
      )
      .max(100_000),
  })
  .meta({ id: 'TrainingLine', description: 'An article and its claims; offsets are UTF-16 code units.' })

export const exportRoutes =
  ({ exports }: { readonly exports: ExportStore }): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/exports/training.jsonl',
      {
        config: { role: 'reader' },
        schema: {
          operationId: 'exportTraining',
          tags: ['Exports'],
          summary: 'Export a corpus for the engine’s trainer',
          description:
            'A TrainingLine a line: the articles of which every claim has been confirmed or rejected, with the confirmed ones. `npm run train -- --corpus` reads it.',
          produces: ['application/x-ndjson'],
          response: { 200: TrainingLine },
        },
      },
      async (_request, reply) => {
        async function* lines() {
          for await (const article of exports.training()) yield `${JSON.stringify(article)}\n`
        }
        reply.type('application/x-ndjson')
        return reply.send(Readable.from(lines()) as never)
      },
    )
  }
