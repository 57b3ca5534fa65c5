// The queue over HTTP.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { OffsetUnit } from '../claims/spans.ts'
import type { ClaimStore } from '../claims/store.ts'
import { Conflict, Gone, NotFound } from '../errors.ts'
import { callerOf } from '../http/auth.ts'
import { workOn } from '../leases/places.ts'
import { SlugParams } from '../questions/schema.ts'
import type { QuestionStore } from '../questions/store.ts'
import type { TagStore } from '../tags/store.ts'
import * as schema from './schema.ts'
import type { QueueStore, Wanted } from './store.ts'

interface Services {
  readonly queue: QueueStore
  readonly questions: QuestionStore
  readonly claims: ClaimStore
  readonly tags: TagStore
}

/** Who is to see a claim, and how. */
interface View {
  readonly question: string
  readonly blind: boolean
  readonly annotator: string
  readonly unit: OffsetUnit
}

export const queueRoutes =
  ({ queue, questions, ...shown }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/questions/:slug/queue',
      {
        config: { role: 'annotator', problems: [404, 409], primary: true },
        schema: {
          operationId: 'readQueue',
          tags: ['Tags'],
          summary: 'What to tag next',
          description:
            'Claims you have not tagged and nobody has settled, most informative first: those people disagree on, those tagged when the question meant something else, then those nobody has tagged, the machine’s least sure first, then those with too few tags. Articles take turns. They are kept for you for ten minutes: nobody else is given them where your tag is the last they need. Asking again gives them again and keeps them longer; those not given again are free. Unless the question says so, neither others’ tags nor the machine’s are shown.',
          params: SlugParams,
          querystring: schema.QueueFilter,
          response: { 200: schema.Queue },
        },
      },
      async (request) => {
        const { slug } = request.params
        const { limit, offsetUnit } = request.query
        const caller = callerOf(request)
        const question = await questions.find(slug)
        if (!question) throw new NotFound(`There is no question "${slug}".`)
        const { version, blind, status } = question
        if (status !== 'open')
          throw new Conflict('This question is closed.', { state: { questionStatus: status } })
        const wanted = await queue.list(slug, workOn(question), caller, limit)
        const view = { question: slug, blind, annotator: caller.id, unit: offsetUnit }
        const found = await Promise.all(wanted.map((one) => show(shown, one, view)))
        const data = found.filter((claim) => claim !== null)
        return { question: slug, version, blind, data, nextCursor: null }
      },
    )
  }

/** Null when it was deleted a moment ago. */
async function show(
  { claims, tags }: Pick<Services, 'claims' | 'tags'>,
  { claimId, reason, lease }: Wanted,
  { question, blind, annotator, unit }: View,
): Promise<schema.ClaimToTag | null> {
  try {
    const { positions, ...claim } = await claims.find(claimId, unit)
    if (blind) return { ...claim, reason: reason === 'another-look' ? reason : 'wanted', lease }
    const { data } = await tags.listOfClaim(claimId, 200)
    const others = data.filter((tag) => tag.question === question && tag.current)
    return {
      ...claim,
      reason,
      lease,
      positions: positions.filter((one) => one.question === question),
      tags: others.filter((tag) => tag.annotator.id !== annotator),
    }
  } catch (error) {
    if (error instanceof Gone || error instanceof NotFound) return null
    throw error
  }
}
