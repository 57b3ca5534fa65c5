// Tags over HTTP.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ClaimStore } from '../claims/store.ts'
import { NotFound } from '../errors.ts'
import { type Asking, AsOf } from '../http/as-of.ts'
import { actOf, callerOf } from '../http/auth.ts'
import { ARTICLE_LIMIT, STREAM_LIMIT } from '../http/body.ts'
import { sendResource } from '../http/conditional.ts'
import { IdParams } from '../http/formats.ts'
import type { Receipts } from '../http/idempotency.ts'
import { answerLines, parsedLine } from '../http/ndjson.ts'
import { pageQuery, sendPage } from '../http/page.ts'
import type { Runtime } from '../runtime.ts'
import { Lines } from './repeats.ts'
import * as schema from './schema.ts'
import type { Place, TagStore } from './store.ts'

interface Services {
  readonly tags: TagStore
  readonly receipts: Receipts
  readonly runtime: Runtime
  /** Told after each decision on a question has been stored, so that the machine may learn from it. */
  readonly decided: (question: string) => void
  readonly asking: Asking<{
    readonly claims: Pick<ClaimStore, 'find'>
    readonly tags: Pick<TagStore, 'list' | 'listOfClaim'>
  }>
}

const PageQuery = z.strictObject({ asOf: AsOf, ...pageQuery })
const tagsOfDocument = ['Tags']

export const tagRoutes =
  (services: Services): FastifyPluginAsyncZod =>
  async (app) => {
    const { tags, receipts, runtime, decided, asking } = services
    app.post(
      '/claims/:id/tags',
      {
        config: { role: 'annotator', idempotent: true, problems: [410], sends: ['location'] },
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
        config: { role: 'annotator', problems: [413, 415], lines: schema.TagLine },
        schema: {
          operationId: 'createTags',
          tags: tagsOfDocument,
          summary: 'Tag many claims',
          description:
            'A TagLine a line (application/x-ndjson), answered by a TagLineResult a line, in order. One bad line never stops the rest; a second line on the same claim and question is refused. A service that is stopping takes no further lines: the last answer is then one with a problem of status 503 for the first line that was left out, whose `taken` says how many were taken.',
          consumes: ['application/x-ndjson'],
          produces: ['application/x-ndjson'],
          response: { 200: schema.TagLineResult },
        },
      },
      async (request, reply) => {
        const caller = callerOf(request)
        const lines = new Lines()
        const results = answerLines(request, async (value, line) => {
          const { place, tag } = placeOf(parsedLine(schema.TagLine, value))
          const id = runtime.newId('tag')
          const act = actOf(request, runtime.now())
          // Noted within the write: lines are worked on at once, and only one that is stored is first.
          await tags.insert(id, place, tag, caller, act, (answer) => {
            lines.take(line, answer)
            return nothing()
          })
          decided(tag.question)
          return { status: 'created', tagId: id }
        })
        reply.type('application/x-ndjson')
        return reply.send(results as never)
      },
    )

    app.post(
      '/tags',
      {
        bodyLimit: ARTICLE_LIMIT,
        config: { role: 'annotator', idempotent: true, problems: [404, 410], sends: ['location'] },
        schema: {
          operationId: 'createTagByQuote',
          tags: tagsOfDocument,
          summary: 'Tag the claim with these words',
          description:
            'As above, with the claim in the body: by its id, or by its article and words for people who annotate elsewhere. Words that no claim has, or more than one, are refused with the claims that come into question.',
          body: schema.TagLine,
          response: { 201: schema.Tag },
        },
      },
      async (request, reply) => {
        const id = runtime.newId('tag')
        const act = actOf(request, runtime.now())
        const headers = { location: `/v1/tags/${id}` }
        const { place, tag: said } = placeOf(request.body)
        const tag = await tags.insert(id, place, said, callerOf(request), act, (answer) =>
          receipts.keep(request, reply, 201, headers, answer),
        )
        decided(tag.question)
        return reply.code(201).headers(headers).send(tag)
      },
    )

    app.get(
      '/claims/:id/tags',
      {
        config: { role: 'reader', problems: [410, 422] },
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
        const { asOf, limit, cursor } = request.query
        const page = await asking(asOf, async (then) => {
          const { id } = await then.claims.find(request.params.id, 'codepoint')
          return then.tags.listOfClaim(id, limit, cursor)
        })
        return sendPage(request, reply, page)
      },
    )

    app.get(
      '/tags',
      {
        config: { role: 'reader', problems: [422] },
        schema: {
          operationId: 'listTags',
          tags: tagsOfDocument,
          summary: 'List tags',
          description: 'Tags that fit all the filters given, oldest first.',
          querystring: schema.TagFilter,
          response: { 200: schema.TagPage },
        },
      },
      async (request, reply) =>
        sendPage(request, reply, await asking(request.query.asOf, (then) => then.tags.list(request.query))),
    )
    await app.register(singleTagRoutes(services))
  }

const singleTagRoutes =
  ({ tags, runtime, decided }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/tags/:id',
      {
        config: { role: 'reader', sends: ['etag'] },
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

/** Where a line's tag goes, and the tag. */
function placeOf({ claimId, articleId = '', quote = '', prefix, suffix, ...tag }: schema.TagLine): {
  place: Place
  tag: schema.NewTag
} {
  return { place: claimId ?? { articleId, quote, prefix, suffix }, tag }
}

function* nothing() {}
