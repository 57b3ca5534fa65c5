// Spans for OpenTelemetry, sent over OTLP/HTTP. Nothing loads this file, or the packages it needs, unless they are wanted.

import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type Context,
  createTraceState,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { withoutKeys } from '../http/auth.ts'
import { parsedTraceparent, type Tracing } from '../http/trace.ts'

/** What a collector that does not answer may hold up: spans are dropped then, and a stop of the service goes on. */
const PATIENCE = 3_000
/** Requests that never ended, such as those whose connection broke early, are forgotten beyond this many. */
const MOST_OPEN = 10_000

/** `endpoint`: the collector's address, as in OTEL_EXPORTER_OTLP_ENDPOINT; `/v1/traces` is added. */
export function openTracing(endpoint: string, version: string): Tracing {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    timeoutMillis: PATIENCE,
  })
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'averment', 'service.version': version }),
    spanProcessors: [new BatchSpanProcessor(exporter, { exportTimeoutMillis: PATIENCE })],
  })
  const tracer = provider.getTracer('averment', version)
  const open = new Map<string, Span>()
  const current = new AsyncLocalStorage<Span | undefined>()

  return {
    begin(headers, method) {
      const span = tracer.startSpan(method, { kind: SpanKind.SERVER }, callersContext(headers))
      const { traceId, spanId } = span.spanContext()
      const id = `${traceId}-${spanId}`
      if (open.size >= MOST_OPEN) open.clear()
      open.set(id, span)
      return id
    },
    within: (id, rest) => current.run(open.get(id), rest),
    end(request, reply) {
      const span = open.get(request.id)
      if (!span) return
      open.delete(request.id)
      const route = request.is404 ? undefined : request.routeOptions.url
      if (route !== undefined) span.updateName(`${request.method} ${route}`)
      // The path without what was asked for, and who asked by their id.
      span.setAttributes({
        'http.request.method': request.method,
        'url.path': withoutKeys(request.url.split('?')[0] ?? '/'),
        'http.response.status_code': reply.statusCode,
        ...(route === undefined ? {} : { 'http.route': route }),
        ...(request.caller ? { 'enduser.id': request.caller.id } : {}),
      })
      if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    },
    async around(name, work) {
      const parent = current.getStore()
      if (!parent) return work()
      const span = tracer.startSpan(name, {}, trace.setSpan(ROOT_CONTEXT, parent))
      try {
        return await work()
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR, message: (error as Error).name })
        throw error
      } finally {
        span.end()
      }
    },
    close: () => provider.shutdown().catch(() => {}),
  }
}

/** The span that the caller is in, so that ours becomes a part of it. */
function callersContext({ traceparent, tracestate }: Parameters<Tracing['begin']>[0]): Context {
  const parent = parsedTraceparent(traceparent)
  if (!parent) return ROOT_CONTEXT
  const { traceId, spanId, flags } = parent
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: flags,
    isRemote: true,
    ...(typeof tracestate === 'string' ? { traceState: createTraceState(tracestate) } : {}),
  })
}
