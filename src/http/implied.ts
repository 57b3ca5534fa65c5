// What a route's configuration implies for its documentation: its problems, its security, its headers.

import type { FastifyContextConfig, FastifySchema } from 'fastify'
import { z } from 'zod'
import { Problem, problemKinds } from './problem.ts'

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
    'if-match': z
      .string()
      .max(1000)
      .optional()
      .describe('The ETag of the resource as it was read. Required.'),
  },
}

/** The statuses of the problems a route can answer with. */
function statusesOf(config: FastifyContextConfig, schema: FastifySchema): number[] {
  const guarded = config.role !== undefined
  const implied = [
    400,
    ...(guarded ? [401, 403] : []),
    ...(schema.params ? [404] : []),
    ...(config.idempotent ? [409, 422] : []),
    ...(config.conditional ? [412, 428] : []),
    ...(schema.body ? [413, 415] : []),
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
export function impliedBy(config: FastifyContextConfig, schema: FastifySchema): FastifySchema {
  const headers = {
    ...(config.idempotent ? headerOf.idempotent : {}),
    ...(config.conditional ? headerOf.conditional : {}),
  }
  const problems = statusesOf(config, schema).map((status) => [status, problemResponse(status)])
  const security = config.role === 'reader' ? [{}, { key: [] }] : config.role ? [{ key: [] }] : []
  return {
    ...(Object.keys(headers).length > 0 ? { headers: z.object(headers) } : {}),
    response: { ...(schema.response as object), ...Object.fromEntries(problems) },
    security,
  } as FastifySchema
}
