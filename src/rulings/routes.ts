// Rulings over HTTP.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ClaimStore } from '../claims/store.ts'
import { NotFound } from '../errors.ts'
import { actOf, callerOf } from '../http/auth.ts'
import { sendResource } from '../http/conditional.ts'
import { IdParams } from '../http/formats.ts'
import type { Receipts } from '../http/idempotency.ts'
import { pageQuery, sendPage } from '../http/page.ts'
import type { Runtime } from '../runtime.ts'
import * as schema from './schema.ts'
import type { RulingStore } from './store.ts'

interface Services {
  readonly rulings: RulingStore
  readonly claims: ClaimStore
  readonly receipts: Receipts
  readonly runtime: Runtime
  /** Told after each decision on a question has been stored, so that the machine may learn from it. */
  readonly decided: (question: string) => void
}

const PageQuery = z.strictObject(pageQuery)

export const rulingRoutes =
  ({ rulings, claims, receipts, runtime, decided }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/claims/:id/rulings',
      {
        config: { role: 'curator', idempotent: true, problems: [410], sends: ['location'] },
        schema: {
          operationId: 'createRuling',
          tags: ['Rulings'],
          summary: 'Rule on a claim',
          description:
            'Settles the claim on a question. Tags stand beside it, and later ones do not undo it. Where a ruling stands already, the new one names it in `supersedes`; otherwise it is refused with the one that stands.',
          params: IdParams,
          body: schema.NewRuling,
          response: { 201: schema.Ruling },
        },
      },
      async (request, reply) => {
        const id = runtime.newId('rul')
        const act = actOf(request, runtime.now())
        const headers = { location: `/v1/rulings/${id}` }
        const ruling = await rulings.insert(
          id,
          request.params.id,
          request.body,
          callerOf(request),
          act,
          (answer) => receipts.keep(request, reply, 201, headers, answer),
        )
        decided(ruling.question)
        return reply.code(201).headers(headers).send(ruling)
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
        return sendPage(
          request,
          reply,
          await rulings.listOfClaim(id, request.query.limit, request.query.cursor),
        )
      },
    )

    app.get(
      '/rulings/:id',
      {
        config: { role: 'reader', sends: ['etag'] },
        schema: {
          operationId: 'readRuling',
          tags: ['Rulings'],
          summary: 'Read a ruling',
          description: 'One ruling, whether it stands or not.',
          params: IdParams,
          response: { 200: schema.Ruling },
        },
      },
      async (request, reply) => {
        const ruling = await rulings.find(request.params.id)
        if (!ruling) throw new NotFound('There is no such ruling.')
        sendResource(request, reply, ruling)
        return reply
      },
    )

    app.post(
      '/rulings/:id/reopen',
      {
        config: { role: 'curator', idempotent: true, optionalBody: true, problems: [409] },
        schema: {
          operationId: 'reopenRuling',
          tags: ['Rulings'],
          summary: 'Reopen a claim',
          description: 'Ends the ruling, which stays readable: the claim stands again as its tags have it.',
          params: IdParams,
          body: schema.Reopening,
          response: { 200: schema.Ruling },
        },
      },
      async (request, reply) => {
        const act = actOf(request, runtime.now())
        const ruling = await rulings.reopen(request.params.id, request.body, act, (answer) =>
          receipts.keep(request, reply, 200, {}, answer),
        )
        decided(ruling.question)
        return ruling
      },
    )
  }
