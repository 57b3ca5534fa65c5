// What people's decisions teach the machine: learnt anew after each tag and ruling, and the same from the same decisions.

import { createHash } from 'node:crypto'
import type { ClaimInContext, ClaimStore } from '../claims/store.ts'
import type { LessonExample, Lessons } from '../engine/index.ts'
import type { StanceArticle } from '../engine/types.ts'
import { Unavailable } from '../errors.ts'
import type { Database, Operation } from '../storage/database.ts'
import type { AskedQuestion } from './analyse.ts'
import type { Analyst } from './analyst.ts'
import { stanceArticle } from './stance-article.ts'
import { lessonStatements } from './statements.ts'

/** Lessons, and a short hash of them that tells whether they changed. */
export interface Taught {
  readonly lessons: Lessons
  readonly mark: string
}

export interface Teaching {
  /** What has been learnt on the question, or null. */
  taught(slug: string): Taught | null
  /** Somebody decided something on the question: learn from it shortly, and then call `renew`. */
  note(slug: string): void
  /** Learns now, from all that is decided. */
  learn(question: AskedQuestion): Promise<void>
  /** Milliseconds since the oldest decision that has not been learnt from; 0 when there is none. */
  behind(): number
  close(): Promise<void>
}

interface Services {
  readonly db: Database
  readonly claims: ClaimStore
  readonly analyst: Analyst
  readonly question: (slug: string) => Promise<AskedQuestion | null>
  /** Places untouched claims anew, after the lessons have changed. */
  readonly renew: (slug: string) => Promise<void>
  readonly log: { error(details: object, message: string): void }
  /** In place of PAUSE. */
  readonly gather?: number | undefined
}

/** Decisions that come within this many milliseconds are learnt together, unless told otherwise. */
const PAUSE = 100
/** In a flood of decisions the machine waits until it is over, or this many milliseconds. */
const LONGEST = 30_000
/** After learning and placing anew, this many times as long passes before the next time: a tenth of one core at most. */
const REST = 9
/** What takes no longer than this, in milliseconds, needs no rest: with few claims the machine answers each decision. */
const SHORT = 1_000
/** The newest decisions; more teach hardly better and take longer. */
const MOST_EXAMPLES = 500

export function teaching({ db, claims, analyst, question, renew, log, gather = PAUSE }: Services): Teaching {
  const s = lessonStatements(db, MOST_EXAMPLES)
  const known = new Map<string, Taught>()
  const pending = new Map<string, { readonly timer: NodeJS.Timeout; readonly since: number }>()
  const busy = new Map<string, Promise<void>>()
  /** Decided on while the machine was learning from what was decided before. */
  const again = new Set<string>()
  /** Since when there is something to learn on a question, by the clock of `performance`. */
  const unlearnt = new Map<string, number>()
  /** When each question may be learnt anew, by the clock of `performance`. */
  const rested = new Map<string, number>()
  let closed = false

  async function learn(asked: AskedQuestion): Promise<void> {
    const decided = await s.decided.read({ question: asked.slug })
    if (decided.length === 0) {
      known.delete(asked.slug)
      return
    }
    const lessons = await analyst.learn(asked, await examplesOf(decided))
    const mark = createHash('sha256').update(JSON.stringify(lessons)).digest('hex').slice(0, 8)
    known.set(asked.slug, { lessons, mark })
  }

  /** Oldest first, so that the same decisions are learnt in the same order after a restart. */
  async function examplesOf(decided: { claimId: string; articleId: string; position: string }[]) {
    const articles = new Map<string, { rows: ClaimInContext[]; article: StanceArticle } | null>()
    const examples: LessonExample[] = []
    for (const { claimId, articleId, position } of decided.reverse()) {
      let found = articles.get(articleId)
      if (found === undefined) {
        found = await db.batch(() => inContext(articleId))
        articles.set(articleId, found)
      }
      if (!found) continue
      const index = found.rows.findIndex((row) => row.id === claimId)
      if (index >= 0) examples.push({ article: found.article, index, position })
    }
    return examples
  }

  function* inContext(id: string): Operation<{ rows: ClaimInContext[]; article: StanceArticle } | null> {
    const [article] = yield* s.article({ id })
    if (!article) return null
    const rows = yield* claims.ofArticle(id)
    return { rows, article: stanceArticle(article, rows) }
  }

  async function relearn(slug: string): Promise<void> {
    const asked = await question(slug)
    if (!asked) return
    const before = known.get(slug)?.mark
    await learn(asked)
    if (known.get(slug)?.mark !== before) await renew(slug)
  }

  function run(slug: string): void {
    pending.delete(slug)
    const started = performance.now()
    let pause = 0
    const work = relearn(slug)
      .catch((error) => {
        // A closing service takes the threads away from under it.
        if (!closed) log.error({ err: error, question: slug }, 'learning from decisions broke off')
        // A database that cannot just now is asked again, in a while.
        if (!(error instanceof Unavailable) || error.retryAfter === null) return
        again.add(slug)
        pause = SHORT
      })
      .finally(() => {
        busy.delete(slug)
        unlearnt.delete(slug)
        const ended = performance.now()
        rested.set(slug, ended + pause + REST * Math.max(0, ended - started - SHORT))
        if (again.delete(slug)) note(slug)
      })
    busy.set(slug, work)
  }

  function note(slug: string): void {
    if (closed) return
    if (!unlearnt.has(slug)) unlearnt.set(slug, performance.now())
    const waiting = pending.get(slug)
    if (waiting) {
      if (performance.now() - waiting.since < LONGEST) waiting.timer.refresh()
      return
    }
    if (busy.has(slug)) {
      again.add(slug)
      return
    }
    const pause = Math.max(gather, (rested.get(slug) ?? 0) - performance.now())
    pending.set(slug, { timer: setTimeout(() => run(slug), pause), since: performance.now() })
  }

  return {
    taught: (slug) => known.get(slug) ?? null,
    note,
    learn,
    behind: () => (unlearnt.size === 0 ? 0 : performance.now() - Math.min(...unlearnt.values())),
    async close() {
      closed = true
      for (const { timer } of pending.values()) clearTimeout(timer)
      await Promise.all(busy.values())
    },
  }
}
