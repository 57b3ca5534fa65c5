// The OpenAPI document, made from the routes' Zod schemas: each named schema once, under components; then finished.
import type { SwaggerTransform, SwaggerTransformObject } from '@fastify/swagger'
import type { FastifySchema } from 'fastify'
import { z } from 'zod'
import { type Document, finished, type Manners } from './document/index.ts'
import { impliedBy } from './implied.ts'
import { plain } from './json-schema.ts'

type Json = Record<string, unknown>
type Io = 'input' | 'output'

/** The two halves of @fastify/swagger's work, sharing what they have seen: hand both to its options. */
export function documentFromZod(): {
  transform: SwaggerTransform<FastifySchema>
  transformObject: SwaggerTransformObject
} {
  const named = new Map<string, string>()
  const manners = new Map<string, Manners>()
  const convert = (schema: unknown, io: Io): unknown => {
    if (!(schema instanceof z.ZodType)) return schema
    const {
      $schema: _,
      $defs = {},
      ...root
    } = withComponentRefs(z.toJSONSchema(schema, { io, override: plain }))
    for (const [id, definition] of Object.entries($defs as Json)) keep(named, id, definition)
    return root
  }
  return {
    transform: ({ schema, url, route }) => {
      const config = route.config ?? {}
      if (schema?.operationId !== undefined) manners.set(schema.operationId, config)
      const parts = convertParts({ ...schema, ...impliedBy(route.method, config, schema ?? {}) }, convert)
      return { url, schema: parts as FastifySchema }
    },
    transformObject: (document) => {
      if (!('openapiObject' in document)) throw new Error('Only OpenAPI 3 is written.')
      const schemas = Object.fromEntries([...named].sort(byName).map(([id, text]) => [id, JSON.parse(text)]))
      // What the types of the plugin's three versions have in common is nothing; the server asks for 3.1.
      const openapi = document.openapiObject as unknown as Document
      const whole = { ...openapi, components: { ...openapi.components, schemas } as Document['components'] }
      return finished(whole, manners) as unknown as typeof document.openapiObject
    },
  }
}

/** Two schemas under one name, or one that reads differently in requests and answers, would make the document lie. */
function keep(named: Map<string, string>, id: string, definition: unknown): void {
  const text = JSON.stringify(definition)
  const known = named.get(id)
  if (known !== undefined && known !== text)
    throw new Error(`Two schemas are called "${id}", or its input and output differ: ${known} ${text}`)
  named.set(id, text)
}

function convertParts(
  schema: FastifySchema | undefined,
  convert: (schema: unknown, io: Io) => unknown,
): Json {
  const { body, params, querystring, headers, response, ...rest } = schema ?? {}
  const requests = Object.entries({ body, params, querystring, headers }).filter(
    ([, part]) => part !== undefined,
  )
  return {
    ...rest,
    ...Object.fromEntries(requests.map(([name, part]) => [name, convert(part, 'input')])),
    ...(response === undefined
      ? {}
      : { response: mapValues(response as Json, (answer) => convertAnswer(answer, convert)) }),
  }
}

/** An answer is a schema, or `{ description, content: { <media type>: { schema } } }`. */
function convertAnswer(answer: unknown, convert: (schema: unknown, io: Io) => unknown): unknown {
  if (answer instanceof z.ZodType) {
    const { description } = answer.meta() ?? {}
    return { ...(convert(answer, 'output') as Json), description: description ?? 'Success' }
  }
  const { content, ...rest } = answer as { content?: Record<string, { schema: unknown }> }
  if (content === undefined) return answer
  return {
    ...rest,
    content: mapValues(content, (media) => ({ ...media, schema: convert(media.schema, 'output') })),
  }
}

const withComponentRefs = (schema: object): Json =>
  JSON.parse(JSON.stringify(schema), (key, value) =>
    key === '$ref' && typeof value === 'string' ? value.replace('#/$defs/', '#/components/schemas/') : value,
  )

const mapValues = <T, U>(record: Record<string, T>, change: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1)
