// Where agreement is measured: a few tags here and now, many on a thread of its own, so that nobody waits.

import { Piscina } from 'piscina'
import { Unavailable } from '../errors.ts'
import { type Measures, measure } from './measures.ts'
import type { Ratings } from './ratings.ts'

/** More ratings than these, a thousand samples of them, take long enough for other requests to notice. */
const MANY = 1_000
/** Measurements waiting for the thread before further ones are refused. */
const MOST_WAITING = 50

export interface Measuring {
  measure(ratings: Ratings): Promise<Measures>
  close(): Promise<void>
}

/** Whether this is the source itself and not the compiled program: then the thread has to compile it too. */
const FROM_SOURCE = import.meta.url.endsWith('.ts')

export function measuring(): Measuring {
  // Started when first needed: few services have so many tags.
  let pool: Piscina | null = null
  return {
    async measure(ratings) {
      if (ratings.claim.length <= MANY) return measure(ratings)
      pool ??= new Piscina({
        filename: new URL(FROM_SOURCE ? './worker.ts' : './worker.js', import.meta.url).href,
        execArgv: FROM_SOURCE ? ['--import', 'tsx'] : [],
        minThreads: 0,
        maxThreads: 1,
        idleTimeout: 60_000,
      })
      if (pool.queueSize >= MOST_WAITING)
        throw new Unavailable('Too many measurements wait for their turn; try later.')
      return pool.run(ratings)
    },
    async close() {
      await pool?.destroy()
    },
  }
}
