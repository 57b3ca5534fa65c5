// Unions whose members are told apart by one field say so: the field, and which value means which schema.

import { type Document, mapSchemas, resolved, type Schema } from './shape.ts'

export const withDiscriminators = (document: Document): Document =>
  mapSchemas(document, (schema) => discriminated(schema, document))

function discriminated(schema: Schema, document: Document): Schema {
  const members = schema.oneOf ?? schema.anyOf
  if (!members || members.length < 2 || members.some((one) => one.$ref === undefined)) return schema
  const whole = members.map((one) => resolved(one, document))
  const field = Object.keys(whole[0]?.properties ?? {}).find((name) => tellsApart(name, whole))
  if (field === undefined) return schema
  const mapping = members.flatMap(({ $ref }, i) =>
    valuesOf(whole[i]?.properties?.[field]).map((value) => [String(value), $ref]),
  )
  const { anyOf: _, ...rest } = schema
  return {
    ...rest,
    oneOf: members,
    discriminator: { propertyName: field, mapping: Object.fromEntries(mapping) },
  }
}

function tellsApart(field: string, members: readonly Schema[]): boolean {
  if (members.some((one) => !one.required?.includes(field))) return false
  const values = members.map((one) => valuesOf(one.properties?.[field]))
  return values.every((some) => some.length > 0) && new Set(values.flat()).size === values.flat().length
}

const valuesOf = (schema: Schema | undefined): unknown[] =>
  schema?.const !== undefined ? [schema.const] : (schema?.enum ?? [])
