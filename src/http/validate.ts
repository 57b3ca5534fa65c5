// Requests are checked by their Zod schema; a refusal lists every issue with the place it stands at.
import type { FastifyInstance, FastifyRequest, FastifySchemaCompiler } from 'fastify'
import { z } from 'zod'
import { type Fault, Malformed } from '../errors.ts'
import { unstorable } from './body.ts'
import { pointerPart } from './problem.ts'

/** Faults beyond these are left out of the answer. */
const MOST_FAULTS = 100

/** Fastify hands a missing body over as null. Params, body, query and headers are checked in this order; the first part with issues is reported. */
export const validateByZod: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const root =
    httpPart === 'body' || httpPart === undefined ? '' : `/${httpPart === 'querystring' ? 'query' : httpPart}`
  return (data) => {
    // Bodies were looked through when they were parsed; parameters come straight from the address.
    const odd = root === '' ? [] : unstorable(data, root)
    if (odd.length > 0) return { error: refusal(odd) }
    const result = schema.safeParse(data)
    return result.success ? { value: result.data } : { error: refusal(faultsOf(result.error.issues, root)) }
  }
}

/** A route of the contract that names no query parameters takes none. */
export function refuseUnknownParameters(app: FastifyInstance): void {
  const none = z.strictObject({})
  app.addHook('onRoute', (route) => {
    if (route.config?.role === undefined || route.schema?.querystring !== undefined) return
    route.schema = { ...route.schema, querystring: none }
  })
}

/** A route of the contract that names no body takes none; an empty object is as good as none. */
export function refuseUnknownBodies(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const { config, method, schema } = route
    const hasBody = schema?.body !== undefined || schema?.consumes !== undefined
    if (config?.role === undefined || hasBody || ['GET', 'HEAD'].includes(String(method))) return
    route.preValidation = [refuseBody, ...[route.preValidation ?? []].flat()]
  })
}

const noBody = z.strictObject({}).nullish()

async function refuseBody({ body }: FastifyRequest) {
  const result = noBody.safeParse(body)
  if (!result.success) throw refusalOfIssues(result.error.issues)
}

/** The refusal of a value that stands by itself, such as one line of a batch. */
export const refusalOfIssues = (issues: readonly z.core.$ZodIssue[]): Malformed =>
  refusal(faultsOf(issues, ''))

function refusal(faults: readonly Fault[]): Malformed {
  const detail = faults.map((fault) => `${fault.pointer || 'the body'}: ${fault.detail}`).join(' ')
  return new Malformed(detail.slice(0, 2000), { faults: faults.slice(0, MOST_FAULTS) })
}

function faultsOf(issues: readonly z.core.$ZodIssue[], root: string): Fault[] {
  return issues.flatMap((issue) => faultAt(issue, root + pointerOf(issue.path)))
}

function faultAt(issue: z.core.$ZodIssue, at: string): Fault[] {
  // One entry a key, so that a client can point at each.
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: at + pointerOf([key]),
      code: 'unknown_field',
      detail: `There is no field "${key}" here.`,
    }))
  }
  // The branch that came furthest says what was meant; the others would only confuse.
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.reduce((best, branch) => (depthOf(branch) > depthOf(best) ? branch : best))
    if (depthOf(nearest) > 0) return faultsOf(nearest, at)
  }
  const code = issue.code === 'custom' ? String(issue.params?.code ?? 'custom') : issue.code
  return [{ pointer: at, code, detail: issue.message }]
}

const depthOf = (issues: readonly z.core.$ZodIssue[]): number =>
  Math.max(0, ...issues.map((issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0)))

/** JSON Pointer, RFC 6901. */
const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${pointerPart(String(step))}`).join('')
