// Answers are written by functions compiled from their schemas: fast, and fields that no schema names never leave.
import { isDeepStrictEqual } from 'node:util'
import fastJson from 'fast-json-stringify'
import type { FastifySerializerCompiler } from 'fastify'
import type { z } from 'zod'
import { outputSchema } from './json-schema.ts'

/** One function a schema: the same problem schema stands under many statuses of many routes. */
const compiled = new WeakMap<z.ZodType, (data: unknown) => string>()

export const serializeByJsonSchema: FastifySerializerCompiler<z.ZodType> = ({ schema }) => {
  const known = compiled.get(schema)
  if (known) return known
  const write = fastJson(outputSchema(schema) as fastJson.Schema)
  compiled.set(schema, write)
  return write
}

/** For tests: refuses an answer that its schema does not describe, or that the compiled writer would trim or bend. */
export const serializeChecked: FastifySerializerCompiler<z.ZodType> = (route) => {
  const write = serializeByJsonSchema(route)
  return (data) => {
    const written = write(data)
    const plain: unknown = JSON.parse(JSON.stringify(data))
    const result = route.schema.safeParse(plain)
    const where = `${route.method} ${route.url} ${route.httpStatus ?? ''}`
    if (!result.success) throw new Error(`${where}: ${result.error.message}`)
    if (!isDeepStrictEqual(JSON.parse(written), plain))
      throw new Error(`${where}: not what was handed in: ${written}`)
    return written
  }
}
