// One way from Zod to JSON Schema, for the serialiser and the OpenAPI document alike.
import { z } from 'zod'

type Json = z.core.JSONSchema.JSONSchema

/** Leaves out what Zod adds on its own account and no reader wants. */
export function plain({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes
  jsonSchema: z.core.JSONSchema.BaseSchema
}): void {
  // z.int() bounds every integer by 2^53.
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  // z.iso.datetime() spells the calendar out in 300 characters; `format` says it.
  if (jsonSchema.format !== undefined && 'pattern' in jsonSchema) delete jsonSchema.pattern
  // Clients should let new fields pass: only z.strictObject() closes an object.
  if (zodSchema._zod.def.type === 'object' && zodSchema._zod.def.catchall === undefined)
    delete jsonSchema.additionalProperties
  if (zodSchema._zod.def.type === 'record') delete jsonSchema.propertyNames
}

export function outputSchema(schema: z.ZodType): Json {
  return z.toJSONSchema(schema, { io: 'output', override: plain })
}
