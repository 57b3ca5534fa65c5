// The document for generators that know OpenAPI 3.0 only: what 3.1 says in JSON Schema's words, in the older ones.

import { type Document, mapSchemas, resolved, type Schema } from './shape.ts'

export function asOpenApi30(document: Document): Document {
  const { license, ...info } = document.info as { license?: { name: string } }
  return mapSchemas(
    {
      ...document,
      openapi: '3.0.3',
      info: { ...info, ...(license ? { license: { name: license.name, url: LICENCES[license.name] } } : {}) },
    },
    (schema) => STEPS.reduce((changed, step) => step(changed, document), schema),
  )
}

/** Where a licence stands that 3.1 names by its identifier. */
const LICENCES: Readonly<Record<string, string>> = { MIT: 'https://opensource.org/license/mit' }

const STEPS: readonly ((schema: Schema, document: Document) => Schema)[] = [
  nullInUnion,
  nullAmongTypes,
  constant,
  exclusiveBounds,
  singleExample,
  openMap,
  loneReference,
]

/** `anyOf: [X, null]` is `X`, nullable; which is only heard where the type is named beside it. */
function nullInUnion(schema: Schema, document: Document): Schema {
  const key = schema.anyOf ? 'anyOf' : 'oneOf'
  const members = schema[key]
  if (!members?.some(isNull)) return schema
  const { [key]: _, ...rest } = schema
  const others = members.filter((one) => !isNull(one))
  if (others.length > 1 && others.every((one) => one.$ref === undefined))
    return { ...rest, [key]: others.map((one) => ({ ...one, nullable: true })) }
  const types = new Set(others.map((one) => resolved(one, document).type))
  const [type] = types
  const typed = types.size === 1 && type !== undefined ? { type, nullable: true } : {}
  return { ...rest, ...typed, [others.length === 1 ? 'allOf' : key]: others }
}

/** What `type: null` has become by the time its union is looked at. */
const isNull = (schema: Schema): boolean => schema.nullable === true && schema.enum?.[0] === null

function nullAmongTypes(schema: Schema): Schema {
  if (schema.type === 'null') return { ...schema, type: 'string', nullable: true, enum: [null], maxLength: 0 }
  if (!Array.isArray(schema.type)) return schema
  const types = schema.type.filter((one) => one !== 'null')
  const nullable = types.length < schema.type.length ? { nullable: true } : {}
  const { type: _, ...rest } = schema
  return types.length === 1
    ? { ...rest, ...nullable, type: types[0] as string }
    : { ...rest, ...nullable, anyOf: types.map((type) => ({ type })) }
}

function constant(schema: Schema): Schema {
  if (schema.const === undefined) return schema
  const { const: value, ...rest } = schema
  return { ...rest, enum: [value] }
}

function exclusiveBounds(schema: Schema): Schema {
  const { exclusiveMinimum, exclusiveMaximum, ...rest } = schema
  const changed: Record<string, unknown> = { ...rest }
  if (exclusiveMinimum !== undefined)
    Object.assign(changed, { minimum: exclusiveMinimum, exclusiveMinimum: true })
  if (exclusiveMaximum !== undefined)
    Object.assign(changed, { maximum: exclusiveMaximum, exclusiveMaximum: true })
  return changed as Schema
}

function singleExample(schema: Schema): Schema {
  const { examples, ...rest } = schema
  return examples === undefined ? schema : { ...rest, example: examples[0] }
}

/**
 * A map keeps the schema of its values and loses its `type`: with both, Spectral's rules for 3.0 take every map for an
 * object that lets anything in. `propertyNames` is not known yet.
 */
function openMap(schema: Schema): Schema {
  const { propertyNames: _, ...rest } = schema
  const values = rest.additionalProperties
  if (typeof values !== 'object') return rest
  const { additionalProperties: __, ...open } = rest
  if (Object.keys(values).length === 0 || rest.properties) return open
  const { type: ___, ...map } = rest
  return map
}

/** Nothing may stand beside a reference. */
function loneReference(schema: Schema): Schema {
  if (schema.$ref === undefined || Object.keys(schema).length === 1) return schema
  const { $ref, ...rest } = schema
  return { ...rest, allOf: [{ $ref }] }
}
