// Annotators and keys over HTTP.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { NotFound } from '../errors.ts'
import { actOf, callerOf } from '../http/auth.ts'
import { requireMatch, sendResource } from '../http/conditional.ts'
import { IdParams } from '../http/formats.ts'
import type { Receipts } from '../http/idempotency.ts'
import { pageQuery, sendPage } from '../http/page.ts'
import type { Runtime } from '../runtime.ts'
import type { People } from './people.ts'
import * as schema from './schema.ts'
import type { AnnotatorStore } from './store.ts'

interface Services {
  readonly annotators: AnnotatorStore
  readonly people: People
  readonly receipts: Receipts
  readonly runtime: Runtime
}

const tags = ['Annotators']
const PageQuery = z.strictObject(pageQuery)

export const annotatorRoutes =
  ({ annotators, people, receipts, runtime }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    const found = async (id: string) => {
      const annotator = await annotators.find(id)
      if (!annotator) throw new NotFound('There is no such annotator.')
      return annotator
    }
    /** Keeps the answer of a creation under the request's idempotency key, within the write. */
    const receipt =
      (request: FastifyRequest, reply: FastifyReply, location: (answer: object) => string) =>
      (answer: object) =>
        receipts.keep(request, reply, 201, { location: location(answer) }, answer)

    app.post(
      '/annotators',
      {
        config: { role: 'admin', idempotent: true, sends: ['location'] },
        schema: {
          operationId: 'createAnnotator',
          tags,
          summary: 'Add an annotator',
          description: 'Adds a person or a program, and gives their first key, shown this once.',
          body: schema.NewAnnotator,
          response: { 201: schema.AnnotatorWithKey },
        },
      },
      async (request, reply) => {
        const at = (answer: object) => `/v1/annotators/${(answer as { id: string }).id}`
        const added = await people.add(
          request.body,
          actOf(request, runtime.now()),
          receipt(request, reply, at),
        )
        return reply.code(201).header('location', at(added)).send(added)
      },
    )

    app.get(
      '/annotators',
      {
        config: { role: 'annotator' },
        schema: {
          operationId: 'listAnnotators',
          tags,
          summary: 'List annotators',
          description: 'People and programs, in the order they were added.',
          querystring: PageQuery,
          response: { 200: schema.AnnotatorPage },
        },
      },
      async (request, reply) =>
        sendPage(request, reply, await annotators.list(request.query.limit, request.query.cursor)),
    )

    app.get(
      '/annotators/me',
      {
        config: { role: 'annotator', sends: ['etag'] },
        schema: {
          operationId: 'readMe',
          tags,
          summary: 'Who am I',
          description: 'The annotator behind the key.',
          response: { 200: schema.Annotator },
        },
      },
      async (request, reply) => {
        sendResource(request, reply, await found(callerOf(request).id))
        return reply
      },
    )

    app.get(
      '/annotators/:id',
      {
        config: { role: 'annotator', sends: ['etag'] },
        schema: {
          operationId: 'readAnnotator',
          tags,
          summary: 'Read an annotator',
          description: 'One annotator, with the ETag a change needs.',
          params: IdParams,
          response: { 200: schema.Annotator },
        },
      },
      async (request, reply) => {
        sendResource(request, reply, await found(request.params.id))
        return reply
      },
    )

    app.patch(
      '/annotators/:id',
      {
        config: { role: 'admin', conditional: true, problems: [409] },
        schema: {
          operationId: 'updateAnnotator',
          tags,
          summary: 'Change an annotator',
          description:
            'Role, name, status, version. Nothing of a suspended annotator is lost; their keys stop working.',
          params: IdParams,
          body: schema.AnnotatorChange,
          response: { 200: schema.Annotator },
        },
      },
      async (request, reply) => {
        const act = actOf(request, runtime.now())
        const changed = await annotators.replace(request.params.id, request.body, act, (current) =>
          requireMatch(request, current),
        )
        sendResource(request, reply, changed)
        return reply
      },
    )
    keyRoutes({ annotators, people, receipts, runtime })(app, {})
  }

const KeyParams = IdParams.extend({ keyId: z.string().min(1).max(200).describe('The id of the key.') })

const keyRoutes =
  ({ annotators, people, receipts, runtime }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/annotators/:id/keys',
      {
        config: { role: 'admin', idempotent: true, optionalBody: true },
        schema: {
          operationId: 'createKey',
          tags,
          summary: 'Add a key',
          description:
            'A further key for an annotator, with a name and an expiry if wanted; shown this once.',
          params: IdParams,
          body: schema.NewKey,
          response: { 201: schema.KeyWithSecret },
        },
      },
      async (request, reply) => {
        const { id } = request.params
        const act = actOf(request, runtime.now())
        const added = await people.addKey(id, request.body, act, (answer) =>
          receipts.keep(request, reply, 201, {}, answer),
        )
        return reply.code(201).send(added)
      },
    )

    app.get(
      '/annotators/:id/keys',
      {
        config: { role: 'admin' },
        schema: {
          operationId: 'listKeys',
          tags,
          summary: 'List the keys of an annotator',
          description: 'Without the secrets, which nobody can read again.',
          params: IdParams,
          querystring: PageQuery,
          response: { 200: schema.KeyPage },
        },
      },
      async (request, reply) => {
        const { id } = await annotators.find(request.params.id).then((one) => one ?? found404())
        return sendPage(
          request,
          reply,
          await annotators.listKeys(id, request.query.limit, request.query.cursor),
        )
      },
    )

    app.post(
      '/annotators/:id/keys/:keyId/rotate',
      {
        config: { role: 'admin', idempotent: true, optionalBody: true },
        schema: {
          operationId: 'rotateKey',
          tags,
          summary: 'Rotate a key',
          description: 'Another key of the same name, shown this once; the old one stops working at once.',
          params: KeyParams,
          body: schema.RotatedKey,
          response: { 201: schema.KeyWithSecret },
        },
      },
      async (request, reply) => {
        const { id, keyId } = request.params
        const act = actOf(request, runtime.now())
        const receipt = (answer: object) => receipts.keep(request, reply, 201, {}, answer)
        return reply.code(201).send(await people.rotateKey(id, keyId, request.body, act, receipt))
      },
    )

    app.delete(
      '/annotators/:id/keys/:keyId',
      {
        config: { role: 'admin' },
        schema: {
          operationId: 'revokeKey',
          tags,
          summary: 'Revoke a key',
          description: 'It stops working at once.',
          params: KeyParams,
          response: { 204: z.null().meta({ description: 'Revoked.' }) },
        },
      },
      async (request, reply) => {
        const { id, keyId } = request.params
        await annotators.revokeKey(id, keyId, actOf(request, runtime.now()))
        return reply.code(204).send(null)
      },
    )
  }

function found404(): never {
  throw new NotFound('There is no such annotator.')
}
