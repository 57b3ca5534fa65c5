// Whether an answer is one that the API document describes: its status, its media type, its shape.

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { type Document, mapOperations } from '../../../src/http/document/shape.ts'

export interface Answered {
  readonly status: number
  readonly type: string
  readonly text: string
}

/** What is wrong with an answer, or null. */
export type Check = (method: string, url: string, answer: Answered) => string | null

/** What would tell a stranger how the service is made. */
const TELLTALE = /node_modules|\.[jt]s:\d|SqliteError|SQLITE_|drizzle|postgres error|at async /i

export function checking(document: Document): Check {
  const ajv = new Ajv2020({ strict: false })
  formats.default(ajv)
  ajv.addSchema(document, 'document')
  const compiled = new Map<string, ValidateFunction>()
  const fits = (pointer: string, value: unknown): string | null => {
    const check = compiled.get(pointer) ?? ajv.compile({ $ref: `document#${encodeURI(pointer)}` })
    compiled.set(pointer, check)
    return check(value) ? null : `is not ${pointer}: ${ajv.errorsText(check.errors)}`
  }
  const operations = patternsOf(document)

  return (method, url, { status, type, text }) => {
    if (status >= 500) return `is a ${status}`
    if (TELLTALE.test(text)) return 'tells how the service is made'
    const path = decoded(new URL(url, 'http://localhost').pathname)
    const found = operations.find((one) => one.method === method.toLowerCase() && one.pattern.test(path))
    const answer = found?.responses[status]
    if (status >= 400) {
      if (found && !answer) return `is an undocumented ${status}`
      if (method === 'HEAD') return null
      if (type !== 'application/problem+json') return `is a ${status} of type ${type}`
      return fits('/components/schemas/Problem', JSON.parse(text))
    }
    if (!found)
      return OPEN.test(path) || method === 'HEAD' ? null : `is a ${status} where nothing is documented`
    if (!answer) return `is an undocumented ${status}`
    if (text === '' && Object.keys(answer.content).length === 0) return null
    const pointer = answer.content[type]
    if (pointer === undefined) return `is of the undocumented type ${type}`
    return (
      valuesOf(type, text)
        .map((value) => brokenLine(value) ?? fits(pointer, value))
        .find(Boolean) ?? null
    )
  }
}

/** One line of many may be a defect of ours too. */
const brokenLine = (value: unknown): string | null =>
  Number((value as { problem?: { status?: number } } | null)?.problem?.status) >= 500
    ? 'has a line that is a defect'
    : null

/** What of an answer its schema describes: all of it, each of its lines; files are a text. */
function valuesOf(type: string, text: string): unknown[] {
  if (type === 'application/json') return [JSON.parse(text)]
  if (type === 'application/x-ndjson')
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  return type === 'text/event-stream' ? [] : [text]
}

/** For people and machines that look on, and outside the document. */
const OPEN = /^\/(docs|metrics|openapi\.json)(\/|$)/

interface Pattern {
  readonly method: string
  readonly pattern: RegExp
  /** For each status the pointer to the schema of each media type. */
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, string>> }>>
}

function patternsOf(document: Document): Pattern[] {
  const patterns: Pattern[] = []
  mapOperations(document, (operation, { method, path }) => {
    const at = `/paths/${path.replace(/\//g, '~1')}/${method}/responses`
    const responses = Object.entries(operation.responses).map(([status, answer]) => {
      const types = Object.keys(answer.content ?? {})
      return [
        status,
        {
          content: Object.fromEntries(
            types.map((type) => [type, `${at}/${status}/content/${type.replace(/\//g, '~1')}/schema`]),
          ),
        },
      ]
    })
    patterns.push({
      method,
      pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`),
      responses: Object.fromEntries(responses),
    })
    return operation
  })
  // An address without parameters before one that would match it as well.
  return patterns.sort((a, b) => b.pattern.source.localeCompare(a.pattern.source))
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
