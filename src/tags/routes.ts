// Tags and rulings over HTTP.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ClaimStore } from '../claims/store.ts'
import { NotFound } from '../errors.ts'
import { actOf, callerOf } from '../http/auth.ts'
import { STREAM_LIMIT } from '../http/body.ts'
import { sendResource } from '../http/conditional.ts'
import { IdParams } from '../http/formats.ts'
import type { Receipts } from '../http/idempotency.ts'
import { answerLines, parsedLine } from '../http/ndjson.ts'
import { pageQuery, sendPage } from '../http/page.ts'
import type { Runtime } from '../runtime.ts'
import * as schema from './schema.ts'
import type { TagStore } from './store.ts'

interface Services {
  readonly tags: TagStore
  readonly claims: ClaimStore
  readonly receipts: Receipts
  readonly runtime: Runtime
  /** Told after each decision on a question has been stored, so that the machine may learn from it. */
  readonly decided: (question: string) => void
}

const PageQuery = z.strictObject(pageQuery)
const tagsOfDocument = ['Tags']

export const tagRoutes =
  (services: Services): FastifyPluginAsyncZod =>
  async (app) => {
    const { tags, claims, receipts, runtime, decided } = services
    app.post(
      '/claims/:id/tags',
      {
        config: { role: 'annotator', idempotent: true, problems: [410] },
        schema: {
          operationId: 'createTag',
          tags: tagsOfDocument,
          summary: 'Tag a claim',
          description:
            'Says what the claim takes on a question. A new tag supersedes one’s own earlier one, which stays readable.',
          params: IdParams,
          body: schema.NewTag,
          response: { 201: schema.Tag },
        },
      },
      async (request, reply) => {
        const id = runtime.newId('tag')
        const act = actOf(request, runtime.now())
        const headers = { location: `/v1/tags/${id}` }
        const tag = await tags.insert(id, request.params.id, request.body, callerOf(request), act, (answer) =>
          receipts.keep(request, reply, 201, headers, answer),
        )
        decided(tag.question)
        return reply.code(201).headers(headers).send(tag)
      },
    )

    app.post(
      '/tags/batch',
      {
        bodyLimit: STREAM_LIMIT,
        config: { role: 'annotator', problems: [413, 415] },
        schema: {
          operationId: 'createTags',
          tags: tagsOfDocument,
          summary: 'Tag many claims',
          description:
            'A TagLine a line (application/x-ndjson), answered by a TagLineResult a line, in order. One bad line never stops the rest.',
          consumes: ['application/x-ndjson'],
          produces: ['application/x-ndjson'],
          response: { 200: schema.TagLineResult },
        },
      },
      async (request, reply) => {
        const caller = callerOf(request)
        const results = answerLines(request, async (value) => {
          const { claimId, ...tag } = parsedLine(schema.TagLine, value)
          const id = runtime.newId('tag')
          await tags.insert(id, claimId, tag, caller, actOf(request, runtime.now()), nothing)
          decided(tag.question)
          return { status: 'created', tagId: id }
        })
        reply.type('application/x-ndjson')
        return reply.send(results as never)
      },
    )

    app.get(
      '/claims/:id/tags',
      {
        config: { role: 'reader', problems: [410] },
        schema: {
          operationId: 'listTagsOfClaim',
          tags: tagsOfDocument,
          summary: 'List the tags of a claim',
          description: 'All ever made, oldest first; `current` tells which stand.',
          params: IdParams,
          querystring: PageQuery,
          response: { 200: schema.TagPage },
        },
      },
      async (request, reply) => {
        const { id } = await claims.find(request.params.id, 'codepoint')
        return sendPage(request, reply, await tags.listOfClaim(id, request.query.limit, request.query.cursor))
      },
    )

    app.get(
      '/tags',
      {
        config: { role: 'reader' },
        schema: {
          operationId: 'listTags',
          tags: tagsOfDocument,
          summary: 'List tags',
          description: 'Tags that fit all the filters given, oldest first.',
          querystring: schema.TagFilter,
          response: { 200: schema.TagPage },
        },
      },
      async (request, reply) => sendPage(request, reply, await tags.list(request.query)),
    )
    await app.register(singleTagRoutes(services))
    await app.register(rulingRoutes(services))
  }

const singleTagRoutes =
  ({ tags, runtime, decided }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/tags/:id',
      {
        config: { role: 'reader' },
        schema: {
          operationId: 'readTag',
          tags: tagsOfDocument,
          summary: 'Read a tag',
          description: 'One tag, whether it stands or not.',
          params: IdParams,
          response: { 200: schema.Tag },
        },
      },
      async (request, reply) => {
        const tag = await tags.find(request.params.id)
        if (!tag) throw new NotFound('There is no such tag.')
        sendResource(request, reply, tag)
        return reply
      },
    )

    app.delete(
      '/tags/:id',
      {
        config: { role: 'annotator', problems: [409] },
        schema: {
          operationId: 'withdrawTag',
          tags: tagsOfDocument,
          summary: 'Withdraw a tag',
          description: 'One’s own. It stays readable, and no longer counts.',
          params: IdParams,
          response: { 204: z.null().meta({ description: 'Withdrawn.' }) },
        },
      },
      async (request, reply) => {
        const { question } = await tags.withdraw(
          request.params.id,
          callerOf(request),
          actOf(request, runtime.now()),
        )
        decided(question)
        return reply.code(204).send(null)
      },
    )
  }

const rulingRoutes =
  ({ tags, claims, receipts, runtime, decided }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/claims/:id/rulings',
      {
        config: { role: 'curator', idempotent: true, problems: [410] },
        schema: {
          operationId: 'createRuling',
          tags: ['Rulings'],
          summary: 'Rule on a claim',
          description:
            'Settles the claim on a question. Tags stand beside it; later ones do not undo it; a new ruling does.',
          params: IdParams,
          body: schema.NewRuling,
          response: { 201: schema.Ruling },
        },
      },
      async (request, reply) => {
        const id = runtime.newId('rul')
        const act = actOf(request, runtime.now())
        const ruling = await tags.rule(
          id,
          request.params.id,
          request.body,
          callerOf(request),
          act,
          (answer) => receipts.keep(request, reply, 201, {}, answer),
        )
        decided(ruling.question)
        return reply.code(201).send(ruling)
      },
    )

    app.get(
      '/claims/:id/rulings',
      {
        config: { role: 'reader', problems: [410] },
        schema: {
          operationId: 'listRulingsOfClaim',
          tags: ['Rulings'],
          summary: 'List the rulings on a claim',
          description: 'All ever made, oldest first; `current` tells which stand.',
          params: IdParams,
          querystring: PageQuery,
          response: { 200: schema.RulingPage },
        },
      },
      async (request, reply) => {
        const { id } = await claims.find(request.params.id, 'codepoint')
        return sendPage(request, reply, await tags.listRulings(id, request.query.limit, request.query.cursor))
      },
    )
  }

function* nothing() {}
