// Speakers over HTTP.

import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { NotFound } from '../errors.ts'
import { actOf } from '../http/auth.ts'
import { requireMatch, sendResource } from '../http/conditional.ts'
import { IdParams } from '../http/formats.ts'
import type { Receipts } from '../http/idempotency.ts'
import { sendPage } from '../http/page.ts'
import type { Runtime } from '../runtime.ts'
import * as schema from './schema.ts'
import type { SpeakerStore } from './store.ts'

interface Services {
  readonly speakers: SpeakerStore
  readonly receipts: Receipts
  readonly runtime: Runtime
}

const tags = ['Speakers']

export const speakerRoutes =
  ({ speakers, receipts, runtime }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/speakers',
      {
        config: { role: 'reader' },
        schema: {
          operationId: 'listSpeakers',
          tags,
          summary: 'List speakers',
          description: 'Found by any part of any of their names.',
          querystring: schema.SpeakerFilter,
          response: { 200: schema.SpeakerPage },
        },
      },
      async (request, reply) => sendPage(request, reply, await speakers.list(request.query)),
    )

    app.get(
      '/speakers/:id',
      {
        config: { role: 'reader', sends: ['etag'] },
        schema: {
          operationId: 'readSpeaker',
          tags,
          summary: 'Read a speaker',
          description: 'One speaker with all their names. One that was merged redirects to who they are.',
          params: IdParams,
          response: {
            200: schema.Speaker,
            308: z.null().meta({ description: 'Merged into the speaker that Location names.' }),
          },
        },
      },
      async (request, reply) => {
        const found = await speakers.find(request.params.id)
        if (!found) throw new NotFound('There is no such speaker.')
        if ('mergedInto' in found) redirect(reply, `/v1/speakers/${found.mergedInto}`)
        else sendResource(request, reply, found)
        return reply
      },
    )

    app.post(
      '/speakers',
      {
        config: { role: 'curator', idempotent: true, sends: ['etag', 'location'] },
        schema: {
          operationId: 'createSpeaker',
          tags,
          summary: 'Add a speaker',
          description: 'Somebody the engine has not met yet, or met under another name.',
          body: schema.NewSpeaker,
          response: { 201: schema.Speaker },
        },
      },
      async (request, reply) => {
        const id = runtime.newId('spk')
        const headers = { location: `/v1/speakers/${id}` }
        const act = actOf(request, runtime.now())
        const added = await speakers.insert(request.body, id, act, (answer) =>
          receipts.keep(request, reply, 201, headers, answer),
        )
        sendResource(request, reply.code(201).headers(headers), added)
        return reply
      },
    )

    app.patch(
      '/speakers/:id',
      {
        config: { role: 'curator', conditional: true, problems: [409, 422] },
        schema: {
          operationId: 'updateSpeaker',
          tags,
          summary: 'Correct a speaker',
          description: 'Name, kind, aliases, affiliations. What the speaker said is counted anew.',
          params: IdParams,
          body: schema.SpeakerChange,
          response: { 200: schema.Speaker },
        },
      },
      async (request, reply) => {
        const act = actOf(request, runtime.now())
        const check = (current: schema.Speaker) => requireMatch(request, current)
        sendResource(request, reply, await speakers.replace(request.params.id, request.body, act, check))
        return reply
      },
    )

    app.post(
      '/speakers/:id/merge',
      {
        config: { role: 'curator', idempotent: true },
        schema: {
          operationId: 'mergeSpeaker',
          tags,
          summary: 'Merge a speaker into another',
          description:
            'Names, claims and affiliations go to the other one; this id redirects to theirs, and later articles respect it.',
          params: IdParams,
          body: schema.Merge,
          response: { 200: schema.Speaker },
        },
      },
      async (request, reply) => {
        const act = actOf(request, runtime.now())
        return speakers.merge(request.params.id, request.body.into, act, (answer) =>
          receipts.keep(request, reply, 200, {}, answer),
        )
      },
    )
  }

/** Without a body, where `send(null)` would write one. */
function redirect(reply: FastifyReply, location: string): void {
  reply.code(308).header('location', location).send()
}
