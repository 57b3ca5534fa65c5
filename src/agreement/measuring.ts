// Where agreement is measured: a few tags here and now, many on a thread of its own, so that nobody waits.

import type { Piscina } from 'piscina'
import { Unavailable } from '../errors.ts'
import { threads } from '../threads.ts'
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

export function measuring(): Measuring {
  // Started when first needed: few services have so many tags.
  let pool: Piscina | null = null
  return {
    async measure(ratings) {
      if (ratings.claim.length <= MANY) return measure(ratings)
      pool ??= threads('./worker', import.meta.url, { most: 1, idle: 60_000 })
      if (pool.queueSize >= MOST_WAITING)
        throw new Unavailable('Too many measurements wait for their turn; try later.')
      return pool.run(ratings)
    },
    async close() {
      await pool?.destroy()
    },
  }
}
