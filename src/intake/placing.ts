// The machine's tags: with each new article, when a claim changes, and on all claims when a question opens or changes.

import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { ENGINE_ID } from '../annotators/people.ts'
import type { ClaimRow } from '../claims/present.ts'
import type { ClaimStore } from '../claims/store.ts'
import type { Engine } from '../engine/index.ts'
import type { StanceClaim, Suggestion } from '../engine/types.ts'
import type { Runtime } from '../runtime.ts'
import type { Database, Operation } from '../storage/database.ts'
import type { Act } from '../storage/ledger.ts'
import type { StoredSpan } from '../storage/tables.ts'
import type { Tagger, TagStore } from '../tags/store.ts'
import type { Analysis, AskedQuestion } from './analyse.ts'

export interface Placing {
  /** The open questions, as an article is to be analysed for them. */
  questions(): Promise<AskedQuestion[]>
  /** Part of taking an article in. A question that has changed since the analysis is placed anew in the background. */
  store(claimIds: readonly string[], placements: Analysis['placements'], act: Act): Operation<void>
  /** Part of adding or correcting a claim: places it alone, in the context of its article. */
  one(claim: ClaimRow, act: Act): Operation<void>
  /** Places every claim on the question, article by article, in the background; goes on where a pass broke off. */
  start(slug: string): void
  /** How far the running pass is, or null when none runs. */
  progress(slug: string): { placed: number; total: number } | null
  /** Starts what an earlier run of the service left undone. */
  resume(): Promise<void>
  close(): Promise<void>
}

interface Services {
  readonly db: Database
  readonly engine: Engine
  readonly runtime: Runtime
  readonly claims: ClaimStore
  readonly tags: TagStore
  readonly log: { error(details: object, message: string): void }
}

export function placing({ db, engine, runtime, claims, tags, log }: Services): Placing {
  const s = statements(db)
  const machine: Tagger = { id: ENGINE_ID, name: 'engine', kind: 'software', version: engine.version }
  const passes = new Map<string, { placed: number; total: number; again: boolean; done: Promise<void> }>()
  let closing = false

  function* put(
    claimId: string,
    slug: string,
    version: number,
    suggestion: Suggestion,
    act: Act,
  ): Operation<void> {
    const { position, confidence, rationale } = suggestion
    const tag = { question: slug, position, confidence, rationale: rationale.slice(0, 2000) }
    yield* tags.put(runtime.newId('tag'), claimId, tag, version, machine, act)
  }

  function* suggestionsFor(
    articleId: string,
    rows: readonly ClaimRow[],
    question: AskedQuestion,
  ): Operation<Suggestion[]> {
    const [article] = yield* s.article({ id: articleId })
    if (!article) return []
    return engine.suggest({ ...article, claims: rows.map(stanceClaim) }, question)
  }

  /** Those of the article's claims that the machine has not placed under this version of the question yet. */
  function* placeArticle(
    articleId: string,
    slug: string,
  ): Operation<{ claims: number; version: number } | null> {
    const [question] = yield* s.question({ slug })
    if (question?.status !== 'open') return null
    const rows = yield* claims.ofArticle(articleId)
    const placed = new Set(
      (yield* s.placedIn({
        articleId,
        slug,
        version: question.version,
        engineVersion: engine.version,
        by: ENGINE_ID,
      })).map((row) => row.claimId),
    )
    if (rows.some((row) => !placed.has(row.id))) {
      const suggestions = yield* suggestionsFor(articleId, rows, question)
      const act = { by: ENGINE_ID, at: runtime.now() }
      for (const [i, row] of rows.entries()) {
        const suggestion = suggestions[i]
        if (suggestion && !placed.has(row.id)) yield* put(row.id, slug, question.version, suggestion, act)
      }
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
      for (let after = ''; !closing; ) {
        const articles = await s.articlesAfter.read({ after, limit: 100 })
        for (const { id } of articles) {
          if (closing) return
          const placed = await db.batch(() => placeArticle(id, slug))
          if (placed === null) return
          progress.placed += placed.claims
          version = placed.version
        }
        after = articles.at(-1)?.id ?? ''
        if (articles.length < 100) break
      }
      if (closing) return
      await db.batch(() => s.setPlaced({ slug, placed: `${version}/${engine.version}` }))
    } while (progress.again)
  }

  function start(slug: string): void {
    const running = passes.get(slug)
    if (running) {
      running.again = true
      return
    }
    const progress = { placed: 0, total: 0, again: false, done: Promise.resolve() }
    passes.set(slug, progress)
    progress.done = pass(slug, progress)
      .catch((error) => log.error({ err: error, question: slug }, 'placing the claims broke off'))
      .finally(() => passes.delete(slug))
  }

  return {
    questions: () => s.open.read(),
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
      for (const question of yield* s.open()) {
        const suggestion = (yield* suggestionsFor(claim.articleId, rows, question))[at]
        if (suggestion) yield* put(claim.id, question.slug, question.version, suggestion, act)
      }
    },
    start,
    progress(slug) {
      const running = passes.get(slug)
      return running ? { placed: running.placed, total: running.total } : null
    },
    async resume() {
      for (const { slug, version, placed } of await s.open.read())
        if (placed !== `${version}/${engine.version}`) start(slug)
    },
    async close() {
      closing = true
      await Promise.all([...passes.values()].map((one) => one.done))
    },
  }
}

const spans = (stored: readonly StoredSpan[]) => stored.map(({ utf16: [start, end] }) => ({ start, end }))

function stanceClaim(row: ClaimRow): StanceClaim {
  return {
    content: spans(row.content),
    cue: spans(row.cue),
    source: spans(row.source),
    type: row.type as StanceClaim['type'],
    polarity: row.polarity as StanceClaim['polarity'],
    speakers: row.speakers.map((speaker) => speaker.id),
    affiliations: [],
  }
}

function statements(db: Database) {
  const { articles: a, claims: c, questions: qu, tags: t } = db.tables
  const question = {
    slug: qu.slug,
    text: qu.text,
    guidelines: qu.guidelines,
    version: qu.version,
    status: qu.status,
    positions: qu.positions,
    placed: qu.placed,
  }
  return {
    open: db.query((q) => q.select(question).from(qu).where(eq(qu.status, 'open')).orderBy(asc(qu.slug))),
    question: db.query((q, slot) =>
      q
        .select(question)
        .from(qu)
        .where(eq(qu.slug, slot('slug'))),
    ),
    article: db.query((q, slot) =>
      q
        .select({ title: a.title, text: a.text })
        .from(a)
        .where(eq(a.id, slot('id'))),
    ),
    articlesAfter: db.query((q, slot) =>
      q
        .select({ id: a.id })
        .from(a)
        .where(gt(a.id, slot('after')))
        .orderBy(asc(a.id))
        .limit(slot('limit')),
    ),
    claimCount: db.query((q) => q.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(c)),
    placedIn: db.query((q, slot) =>
      q
        .select({ claimId: t.claimId })
        .from(c)
        .innerJoin(t, eq(t.claimId, c.id))
        .where(
          and(
            eq(c.articleId, slot('articleId')),
            eq(t.question, slot('slug')),
            eq(t.annotatorId, slot('by')),
            eq(t.questionVersion, slot('version')),
            eq(t.annotatorVersion, slot('engineVersion')),
            sql`${t.current} = 1`,
          ),
        ),
    ),
    setPlaced: db.command((q, slot) =>
      q
        .update(qu)
        .set({ placed: sql`${slot('placed')}` })
        .where(eq(qu.slug, slot('slug'))),
    ),
  }
}
