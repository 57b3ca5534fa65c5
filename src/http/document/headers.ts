// Headers of requests as their standards spell them: Node has them in small letters, readers and generated code do not.

import type { Document } from './shape.ts'

const SPELLED = ['Idempotency-Key', 'If-Match', 'If-None-Match', 'Last-Event-ID']

const spelled = (name: string) => SPELLED.find((one) => one.toLowerCase() === name) ?? name

export function withSpelledHeaders(document: Document): Document {
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const operations = Object.entries(item).map(([method, operation]) => {
      const parameters = operation.parameters?.map((one) =>
        one.in === 'header' ? { ...one, name: spelled(one.name) } : one,
      )
      return [method, parameters ? { ...operation, parameters } : operation] as const
    })
    return [path, Object.fromEntries(operations)] as const
  })
  return { ...document, paths: Object.fromEntries(paths) }
}
