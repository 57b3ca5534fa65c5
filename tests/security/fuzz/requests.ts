// Odd requests, made from the API document: any operation, by anybody, with parameters and bodies right and wrong.

import fc from 'fast-check'
import type { Document, Operation, Parameter } from '../../../src/http/document/shape.ts'
import { bodyOf, type Sent } from './bodies.ts'
import { bent } from './odd.ts'
import { fieldsOf, idToken } from './values.ts'

export interface OddRequest extends Sent {
  readonly method: string
  readonly url: string
}

/** What ids of a path stand for, by what comes before them. */
const KINDS: Readonly<Record<string, string>> = {
  articles: 'art',
  claims: 'clm',
  speakers: 'spk',
  tags: 'tag',
  rulings: 'rul',
  annotators: 'ann',
  keys: 'key',
  questions: 'question',
}

const weighed = <T>(...arbitraries: readonly (readonly [number, fc.Arbitrary<T>])[]) =>
  fc.oneof(...arbitraries.map(([weight, arbitrary]) => ({ weight, arbitrary })))

const ODD_PARTS = [
  '..',
  '.',
  '%2e%2e%2f',
  '%',
  '%00',
  '%FF',
  '%ED%A0%80',
  ' ',
  '*',
  'x'.repeat(400),
  'null',
  '%F0%9F%92%A9',
]

function pathOf(path: string): fc.Arbitrary<string> {
  const parts = path.split('/').map((part, i, all) => {
    if (!part.startsWith('{')) return fc.constant(part)
    const kind = KINDS[all[i - 1] ?? ''] ?? 'any'
    return weighed([8, fc.nat(1000).map((n) => idToken(kind, n))], [1, fc.constantFrom(...ODD_PARTS)])
  })
  const whole = fc.tuple(...parts).map((filled) => filled.join('/'))
  const twisted = fc
    .tuple(whole, fc.constantFrom('/', '//', '/..', '/%2e', ';x=1', '/metrics', '%2F', '\\', '?'))
    .map(([url, more]) => url + more)
  return weighed([30, whole], [1, twisted])
}

/** As it stands in an address; what no address can hold is left as broken escapes. */
const escaped = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null)
  return text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80'
}

function queryOf(parameters: readonly Parameter[], document: Document): fc.Arbitrary<string> {
  const fields = Object.fromEntries(parameters.map((one) => [one.name, one.schema ?? {}]))
  const required = parameters.filter((one) => one.required).map((one) => one.name)
  return bent(fieldsOf(fields, required, document), 5).map((query) => {
    if (typeof query !== 'object' || query === null) return `?${escaped(query)}`
    const pairs = Object.entries(query).flatMap(([name, value]) =>
      (Array.isArray(value) ? value.slice(0, 50) : [value]).map((one) => `${escaped(name)}=${escaped(one)}`),
    )
    return pairs.length === 0 ? '' : `?${pairs.join('&')}`
  })
}

/** A role, nobody, or a header as it stands. */
const as = weighed<string>(
  [12, fc.constant('admin')],
  [4, fc.constantFrom('curator', 'annotator', 'reader')],
  [2, fc.constant('nobody')],
  [1, fc.constantFrom('header Bearer avk_unknown', 'header Basic YTpi', 'header Bearer  ', 'header \u00ff')],
)

const someHeaders = fc.record(
  {
    'if-match': weighed([6, fc.constant('*')], [1, fc.constantFrom('"x"', 'W/"x"', '', '"', ',,,,')]),
    'if-none-match': fc.constantFrom('*', '"x"', 'W/"x", "y"', ''),
    'idempotency-key': fc.constantFrom('a', 'b', 'c', 'd', 'x'.repeat(256), 'two words', ''),
    'last-event-id': fc.constantFrom('1', '999999999', '-1', 'x', ''),
    accept: fc.constantFrom('*/*', 'text/html', 'application/xml', ''),
    traceparent: fc.constantFrom(
      '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      '00-00000000000000000000000000000000-b7ad6b7169203331-01',
      'ff-x',
      'x'.repeat(900),
    ),
    'x-forwarded-for': fc.constantFrom('127.0.0.1', 'x, y', ''),
    origin: fc.constantFrom('https://evil.example', 'null'),
    'x-http-method-override': fc.constant('DELETE'),
  },
  { requiredKeys: [] },
)

const OTHER_METHODS = ['PUT', 'PATCH', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'GET', 'TRACE'] as const

function requestOf(
  method: string,
  path: string,
  operation: Operation,
  document: Document,
): fc.Arbitrary<OddRequest> {
  const query = (operation.parameters ?? []).filter((one) => one.in === 'query')
  return fc
    .record({
      method: weighed(
        [30, fc.constant(method.toUpperCase())],
        [1, fc.constantFrom<string>(...OTHER_METHODS)],
      ),
      path: pathOf(path),
      query: queryOf(query, document),
      as,
      headers: someHeaders,
      // A change without If-Match is refused before anything is looked at.
      match: weighed([5, fc.constant({ 'if-match': '*' })], [1, fc.constant({})]),
      body: bodyOf(operation, document),
    })
    .map(({ path: at, query: asked, headers, match, body, ...rest }) => ({
      ...rest,
      url: at + asked,
      headers: { ...headers, ...match, ...body.headers },
      payload: body.payload,
    }))
}

/** Operations that write, or that are asked for things by many filters, come more often. */
const weightOf = (method: string, operation: Operation) =>
  (method === 'get' ? 2 : 4) +
  Math.min(4, (operation.parameters ?? []).length / 2) -
  (method === 'delete' ? 3 : 0)

export function oddRequests(document: Document, seed: number, count: number): OddRequest[] {
  const all = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      weight: Math.max(1, Math.round(weightOf(method, operation))),
      arbitrary: requestOf(method, path, operation, document),
    })),
  )
  return fc.sample(fc.oneof(...all), { seed, numRuns: count })
}
