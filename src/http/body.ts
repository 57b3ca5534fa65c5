// Reading bodies: JSON whose bytes are UTF-8 and whose strings can be stored and given back unchanged.

import { isUtf8 } from 'node:buffer'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Fault, Malformed } from '../errors.ts'
import { pointerPart } from './problem.ts'
import { unreadable } from './refused-body.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** All fields of the body may be left out, and so may the body itself. */
    optionalBody?: boolean
  }
}

/** An article with its text. */
export const ARTICLE_LIMIT = 5 * 1024 * 1024
/** A stream of lines. */
export const STREAM_LIMIT = 64 * 1024 * 1024
/** Anything else. */
export const BODY_LIMIT = 1024 * 1024

/** Faults beyond these are not worth listing. */
const MOST_FAULTS = 20

/** Strings with NUL or half a surrogate pair: PostgreSQL and UTF-8 cannot hold them. */
export function unstorable(value: unknown, pointer = '', found: Fault[] = []): Fault[] {
  if (found.length >= MOST_FAULTS) return found
  if (typeof value === 'string') {
    if (value.includes('\0'))
      found.push({ pointer, code: 'nul_character', detail: 'Contains the character NUL (U+0000).' })
    else if (!value.isWellFormed())
      found.push({ pointer, code: 'lone_surrogate', detail: 'Contains half of a surrogate pair.' })
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      unstorable(key, pointer, found)
      unstorable(inner, `${pointer}/${pointerPart(key)}`, found)
    }
  }
  return found
}

/** Throws Malformed, naming each place. */
export function refuseUnstorable(value: unknown): void {
  const faults = unstorable(value)
  if (faults.length > 0) throw new Malformed('The text holds characters that cannot be stored.', { faults })
}

/** Nesting beyond this is an attack on whoever walks the value, not an article. */
const DEEPEST = 64

function depthWithin(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (quoted) {
      if (c === 92) i++
      else if (c === 34) quoted = false
    } else if (c === 34) quoted = true
    else if (c === 91 || c === 123) {
      if (++depth > DEEPEST) return false
    } else if (c === 93 || c === 125) depth--
  }
  return true
}

const malformed = (detail: string, code: string) =>
  new Malformed(detail, { faults: [{ pointer: '', code, detail }] })

/** A value from the bytes of a JSON text. Throws Malformed, naming what is wrong and where. */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) throw malformed('The body is empty; JSON was expected.', 'empty')
  if (!isUtf8(bytes)) throw malformed('The body is not valid UTF-8.', 'invalid_utf8')
  const text = bytes.toString('utf8')
  if (!depthWithin(text)) throw malformed(`The body is nested more than ${DEEPEST} levels deep.`, 'too_deep')
  let value: unknown
  try {
    value = JSON.parse(text, forbidPrototypes)
  } catch (error) {
    if (error instanceof Malformed) throw error
    throw malformed(`The body is not JSON: ${(error as Error).message}`, 'invalid_json')
  }
  refuseUnstorable(value)
  return value
}

function forbidPrototypes(key: string, value: unknown): unknown {
  if (key === '__proto__') throw malformed('The key __proto__ is not allowed.', 'forbidden_key')
  return value
}

const LINES = 'application/x-ndjson'

function requireType(request: FastifyRequest, sent: string): void {
  const { consumes = ['application/json'] } = request.routeOptions.schema ?? {}
  if (!consumes.includes(sent)) throw unreadable(request)
}

/** Clients that send JSON say so in every request, one without a body too. */
const mayBeMissing = ({ routeOptions: { schema, config } }: FastifyRequest) =>
  schema?.body === undefined || config.optionalBody === true

export function addBodyParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      requireType(request, 'application/json')
      return body.length === 0 && mayBeMissing(request) ? undefined : parseJson(body)
    },
  )
  // Handed on as it arrives; the route reads it line by line.
  app.addContentTypeParser(LINES, async (request: FastifyRequest, payload: unknown) => {
    requireType(request, LINES)
    return payload
  })
  app.addHook('onRoute', (route) => {
    const before = [route.preValidation ?? []].flat()
    if (route.schema?.consumes !== undefined) route.preValidation = [refuseMissing, ...before]
    if (route.config?.optionalBody) route.preValidation = [supplyMissing, ...before]
  })
}

/** Without a body and without its type no parser is asked, and a route that reads a stream would find none. */
async function refuseMissing(request: FastifyRequest) {
  if (request.headers['content-type'] === undefined) throw unreadable(request)
}

/** One that says nothing, as one whose fields are all left out. */
async function supplyMissing(request: FastifyRequest) {
  request.body ??= {}
}
