// The machine's tags: with each new article, when a claim changes, and on all claims when a question opens or changes.

import { ENGINE_ID } from '../annotators/people.ts'
import type { ClaimRow } from '../claims/present.ts'
import type { ClaimInContext, ClaimStore } from '../claims/store.ts'
import type { Engine } from '../engine/index.ts'
import type { Suggestion } from '../engine/types.ts'
import type { Runtime } from '../runtime.ts'
import type { ClaimKey } from '../standings/store.ts'
import type { Database, Operation } from '../storage/database.ts'
import type { Act } from '../storage/ledger.ts'
import type { Tagger, TagStore } from '../tags/store.ts'
import type { Analysis, AskedQuestion } from './analyse.ts'
import type { Taught, Teaching } from './lessons.ts'
import { type Passes, passing } from './passes.ts'
import { stanceArticle } from './stance-article.ts'
import { placingStatements } from './statements.ts'

export interface Placing {
  /** The open questions, as an article is to be analysed for them. */
  questions(): Promise<AskedQuestion[]>
  /** Part of taking an article's claims in. A question that has changed since the analysis is placed anew in the background. */
  store(
    articleId: string,
    claimIds: readonly string[],
    placements: Analysis['placements'],
    act: Act,
  ): Operation<void>
  /** Part of adding or correcting a claim: places it alone, in the context of its article. */
  one(claim: ClaimRow, act: Act): Operation<void>
  /** Places every claim on the question, article by article, in the background. */
  readonly start: Passes['start']
  /** Goes on with what is due on the question, and waits until nothing is. */
  readonly renew: Passes['finished']
  /** How far the running pass is, or null when none runs. */
  readonly progress: Passes['progress']
  readonly behind: Passes['behind']
  /** An open question as the machine reads it, with what it has been taught; null when closed or unknown. */
  question(slug: string): Promise<AskedQuestion | null>
  /** Takes up what an earlier run of the service, or another process that has died, left undone; now and from time to time. */
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
  /** The number of the last change in the ledger. */
  readonly lastChange: () => Promise<number>
  readonly log: { error(details: object, message: string): void }
}

/** How often processes that share a database look for what one of them left undone, in milliseconds; and one alone. */
const LOOK = 5_000
const LOOK_ALONE = 30_000

