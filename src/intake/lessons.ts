// What people's decisions teach the machine: learnt anew after each tag and ruling, the same from the same decisions, by one
// process for all that share the database.

import { createHash } from 'node:crypto'
import type { Lessons } from '../engine/index.ts'
import { Unavailable } from '../errors.ts'
import type { Database, Operation } from '../storage/database.ts'
import type { AskedQuestion } from './analyse.ts'
import type { Analyst } from './analyst.ts'
import { type Decision, MOST_EXAMPLES, type Schooling } from './schooling.ts'
import { lessonStatements } from './statements.ts'

/** Lessons, and a short hash of them that tells whether they changed. */
export interface Taught {
  readonly lessons: Lessons
  readonly mark: string
}

/** A question, with the mark of its lessons where it has any. */
export interface Marked {
  readonly slug: string
  readonly mark: string | null
}

export interface Teaching {
  /** What has been learnt on the question; null when nothing. Part of an operation. */
  taught(question: Marked): Operation<Taught | null>
  /** The same outside of one. */
  known(question: Marked): Promise<Taught | null>
  /** Somebody decided something on the question: learn from it shortly, and then call `renew`. */
  note(slug: string): void
  /** Learns what nobody has learnt yet; with nothing to learn it costs a look. */
  catchUp(slug: string): void
  /** Milliseconds since the oldest decision that this process is to learn from and has not; 0 when there is none. */
  behind(): number
  close(): Promise<void>
}

interface Services {
  readonly db: Database
  readonly analyst: Pick<Analyst, 'learn'>
  readonly engineVersion: string
  readonly now: () => number
  readonly examplesOf: Schooling
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
/** While another process learns, or the database cannot just now, it is tried again so often, in milliseconds. */
const ASK_AGAIN = 1_000

export function teaching(services: Services): Teaching {
  const { db, analyst, engineVersion, now, examplesOf, question, renew, log, gather = PAUSE } = services
  const s = lessonStatements(db, MOST_EXAMPLES)
  const read = new Map<string, Taught>()
  const pending = new Map<string, { readonly timer: NodeJS.Timeout; readonly since: number }>()
  const busy = new Map<string, Promise<void>>()
  /** Decided on while the machine was learning from what was decided before; from when on it may be learnt. */
  const again = new Map<string, number>()
  /** Since when there is something to learn on a question, by the clock of `performance`. */
  const unlearnt = new Map<string, number>()
  let closed = false

  /** What this process has read of the lessons so far; undefined when the row has others. */
  const atHand = ({ slug, mark }: Marked): Taught | null | undefined => {
    if (mark === null) return null
    const found = read.get(slug)
    return found?.mark === mark ? found : undefined
  }

  function remember(slug: string, row: Taught | undefined): Taught | null {
    if (!row) return null
    const taught = { lessons: row.lessons, mark: row.mark }
    read.set(slug, taught)
    return taught
  }

  /** Waits until the rest after the last time is over, whichever process learnt then. */
  async function relearn(slug: string): Promise<void> {
    const asked = await question(slug)
    if (!asked) return
    const decided = await s.decided.readApart({ question: slug })
    const [before] = await s.lessons.read({ question: slug })
    const learntFrom = sourceOf(asked, decided, engineVersion)
    if (decided.length === 0 ? !before : before?.learntFrom === learntFrom) return
    const rest = (before?.restUntil ?? 0) - now()
    if (rest > 0) {
      again.set(slug, rest)
      return
    }
    const started = performance.now()
    const restUntil = () => now() + Math.round(REST * Math.max(0, performance.now() - started - SHORT))
    if (decided.length === 0) {
      await db.batch(() => s.forget({ question: slug }))
      return renew(slug)
    }
    const lessons = await analyst.learn(asked, await examplesOf(decided))
    const mark = hashOf(lessons).slice(0, 8)
    const row = { question: slug, mark, lessons, learntFrom, engineVersion, restUntil: restUntil() }
    await db.batch(() => s.keep(row))
    if (before?.mark === mark && before.engineVersion === engineVersion) return
    await renew(slug)
    await db.batch(() => s.rest({ question: slug, until: restUntil() }))
  }

  function run(slug: string): void {
    pending.delete(slug)
    const work = db.peers
      .alone(`learn ${slug}`, () => relearn(slug))
      .then((mine) => void (mine || again.set(slug, ASK_AGAIN)))
      .catch((error) => {
        // A closing service takes the threads away from under it.
        if (!closed) log.error({ err: error, question: slug }, 'learning from decisions broke off')
        // A database that cannot just now is asked again, in a while.
        if (error instanceof Unavailable && error.retryAfter !== null) again.set(slug, ASK_AGAIN)
      })
      .finally(() => {
        busy.delete(slug)
        const pause = again.get(slug)
        if (again.delete(slug)) learnIn(slug, pause ?? 0)
        else unlearnt.delete(slug)
      })
    busy.set(slug, work)
  }

  function learnIn(slug: string, milliseconds: number): void {
    if (closed) return
    const waiting = pending.get(slug)
    if (waiting) {
      if (performance.now() - waiting.since < LONGEST) waiting.timer.refresh()
      return
    }
    if (busy.has(slug)) {
      again.set(slug, Math.max(milliseconds, again.get(slug) ?? 0))
      return
    }
    const timer = setTimeout(() => run(slug), Math.max(gather, milliseconds))
    pending.set(slug, { timer, since: performance.now() })
  }

  return {
    *taught(asked) {
      const found = atHand(asked)
      if (found !== undefined) return found
      return remember(asked.slug, (yield* s.lessons({ question: asked.slug }))[0])
    },
    async known(asked) {
      const found = atHand(asked)
      if (found !== undefined) return found
      return remember(asked.slug, (await s.lessons.read({ question: asked.slug }))[0])
    },
    note(slug) {
      if (!unlearnt.has(slug)) unlearnt.set(slug, performance.now())
      learnIn(slug, 0)
    },
    behind: () => (unlearnt.size === 0 ? 0 : performance.now() - Math.min(...unlearnt.values())),
    catchUp(slug) {
      if (!closed && !busy.has(slug) && !pending.has(slug)) run(slug)
    },
    async close() {
      closed = true
      for (const { timer } of pending.values()) clearTimeout(timer)
      await Promise.all(busy.values())
    },
  }
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** Of the decisions and of what the question asks, but not of the articles around them, which hardly ever change. */
function sourceOf(asked: AskedQuestion, decided: readonly Decision[], engineVersion: string): string {
  const { text, guidelines, version, positions } = asked
  return hashOf([engineVersion, version, text, guidelines, positions, decided])
}
