// A Fastify server that knows the house's manners and none of its features.

import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { NotFound } from '../errors.ts'
import type { Peers } from '../storage/peers.ts'
import { type AuthOptions, guardRoutes, identifyCallers, withoutKeys } from './auth.ts'
import { addBodyParsers, BODY_LIMIT } from './body.ts'
import { checkHeaders, checkResources, checkWritten } from './checked.ts'
import { hangUpWhenClosing } from './closing.ts'
import { announceDeprecations } from './deprecation.ts'
import { limitRate } from './limit.ts'
import { methodsAt } from './methods.ts'
import { documentFromZod } from './openapi.ts'
import { admitOrigins } from './origins.ts'
import { sendProblem } from './problem.ts'
import { type ReadingOptions, readFromReplica } from './reading.ts'
import { addSecurityHeaders } from './security.ts'
import { serializeByJsonSchema, serializeChecked } from './serialize.ts'
import { nameRequests, newRequestId, spanOf, type Tracing, traceOf } from './trace.ts'
import { refuseUnknownBodies, refuseUnknownParameters, validateByZod } from './validate.ts'
import { refuseOnTheWire } from './wire.ts'

export interface ServerOptions extends AuthOptions {
  readonly logger: NonNullable<FastifyServerOptions['logger']>
  /** Requests a minute for each caller; 0 for no limit. */
  readonly rateLimit: number
  /** Counts a caller's requests across processes; null where there is one. */
  readonly count?: Peers['count']
  /** Where a replica may be read from. */
  readonly reading?: ReadingOptions
  /** Whether every answer is checked against its schema: for tests. */
  readonly checkAnswers: boolean
  readonly version: string
  /** Addresses and ranges of proxies whose word counts for who calls: X-Forwarded-For, -Proto and -Host. */
  readonly trustedProxies?: readonly string[] | undefined
  /** Origins whose pages may use the service; `*` for any. */
  readonly allowedOrigins?: readonly string[] | undefined
  /** Where spans go; nowhere when left out. */
  readonly tracing?: Tracing | undefined
}

/** A request that has not come in whole after this long, in milliseconds, is given up; an import of 4 GB takes minutes. */
const SLOWEST = 30 * 60_000

/** The caller sent a method that this address does not take. */
class MethodNotAllowed extends Error {
  readonly statusCode = 405
}

export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { trustedProxies = [] } = options
  const app = Fastify({
    logger: options.logger,
    // Two lines a request cost more than answering it; see the hook below.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: SLOWEST,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    genReqId: ({ headers, method = 'GET' }) =>
      options.tracing ? options.tracing.begin(headers, method) : newRequestId(headers),
    childLoggerFactory: (logger, { reqId }, childOptions) =>
      logger.child({ traceId: traceOf(String(reqId)), spanId: spanOf(String(reqId)) }, childOptions),
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 300 },
    // Answered as problem documents too, where Fastify and Node would write their own.
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply),
    clientErrorHandler: refuseOnTheWire,
    return503OnClosing: false,
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validateByZod)
  app.setSerializerCompiler(options.checkAnswers ? serializeChecked : serializeByJsonSchema)
  app.setErrorHandler<Error>((error, request, reply) => sendProblem(error, request, reply))
  logAnswers(app)
  hangUpWhenClosing(app)
  nameRequests(app, options.tracing)
  addBodyParsers(app)
  refuseUnknownParameters(app)
  refuseUnknownBodies(app)
  announceDeprecations(app)
  addSecurityHeaders(app)
  admitOrigins(app, options.allowedOrigins ?? [])
  if (options.checkAnswers) {
    checkHeaders(app)
    checkResources(app)
    checkWritten(app)
  }
  identifyCallers(app, options.callerOf)
  if (options.reading) readFromReplica(app, options.reading)
  await limitRate(app, options.rateLimit, options.count ?? null)
  refuseUnknownAddresses(app)
  guardRoutes(app, options.publicRead)
  await app.register(swagger, { openapi: documentHead(options.version), ...documentFromZod() })
  return app as unknown as FastifyInstance
}

/** A line for each request, where the log has room for it. */
function logAnswers(app: FastifyInstance): void {
  if (!['debug', 'trace'].includes(app.log.level)) return
  app.addHook('onResponse', (request, reply, done) => {
    const { method, url } = request
    // Without what was asked for: that is the caller's own business.
    const path = withoutKeys(url.split('?')[0] ?? '')
    const details = { method, path, status: reply.statusCode, ms: reply.elapsedTime }
    request.log.debug(details, 'answered')
    done()
  })
}

/** 404, or 405 where the address takes other methods; before the body is read, so that its type does not matter. */
function refuseUnknownAddresses(app: FastifyInstance): void {
  const allowed = methodsAt(app)
  app.addHook('preParsing', (request, reply, _payload, done) => {
    if (!request.is404) return done()
    const methods = allowed(request.url)
    if (methods.length === 0) return done(notFound(request.url))
    reply.header('allow', methods.join(', '))
    done(new MethodNotAllowed(`Use ${methods.join(', ')}.`))
  })
  app.setNotFoundHandler((request, reply) => sendProblem(notFound(request.url), request, reply))
}

const notFound = (url: string) => new NotFound(`Nothing is known under ${url.split('?')[0]?.slice(0, 500)}.`)

function documentHead(version: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Averment',
      version,
      description:
        'Who stands where, on what evidence: quotations in the press, attributed to their speakers and placed on contested legal questions.',
      contact: { name: 'Whoever runs this service' },
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [
      { url: '/', description: 'This service, in production or on a laptop (local).', 'x-internal': false },
    ],
    components: {
      securitySchemes: {
        key: { type: 'http' as const, scheme: 'bearer', description: 'A key of an annotator.' },
      },
    },
  }
}
