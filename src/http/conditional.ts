// Strong ETags over what is answered, 304 for who has it already, and If-Match for who wants to change it.

import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { PreconditionMissing, Stale } from '../errors.ts'

function etagOfText(text: string, revision?: number): string {
  const whole = hash('sha1', text, 'base64url')
  return revision === undefined ? `"${whole}"` : `"${revision}.${whole}"`
}

/**
 * Equal tags mean equal bodies: taken over the whole resource, so nothing has to be told when a part changes. Of what shows
 * more than its callers write, and changes by itself, the revision stands in front: it says whether they have changed it.
 */
export const etagOf = (resource: unknown, revision?: number): string =>
  etagOfText(JSON.stringify(resource), revision)

const listed = (header: string) => header.split(',').map((tag) => tag.trim())

/** Whether If-None-Match names the tag (weakly compared, RFC 9110 13.1.2). */
function known(request: FastifyRequest, etag: string): boolean {
  const header = request.headers['if-none-match']
  if (header === undefined) return false
  return listed(header).some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag)
}

/**
 * Answers a read of a single resource: with its ETag, or 304 when the caller has it. `state` is what the tag is
 * taken over, where that is less than the whole answer.
 */
export function sendResource<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  resource: T,
  state: unknown = resource,
  revision?: number,
): T | undefined {
  const text = JSON.stringify(resource)
  const etag = state === resource ? etagOfText(text, revision) : etagOf(state, revision)
  reply.header('etag', etag)
  if ((request.method === 'GET' || request.method === 'HEAD') && known(request, etag)) {
    reply.code(304).send()
    return undefined
  }
  // Written once: what the tag was taken over is what is sent.
  reply
    .header('content-type', 'application/json; charset=utf-8')
    .serializer(() => text)
    .send(resource)
  return resource
}

/** A resource as JSON, and its ETag once it was asked for. */
export interface Written {
  readonly text: string
  readonly revision?: number
  etag?: string
}

/** As `sendResource`, of what is JSON already. The route says so in its config, for tests: `written`. */
export function sendWritten(request: FastifyRequest, reply: FastifyReply, written: Written): FastifyReply {
  written.etag ??= etagOfText(written.text, written.revision)
  reply.header('etag', written.etag)
  if (known(request, written.etag)) return reply.code(304).send()
  return reply.header('content-type', 'application/json; charset=utf-8').send(written.text)
}

/** Lets a change through only when If-Match names the resource as it now is, or its revision, where it has one. */
export function requireMatch(request: FastifyRequest, resource: unknown, revision?: number): void {
  const header = request.headers['if-match']
  if (header === undefined)
    throw new PreconditionMissing(
      'Send the ETag of what you read in If-Match, so that nobody else’s change is lost.',
    )
  const etag = etagOf(resource, revision)
  const isSame = (tag: string) => tag === etag || (revision !== undefined && tag.startsWith(`"${revision}.`))
  if (listed(header).some((tag) => tag === '*' || isSame(tag))) return
  throw new Stale('This has changed since it was read.', { state: { current: resource, etag } })
}
