// Says of every schema what generators and readers want to know: bounds, formats, and null as a type beside another.

import type { Schema } from './shape.ts'

/** Beyond these JSON numbers are no longer exact. */
const LEAST = Number.MIN_SAFE_INTEGER
const MOST = Number.MAX_SAFE_INTEGER
const MOST_INT32 = 2 ** 31 - 1

/** The longest a string of such a format gets, where its schema does not say. */
const LONGEST: Readonly<Record<string, number>> = { date: 10, 'date-time': 40, uuid: 36 }

/** All that a string of this service is known not to hold: NUL is refused, in bodies and in addresses. */
const ANY_TEXT = '^[^\\x00]*$'

export function bounded(schema: Schema): Schema {
  return restricted(limited(withoutTuple(withNull(flat(schema)))))
}

/** A union of a union is one union. */
function flat(schema: Schema): Schema {
  if (!schema.anyOf) return schema
  const members = schema.anyOf.flatMap((one) =>
    one.anyOf && one.type === undefined && one.$ref === undefined ? one.anyOf : [one],
  )
  const described = schema.anyOf.find((one) => one.anyOf && one.description)
  const description = schema.description ?? described?.description
  return { ...schema, anyOf: members, ...(description === undefined ? {} : { description }) }
}

/** `anyOf: [string, null]` is `type: [string, null]`; a reference keeps its union. */
function withNull(schema: Schema): Schema {
  const { anyOf, ...rest } = schema
  const other = anyOf?.find((one) => one.type !== 'null')
  if (anyOf?.length !== 2 || !other || !anyOf.some((one) => one.type === 'null')) return schema
  if (typeof other.type !== 'string') return schema
  return {
    ...other,
    ...rest,
    type: [other.type, 'null'],
    ...(other.enum ? { enum: [...other.enum, null] } : {}),
  }
}

/** A list of fixed length whose places are alike: few generators know what `prefixItems` is. */
function withoutTuple(schema: Schema): Schema {
  const { prefixItems, ...rest } = schema
  const [first] = prefixItems ?? []
  if (!prefixItems || !first) return schema
  const allNumbers = prefixItems.every((one) => one.type === 'integer')
  return {
    ...rest,
    items: allNumbers ? widest(first, prefixItems) : { anyOf: prefixItems },
    minItems: prefixItems.length,
    maxItems: prefixItems.length,
  }
}

const widest = (first: Schema, all: readonly Schema[]): Schema => ({
  ...first,
  minimum: Math.min(...all.map((one) => one.minimum ?? LEAST)),
  maximum: Math.max(...all.map((one) => one.maximum ?? MOST)),
})

const has = (schema: Schema, type: string): boolean => [schema.type].flat().includes(type)

function limited(schema: Schema): Schema {
  if (!has(schema, 'integer')) return schema
  const least = schema.exclusiveMinimum ?? schema.minimum ?? LEAST
  const most = schema.exclusiveMaximum ?? schema.maximum ?? MOST
  return {
    ...schema,
    ...(schema.exclusiveMinimum === undefined ? { minimum: least } : {}),
    ...(schema.exclusiveMaximum === undefined ? { maximum: most } : {}),
    format: least >= -MOST_INT32 && most <= MOST_INT32 ? 'int32' : 'int64',
  }
}

function restricted(schema: Schema): Schema {
  if (!has(schema, 'string') || schema.enum || schema.const !== undefined) return schema
  const digits = /^\^\\d\{\d+,(\d+)\}\$$/.exec(schema.pattern ?? '')?.[1]
  const longest = schema.maxLength ?? LONGEST[schema.format ?? ''] ?? (digits && Number(digits))
  return {
    ...schema,
    ...(longest ? { maxLength: longest } : {}),
    ...(schema.format === undefined && schema.pattern === undefined ? { pattern: ANY_TEXT } : {}),
  }
}
