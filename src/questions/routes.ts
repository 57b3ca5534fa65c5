// Questions over HTTP.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { QuestionDefinition } from '../engine/types.ts'
import { NotFound } from '../errors.ts'
import { actOf } from '../http/auth.ts'
import { etagOf, requireMatch, sendResource } from '../http/conditional.ts'
import type { Receipts } from '../http/idempotency.ts'
import { pageQuery, sendPage } from '../http/page.ts'
import type { Runtime } from '../runtime.ts'
import * as schema from './schema.ts'
import type { QuestionStore } from './store.ts'

/** Places the existing claims on a question, in the background. */
export interface Placing {
  start(slug: string): void
  /** Null when nothing is under way. */
  progress(slug: string): { placed: number; total: number } | null
}

interface Services {
  readonly questions: QuestionStore
  readonly placing: Placing
  /** What would make the machine place claims better on the question. */
  readonly warnings: (question: QuestionDefinition) => schema.Warning[]
  readonly receipts: Receipts
  readonly runtime: Runtime
}

const tags = ['Questions']

export const questionRoutes =
  (services: Services): FastifyPluginAsyncZod =>
  async (app) => {
    await readingRoutes(services)(app, {})
    await writingRoutes(services)(app, {})
  }

const answering =
  ({ placing, warnings }: Pick<Services, 'placing' | 'warnings'>) =>
  (question: schema.StoredQuestion): schema.Question => ({
    ...question,
    placing: placing.progress(question.slug),
    warnings: warnings(question),
  })

/** The ETag is taken over what is stored: placing goes on by itself and is no change that somebody could lose. */
function send(
  request: FastifyRequest,
  reply: FastifyReply,
  stored: schema.StoredQuestion,
  answer: schema.Question,
): void {
  // While placing goes on, a client that asks for the progress must get it, whatever it has.
  if (answer.placing === null) sendResource(request, reply, answer, stored)
  else reply.header('etag', etagOf(stored)).send(answer)
}

const readingRoutes =
  ({ questions, ...rest }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    const answer = answering(rest)

    app.get(
      '/questions',
      {
        config: { role: 'reader' },
        schema: {
          operationId: 'listQuestions',
          tags,
          summary: 'List questions',
          description: 'By slug.',
          querystring: schema.QuestionFilter,
          response: { 200: schema.QuestionPage },
        },
      },
      async (request, reply) => {
        const page = await questions.list(request.query)
        return sendPage(request, reply, { ...page, data: page.data.map(answer) })
      },
    )

    app.get(
      '/questions/:slug',
      {
        config: { role: 'reader', sends: ['etag'] },
        schema: {
          operationId: 'readQuestion',
          tags,
          summary: 'Read a question',
          description: 'With its positions, and how far the claims have been placed on it.',
          params: schema.SlugParams,
          response: { 200: schema.Question },
        },
      },
      async (request, reply) => {
        const question = await questions.find(request.params.slug)
        if (!question) throw new NotFound('There is no such question.')
        send(request, reply, question, answer(question))
        return reply
      },
    )

    app.get(
      '/questions/:slug/versions',
      {
        config: { role: 'reader' },
        schema: {
          operationId: 'listQuestionVersions',
          tags,
          summary: 'List the versions of a question',
          description: 'What those who tagged under each of them had before them.',
          params: schema.SlugParams,
          querystring: z.strictObject(pageQuery),
          response: { 200: schema.QuestionVersionPage },
        },
      },
      async (request, reply) => {
        const { slug } = request.params
        if (!(await questions.find(slug))) throw new NotFound('There is no such question.')
        const { limit, cursor } = request.query
        return sendPage(request, reply, await questions.listVersions(slug, limit, cursor))
      },
    )
  }

const writingRoutes =
  ({ questions, placing, warnings, receipts, runtime }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    const answer = answering({ placing, warnings })
    /** As placing begins, which is not yet so while it is stored: a repeated request is answered with the same. */
    const opened = (stored: schema.StoredQuestion): schema.Question => ({
      ...answer(stored),
      placing: stored.status === 'open' ? { placed: 0, total: 0 } : null,
    })

    app.post(
      '/questions',
      {
        config: { role: 'curator', idempotent: true, sends: ['etag', 'location'] },
        schema: {
          operationId: 'createQuestion',
          tags,
          summary: 'Open a question',
          description:
            'With the definitions of its sides. Once it is open, the existing claims are placed on it in the background; read it again for the progress.',
          body: schema.NewQuestion,
          response: { 201: schema.Question },
        },
      },
      async (request, reply) => {
        const location = `/v1/questions/${request.body.slug}`
        const act = actOf(request, runtime.now())
        const question = await questions.insert(request.body, act, (stored) =>
          receipts.keep(request, reply, 201, { location, etag: etagOf(stored) }, opened(stored)),
        )
        if (question.status === 'open') placing.start(question.slug)
        return reply
          .code(201)
          .header('location', location)
          .header('etag', etagOf(question))
          .send(opened(question))
      },
    )

    app.patch(
      '/questions/:slug',
      {
        config: { role: 'curator', conditional: true, problems: [422] },
        schema: {
          operationId: 'updateQuestion',
          tags,
          summary: 'Change a question',
          description:
            'A change of what it means makes a new version: tags keep the version they were made under, and the claims are placed anew. Tags and rulings on a position that goes are no longer current.',
          params: schema.SlugParams,
          body: schema.QuestionChange,
          response: { 200: schema.Question },
        },
      },
      async (request, reply) => {
        const act = actOf(request, runtime.now())
        const { question, toPlace } = await questions.replace(
          request.params.slug,
          request.body,
          act,
          (stored) => requireMatch(request, stored),
        )
        if (toPlace) placing.start(question.slug)
        send(request, reply, question, answer(question))
        return reply
      },
    )
  }
