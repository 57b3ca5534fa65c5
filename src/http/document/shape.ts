// The parts of an OpenAPI document that the passes over it look at.

export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  pattern?: string
  description?: string
  enum?: unknown[]
  const?: unknown
  examples?: unknown[]
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  prefixItems?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  [other: string]: unknown
}

export interface Media {
  schema?: Schema
  example?: unknown
  [other: string]: unknown
}

export type Content = Record<string, Media>

export interface Answer {
  $ref?: string
  description?: string
  headers?: Record<string, unknown>
  content?: Content
}

export interface Parameter {
  name: string
  in: string
  required?: boolean
  description?: string
  schema?: Schema
  example?: unknown
  [other: string]: unknown
}

export interface Operation {
  operationId?: string
  tags?: string[]
  parameters?: Parameter[]
  requestBody?: { content: Content; required?: boolean }
  responses: Record<string, Answer>
  [other: string]: unknown
}

export interface Document {
  openapi: string
  info: Record<string, unknown>
  tags?: { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: Record<string, Schema>
    responses?: Record<string, Answer>
    headers?: Record<string, { description: string; schema: Schema; example?: unknown }>
    [other: string]: unknown
  }
  [other: string]: unknown
}

export const mapValues = <T, U>(
  record: Record<string, T>,
  change: (value: T, key: string) => U,
): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]))

/** The document with each operation changed. */
export const mapOperations = (
  document: Document,
  change: (operation: Operation, at: { method: string; path: string }) => Operation,
): Document => ({
  ...document,
  paths: mapValues(document.paths, (item, path) =>
    mapValues(item, (operation, method) => change(operation, { method, path })),
  ),
})

const mapContent = (content: Content, change: (schema: Schema) => Schema): Content =>
  mapValues(content, (media) => (media.schema ? { ...media, schema: change(media.schema) } : media))

const mapAnswer = (answer: Answer, change: (schema: Schema) => Schema): Answer =>
  answer.content ? { ...answer, content: mapContent(answer.content, change) } : answer

/** The document with every schema changed, those within schemas first. */
export function mapSchemas(document: Document, change: (schema: Schema) => Schema): Document {
  const deep = (schema: Schema): Schema => change(mapInner(schema, deep))
  const { components } = document
  const changed: Document = {
    ...document,
    components: {
      ...components,
      schemas: mapValues(components.schemas, deep),
      responses: mapValues(components.responses ?? {}, (answer) => mapAnswer(answer, deep)),
      headers: mapValues(components.headers ?? {}, (header) => ({ ...header, schema: deep(header.schema) })),
    },
  }
  return mapOperations(changed, (operation) => ({
    ...operation,
    ...(operation.parameters
      ? {
          parameters: operation.parameters.map((one) =>
            one.schema ? { ...one, schema: deep(one.schema) } : one,
          ),
        }
      : {}),
    ...(operation.requestBody
      ? {
          requestBody: { ...operation.requestBody, content: mapContent(operation.requestBody.content, deep) },
        }
      : {}),
    responses: mapValues(operation.responses, (answer) => mapAnswer(answer, deep)),
  }))
}

function mapInner(schema: Schema, change: (schema: Schema) => Schema): Schema {
  const changed = { ...schema }
  if (schema.properties) changed.properties = mapValues(schema.properties, change)
  if (schema.items) changed.items = change(schema.items)
  if (typeof schema.additionalProperties === 'object')
    changed.additionalProperties = change(schema.additionalProperties)
  for (const key of ['prefixItems', 'anyOf', 'oneOf', 'allOf'] as const) {
    const list = schema[key]
    if (list) changed[key] = list.map(change)
  }
  return changed
}

/** The schema that a reference leads to. */
export function resolved(schema: Schema, document: Document): Schema {
  if (schema.$ref === undefined) return schema
  const found = document.components.schemas[schema.$ref.slice('#/components/schemas/'.length)]
  if (!found) throw new Error(`There is no schema ${schema.$ref}.`)
  return found
}
