// Exports over HTTP, streamed in bounded memory from one snapshot.

import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Filters } from '../claims/listing.ts'
import { NotFound } from '../errors.ts'
import { given } from '../http/formats.ts'
import { countedFor } from '../http/limit.ts'
import type { SpeakerStore } from '../speakers/store.ts'
import type { Exporting } from './exporting.ts'
import type { Format } from './format.ts'
import { formats } from './formats/index.ts'
import * as schema from './schema.ts'

interface Services {
  readonly exporting: Exporting
  readonly speakers: SpeakerStore
}

const tags = ['Exports']

export const exportRoutes =
  (services: Services): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/exports',
      {
        config: { role: 'reader' },
        schema: {
          operationId: 'listExports',
          tags,
          summary: 'List export formats',
          description: 'Every format that the corpus can leave in, with what it cannot carry.',
          response: { 200: schema.ExportCatalogue },
        },
      },
      async () => ({ data: formats.map(presentFormat) }),
    )
    for (const format of formats) await app.register(exportRoute(format, services))
  }

const presentFormat = ({ name, mediaType, summary, filtered, losses }: Format) => ({
  name,
  href: `/v1/exports/${name}`,
  mediaType,
  summary,
  filtered,
  losses: [...losses],
})

const exportRoute =
  (format: Format, { exporting, speakers }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    const { name, operationId, summary, description, mediaType, losses } = format
    app.get(
      `/exports/${name}`,
      {
        config: { role: 'reader', ...(format.page ? { problems: [404] } : {}) },
        schema: {
          operationId,
          tags,
          summary,
          description: `${description} Left out: ${losses.map((one) => one.detail).join(' ')}`,
          ...(format.filtered
            ? { querystring: format.page ? schema.AnnotationFilter : schema.ExportFilter }
            : {}),
          produces: [mediaType.split(';')[0] ?? mediaType],
          response: { 200: answerOf(format) },
        },
      },
      async (request, reply) => {
        reply
          .type(mediaType)
          .header('content-disposition', `attachment; filename="${name}"`)
          .header('averment-losses', losses.map((one) => one.code).join(', '))
          .header('link', '</v1/exports>; rel="describedby"')
        const { paged, page, ...query } = request.query as schema.AnnotationFilter
        const filters = format.filtered ? await filtersOf(query, speakers) : null
        if (page !== undefined || paged === 'true') {
          const asked = { number: page ?? null, addressOf: addressOf(request, query) }
          const found = await exporting.page(format, filters, asked)
          if (found === null) throw new NotFound(`There is no page ${page}.`)
          return reply.send(found as never)
        }
        // Nobody reads what is written for HEAD; a stream, as for GET, whose length nobody knows before it is written.
        const isRead = request.method !== 'HEAD'
        const stream = isRead ? await exporting.stream(name, filters, countedFor(request)) : Readable.from([])
        return reply.send(stream as never)
      },
    )
  }

const ANSWERS: Readonly<Record<string, z.ZodType>> = {
  'claims.ndjson': schema.CorpusLine,
  'training.jsonl': schema.TrainingLine,
  'label-studio.json': schema.LabelStudioTasks,
  'xaif.json': schema.ArgumentMap,
}

const answerOf = ({ name, summary }: Format) => ANSWERS[name] ?? z.string().meta({ description: summary })

/** Addresses of pages as the caller reaches this service, with the same filters. */
function addressOf({ protocol, host, url }: FastifyRequest, query: object) {
  const filters = Object.entries(query).filter(([, value]) => value !== undefined)
  return (page: number | null): string => {
    const asked = new URLSearchParams([...filters, page === null ? ['paged', 'true'] : ['page', `${page}`]])
    return `${protocol}://${host || 'localhost'}${url.split('?')[0]}?${asked}`
  }
}

/** Null where nothing is asked for, so that nothing is left out. */
async function filtersOf(query: schema.ExportFilter, speakers: SpeakerStore): Promise<Filters | null> {
  const { speaker, ...rest } = given(query) as schema.ExportFilter
  if (speaker === undefined && Object.keys(rest).length === 0) return null
  const ids = speaker === undefined ? undefined : await speakers.idsOf(speaker)
  // An id that nobody has: a speaker who is not known has said nothing.
  const named = ids?.length === 0 ? [''] : ids?.slice(0, 50)
  return { ...rest, sort: 'publishedAt', ...(named === undefined ? {} : { speakers: named }) }
}
