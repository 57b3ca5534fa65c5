// The machine's tags: with each new article, when a claim changes, and on all claims when a question opens or changes.

import { setTimeout as rest } from 'node:timers/promises'
import { ENGINE_ID } from '../annotators/people.ts'
import type { ClaimRow } from '../claims/present.ts'
import type { ClaimInContext, ClaimStore } from '../claims/store.ts'
import type { Engine } from '../engine/index.ts'
import type { Suggestion } from '../engine/types.ts'
import { Unavailable } from '../errors.ts'
import type { Runtime } from '../runtime.ts'
import type { Database, Operation } from '../storage/database.ts'
import type { Act } from '../storage/ledger.ts'
import type { Tagger, TagStore } from '../tags/store.ts'
import type { Analysis, AskedQuestion } from './analyse.ts'
import type { Teaching } from './lessons.ts'
import { stanceArticle } from './stance-article.ts'
import { placingStatements } from './statements.ts'

export interface Placing {
  /** The open questions, as an article is to be analysed for them. */
  questions(): Promise<AskedQuestion[]>
  /** Part of taking an article in. A question that has changed since the analysis is placed anew in the background. */
  store(claimIds: readonly string[], placements: Analysis['placements'], act: Act): Operation<void>
  /** Part of adding or correcting a claim: places it alone, in the context of its article. */
  one(claim: ClaimRow, act: Act): Operation<void>
  /** Places every claim on the question, article by article, in the background; goes on where a pass broke off. */
  start(slug: string): void
  /** Starts a pass and waits until none is left to do; a pass that broke off is in the log. */
  renew(slug: string): Promise<void>
  /** How far the running pass is, or null when none runs. */
  progress(slug: string): { placed: number; total: number } | null
  /** How many questions are being placed, and how many claims they still have before them. */
  behind(): { questions: number; claims: number }
  /** An open question as the machine reads it, with what it has been taught; null when closed or unknown. */
  question(slug: string): Promise<AskedQuestion | null>
  /** Learns from what is decided, and starts what an earlier run of the service left undone. */
  resume(): Promise<void>
  close(): Promise<void>
}

interface Services {
  readonly db: Database
  readonly engine: Engine
  readonly runtime: Runtime
  readonly claims: ClaimStore
  readonly tags: TagStore
  readonly teaching: Teaching
  readonly log: { error(details: object, message: string): void }
}

/** The first claims of a pass are placed without a rest in between: a small newsroom sees the effect at once. */
const SOON = 200
/** How long a database that cannot just now is left alone, in milliseconds. */
const LATER = 1_000

