// Passes over all claims in the background: which questions are due is read from the database, so that any process can take
// up what another has left, and one at a time is at it.

import { randomUUID } from 'node:crypto'
import { setTimeout as rest } from 'node:timers/promises'
import { Unavailable } from '../errors.ts'
import type { Database, Operation } from '../storage/database.ts'
import type { Held } from '../storage/peers.ts'
import { givingWay } from './giving-way.ts'

export interface Progress {
  placed: number
  total: number
}

export interface Passes {
  /** Has every claim placed on the question, whatever has been placed. */
  start(slug: string): void
  /** Goes on with the question if it is due. */
  goOn(slug: string): void
  /** Goes on, and waits until nothing is left to do; a pass that broke off is in the log. */
  finished(slug: string): Promise<void>
  /** How far the running pass is; null when none runs, or waits here. */
  progress(slug: string): Progress | null
  /** How many questions are being placed, and how many claims they still have before them. */
  behind(): { questions: number; claims: number }
  close(): Promise<void>
}

interface Services {
  readonly db: Database
  /** What the question will be marked with once every claim is placed; null where that is done, or not to be done here. */
  readonly due: (slug: string) => Operation<string | null>
  readonly mark: (slug: string, placed: string | null) => Operation<void>
  /** Marks the question as placed, unless it has been marked anew since it was marked with `pass`. */
  readonly finish: (slug: string, placed: string, pass: string) => Operation<void>
  /** Places the claims of one article, and gives what they were placed under; null when the question is closed. */
  readonly placeArticle: (id: string, slug: string) => Operation<{ claims: number; under: string } | null>
  readonly articlesAfter: (after: string, limit: number) => Promise<readonly { readonly id: string }[]>
  readonly claimCount: () => Promise<number>
  readonly log: { error(details: object, message: string): void }
}

/** The first claims of a pass are placed without a rest in between: a small newsroom sees the effect at once. */
const SOON = 200
/** Articles read at once. */
const PAGE = 100
/** While another process is at it, it is asked so often whether it still is, in milliseconds. */
const ASK_AGAIN = 500
/** How long a database that cannot just now is left alone, in milliseconds. */
const LATER = 1_000

interface Running extends Progress {
  again: boolean
  done: Promise<void>
}

export function passing(services: Services): Passes {
  const { db, due, mark, finish, placeArticle, articlesAfter, claimCount, log } = services
  const passes = new Map<string, Running>()
  let closing = false

  /** What all claims were placed under; null when that was not the same for all, or the pass was given up. */
  async function everyArticle(slug: string, progress: Progress, held: Held, wanted: string) {
    let same = true
    const giveWay = givingWay()
    for (let after = ''; ; ) {
      const articles = await articlesAfter(after, PAGE)
      for (const { id } of articles) {
        if (closing || !held()) return false
        const started = performance.now()
        const placed = await db.batch(() => placeArticle(id, slug))
        if (placed === null) return false
        same &&= placed.under === wanted
        if (progress.placed > SOON) await giveWay(performance.now() - started)
        progress.placed += placed.claims
      }
      after = articles.at(-1)?.id ?? ''
      if (articles.length < PAGE) return same
    }
  }

  async function pass(slug: string, progress: Progress, held: Held): Promise<void> {
    const me = `pass ${randomUUID()}`
    const wanted = await db.batch(function* () {
      const under = yield* due(slug)
      if (under !== null) yield* mark(slug, me)
      return under
    })
    if (wanted === null) return
    progress.placed = 0
    progress.total = await claimCount()
    if (await everyArticle(slug, progress, held, wanted)) await db.batch(() => finish(slug, wanted, me))
  }

  async function tend(slug: string, running: Running): Promise<void> {
    while (!closing) {
      if (running.again) {
        running.again = false
        await db.batch(() => mark(slug, null))
      }
      if ((await db.batch(() => due(slug))) === null) {
        if (running.again) continue
        return
      }
      const mine = await db.peers.alone(`place ${slug}`, (held) => pass(slug, running, held))
      if (!mine && !closing) await rest(ASK_AGAIN)
    }
  }

  /** A database that cannot just now is asked again until it can; what else breaks a pass off waits for the next one. */
  async function persist(slug: string, running: Running): Promise<void> {
    for (;;) {
      try {
        return await tend(slug, running)
      } catch (error) {
        log.error({ err: error, question: slug }, 'placing the claims broke off')
        if (closing || !(error instanceof Unavailable) || error.retryAfter === null) return
        await rest(LATER)
      }
    }
  }

  function run(slug: string, again: boolean): Running {
    const known = passes.get(slug)
    if (known) {
      known.again ||= again
      return known
    }
    const running: Running = { placed: 0, total: 0, again, done: Promise.resolve() }
    passes.set(slug, running)
    running.done = persist(slug, running).finally(() => {
      passes.delete(slug)
      if (running.again && !closing) run(slug, true)
    })
    return running
  }

  return {
    start: (slug) => void run(slug, true),
    goOn: (slug) => void run(slug, false),
    async finished(slug) {
      await run(slug, false).done
    },
    progress(slug) {
      const running = passes.get(slug)
      return running ? { placed: running.placed, total: running.total } : null
    },
    behind() {
      const left = [...passes.values()].map((one) => Math.max(0, one.total - one.placed))
      return { questions: left.length, claims: left.reduce((sum, n) => sum + n, 0) }
    },
    async close() {
      closing = true
      await Promise.all([...passes.values()].map((one) => one.done))
    },
  }
}
