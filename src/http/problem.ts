// Every refusal as a problem document (RFC 9457). The one table from what went wrong to its status.

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Fault } from '../errors.ts'
import * as refusals from '../errors.ts'
import { withoutKeys } from './auth.ts'
import { inOurWords } from './refused-body.ts'
import { traceOf } from './trace.ts'

export interface ProblemKind {
  readonly status: number
  readonly title: string
  /** What `GET /problems/{slug}` explains: what happened, and what to do. */
  readonly explanation: string
}

/** By slug, the last part of `type`. */
export const problemKinds = {
  malformed: {
    status: 400,
    title: 'The request is not of the form the contract gives',
    explanation:
      'A field, parameter or the whole body is missing, unknown or of the wrong form. `errors` names each.',
  },
  unauthenticated: {
    status: 401,
    title: 'A valid key is needed',
    explanation: 'Send `Authorization: Bearer <key>` with a key that is neither expired nor revoked.',
  },
  forbidden: {
    status: 403,
    title: 'The key may not do this',
    explanation: 'The role behind the key is too small, or the thing belongs to somebody else.',
  },
  'not-found': {
    status: 404,
    title: 'There is no such thing',
    explanation: 'Nothing is known under this address.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address does not take that method',
    explanation: 'The `Allow` header lists the methods it takes.',
  },
  conflict: {
    status: 409,
    title: 'It goes against what is stored',
    explanation:
      'It is there already, another writer was first, or its state does not allow it. The members say what stands.',
  },
  gone: {
    status: 410,
    title: 'It has been deleted',
    explanation: 'It was here once; the ledger at `/v1/changes` tells when it was deleted and by whom.',
  },
  stale: {
    status: 412,
    title: 'It has changed since it was read',
    explanation:
      'Read it again, look at what changed, and repeat the change with the new `ETag` in `If-Match`.',
  },
  'too-large': {
    status: 413,
    title: 'The body is too large',
    explanation:
      'An article may have 5 MB, a file 20 MB, a form of files 256 MB, a stream of lines 64 MB, any other body 1 MB.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is of a media type this address does not read',
    explanation:
      'Send `content-type: application/json`, `application/x-ndjson` where lines are streamed, or `multipart/form-data` where files are taken.',
  },
  invalid: {
    status: 422,
    title: 'It is well formed but cannot be carried out',
    explanation:
      'A span does not match the text, a slug is unknown, a quote is absent or ambiguous. `errors` says which.',
  },
  'precondition-required': {
    status: 428,
    title: 'If-Match is needed',
    explanation: 'A shared resource is only changed by who has read it: send its `ETag` in `If-Match`.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    explanation: 'Wait for the seconds in `Retry-After`, or end something of yours that is still under way.',
  },
  'header-too-large': {
    status: 431,
    title: 'The headers are too large',
    explanation: 'All headers together may have 16 KB.',
  },
  internal: {
    status: 500,
    title: 'Something broke on our side',
    explanation: 'It is a defect. Nothing was half written. The `traceId` finds it in the logs.',
  },
  unavailable: {
    status: 503,
    title: 'The service cannot do it just now',
    explanation:
      'The database is locked, full, read-only, damaged or away, or the temporary folder is: the detail says which, `reason` why, `Retry-After` when to try again. Nothing was written, unless the detail says that this is not known.',
  },
} as const satisfies Record<string, ProblemKind>

export type ProblemSlug = keyof typeof problemKinds

export const Problem = z
  .looseObject({
    type: z.string().max(200).describe('Path of an explanation.'),
    title: z.string().max(200),
    status: z.int().min(400).max(599),
    detail: z.string().max(5000),
    instance: z.string().max(4000).describe('The path that was asked for.'),
    errors: z
      .array(
        z.object({
          pointer: z
            .string()
            .max(1000)
            .describe('JSON pointer into the body, or `/query/…`, `/params/…`, `/headers/…`.'),
          code: z.string().max(100),
          detail: z.string().max(2000),
        }),
      )
      .max(1000),
    traceId: z.string().max(100),
  })
  .meta({ id: 'Problem', description: 'What went wrong, where, and what to act on (RFC 9457).' })