export function placing({ db, engine, runtime, claims, tags, teaching, log }: Services): Placing {
  const s = placingStatements(db)
  /** The engine's version and, once it has learnt, the mark of its lessons: what the machine's tags carry. */
  const versionOn = (slug: string) => {
    const taught = teaching.taught(slug)
    return taught ? `${engine.version}+${taught.mark}` : engine.version
  }
  const machineOn = (slug: string): Tagger => ({
    id: ENGINE_ID,
    name: 'engine',
    kind: 'software',
    version: versionOn(slug),
  })
  const withLessons = (question: OpenQuestion): AskedQuestion => {
    const taught = teaching.taught(question.slug)
    return taught ? { ...question, lessons: taught.lessons } : question
  }
  const passes = new Map<string, { placed: number; total: number; again: boolean; done: Promise<void> }>()
  let closing = false

  function* put(
    claimId: string,
    slug: string,
    version: number,
    suggestion: Suggestion,
    act: Act,
  ): Operation<void> {
    const { position, rationale, wordsAlone } = suggestion
    const tag = {
      question: slug,
      position,
      confidence: probability(suggestion.confidence),
      rationale: rationale.slice(0, 2000),
      wordsAlone: { ...wordsAlone, confidence: probability(wordsAlone.confidence) },
    }
    yield* tags.put(runtime.newId('tag'), claimId, tag, version, machineOn(slug), act)
  }

  function* suggestionsFor(
    articleId: string,
    rows: readonly ClaimInContext[],
    question: AskedQuestion,
  ): Operation<Suggestion[]> {
    const [article] = yield* s.article({ id: articleId })
    if (!article) return []
    return engine.suggest(stanceArticle(article, rows), question, question.lessons)
  }

  /** Places those of the article's claims that people have not decided; writes where the answer is another. */
  function* placeArticle(
    articleId: string,
    slug: string,
  ): Operation<{ claims: number; version: number } | null> {
    const [found] = yield* s.question({ slug })
    if (found?.status !== 'open') return null
    const question = withLessons(found)
    const rows = yield* claims.ofArticle(articleId)
    const current = new Map(
      (yield* s.machineTags({ articleId, slug, by: ENGINE_ID })).map((tag) => [tag.claimId, tag]),
    )
    const decided = new Set((yield* s.decided({ articleId, slug })).map((row) => row.claimId))
    const suggestions = yield* suggestionsFor(articleId, rows, question)
    const act = { by: ENGINE_ID, at: runtime.now() }
    for (const [i, row] of rows.entries()) {
      const suggestion = suggestions[i]
      const tag = current.get(row.id)
      const upToDate = tag?.questionVersion === question.version
      if (!suggestion || (upToDate && (decided.has(row.id) || isSame(tag, suggestion)))) continue
      yield* put(row.id, slug, question.version, suggestion, act)
    }
    return { claims: rows.length, version: question.version }
  }

  async function pass(
    slug: string,
    progress: { placed: number; total: number; again: boolean },
  ): Promise<void> {
    do {
      progress.again = false
      progress.placed = 0
      progress.total = (await s.claimCount.read())[0]?.n ?? 0
      let version = 0
      const machine = versionOn(slug)
      for (let after = ''; !closing; ) {
        const articles = await s.articlesAfter.read({ after, limit: 100 })
        for (const { id } of articles) {
          if (closing) return
          const started = performance.now()
          const placed = await db.batch(() => placeArticle(id, slug))
          // Four times as long a rest as the work was: whoever waits for an answer has most of the time.
          if (progress.placed > SOON) await rest(4 * (performance.now() - started))
          if (placed === null) return
          progress.placed += placed.claims
          version = placed.version
        }
        after = articles.at(-1)?.id ?? ''
        if (articles.length < 100) break
      }
      if (closing) return
      await db.batch(() => s.setPlaced({ slug, placed: `${version}/${machine}` }))
    } while (progress.again)
  }

  /** A database that cannot just now is asked again until it can; what else breaks a pass off waits for the next one. */
  async function persist(slug: string, progress: Parameters<typeof pass>[1]): Promise<void> {
    for (;;) {
      try {
        return await pass(slug, progress)
      } catch (error) {
        log.error({ err: error, question: slug }, 'placing the claims broke off')
        if (closing || !(error instanceof Unavailable) || error.retryAfter === null) return
        await rest(LATER)
      }
    }
  }

  function start(slug: string): void {
    const running = passes.get(slug)
    if (running) {
      running.again = true
      return
    }
    const progress = { placed: 0, total: 0, again: false, done: Promise.resolve() }
    passes.set(slug, progress)
    progress.done = persist(slug, progress).finally(() => passes.delete(slug))
  }

  return {
    questions: async () => (await s.open.read()).map(withLessons),
    async question(slug) {
      const [found] = await s.question.read({ slug })
      return found?.status === 'open' ? withLessons(found) : null
    },
    *store(claimIds, placements, act) {
      for (const { slug, version, suggestions } of placements) {
        const [question] = yield* s.question({ slug })
        if (question?.version !== version) start(slug)
        for (const [i, claimId] of claimIds.entries()) {
          const suggestion = suggestions[i]
          if (suggestion) yield* put(claimId, slug, version, suggestion, act)
        }
      }
    },
    *one(claim, act) {
      const rows = yield* claims.ofArticle(claim.articleId)
      const at = rows.findIndex((row) => row.id === claim.id)
      for (const question of (yield* s.open()).map(withLessons)) {
        const suggestion = (yield* suggestionsFor(claim.articleId, rows, question))[at]
        if (suggestion) yield* put(claim.id, question.slug, question.version, suggestion, act)
      }
    },
    start,
    async renew(slug) {
      start(slug)
      await passes.get(slug)?.done
    },
    progress(slug) {
      const running = passes.get(slug)
      return running ? { placed: running.placed, total: running.total } : null
    },
    behind() {
      const left = [...passes.values()].map((one) => Math.max(0, one.total - one.placed))
      return { questions: left.length, claims: left.reduce((sum, n) => sum + n, 0) }
    },
    async resume() {
      for (const question of await s.open.read()) {
        const { slug, version, placed } = question
        await teaching.learn(question)
        if (placed !== `${version}/${versionOn(slug)}`) start(slug)
      }
    },
    async close() {
      closing = true
      await Promise.all([...passes.values()].map((one) => one.done))
    },
  }
}

type OpenQuestion = AskedQuestion & { readonly status: string }

/** Weights and code that do not belong together could give anything; what is stored is a probability. */
const probability = (value: number) => (Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0)

/** A tag is not written again for a change of confidence that nobody would notice. */
const NOTICEABLE = 0.02

const isSame = (tag: { position: string; confidence: number | null }, suggestion: Suggestion) =>
  tag.position === suggestion.position && Math.abs((tag.confidence ?? 0) - suggestion.confidence) < NOTICEABLE
