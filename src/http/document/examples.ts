// An example for every body, answer and required parameter: the schema's own, or one made from its fields.

import { sampleDay, sampleIds, sampleTime, sampleValues } from './sample-values.ts'
import {
  type Answer,
  type Content,
  type Document,
  mapOperations,
  mapValues,
  type Parameter,
  resolved,
  type Schema,
} from './shape.ts'

export function withExamples(document: Document): Document {
  const media = (content: Content): Content =>
    mapValues(content, (one) =>
      one.schema && one.example === undefined && one.examples === undefined
        ? { ...one, example: exampleOf(one.schema, document) }
        : one,
    )
  const answer = (one: Answer): Answer => (one.content ? { ...one, content: media(one.content) } : one)
  return mapOperations(document, (operation, { path }) => ({
    ...operation,
    ...(operation.parameters
      ? { parameters: operation.parameters.map((one) => withExample(one, path, document)) }
      : {}),
    ...(operation.requestBody
      ? { requestBody: { ...operation.requestBody, content: media(operation.requestBody.content) } }
      : {}),
    responses: mapValues(operation.responses, answer),
  }))
}

/** The kind of thing that the id in a path is of: `/v1/claims/{id}` has a claim's. */
const idAt = (path: string) =>
  Object.entries({ articles: 'art', claims: 'clm', speakers: 'spk', tags: 'tag', annotators: 'ann' }).find(
    ([folder]) => path.includes(`/${folder}/{id}`),
  )?.[1]

/** What is required gets an example; the rest would be filled in by whoever tries a request out. */
function withExample(parameter: Parameter, path: string, document: Document): Parameter {
  if (!parameter.required || !parameter.schema || parameter.example !== undefined) return parameter
  const id = parameter.name === 'id' ? sampleIds[idAt(path) ?? ''] : undefined
  const slug = parameter.name === 'slug' && path.startsWith('/problems') ? 'stale' : undefined
  return { ...parameter, example: id ?? slug ?? exampleOf(parameter.schema, document, parameter.name) }
}

/** A value that the schema describes; `name` is the field it stands in. */
export function exampleOf(schema: Schema, document: Document, name = ''): unknown {
  const whole = resolved(schema, document)
  const own = whole.examples?.[0] ?? schema.examples?.[0]
  if (own !== undefined) return own
  if (whole.const !== undefined) return whole.const
  const sample = sampleValues[name]
  if (sample !== undefined && fits(sample, whole)) return sample
  const member = (whole.oneOf ?? whole.anyOf ?? whole.allOf)?.find((one) => one.type !== 'null')
  if (member) return exampleOf(member, document, name)
  if (whole.enum) return whole.enum[0]
  return ofType(whole, document, name)
}

function ofType(schema: Schema, document: Document, name: string): unknown {
  const type = [schema.type].flat().find((one) => one !== 'null')
  if (type === 'object') return objectOf(schema, document)
  if (type === 'array')
    return schema.items
      ? Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () =>
          exampleOf(schema.items ?? {}, document, name),
        ).slice(0, schema.maxItems)
      : []
  if (type === 'string') return stringOf(schema)
  if (type === 'integer') return Math.min(Math.max(schema.minimum ?? 1, 1), schema.maximum ?? 1)
  if (type === 'number') return Math.min(Math.max(schema.minimum ?? 0.8, 0.8), schema.maximum ?? 0.8)
  if (type === 'boolean') return true
  return schema.type === 'null' ? null : {}
}

/** Fields that clients may leave out of what they send are left out where an example of the whole is not given. */
function objectOf(schema: Schema, document: Document): unknown {
  const fields = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name))
  const given = fields.length > 0 ? fields : Object.entries(schema.properties ?? {}).slice(0, 1)
  return Object.fromEntries(given.map(([name, inner]) => [name, exampleOf(inner, document, name)]))
}

function stringOf(schema: Schema): string {
  if (schema.format === 'date-time') return sampleTime
  if (schema.format === 'date') return sampleDay
  if (schema.format === 'uri') return String(sampleValues.url)
  const prefix = /^\^([a-z]{3})_/.exec(schema.pattern ?? '')?.[1]
  if (prefix !== undefined) return sampleIds[prefix] ?? `${prefix}_01hq3v5k8e9fztr4x2m7n6p0qd`
  if (schema.pattern?.startsWith('^[a-z0-9]+')) return String(sampleValues.slug)
  return 'A line of text.'.slice(0, schema.maxLength)
}

function fits(value: unknown, schema: Schema): boolean {
  const types = [schema.type].flat()
  if (schema.enum) return schema.enum.includes(value)
  if (value === null) return types.includes('null') || (schema.anyOf ?? []).some((one) => one.type === 'null')
  if (schema.type === undefined) return !schema.anyOf && !schema.oneOf && !schema.allOf && !schema.properties
  if (typeof value === 'string') return types.includes('string') && stringFits(value, schema)
  if (typeof value === 'number')
    return (
      (types.includes('number') || (types.includes('integer') && Number.isInteger(value))) &&
      value >= (schema.minimum ?? value) &&
      value <= (schema.maximum ?? value)
    )
  if (Array.isArray(value))
    return types.includes('array') && value.every((one) => fits(one, schema.items ?? {}))
  const inner = schema.additionalProperties
  const members = typeof inner === 'object' ? Object.values(value as object) : []
  return (
    types.includes('object') &&
    schema.properties === undefined &&
    members.every((one) => fits(one, inner as Schema))
  )
}

const stringFits = (value: string, schema: Schema): boolean =>
  value.length <= (schema.maxLength ?? value.length) &&
  value.length >= (schema.minLength ?? 0) &&
  (schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value)) &&
  (schema.format === undefined || schema.format === 'uri' || schema.format.startsWith('date'))
