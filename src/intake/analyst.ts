// Where articles are analysed: short ones here and now, long ones and HTML on other threads, so that nobody waits.

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
/** Threads at most, and tasks waiting for one before further ones are refused. */
const THREADS = 2
const MOST_WAITING = 200
/** A thread without work for this long, in milliseconds, gives back its memory. */
const IDLE = 10 * 60_000
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
  let pool: Piscina | null = null
  let learner: Piscina | null = null
  const onThread = async <T>(task: Task, signal?: AbortSignal): Promise<T> => {
    // Started when first needed: a service that only sees short articles has no use for it.
    pool ??= threads('./worker', import.meta.url, { most: THREADS, idle: IDLE })
    if (pool.queueSize >= MOST_WAITING)
      throw new Unavailable('Too many long texts and files wait to be read; try later.')
    return pool.run(task, signal ? { signal } : {})
  }
  const learning = (lesson: Partial<Lesson>) => {
    learner ??= threads('./learner', import.meta.url, { most: 1, idle: IDLE })
    return learner.run(lesson)
  }
  return {
    async analyse(title, text, questions) {
      if (text.length <= LONG) return analyse(engine, title, text, questions)
      return onThread({ kind: 'analyse', title, text, questions })
    },
    async extract(text) {
      return text.length <= LONG ? engine.extract(text) : onThread({ kind: 'extract', text })
    },
    readableText: (html) => onThread({ kind: 'read', html }),
    async readFile(name, bytes) {
      const signal = AbortSignal.timeout(PATIENCE)
      try {
        return await onThread<Reading>({ kind: 'file', name, bytes }, signal)
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
      await Promise.all([pool?.destroy(), learner?.destroy()])
    },
  }
}
