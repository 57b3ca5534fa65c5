// Keyset pages: how they are asked for and how they are answered.

import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'

/** The parameters every list takes. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('How many to give at most.'),
  cursor: z.string().min(1).max(2000).optional().describe('The `nextCursor` of the page before.'),
}

export interface Page<T> {
  readonly data: T[]
  readonly nextCursor: string | null
}

export const nextCursor = z
  .string()
  .max(2000)
  .nullable()
  .describe('Where the next page begins; null on the last one.')

/** A page of a named schema. */
export function pageOf<T extends z.ZodType>(item: T, id: string) {
  return z.object({ data: z.array(item).max(200), nextCursor }).meta({ id, description: `A page of a list.` })
}

/** Cuts the one row too many that tells whether there is a next page. */
export function cut<Row>(rows: Row[], limit: number, cursorOf: (last: Row) => string): Page<Row> {
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  return { data, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null }
}

/** Answers with the page, and names the next one in a Link header (RFC 8288). */
export function sendPage<T>(request: FastifyRequest, reply: FastifyReply, page: Page<T>): Page<T> {
  linkNext(request, reply, page.nextCursor)
  return page
}

/** The same with items that are JSON already. The route says so in its config, for tests: `written`. */
export function sendPageWritten(
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page<string>,
): FastifyReply {
  linkNext(request, reply, page.nextCursor)
  const text = `{"data":[${page.data.join()}],"nextCursor":${JSON.stringify(page.nextCursor)}}`
  return reply.header('content-type', 'application/json; charset=utf-8').send(text)
}

function linkNext(request: FastifyRequest, reply: FastifyReply, cursor: string | null): void {
  if (cursor === null) return
  const url = new URL(request.url, 'http://localhost')
  url.searchParams.set('cursor', cursor)
  reply.header('link', `<${url.pathname}${url.search}>; rel="next"`)
}