export function placing(services: Services): Placing {
  const { db, engine, runtime, claims, tags, teaching, lastChange, log } = services
  const s = placingStatements(db, engine.version)
  /** The engine's version and, once it has learnt, the mark of its lessons: what the machine's tags carry. */
  const versionOf = (taught: Pick<Taught, 'mark'> | null) =>
    taught ? `${engine.version}+${taught.mark}` : engine.version
  const machineOf = (taught: Taught | null): Tagger => ({
    id: ENGINE_ID,
    name: 'engine',
    kind: 'software',
    version: versionOf(taught),
  })
  const withLessons = (question: OpenQuestion, taught: Taught | null): AskedQuestion =>
    taught ? { ...question, lessons: taught.lessons } : question
  const underOf = ({ version }: OpenQuestion, taught: Pick<Taught, 'mark'> | null) =>
    `${version}/${versionOf(taught)}`

  function* put(
    claim: ClaimKey,
    slug: string,
    version: number,
    suggestion: Suggestion,
    machine: Tagger,
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
    yield* tags.put(runtime.newId('tag'), claim, tag, version, machine, act)
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
  ): Operation<{ claims: number; under: string } | null> {
    const [found] = yield* s.question({ slug })
    if (found?.status !== 'open') return null
    const taught = yield* teaching.taught(found)
    const question = withLessons(found, taught)
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
      const claim = { claimId: row.id, articleId }
      yield* put(claim, slug, question.version, suggestion, machineOf(taught), act)
    }
    return { claims: rows.length, under: underOf(found, taught) }
  }

  /** A process of another engine than the one that was started last leaves the claims alone: the two would go on for ever. */
  function* due(slug: string): Operation<string | null> {
    const [question] = yield* s.question({ slug })
    if (question?.status !== 'open') return null
    const under = underOf(question, yield* teaching.taught(question))
    if (question.placed === under) return null
    const [entry] = yield* s.engine()
    return entry?.version === engine.version ? under : null
  }

  const passes = passing({
    db,
    due,
    *mark(slug, placed) {
      yield* s.setPlaced({ slug, placed })
    },
    *finish(slug, placed, pass) {
      yield* s.finish({ slug, placed, pass })
    },
    placeArticle,
    articlesAfter: (after, limit) => s.articlesAfter.read({ after, limit }),
    claimCount: async () => (await s.claimCount.read())[0]?.n ?? 0,
    log,
  })

  const asked = async (question: OpenQuestion & { mark: string | null }) =>
    withLessons(question, await teaching.known(question))

  let seen = -1
  /** Whether somebody may have decided something that whoever should have learnt from it did not live to. */
  async function mayBeUnlearnt(): Promise<boolean> {
    if (seen >= 0 && !db.peers.several) return false
    const last = await lastChange()
    const moved = last !== seen
    seen = last
    return moved
  }

  async function takeUp(): Promise<void> {
    const learn = await mayBeUnlearnt()
    for (const question of await s.open.read()) {
      const { slug, placed } = question
      if (learn) teaching.catchUp(slug)
      if (placed !== underOf(question, await teaching.known(question))) passes.goOn(slug)
    }
  }

  let clock: NodeJS.Timeout | null = null
  return {
    questions: async () => Promise.all((await s.open.read()).map(asked)),
    async question(slug) {
      const [found] = await s.question.read({ slug })
      return found?.status === 'open' ? asked(found) : null
    },
    *store(articleId, claimIds, placements, act) {
      for (const { slug, version, suggestions } of placements) {
        const [question] = yield* s.question({ slug })
        if (!question) continue
        if (question.version !== version) {
          yield* s.setPlaced({ slug, placed: null })
          passes.start(slug)
        }
        const machine = machineOf(yield* teaching.taught(question))
        for (const [i, claimId] of claimIds.entries()) {
          const suggestion = suggestions[i]
          if (suggestion) yield* put({ claimId, articleId }, slug, version, suggestion, machine, act)
        }
      }
    },
    *one(claim, act) {
      const { id: claimId, articleId } = claim
      const rows = yield* claims.ofArticle(articleId)
      const at = rows.findIndex((row) => row.id === claimId)
      for (const found of yield* s.open()) {
        const taught = yield* teaching.taught(found)
        const question = withLessons(found, taught)
        const suggestion = (yield* suggestionsFor(articleId, rows, question))[at]
        if (suggestion)
          yield* put(
            { claimId, articleId },
            question.slug,
            question.version,
            suggestion,
            machineOf(taught),
            act,
          )
      }
    },
    start: passes.start,
    renew: passes.finished,
    progress: passes.progress,
    behind: passes.behind,
    async resume() {
      await takeUp()
      const look = () => takeUp().catch((error) => log.error({ err: error }, 'looking for work broke off'))
      clock = setInterval(look, db.peers.several ? LOOK : LOOK_ALONE).unref()
    },
    async close() {
      if (clock) clearInterval(clock)
      await passes.close()
    },
  }
}

type OpenQuestion = AskedQuestion & { readonly status: string; readonly placed: string | null }

/** Weights and code that do not belong together could give anything; what is stored is a probability. */
const probability = (value: number) => (Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0)

/** A tag is not written again for a change of confidence that nobody would notice. */
const NOTICEABLE = 0.02

const isSame = (tag: { position: string; confidence: number | null }, suggestion: Suggestion) =>
  tag.position === suggestion.position && Math.abs((tag.confidence ?? 0) - suggestion.confidence) < NOTICEABLE
