// Taking articles in over HTTP: one, many, or only looking.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { Article, NewArticle } from '../articles/schema.ts'
import { normalize } from '../articles/text.ts'
import { actOf } from '../http/auth.ts'
import { ARTICLE_LIMIT, STREAM_LIMIT } from '../http/body.ts'
import { sendResource } from '../http/conditional.ts'
import type { Receipts } from '../http/idempotency.ts'
import { answerLines, parsedLine } from '../http/ndjson.ts'
import type { Runtime } from '../runtime.ts'
import type { Analyst } from './analyst.ts'
import { presentExtraction } from './extraction.ts'
import { restingInCrowds } from './giving-way.ts'
import * as schema from './schema.ts'
import { Duplicate, type Intake } from './take.ts'

/** Milliseconds between two articles of a stream while others crowd the event loop: one takes it for six, and a thread for ten. */
const REST = 50

interface Services {
  readonly intake: Intake
  readonly analyst: Analyst
  readonly engine: { readonly name: string; readonly version: string }
  readonly receipts: Receipts
  readonly runtime: Runtime
}

export const intakeRoutes =
  ({ intake, analyst, engine, receipts, runtime }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/articles',
      {
        bodyLimit: ARTICLE_LIMIT,
        config: { role: 'annotator', idempotent: true, sends: ['etag', 'location'] },
        schema: {
          operationId: 'createArticle',
          tags: ['Articles'],
          summary: 'Take an article in',
          description:
            'Stores the article, breaks it into claims, finds their speakers and places each claim on every open question, in one atomic write. The same text again is a conflict that names the first.',
          body: NewArticle,
          response: { 201: Article },
        },
      },
      async (request, reply) => {
        const location = (article: Article) => ({ location: `/v1/articles/${article.id}` })
        const taken = await intake.take(request.body, actOf(request, runtime.now()), (article) =>
          receipts.keep(request, reply, 201, location(article), article),
        )
        sendResource(request, reply.code(201).headers(location(taken)), taken)
        return reply
      },
    )

    app.post(
      '/articles/batch',
      {
        bodyLimit: STREAM_LIMIT,
        config: { role: 'annotator', problems: [413, 415], lines: NewArticle },
        schema: {
          operationId: 'createArticles',
          tags: ['Articles'],
          summary: 'Take many articles in',
          description:
            'A NewArticle a line (application/x-ndjson), answered by an ArticleLineResult a line, in order, as they are stored. One bad line never stops the rest; sent again, what is stored already is a duplicate. A service that is stopping takes no further lines: the last answer is then one with a problem of status 503 for the first line that was left out, whose `taken` says how many were taken.',
          consumes: ['application/x-ndjson'],
          produces: ['application/x-ndjson'],
          response: { 200: schema.ArticleLineResult },
        },
      },
      async (request, reply) => {
        const take = async (value: unknown) => {
          const article = parsedLine(NewArticle, value)
          try {
            const { id, claimCount } = await intake.take(article, actOf(request, runtime.now()))
            return { status: 'created', articleId: id, claimCount }
          } catch (error) {
            if (error instanceof Duplicate) return { status: 'duplicate', articleId: error.articleId }
            throw error
          }
        }
        const results = answerLines(request, take, restingInCrowds(REST))
        reply.type('application/x-ndjson')
        return reply.send(results as never)
      },
    )

    app.post(
      '/extract',
      {
        bodyLimit: ARTICLE_LIMIT,
        config: { role: 'reader' },
        schema: {
          operationId: 'extract',
          tags: ['Articles'],
          summary: 'Find the claims in a text',
          description:
            'What the engine finds; nothing is stored. Line ends and letters are normalized as for an article, and offsets count in that text.',
          body: schema.ExtractRequest,
          response: { 200: schema.Extraction },
        },
      },
      async (request) => {
        const text = normalize(request.body.text)
        return presentExtraction(engine, text, await analyst.extract(text), request.body.offsetUnit)
      },
    )
  }