export type Problem = z.infer<typeof Problem>

const BY_CLASS: readonly (readonly [new (...args: never[]) => Error, ProblemSlug])[] = [
  [refusals.Malformed, 'malformed'],
  [refusals.Unauthenticated, 'unauthenticated'],
  [refusals.Forbidden, 'forbidden'],
  [refusals.NotFound, 'not-found'],
  [refusals.Gone, 'gone'],
  [refusals.Stale, 'stale'],
  [refusals.PreconditionMissing, 'precondition-required'],
  [refusals.Conflict, 'conflict'],
  [refusals.Invalid, 'invalid'],
  [refusals.TooLarge, 'too-large'],
  [refusals.UnsupportedMediaType, 'unsupported-media-type'],
  [refusals.TooManyRequests, 'rate-limited'],
  [refusals.Unavailable, 'unavailable'],
]

interface Explained {
  readonly slug: ProblemSlug
  readonly detail: string
  readonly faults: readonly Fault[]
  readonly state: Readonly<Record<string, unknown>>
}

function explain(error: FastifyError | Error): Explained {
  if (error instanceof refusals.Refusal) {
    const slug = BY_CLASS.find(([kind]) => error instanceof kind)?.[1] ?? 'internal'
    return { slug, detail: error.message, faults: error.faults, state: error.state }
  }
  const slug = slugOfStatus((error as FastifyError).statusCode ?? 500)
  const detail = slug === 'internal' ? problemKinds.internal.explanation : error.message
  return { slug, detail, faults: [], state: {} }
}

function slugOfStatus(status: number): ProblemSlug {
  const found = Object.entries(problemKinds).find(([, kind]) => kind.status === status)
  if (found) return found[0] as ProblemSlug
  return status >= 400 && status < 500 ? 'malformed' : 'internal'
}

/** A key or index as a part of a JSON pointer (RFC 6901). */
export const pointerPart = (key: string | number) => String(key).replace(/~/g, '~0').replace(/\//g, '~1')

/** Faults beyond these are left out. */
const MOST_FAULTS = 1000

/** Details and pointers repeat what was sent, which may be of any length and hold anything. */
const sayable = (text: string, most: number): string =>
  withoutKeys(text.length > most ? `${text.slice(0, most - 1)}…` : text)
    .replaceAll('\0', '\ufffd')
    .toWellFormed()

/** The problem document of an error: also one line's answer in a batch. */
export function problemOf(error: Error, request: Pick<FastifyRequest, 'id' | 'url'>): Problem {
  const { slug, detail, faults, state } = explain(error)
  const { status, title } = problemKinds[slug]
  return {
    ...state,
    type: `/problems/${slug}`,
    title,
    status,
    detail: sayable(detail, 5000),
    instance: sayable(request.url.split('?')[0] ?? '/', 4000),
    errors: faults.slice(0, MOST_FAULTS).map(({ pointer, code, detail: what }) => ({
      pointer: sayable(pointer, 1000),
      code,
      detail: sayable(what, 2000),
    })),
    traceId: traceOf(request.id),
  }
}

/** Answers with the problem; a defect of ours goes to the log with its stack, and never to the caller. */
export function sendProblem(thrown: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = inOurWords(thrown, request)
  const problem = problemOf(error, request)
  if (problem.status >= 500) request.log.error({ err: error, cause: error.cause }, 'failed')
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
  if (error instanceof refusals.Unavailable && error.retryAfter !== null)
    reply.header('retry-after', String(error.retryAfter))
  const isShort =
    error instanceof refusals.TooManyRequests ||
    (problem.status === 503 && !(error instanceof refusals.Unavailable))
  if (isShort || (problem.status === 409 && error.message.includes('in flight')))
    reply.header('retry-after', '1')
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(problem)
}
