// Agreement over HTTP.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { LRUCache } from 'lru-cache'
import type { Asking } from '../http/as-of.ts'
import { SlugParams } from '../questions/schema.ts'
import type { Measuring } from './measuring.ts'
import { present } from './present.ts'
import * as schema from './schema.ts'
import type { AgreementStore } from './store.ts'

interface Services {
  readonly asking: Asking<{ readonly agreement: AgreementStore }>
  readonly measuring: Measuring
  /** The number of the last change in the ledger. */
  readonly lastChange: () => Promise<number>
}

/** What was measured, or is being measured, after the change of this number: it holds until there is another. */
interface Kept {
  readonly seq: number
  readonly answer: Promise<schema.Agreement>
}

/** Answers kept at most. */
const MOST_ANSWERS = 50

export const agreementRoutes =
  ({ asking, measuring, lastChange }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    const kept = new LRUCache<string, Kept>({ max: MOST_ANSWERS })

    async function measured(slug: string, filter: schema.AgreementFilter): Promise<schema.Agreement> {
      const rated = await asking(filter.asOf, ({ agreement }) => agreement.read(slug, filter))
      return present(slug, rated, await measuring.measure(rated.ratings))
    }

    app.get(
      '/questions/:slug/agreement',
      {
        config: { role: 'reader', problems: [404, 422] },
        schema: {
          operationId: 'readAgreement',
          tags: ['Agreement'],
          summary: 'How far people agree',
          description:
            'People’s current tags under one version of the question, compared by every measure that is usually reported, and the claims that divide people most. Rejected claims do not count.',
          params: SlugParams,
          querystring: schema.AgreementFilter,
          response: { 200: schema.Agreement },
        },
      },
      async (request) => {
        const { slug } = request.params
        const { version, include, asOf } = request.query
        const key = JSON.stringify([slug, version, include, asOf])
        const seq = await lastChange()
        const known = kept.get(key)
        if (known?.seq === seq) return known.answer
        const answer = measured(slug, request.query)
        kept.set(key, { seq, answer })
        // A refusal is not kept: the next request may find what this one did not.
        answer.catch(() => kept.delete(key))
        return answer
      },
    )
  }
