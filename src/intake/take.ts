// The main job as one pipeline: an article in, its claims, speakers and positions found, one atomic write.

import type { Article, NewArticle } from '../articles/schema.ts'
import { type ArticleRow, type ArticleStore, presentArticle } from '../articles/store.ts'
import { normalize, sha256Of } from '../articles/text.ts'
import type { ClaimStore } from '../claims/store.ts'
import type { Extraction } from '../engine/types.ts'
import { Conflict, Invalid } from '../errors.ts'
import { startOf } from '../http/formats.ts'
import type { Runtime } from '../runtime.ts'
import type { SpeakerStore } from '../speakers/store.ts'
import { UniqueConflict } from '../storage/constraints.ts'
import type { Database, Operation } from '../storage/database.ts'
import type { Act } from '../storage/ledger.ts'
import type { Analysis } from './analyse.ts'
import type { Analyst } from './analyst.ts'
import { freshClaims } from './fresh.ts'
import type { Placing } from './placing.ts'

export interface IntakeServices {
  readonly db: Database
  readonly runtime: Runtime
  readonly analyst: Analyst
  readonly engineVersion: string
  readonly articles: ArticleStore
  readonly speakers: SpeakerStore
  readonly claims: ClaimStore
  readonly placing: Placing
}

export interface Intake {
  /**
   * Throws Conflict with `articleId` when the same text is there already, Invalid when a page has no readable text.
   * `receipt` is part of the write.
   */
  take(input: NewArticle, act: Act, receipt?: (article: Article) => Operation<void>): Promise<Article>
  /** What the engine would find in it; nothing is stored. */
  foresee(title: string, text: string): Promise<Extraction>
}

/** The same text is there already, under this id. */
export class Duplicate extends Conflict {
  readonly articleId: string
  constructor(articleId: string) {
    super('The same text is stored already.', { state: { articleId } })
    this.articleId = articleId
  }
}

export function intake(services: IntakeServices): Intake {
  const { db, runtime, analyst, engineVersion, articles, speakers, claims, placing } = services

  async function textOf({ text, html }: NewArticle): Promise<string> {
    if (text !== undefined) return normalize(text)
    const readable = normalize(await analyst.readableText(html ?? ''))
    if (readable.trim() === '')
      throw new Invalid('The page has no readable text.', {
        faults: [{ pointer: '/html', code: 'no_readable_text', detail: 'No text was found in it.' }],
      })
    return readable
  }

  async function refuseDuplicate(sha256: string): Promise<void> {
    const there = await articles.idOfText(sha256)
    if (there !== null) throw new Duplicate(there)
  }

  function* store(row: ArticleRow, analysis: Analysis, act: Act): Operation<Article> {
    const { extraction, placements } = analysis
    yield* articles.insert(row, act)
    const registered = yield* speakers.enroll(extraction.speakers, act)
    const fresh = freshClaims(extraction, registered, row.text, engineVersion, () => runtime.newId('clm'))
    const ids = fresh.map((claim) => claim.id)
    yield* claims.insertAll(fresh, row, act)
    yield* placing.store(row.id, ids, placements, act)
    return presentArticle({ ...row, claimCount: ids.length })
  }

  return {
    foresee: async (title, text) => (await analyst.analyse(title, text, [])).extraction,

    async take(input, act, receipt) {
      const text = await textOf(input)
      const sha256 = sha256Of(text)
      await refuseDuplicate(sha256)
      const analysis = await analyst.analyse(input.title, text, await placing.questions())
      const row: ArticleRow = {
        id: runtime.newId('art'),
        title: input.title,
        publisher: input.publisher ?? null,
        byline: input.byline ?? null,
        url: input.url ?? null,
        publishedAt: input.publishedAt === undefined ? null : startOf(input.publishedAt),
        language: input.language,
        metadata: input.metadata,
        sha256,
        engineVersion,
        createdBy: act.by,
        createdAt: act.at,
        updatedAt: act.at,
        revision: 1,
        text,
      }
      try {
        return await db.batch(function* () {
          const article = yield* store(row, analysis, act)
          if (receipt) yield* receipt(article)
          return article
        })
      } catch (error) {
        // Another request stored the same text while this one was being analysed.
        if (error instanceof UniqueConflict) await refuseDuplicate(sha256)
        throw error
      }
    },
  }
}
