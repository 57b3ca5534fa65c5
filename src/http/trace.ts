// Which trace a request belongs to: the one that its `traceparent` names (W3C Trace Context), else one of its own.

import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Where spans go, when somebody wants them; see operation/tracing.ts. */
export interface Tracing {
  /** Begins the span of a request; gives the request's id. */
  begin(headers: IncomingHttpHeaders, method: string): string
  /** Runs the rest of the request so that what is done for it knows its span. */
  within(requestId: string, rest: () => void): void
  /** Ends the span of a request. */
  end(request: FastifyRequest, reply: FastifyReply): void
  /** A span for this piece of work, when it is done for a request that has one. */
  around<T>(name: string, work: () => Promise<T>): Promise<T>
  /** Sends what has not been sent yet. */
  close(): Promise<void>
}

export interface TraceParent {
  readonly traceId: string
  readonly spanId: string
  readonly flags: number
}

const TRACEPARENT =
  /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/

/** What a caller's `traceparent` says; null when it is none, or not of a form that may be continued. */
export function parsedTraceparent(header: unknown): TraceParent | null {
  if (typeof header !== 'string' || header.length > 200) return null
  const [, version, traceId = '', spanId = '', flags = '00', more] = TRACEPARENT.exec(header) ?? []
  if (version === undefined || (version === '00' && more !== undefined)) return null
  return { traceId, spanId, flags: Number.parseInt(flags, 16) }
}

/** 32 hexadecimal digits. */
export const newTraceId = (): string => randomUUID().replaceAll('-', '')

function newSpanId(): string {
  const uuid = randomUUID()
  return uuid.slice(0, 8) + uuid.slice(28)
}

/** A request's id: its trace, and within that itself, as in `traceparent`. */
export const newRequestId = (headers: IncomingHttpHeaders): string =>
  `${parsedTraceparent(headers.traceparent)?.traceId ?? newTraceId()}-${newSpanId()}`

/** The trace of a request by its id. */
export const traceOf = (requestId: string): string => requestId.slice(0, 32)
/** Itself within the trace. */
export const spanOf = (requestId: string): string => requestId.slice(33)

/** Says with every answer which request it answers, and hands the request to whoever collects spans. */
export function nameRequests(app: FastifyInstance, tracing: Tracing | undefined): void {
  const flags = tracing ? '01' : '00'
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    reply.header('traceresponse', `00-${request.id}-${flags}`)
    done()
  })
  if (!tracing) return
  // After the body was read: while it comes in, Node forgets for whom.
  app.addHook('preValidation', (request, _reply, done) => tracing.within(request.id, done))
  app.addHook('onResponse', (request, reply, done) => {
    tracing.end(request, reply)
    done()
  })
}
