// What a route's configuration implies for its documentation: its problems, its security, its headers, its lines.

import type { FastifyContextConfig, FastifySchema } from 'fastify'
import { z } from 'zod'
import { Problem, problemKinds } from './problem.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Headers of the answer that not every route sends: an ETag, or where the new thing is. */
    sends?: readonly ('etag' | 'location')[]
    /** What one line of a streamed body is. */
    lines?: z.ZodType
    /** What a form or file is, which the route reads itself as it arrives. */
    form?: z.ZodType
  }
}

const headerOf = {
  idempotent: {
    'idempotency-key': z
      .string()
      .min(1)
      .max(255)
      .optional()
      .describe('The same key and body again give the first answer again; for 24 hours.'),
  },
  conditional: {
    'if-match': z.string().max(1000).describe('The ETag of the resource as it was read.'),
  },
  cached: {
    'if-none-match': z
      .string()
      .max(1000)
      .optional()
      .describe('ETags of what the caller has; 304 when it is still so.'),
  },
}

/** The statuses of the problems a route can answer with. */
function statusesOf(
  method: string | string[],
  config: FastifyContextConfig,
  schema: FastifySchema,
): number[] {
  // A key that comes with a request is looked at wherever it goes: a bad one is refused on open routes too.
  const implied = [
    400,
    401,
    403,
    ...(schema.params ? [404] : []),
    ...(config.idempotent ? [409, 422] : []),
    ...(config.conditional ? [412, 428] : []),
    // A body that nobody asked for is looked at too, but for GET.
    ...(method === 'GET' ? [] : [413, 415]),
    429,
    500,
    503,
    ...(config.problems ?? []),
  ]
  return [...new Set(implied)].sort((a, b) => a - b)
}

function problemResponse(status: number) {
  const kind = Object.values(problemKinds).find((one) => one.status === status)
  return {
    description: `${kind?.title ?? 'Refused'}.`,
    content: { 'application/problem+json': { schema: Problem } },
  }
}

/** Additions to a route's schema. Only for the document: nothing of this steers what is served. */
export function impliedBy(
  method: string | string[],
  config: FastifyContextConfig,
  schema: FastifySchema,
): FastifySchema {
  const isCached = [method].flat().includes('GET') && config.sends?.includes('etag')
  const headers = {
    ...shapeOf(schema.headers),
    ...(config.idempotent ? headerOf.idempotent : {}),
    ...(config.conditional ? headerOf.conditional : {}),
    ...(isCached ? headerOf.cached : {}),
  }
  const problems = statusesOf(method, config, schema).map((status) => [status, problemResponse(status)])
  const needsKey = config.role !== undefined && config.role !== 'reader'
  return {
    ...(Object.keys(headers).length > 0 ? { headers: z.object(headers) } : {}),
    ...(config.lines ? { body: config.lines } : {}),
    ...(config.form ? { body: config.form } : {}),
    response: {
      ...(schema.response as object),
      ...(isCached ? { 304: z.null().meta({ description: 'Still as the caller has it.' }) } : {}),
      ...Object.fromEntries(problems),
    },
    ...(config.deprecated ? { deprecated: true } : {}),
    security: needsKey ? [{ key: [] }] : [{}, { key: [] }],
  } as FastifySchema
}

/** The headers that a route asks for itself. */
const shapeOf = (headers: unknown): object => (headers instanceof z.ZodObject ? headers.shape : {})
