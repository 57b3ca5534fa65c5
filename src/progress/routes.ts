// Progress over HTTP.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { NotFound } from '../errors.ts'
import { workOn } from '../leases/places.ts'
import { SlugParams } from '../questions/schema.ts'
import type { QuestionStore } from '../questions/store.ts'
import type { Runtime } from '../runtime.ts'
import * as schema from './schema.ts'
import type { ProgressStore } from './store.ts'

interface Services {
  readonly progress: ProgressStore
  readonly questions: QuestionStore
  readonly runtime: Runtime
}

export const progressRoutes =
  ({ progress, questions, runtime }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/questions/:slug/progress',
      {
        config: { role: 'annotator', problems: [404] },
        schema: {
          operationId: 'readProgress',
          tags: ['Agreement'],
          summary: 'How far the work is',
          description:
            'The claims of a question by how far they have come, and for each person what they have tagged, what is left for them, how fast they are, and how often the rulings agree with them.',
          params: SlugParams,
          response: { 200: schema.Progress },
        },
      },
      async (request) => {
        const { slug } = request.params
        const question = await questions.find(slug)
        if (!question) throw new NotFound(`There is no question "${slug}".`)
        const { version } = question
        return { question: slug, version, ...(await progress.read(slug, workOn(question), runtime.now())) }
      },
    )
  }
