// A new engine reads an old article again: proposes what it finds, and touches nothing that a person has touched.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ArticleStore } from '../articles/store.ts'
import type { ClaimRow } from '../claims/present.ts'
import type { ClaimStore } from '../claims/store.ts'
import { Gone, NotFound } from '../errors.ts'
import { actOf } from '../http/auth.ts'
import { IdParams, idOf } from '../http/formats.ts'
import type { Receipts } from '../http/idempotency.ts'
import type { Runtime } from '../runtime.ts'
import type { SpeakerStore } from '../speakers/store.ts'
import type { Database, Operation, Query } from '../storage/database.ts'
import type { Act } from '../storage/ledger.ts'
import type { StoredSpan } from '../storage/tables.ts'
import type { Analysis } from './analyse.ts'
import type { Analyst } from './analyst.ts'
import { freshClaims } from './fresh.ts'
import type { Placing } from './placing.ts'
import { touchedStatement } from './statements.ts'

export const Reextraction = z
  .object({
    articleId: idOf('art'),
    engineVersion: z.string().max(100),
    kept: z.int().min(0).describe('Claims left as they are: found again, or touched by a person.'),
    added: z.int().min(0),
    removed: z.int().min(0),
  })
  .meta({ id: 'Reextraction', description: 'What reading an article again has changed.' })

type Reextraction = z.infer<typeof Reextraction>

interface Services {
  readonly db: Database
  readonly runtime: Runtime
  readonly receipts: Receipts
  readonly analyst: Analyst
  readonly engineVersion: string
  readonly articles: ArticleStore
  readonly claims: ClaimStore
  readonly speakers: SpeakerStore
  readonly placing: Placing
}

export const reextractRoutes =
  (services: Services): FastifyPluginAsyncZod =>
  async (app) => {
    const { runtime, receipts } = services
    const touched = touchedStatement(services.db)
    app.post(
      '/articles/:id/reextract',
      {
        config: { role: 'curator', idempotent: true, problems: [410] },
        schema: {
          operationId: 'reextractArticle',
          tags: ['Articles'],
          summary: 'Read an article again',
          description:
            'Proposes the claims that the engine finds now in place of those it found before. Claims that a person has added, confirmed, rejected, corrected or tagged stay as they are.',
          params: IdParams,
          response: { 200: Reextraction },
        },
      },
      async (request, reply) => {
        const act = actOf(request, runtime.now())
        return reextract(services, touched, request.params.id, act, (answer) =>
          receipts.keep(request, reply, 200, {}, answer),
        )
      },
    )
  }

async function reextract(
  services: Services,
  touched: Query<{ id: string }>,
  articleId: string,
  act: Act,
  receipt: (answer: Reextraction) => Operation<void>,
): Promise<Reextraction> {
  const { db, analyst, articles, placing } = services
  const article = await articles.find(articleId)
  if (!article) {
    if (await articles.wasDeleted(articleId)) throw new Gone('This article was deleted.')
    throw new NotFound('There is no such article.')
  }
  const analysis = await analyst.analyse(article.title, article.text, await placing.questions())
  return db.batch(function* () {
    const answer = yield* replaceClaims(services, touched, articleId, article.text, analysis, act)
    yield* receipt(answer)
    return answer
  })
}

function* replaceClaims(
  { runtime, claims, speakers, placing, articles, engineVersion }: Services,
  touched: Query<{ id: string }>,
  articleId: string,
  text: string,
  { extraction, placements }: Analysis,
  act: Act,
): Operation<Reextraction> {
  const stored = yield* claims.ofArticle(articleId)
  const tagged = new Set((yield* touched({ articleId })).map((row) => row.id))
  const isTouched = (row: ClaimRow) =>
    row.creatorKind === 'person' || row.status !== 'proposed' || row.revision > 1 || tagged.has(row.id)
  const registered = yield* speakers.enroll(extraction.speakers, act)
  const found = freshClaims(extraction, registered, text, engineVersion, () => runtime.newId('clm'))

  const staying = stored.filter((row) => isTouched(row) || found.some((claim) => isSame(row, claim)))
  const leaving = stored.filter((row) => !staying.includes(row))
  const added = found
    .map((claim, i) => ({ claim, i }))
    .filter(({ claim }) => !staying.some((row) => overlaps(row, claim)))
  for (const row of leaving) yield* claims.remove(yield* claims.required(row.id), act)
  const publication = yield* articles.publicationOf(articleId)
  const ids = new Set(added.map(({ claim }) => claim.id))
  for (const { claim } of added) {
    const parentId = claim.parentId !== null && ids.has(claim.parentId) ? claim.parentId : null
    yield* claims.insertAmong({ ...claim, parentId }, { id: articleId, ...publication }, act)
  }
  const theirs = placements.map((one) => ({
    ...one,
    suggestions: added.flatMap(({ i }) => one.suggestions[i] ?? []),
  }))
  yield* placing.store(
    articleId,
    added.map(({ claim }) => claim.id),
    theirs,
    act,
  )
  yield* articles.setEngineVersion(articleId, engineVersion, act)
  return { articleId, engineVersion, kept: staying.length, added: added.length, removed: leaving.length }
}

type Spans = readonly StoredSpan[]
const same = (a: Spans, b: Spans) =>
  a.length === b.length &&
  a.every((span, i) => span.utf16[0] === b[i]?.utf16[0] && span.utf16[1] === b[i]?.utf16[1])

interface Parts {
  readonly content: Spans
  readonly cue: Spans
  readonly source: Spans
  readonly polarity: string
}

const isSame = (a: Parts, b: Parts) =>
  same(a.content, b.content) && same(a.cue, b.cue) && same(a.source, b.source) && a.polarity === b.polarity

/** Half of either's words in common: the same claim, cut differently. */
function overlaps(a: Parts, b: Parts): boolean {
  const length = (spans: Spans) => spans.reduce((sum, { utf16: [start, end] }) => sum + end - start, 0)
  let shared = 0
  for (const { utf16: one } of a.content)
    for (const { utf16: other } of b.content)
      shared += Math.max(0, Math.min(one[1], other[1]) - Math.max(one[0], other[0]))
  return shared * 2 >= Math.min(length(a.content), length(b.content)) && shared * 2 >= length(a.content)
}
