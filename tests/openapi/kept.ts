// The documents in the repository, and what the tests of them ask for.

import { readFileSync } from 'node:fs'
import type { Document, Operation, Schema } from '../../src/http/document/shape.ts'

export const versions = ['openapi.json', 'openapi-3.0.json'] as const
export type Version = (typeof versions)[number]

export const textOf = (name: Version): string =>
  readFileSync(new URL(`../../openapi/${name}`, import.meta.url), 'utf8')

export const kept = (name: Version): Document => JSON.parse(textOf(name)) as Document

export interface Found {
  /** The operation as a person would say it: `get /v1/claims`. */
  readonly at: string
  /** Where it stands in the document (RFC 6901). */
  readonly pointer: string
  readonly operation: Operation
}

export const operationsOf = (document: Document): Found[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      at: `${method} ${path}`,
      pointer: `/paths/${path.replace(/~/g, '~0').replace(/\//g, '~1')}/${method}`,
      operation,
    })),
  )

/** Every schema of the document, with where it stands; those within schemas too. */
export function schemasIn(value: unknown, pointer = ''): { pointer: string; schema: Schema }[] {
  if (typeof value !== 'object' || value === null) return []
  const own = isSchema(value) ? [{ pointer, schema: value }] : []
  const inner = Object.entries(value).filter(([key]) => !/^examples?$/.test(key))
  return [...own, ...inner.flatMap(([key, one]) => schemasIn(one, `${pointer}/${key}`))]
}

const isSchema = (value: object): value is Schema =>
  'type' in value && (typeof value.type === 'string' || Array.isArray(value.type)) && !('scheme' in value)
