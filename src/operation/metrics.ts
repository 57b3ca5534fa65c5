// What Prometheus reads of requests and of the process: what is slow, what fails, how many are in flight.

import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  readonly registry: Registry
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether it is among those in flight. */
    isCounted: boolean
  }
}

/** From one millisecond to ten seconds. */
export const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Call it before the routes are added: it measures those that come after. */
export function measure(app: FastifyInstance, version: string): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  new Gauge({
    name: 'averment_info',
    help: 'The version that runs.',
    labelNames: ['version'],
    registers,
  }).set({ version }, 1)
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Requests by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  })
  let inFlight = 0
  new Gauge({
    name: 'http_requests_in_flight',
    help: 'Requests that are being answered; streams without end are among them.',
    registers,
    collect() {
      this.set(inFlight)
    },
  })
  // Those that an earlier hook refuses are over before they are counted.
  app.decorateRequest('isCounted', false)
  app.addHook('onRequest', (request, _reply, done) => {
    request.isCounted = true
    inFlight++
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    if (request.isCounted) inFlight--
    // The route's pattern, not the address: the number of labels must stay small.
    const route = request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown')
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
    done()
  })
  return { registry }
}
