// Answers as the document gives them: each problem once, and the headers that a client steers by.

import type { FastifyContextConfig } from 'fastify'
import { type Problem, type ProblemKind, problemKinds } from '../problem.ts'
import { type Answer, type Document, mapOperations, mapValues, type Operation, type Schema } from './shape.ts'

/** What a route's configuration says about its answers, and whether it must be sent a body. */
export type Manners = Pick<
  FastifyContextConfig,
  'sends' | 'idempotent' | 'conditional' | 'deprecated' | 'optionalBody'
>

const header = (description: string, schema: Schema, example: unknown) => ({ description, schema, example })
const count = { type: 'integer', minimum: 0, maximum: 1_000_000_000 }
const text = (maxLength: number) => ({ type: 'string', maxLength })

const headers = {
  'RateLimit-Limit': header('Requests a minute; only where the service limits them.', count, 600),
  'RateLimit-Remaining': header('Requests left in this minute.', count, 599),
  'RateLimit-Reset': header('Seconds until all are free again.', count, 60),
  'Retry-After': header('Seconds to wait before the same request is sent again.', count, 1),
  ETag: header('Names this state of the resource; for If-Match and If-None-Match.', text(100), '"x3Jd0w"'),
  Location: header('Where the resource is.', text(300), '/v1/articles/art_01hq3v5k8e9fztr4x2m7n6p0qd'),
  Link: header(
    'The next page; absent on the last.',
    text(4000),
    '</v1/claims?cursor=WyJjbG0iXQ>; rel="next"',
  ),
  'Idempotency-Replayed': header(
    'Present when this is the first answer given again.',
    { type: 'string', enum: ['true'] },
    'true',
  ),
  'Access-Control-Allow-Origin': header(
    'The origin of the page that asks; only where the service lets its pages read.',
    text(300),
    'https://desk.example',
  ),
  Deprecation: header('Since when nobody should begin to use it (RFC 9745).', text(30), '@1804204800'),
  Sunset: header('When it goes (RFC 8594).', text(40), 'Sun, 05 Mar 2028 00:00:00 GMT'),
  'X-Request-Id': header(
    'Names the request: `<trace>-<span>`, as in the logs; `traceresponse` says the same as W3C Trace Context does.',
    text(49),
    '8b0c1f6e3f4e4a519d0e52d6a1b7c2f3-5c1d9e0a7b3f4e21',
  ),
  'WWW-Authenticate': header('How to say who one is.', { type: 'string', enum: ['Bearer'] }, 'Bearer'),
} as const

type HeaderName = keyof typeof headers

const references = (names: readonly HeaderName[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

const ALWAYS: readonly HeaderName[] = [
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Access-Control-Allow-Origin',
  'X-Request-Id',
]
const OF_PROBLEM: Readonly<Record<number, readonly HeaderName[]>> = {
  401: ['WWW-Authenticate'],
  409: ['Retry-After'],
  429: ['Retry-After'],
  503: ['Retry-After'],
}

export function withAnswers(document: Document, manners: ReadonlyMap<string, Manners>): Document {
  const changed = mapOperations(document, (operation, { method }) => ({
    ...operation,
    responses: mapValues(operation.responses, (answer, status) => {
      const problem = problemOfStatus(Number(status))
      if (problem && isProblem(answer)) return { $ref: `#/components/responses/${nameOf(problem)}` }
      const own = headersOf(operation, method, status, manners.get(operation.operationId ?? '') ?? {})
      return { ...answer, headers: { ...references([...ALWAYS, ...own]), ...answer.headers } }
    }),
  }))
  const used = new Set(
    Object.values(changed.paths).flatMap((item) => Object.values(item).flatMap(problemsIn)),
  )
  const responses = Object.entries(problemKinds)
    .filter(([slug]) => used.has(nameOf(slug)))
    .map(([slug, kind]) => [nameOf(slug), problemAnswer(slug, kind)])
  const named = JSON.stringify([changed.paths, responses])
  const sent = Object.entries(headers).filter(([name]) => named.includes(`/headers/${name}"`))
  return {
    ...changed,
    components: {
      ...changed.components,
      responses: Object.fromEntries(responses),
      headers: Object.fromEntries(sent),
    },
  }
}

function headersOf(operation: Operation, method: string, status: string, manners: Manners): HeaderName[] {
  if (status.startsWith('3') && status !== '304') return ['Location']
  const pages = operation.parameters?.some((one) => one.in === 'query' && one.name === 'cursor')
  const sends = manners.sends ?? []
  return [
    ...(sends.includes('etag') || manners.conditional
      ? method === 'delete'
        ? []
        : (['ETag'] as const)
      : []),
    ...(sends.includes('location') && method === 'post' ? (['Location'] as const) : []),
    ...(pages && method === 'get' ? (['Link'] as const) : []),
    ...(manners.idempotent ? (['Idempotency-Replayed'] as const) : []),
    ...(manners.deprecated ? (['Deprecation', 'Sunset'] as const) : []),
  ]
}

const isProblem = (answer: Answer) => answer.content?.['application/problem+json'] !== undefined

const problemOfStatus = (status: number): string | undefined =>
  Object.entries(problemKinds).find(([, kind]) => kind.status === status)?.[0]

/** `not-found` as the name of a component. */
const nameOf = (slug: string) => slug.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())

const problemsIn = (operation: Operation): string[] =>
  Object.values(operation.responses).flatMap(({ $ref }) => $ref?.split('/').at(-1) ?? [])

function problemAnswer(slug: string, { status, title, explanation }: ProblemKind): Answer {
  const faults = [{ pointer: '/title', code: 'too_small', detail: 'Is empty.' }]
  const example: Problem = {
    type: `/problems/${slug}`,
    title,
    status,
    detail: explanation,
    instance: '/v1/articles',
    errors: status === 400 || status === 422 ? faults : [],
    traceId: '8b0c1f6e3f4e4a519d0e52d6a1b7c2f3',
  }
  return {
    description: `${title}. ${explanation}`,
    headers: references([...ALWAYS, ...(OF_PROBLEM[status] ?? [])]),
    content: {
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example },
    },
  }
}
