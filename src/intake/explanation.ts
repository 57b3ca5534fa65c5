// Why the machine places a claim where it does: the weights behind its suggestion, as it would make it now.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ClaimStore } from '../claims/store.ts'
import type { Engine } from '../engine/index.ts'
import { NotFound } from '../errors.ts'
import { Confidence, IdParams, Slug } from '../http/formats.ts'
import type { Database } from '../storage/database.ts'
import type { Placing } from './placing.ts'
import { stanceArticle } from './stance-article.ts'

const Explanation = z
  .object({
    question: Slug,
    questionVersion: z.int().min(1),
    position: Slug,
    confidence: Confidence,
    rationale: z.string().max(2000),
    wordsAlone: z.object({ position: Slug, confidence: Confidence }),
    probabilities: z
      .array(z.object({ position: Slug, probability: Confidence, wordsAlone: Confidence }))
      .max(100)
      .describe('Before calibration: after all looks, and after the words alone.'),
    weights: z
      .array(
        z.object({
          look: z.string().max(100).describe('The words, the context, or what people taught.'),
          evidence: z.string().max(1000),
          position: Slug.describe('What it speaks for or, when negative, against.'),
          weight: z.number(),
        }),
      )
      .max(1000)
      .describe('The weightiest first.'),
  })
  .meta({ id: 'Explanation', description: 'The weights behind a suggestion of the machine.' })

interface Services {
  readonly db: Database
  readonly engine: Engine
  readonly claims: ClaimStore
  readonly placing: Placing
  readonly articleOf: (id: string) => Promise<{ title: string; text: string } | null>
}

export const explanationRoutes =
  ({ db, engine, claims, placing, articleOf }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/claims/:id/explanation',
      {
        config: { role: 'reader', problems: [410] },
        schema: {
          operationId: 'explainClaim',
          tags: ['Claims'],
          summary: 'Why the machine places a claim so',
          description:
            'The weights behind the suggestion the machine would make now, with what it has been taught.',
          params: IdParams,
          querystring: z.strictObject({ question: Slug }),
          response: { 200: Explanation },
        },
      },
      async (request) => {
        const { id } = request.params
        const question = await placing.question(request.query.question)
        if (!question) throw new NotFound(`There is no open question "${request.query.question}".`)
        const { articleId } = await claims.find(id, 'utf16')
        const rows = await db.look(() => claims.ofArticle(articleId))
        const article = await articleOf(articleId)
        const index = rows.findIndex((row) => row.id === id)
        const found =
          article && engine.explain(stanceArticle(article, rows), index, question, question.lessons)
        if (!found) throw new NotFound('There is no such claim.')
        const { suggestion, probabilities, weights } = found
        return {
          question: question.slug,
          questionVersion: question.version,
          ...suggestion,
          probabilities: [...probabilities],
          weights: [...weights],
        }
      },
    )
  }
