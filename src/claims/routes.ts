// Claims over HTTP.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ArticleStore } from '../articles/store.ts'
import { Gone, NotFound } from '../errors.ts'
import type { Asking } from '../http/as-of.ts'
import { actOf, callerOf } from '../http/auth.ts'
import { ARTICLE_LIMIT } from '../http/body.ts'
import { etagOf, requireMatch, sendResource, sendWritten } from '../http/conditional.ts'
import { IdParams } from '../http/formats.ts'
import type { Receipts } from '../http/idempotency.ts'
import { pageQuery, sendPageWritten } from '../http/page.ts'
import type { Runtime } from '../runtime.ts'
import type { Operation } from '../storage/database.ts'
import type { Act } from '../storage/ledger.ts'
import { draftOf } from './correction.ts'
import { type ClaimRow, presentClaim } from './present.ts'
import * as schema from './schema.ts'
import { anchoring, type OffsetUnit } from './spans.ts'
import type { ClaimStore } from './store.ts'

interface Services {
  readonly claims: ClaimStore
  readonly articles: ArticleStore
  readonly receipts: Receipts
  readonly runtime: Runtime
  readonly asking: Asking<{ readonly claims: Pick<ClaimStore, 'findWritten' | 'list'> }>
  /** Lets the machine place a claim that is new or has changed, within the same write. */
  readonly place: (claim: ClaimRow, act: Act) => Operation<void>
}

const tags = ['Claims']

export const claimRoutes =
  ({ claims, articles, receipts, runtime, asking, place }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/claims',
      {
        config: { role: 'reader', problems: [422], written: true },
        schema: {
          operationId: 'listClaims',
          tags,
          summary: 'List claims',
          description: 'Claims that fit all the filters given.',
          querystring: schema.ClaimListQuery,
          response: { 200: schema.ClaimPage },
        },
      },
      async (request, reply) =>
        sendPageWritten(
          request,
          reply,
          await asking(request.query.asOf, (then) => then.claims.list(request.query)),
        ),
    )

    app.get(
      '/claims/:id',
      {
        config: { role: 'reader', problems: [410, 422], sends: ['etag'], written: true },
        schema: {
          operationId: 'readClaim',
          tags,
          summary: 'Read a claim',
          description: 'One claim with its speakers and positions.',
          params: IdParams,
          querystring: schema.ClaimQuery,
          response: { 200: schema.Claim },
        },
      },
      async (request, reply) => {
        const { asOf, offsetUnit } = request.query
        const again = request.headers['if-none-match'] !== undefined
        const claim = await asking(asOf, ({ claims }) =>
          claims.findWritten(request.params.id, offsetUnit, again),
        )
        return sendWritten(request, reply, claim)
      },
    )

    app.get(
      '/articles/:id/claims',
      {
        config: { role: 'reader', problems: [410], written: true },
        schema: {
          operationId: 'listClaimsOfArticle',
          tags,
          summary: 'List the claims of an article',
          description: 'In text order.',
          params: IdParams,
          querystring: z.strictObject({ offsetUnit: schema.offsetUnit, ...pageQuery }),
          response: { 200: schema.ClaimPage },
        },
      },
      async (request, reply) => {
        const { id } = request.params
        const { offsetUnit, limit, cursor } = request.query
        if ((await articles.findText(id)) === null) {
          if (await articles.wasDeleted(id)) throw new Gone('This article was deleted.')
          throw new NotFound('There is no such article.')
        }
        return sendPageWritten(request, reply, await claims.listOfArticle(id, offsetUnit, limit, cursor))
      },
    )

    app.post(
      '/articles/:id/claims',
      {
        bodyLimit: ARTICLE_LIMIT,
        config: { role: 'annotator', idempotent: true, problems: [410, 422], sends: ['etag', 'location'] },
        schema: {
          operationId: 'createClaim',
          tags,
          summary: 'Add a claim',
          description:
            'A claim the engine missed: by spans, or by its exact words with what stands around them when they occur more than once.',
          params: IdParams,
          querystring: schema.UnitQuery,
          body: schema.NewClaim,
          response: { 201: schema.Claim },
        },
      },
      async (request, reply) => {
        const { offsetUnit: unit } = request.query
        const articleId = request.params.id
        if (await articles.wasDeleted(articleId)) throw new Gone('This article was deleted.')
        const act = actOf(request, runtime.now())
        const id = runtime.newId('clm')
        const headers = { location: `/v1/claims/${id}` }
        const row = await claims.add(
          id,
          articleId,
          (text) => draftOf(request.body, anchoring(text), unit),
          callerOf(request),
          act,
          function* (claim) {
            yield* place(claim, act)
            const placed = yield* claims.required(id)
            const shown = presentClaim(placed, unit)
            const etag = etagOf(shown, placed.revision)
            yield* receipts.keep(request, reply, 201, { ...headers, etag }, shown)
          },
        )
        sendClaim(request, reply.code(201).headers(headers), row, unit)
        return reply
      },
    )

    app.patch(
      '/claims/:id',
      {
        bodyLimit: ARTICLE_LIMIT,
        config: { role: 'annotator', conditional: true, problems: [410, 422] },
        schema: {
          operationId: 'updateClaim',
          tags,
          summary: 'Correct a claim',
          description:
            'Puts spans, speakers, type, polarity or status right. Rejected claims never count. `If-Match` takes the ETag of the claim as it was read last, in either unit: where it stands by now does not matter, only whether somebody has corrected it.',
          params: IdParams,
          querystring: schema.UnitQuery,
          body: schema.ClaimChange,
          response: { 200: schema.Claim },
        },
      },
      async (request, reply) => {
        const { offsetUnit: unit } = request.query
        const { id } = request.params
        const act = actOf(request, runtime.now())
        const changed = await claims.correct(
          id,
          request.body,
          unit,
          act,
          (current) => requireMatch(request, presentClaim(current, unit), current.revision),
          (claim) => place(claim, act),
        )
        sendClaim(request, reply, changed, unit)
        return reply
      },
    )
  }

function sendClaim(request: FastifyRequest, reply: FastifyReply, row: ClaimRow, unit: OffsetUnit): void {
  const claim = presentClaim(row, unit)
  sendResource(request, reply, claim, claim, row.revision)
}
