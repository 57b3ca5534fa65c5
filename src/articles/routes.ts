// Articles over HTTP; taking new ones in is the intake's.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Gone, NotFound } from '../errors.ts'
import { actOf } from '../http/auth.ts'
import { requireMatch, sendResource } from '../http/conditional.ts'
import { IdParams } from '../http/formats.ts'
import { sendPage } from '../http/page.ts'
import type { Runtime } from '../runtime.ts'
import * as schema from './schema.ts'
import type { ArticleStore } from './store.ts'

interface Services {
  readonly articles: ArticleStore
  readonly runtime: Runtime
}

const tags = ['Articles']

export const articleRoutes =
  ({ articles, runtime }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    /** Throws Gone for a deleted article: an id is never given out again. */
    const unlessDeleted = async (id: string) => {
      if (await articles.wasDeleted(id)) throw new Gone('This article was deleted.')
    }

    app.get(
      '/articles',
      {
        config: { role: 'reader' },
        schema: {
          operationId: 'listArticles',
          tags,
          summary: 'List articles',
          description:
            'Articles that fit all the filters given, without their texts, in the order they were added.',
          querystring: schema.ArticleFilter,
          response: { 200: schema.ArticlePage },
        },
      },
      async (request, reply) => sendPage(request, reply, await articles.list(request.query)),
    )

    app.get(
      '/articles/:id',
      {
        config: { role: 'reader', problems: [410], sends: ['etag'] },
        schema: {
          operationId: 'readArticle',
          tags,
          summary: 'Read an article',
          description: 'One article with its text.',
          params: IdParams,
          response: { 200: schema.Article },
        },
      },
      async (request, reply) => {
        const { id } = request.params
        const article = await articles.find(id)
        if (!article) {
          await unlessDeleted(id)
          throw new NotFound('There is no such article.')
        }
        sendResource(request, reply, article)
        return reply
      },
    )

    app.patch(
      '/articles/:id',
      {
        config: { role: 'curator', conditional: true, problems: [410] },
        schema: {
          operationId: 'updateArticle',
          tags,
          summary: 'Correct what is known about an article',
          description:
            'Everything but the text, which never changes. Its claims are counted under the new publisher and date.',
          params: IdParams,
          body: schema.ArticleChange,
          response: { 200: schema.Article },
        },
      },
      async (request, reply) => {
        const { id } = request.params
        await unlessDeleted(id)
        const act = actOf(request, runtime.now())
        const check = (current: schema.Article) => requireMatch(request, current)
        sendResource(request, reply, await articles.replace(id, request.body, act, check))
        return reply
      },
    )

    app.delete(
      '/articles/:id',
      {
        config: { role: 'curator', conditional: true, problems: [410] },
        schema: {
          operationId: 'deleteArticle',
          tags,
          summary: 'Delete an article',
          description: 'Its claims and their tags go with it; the id answers 410 from then on.',
          params: IdParams,
          response: { 204: z.null().meta({ description: 'Deleted.' }) },
        },
      },
      async (request, reply) => {
        const { id } = request.params
        await unlessDeleted(id)
        await articles.remove(id, actOf(request, runtime.now()), (current) => requireMatch(request, current))
        return reply.code(204).send(null)
      },
    )
  }
