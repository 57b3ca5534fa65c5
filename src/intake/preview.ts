// How existing claims would fall on a question that is still being written. Nothing is stored.

import { setImmediate as turn } from 'node:timers/promises'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ClaimRow } from '../claims/present.ts'
import type { ClaimStore } from '../claims/store.ts'
import type { Engine } from '../engine/index.ts'
import type { QuestionDefinition, Suggestion } from '../engine/types.ts'
import { Confidence, idOf, Slug } from '../http/formats.ts'
import { complete } from '../questions/positions.ts'
import { NewQuestion, Position, Warning } from '../questions/schema.ts'
import type { Database } from '../storage/database.ts'
import { stanceArticle } from './stance-article.ts'
import { previewStatements } from './statements.ts'

/** The newest articles are looked at, so many at most, and no more of them once so many claims have been placed. */
const MOST_ARTICLES = 60
const MOST_CLAIMS = 300
/** Articles longer than this, in UTF-16 code units, would keep other requests waiting. */
const LONG = 50_000
/** Shown for each position, the surest first. */
const EXAMPLES = 3

const Draft = NewQuestion.pick({ text: true, guidelines: true, positions: true })
  .extend({
    slug: Slug.default('draft'),
  })
  .meta({
    id: 'QuestionDraft',
    examples: [
      {
        text: 'May parcels be delivered by drone at night?',
        positions: [
          { slug: 'allow', definition: 'Night flights should be lawful.' },
          { slug: 'forbid', definition: 'Night flights should be unlawful.' },
        ],
      },
    ],
  })

const Preview = z
  .object({
    articles: z.int().min(0).describe('How many were looked at, the newest first.'),
    claims: z.int().min(0).describe('How many claims of theirs were placed.'),
    positions: z
      .array(
        Position.extend({
          claims: z.int().min(0),
          surest: z
            .array(
              z.object({
                claimId: idOf('clm'),
                articleId: idOf('art'),
                quote: z.string().max(6_000_000),
                confidence: Confidence,
              }),
            )
            .max(EXAMPLES)
            .describe('The claims the machine is surest of.'),
        }),
      )
      .max(200),
    warnings: z.array(Warning).max(500),
  })
  .meta({ id: 'QuestionPreview', description: 'How a sample of the claims would fall on a question.' })

interface Services {
  readonly db: Database
  readonly engine: Engine
  readonly claims: ClaimStore
  readonly warnings: (question: QuestionDefinition) => z.infer<typeof Warning>[]
}

interface Placed {
  readonly row: ClaimRow
  readonly suggestion: Suggestion
}

export const previewRoutes =
  ({ db, engine, claims, warnings }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    const s = previewStatements(db)

    /** Article by article, with a turn of the event loop in between. */
    async function place(question: QuestionDefinition): Promise<{ articles: number; placed: Placed[] }> {
      const placed: Placed[] = []
      let articles = 0
      for (const { id } of await s.newest.read({ limit: MOST_ARTICLES, long: LONG })) {
        if (placed.length >= MOST_CLAIMS) break
        await turn()
        const [article] = await s.article.read({ id })
        const rows = await db.look(() => claims.ofArticle(id))
        if (!article) continue
        articles++
        for (const [i, suggestion] of engine.suggest(stanceArticle(article, rows), question).entries()) {
          const row = rows[i]
          if (row && row.status !== 'rejected') placed.push({ row, suggestion })
        }
      }
      return { articles, placed }
    }

    app.post(
      '/questions/preview',
      {
        config: { role: 'curator', problems: [422] },
        schema: {
          operationId: 'previewQuestion',
          tags: ['Questions'],
          summary: 'See how claims would fall on a question',
          description: `Places the claims of the newest articles, about ${MOST_CLAIMS}, on a question that is still being written, as the machine would. Nothing is stored.`,
          body: Draft,
          response: { 200: Preview },
        },
      },
      async ({ body }) => {
        const question = { ...body, positions: complete(body.positions) }
        const { articles, placed } = await place(question)
        const positions = question.positions.map((position) => {
          const here = placed
            .filter(({ suggestion }) => suggestion.position === position.slug)
            .sort((a, b) => b.suggestion.confidence - a.suggestion.confidence)
          return { ...position, claims: here.length, surest: here.slice(0, EXAMPLES).map(shown) }
        })
        return { articles, claims: placed.length, positions, warnings: warnings(question) }
      },
    )
  }

const shown = ({ row, suggestion }: Placed) => ({
  claimId: row.id,
  articleId: row.articleId,
  quote: row.quote,
  confidence: suggestion.confidence,
})
