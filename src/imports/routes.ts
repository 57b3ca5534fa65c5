// Imports over HTTP: a body in, an outcome a row out, while it is read.

import { Readable } from 'node:stream'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../http/auth.ts'
import { problemOf } from '../http/problem.ts'
import type { Importer, Job, Outcome, Status } from './format.ts'
import { statuses } from './format.ts'
import * as schema from './schema.ts'

/** The longest file, in bytes. */
const FILE_LIMIT = 4 * 1024 ** 3
const file = z
  .string()
  .max(FILE_LIMIT)
  .meta({ id: 'ImportFile', format: 'binary', description: 'A file in that format, as a whole.' })

export const importRoutes =
  ({ importers }: { readonly importers: readonly Importer[] }): FastifyPluginAsyncZod =>
  async (app) => {
    for (const importer of importers)
      await app.register(async (own) => {
        // Read by the importer as it arrives, and by nobody before.
        own.removeAllContentTypeParsers()
        own.addContentTypeParser(importer.mediaType, async (_request: unknown, payload: unknown) => payload)
        await own.register(importRoute(importer))
      })
  }

const importRoute =
  (importer: Importer): FastifyPluginAsyncZod =>
  async (app) => {
    const { name, operationId, role, mediaType, summary, description, losses } = importer
    app.post(
      `/imports/${name}`,
      {
        bodyLimit: FILE_LIMIT,
        config: { role, form: file },
        schema: {
          operationId,
          tags: ['Imports'],
          summary,
          description: `${description} Each row is stored whole or not at all, and a file sent again changes nothing. Not brought: ${losses.map((one) => one.detail).join(' ')}`,
          consumes: [mediaType],
          produces: ['application/x-ndjson'],
          querystring: schema.ImportQuery,
          response: { 200: schema.ImportLine },
        },
      },
      async (request, reply) => {
        const dryRun = request.query.dryRun === 'true'
        const job: Job = { body: request.body as AsyncIterable<Buffer>, caller: callerOf(request), dryRun }
        const line = ({ error, ...outcome }: Outcome) => {
          const problem = error === undefined ? undefined : problemOf(error, request)
          if (problem && problem.status >= 500) request.log.error({ err: error, row: outcome.row }, 'failed')
          return { ...outcome, problem }
        }
        reply.type('application/x-ndjson')
        return reply.send(Readable.from(answers(importer, job, line)) as never)
      },
    )
  }

async function* answers(importer: Importer, job: Job, line: (outcome: Outcome) => object) {
  const counts = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>
  for await (const outcome of importer.take(job)) {
    counts[outcome.status]++
    yield `${JSON.stringify(line(outcome))}\n`
  }
  yield `${JSON.stringify({ status: 'done', dryRun: job.dryRun, counts, losses: importer.losses })}\n`
}
