// A Fastify server that knows the house's manners and none of its features.

import { randomUUID } from 'node:crypto'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { NotFound } from '../errors.ts'
import { type AuthOptions, addAuth } from './auth.ts'
import { addBodyParsers, BODY_LIMIT } from './body.ts'
import { methodsAt } from './methods.ts'
import { documentFromZod } from './openapi.ts'
import { sendProblem } from './problem.ts'
import { serializeByJsonSchema, serializeChecked } from './serialize.ts'
import { validateByZod } from './validate.ts'

export interface ServerOptions extends AuthOptions {
  readonly logger: NonNullable<FastifyServerOptions['logger']>
  /** Requests a minute for each caller; 0 for no limit. */
  readonly rateLimit: number
  /** Whether every answer is checked against its schema: for tests. */
  readonly checkAnswers: boolean
  readonly version: string
}

export type Server = FastifyInstance

/** The caller sent a method that this address does not take. */
class MethodNotAllowed extends Error {
  readonly statusCode = 405
}

export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: options.logger,
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 300 },
    // Answered as problem documents too, where Fastify would write its own.
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply),
    return503OnClosing: false,
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validateByZod)
  app.setSerializerCompiler(options.checkAnswers ? serializeChecked : serializeByJsonSchema)
  const allowed = methodsAt(app)
  app.setErrorHandler<Error>((error, request, reply) => sendProblem(error, request, reply))
  app.setNotFoundHandler((request, reply) => {
    const methods = allowed(request.url)
    if (methods.length === 0) return sendProblem(notFound(request.url), request, reply)
    reply.header('allow', methods.join(', '))
    return sendProblem(new MethodNotAllowed(`Use ${methods.join(', ')}.`), request, reply)
  })
  addBodyParsers(app)
  addAuth(app, options)
  await app.register(helmet, {
    contentSecurityPolicy: { directives: { defaultSrc: ["'none'"] }, useDefaults: false },
  })
  await addRateLimit(app, options.rateLimit)
  await app.register(swagger, { openapi: documentHead(options.version), ...documentFromZod() })
  return app as unknown as FastifyInstance
}

const notFound = (url: string) => new NotFound(`Nothing is known under ${url.split('?')[0]?.slice(0, 500)}.`)

async function addRateLimit(app: FastifyInstance, perMinute: number): Promise<void> {
  if (perMinute === 0) return
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: 60_000,
    hook: 'preValidation',
    enableDraftSpec: true,
    keyGenerator: (request) => request.caller?.id ?? request.ip,
    errorResponseBuilder: (_request, context) =>
      Object.assign(new Error(`At most ${context.max} requests a minute; try again in ${context.after}.`), {
        statusCode: 429,
      }),
  })
}

function documentHead(version: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Averment',
      version,
      description:
        'Who stands where, on what evidence: quotations in the press, attributed to their speakers and placed on contested legal questions.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'This service.' }],
    components: {
      securitySchemes: {
        key: { type: 'http' as const, scheme: 'bearer', description: 'A key of an annotator.' },
      },
    },
  }
}
