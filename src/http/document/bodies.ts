// Bodies that may be left out: the routes' converter says of every body that it must be there.

import type { Manners } from './answers.ts'
import { type Document, mapOperations } from './shape.ts'

export function withOptionalBodies(document: Document, manners: ReadonlyMap<string, Manners>): Document {
  return mapOperations(document, (operation) =>
    operation.requestBody && manners.get(operation.operationId ?? '')?.optionalBody
      ? { ...operation, requestBody: { ...operation.requestBody, required: false } }
      : operation,
  )
}
