// Exports as they stand on the wire.

import { z } from 'zod'
import { ClaimFilter } from '../claims/schema.ts'

const { limit: _, cursor: __, sort: ___, offsetUnit: ____, ...filters } = ClaimFilter.shape

/** The filters of a list of claims; an export has an order of its own. */
export const ExportFilter = z.strictObject(filters)

/** Of annotations, which have pages. */
export const AnnotationFilter = z.strictObject({
  ...filters,
  paged: z
    .enum(['true', 'false'])
    .optional()
    .describe('`true`: the collection alone, naming its first and last page.'),
  page: z.coerce.number().int().min(1).max(1_000_000).optional().describe('This page of it, from 1.'),
})

const losses = z
  .array(z.object({ code: z.string().max(100), detail: z.string().max(500) }))
  .max(100)
  .describe('What is in the service and not in the file.')

export const ExportFormat = z
  .object({
    name: z.string().max(100),
    href: z.string().max(200),
    mediaType: z.string().max(200),
    summary: z.string().max(500),
    filtered: z.boolean().describe('Whether it takes the filters of `GET /v1/claims`.'),
    losses,
  })
  .meta({ id: 'ExportFormat', description: 'A format that the corpus can leave in.' })

export const ExportCatalogue = z
  .object({ data: z.array(ExportFormat).max(100) })
  .meta({ id: 'ExportCatalogue', description: 'Every format, with what it cannot carry.' })

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

export const CorpusLine = z
  .looseObject({
    record: z
      .enum([
        'corpus',
        'annotator',
        'question',
        'speaker',
        'affiliation',
        'article',
        'claim',
        'tag',
        'ruling',
        'end',
      ])
      .describe('What the rest of the line is: mostly the fields of the resource of that name.'),
  })
  .meta({ id: 'CorpusLine', description: 'A record of a complete export.' })

/** Answers of type application/json: only what all of them have. */
export const LabelStudioTasks = z
  .array(
    z.looseObject({
      id: z.int().min(1),
      data: z.looseObject({ text: z.string().max(6_000_000) }),
      annotations: z.array(z.looseObject({})).max(1000),
      predictions: z.array(z.looseObject({})).max(1000),
    }),
  )
  .max(10_000_000)
  .meta({ id: 'LabelStudioTasks', description: 'A task an article.' })

const graphItems = z.array(z.looseObject({})).max(100_000_000)
export const ArgumentMap = z
  .looseObject({
    AIF: z.looseObject({
      nodes: graphItems,
      edges: graphItems,
      locutions: graphItems,
      participants: graphItems,
    }),
  })
  .meta({ id: 'ArgumentMap', description: 'An argument map in xAIF.' })

export type ExportFilter = z.infer<typeof ExportFilter>
export type AnnotationFilter = z.infer<typeof AnnotationFilter>
