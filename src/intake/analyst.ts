// Where articles are analysed: short ones here, one in each turn of the event loop; long ones, HTML, and whatever comes in
// crowds on other threads, so that nobody waits.

import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Piscina } from 'piscina'
import type { Engine, LessonExample, Lessons } from '../engine/index.ts'
import type { Extraction } from '../engine/types.ts'
import { Unavailable } from '../errors.ts'
import { threads } from '../threads.ts'
import { type Analysis, type AskedQuestion, analyse } from './analyse.ts'
import type { Reading } from './files/reading.ts'
import type { Lesson } from './learner.ts'
import type { Task } from './worker.ts'

/** Texts longer than this, in UTF-16 code units, take long enough for other requests to notice. */
const LONG = 50_000
/** Short texts at once from which on some are read on threads: reading them all here would keep others waiting. */
const CROWD = 8
/** Threads that read texts, each with an engine of a hundred megabytes; and those that read files. */
const READERS = 2
const FILE_READERS = 2
/** Tasks waiting for a thread before further ones are refused. */
const MOST_WAITING = 200
/** A thread without work for this long, in milliseconds, gives back its memory; one that learns has little. */
const IDLE = 2 * 60_000
const LEARNER_IDLE = 10 * 60_000
/** A file that takes longer to read than this, in milliseconds, is given up, and its thread with it. */
const PATIENCE = 120_000

export interface Analyst {
  analyse(title: string, text: string, questions: readonly AskedQuestion[]): Promise<Analysis>
  extract(text: string): Promise<Extraction>
  readableText(html: string): Promise<string>
  /** The article in a file of any kind, or why it cannot be read. */
  readFile(name: string, bytes: Uint8Array): Promise<Reading>
  /** Learning takes long enough to be done on a thread, whatever there is to learn. */
  learn(question: AskedQuestion, examples: readonly LessonExample[]): Promise<Lessons>
  /** Starts a thread ahead of the first decision, which is to be learnt from in less time than that takes. */
  warm(): void
  close(): Promise<void>
}

/** The threads load an engine of their own from the shipped weights. */
export function analyst(engine: Engine): Analyst {
  const texts = readers(READERS)
  // Of their own, since a file may take minutes.
  const files = readers(FILE_READERS)
  let learner: Piscina | null = null
  /** One after another, and whoever else is waiting comes in between. */
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => T): Promise<T> => {
    const done = turn.then(work)
    turn = done.then(nextTurn, nextTurn)
    return done
  }
  let reading = 0
  /** Threads that are there already have all that does not come alone. */
  const isCrowded = () => reading > (texts.isThere() ? 1 : CROWD) && !texts.isFull()
  async function read<T>(text: string, task: Task, here: () => T): Promise<T> {
    reading++
    try {
      return await (text.length > LONG || isCrowded() ? texts.run<T>(task) : inTurn(here))
    } finally {
      reading--
    }
  }
  const learning = (lesson: Partial<Lesson>) => {
    learner ??= threads('./learner', import.meta.url, { most: 1, idle: LEARNER_IDLE })
    return learner.run(lesson)
  }
  return {
    analyse: (title, text, questions) =>
      read(text, { kind: 'analyse', title, text, questions }, () => analyse(engine, title, text, questions)),
    extract: (text) => read(text, { kind: 'extract', text }, () => engine.extract(text)),
    readableText: (html) => files.run({ kind: 'read', html }),
    async readFile(name, bytes) {
      const signal = AbortSignal.timeout(PATIENCE)
      try {
        return await files.run<Reading>({ kind: 'file', name, bytes }, signal)
      } catch (error) {
        // The thread was ended, or ended itself for want of memory; the next task gets a new one.
        if (!signal.aborted && (error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY')
          throw error
        const detail = 'Reading it takes more time or memory than one file may have.'
        return { status: 'refused', code: 'too_costly', detail }
      }
    },
    learn: (question, examples) => learning({ question, examples }),
    warm() {
      // Nobody waits for it: without it the first decision is learnt from a moment later.
      learning({}).catch(() => {})
    },
    async close() {
      await Promise.all([texts.close(), files.close(), learner?.destroy()])
    },
  }
}

function readers(most: number) {
  // Started when first needed: a service that only sees short articles has no use for them.
  let pool: Piscina | null = null
  const isFull = () => (pool?.queueSize ?? 0) >= MOST_WAITING
  return {
    isThere: () => (pool?.threads.length ?? 0) > 0,
    isFull,
    /** Throws Unavailable while too many wait. */
    async run<T>(task: Task, signal?: AbortSignal): Promise<T> {
      pool ??= threads('./worker', import.meta.url, { most, idle: IDLE })
      if (isFull()) throw new Unavailable('Too many long texts and files wait to be read; try later.')
      return pool.run(task, signal ? { signal } : {})
    },
    close: async () => pool?.destroy(),
  }
}
