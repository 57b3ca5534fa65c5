// Answers that are a file of another kind than JSON: as long as they get, since they are streamed.

import { type Answer, type Document, mapOperations, mapValues } from './shape.ts'

export const withFiles = (document: Document): Document =>
  mapOperations(document, (operation) => ({
    ...operation,
    responses: mapValues(operation.responses, asFile),
  }))

function asFile(answer: Answer): Answer {
  if (!answer.content) return answer
  return {
    ...answer,
    content: mapValues(answer.content, (media, type) =>
      media.schema?.type === 'string' && type !== 'application/json'
        ? { ...media, schema: { ...media.schema, format: 'binary', maxLength: Number.MAX_SAFE_INTEGER } }
        : media,
    ),
  }
}
