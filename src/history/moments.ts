// Moments of the past that are at hand: restored when first asked for, kept for as long as somebody asks, and asked by
// the stores that answer about the present.

import { LRUCache } from 'lru-cache'
import { Unavailable } from '../errors.ts'
import type { Asking } from '../http/as-of.ts'
import type { Database } from '../storage/database.ts'
import { type Moment, moment } from './moment.ts'
import { type Restored, restoring } from './restoring.ts'

/** Moments kept at most, and for how long without a question, in milliseconds. Each is as large as the database was. */
const MOST_KEPT = 4
const KEPT_FOR = 600_000
/** Moments being restored, or waiting for that, before further ones are refused: one at a time is. */
const MOST_UNDER_WAY = 6

interface Services<Stores> {
  readonly db: Database
  readonly live: Stores
  /** The stores over a database. */
  readonly storesOf: (db: Database) => Stores
  readonly now: () => number
  /** Changes up to which a moment is restored at once and in memory: for tests. */
  readonly long?: number | undefined
}

interface Kept<Stores> extends Restored {
  readonly stores: Stores
  /** Those who ask just now, and the list of moments kept. Closed when there is none. */
  holders: number
}

export interface Moments<Stores> {
  readonly ask: Asking<Stores>
  close(): Promise<void>
}

export function moments<Stores>({ db, live, storesOf, now, long }: Services<Stores>): Moments<Stores> {
  const past = restoring(db, long)
  const at: Moment = moment(db, now)
  let underWay = 0

  const hold = (one: Kept<Stores>): Kept<Stores> => {
    one.holders++
    return one
  }

  async function leave(kept: Kept<Stores>): Promise<void> {
    kept.holders--
    if (kept.holders === 0) await kept.close()
  }

  const kept = new LRUCache<number, Promise<Kept<Stores>>>({
    max: MOST_KEPT,
    ttl: KEPT_FOR,
    ttlAutopurge: true,
    updateAgeOnGet: true,
    // Whoever has it was in line before this, and so holds it by now.
    dispose: (one) => void one.then(leave, () => {}),
  })

  async function restored(seq: number): Promise<Kept<Stores>> {
    if (underWay >= MOST_UNDER_WAY)
      throw new Unavailable('Many other moments of the past are being restored; ask again in a while.')
    underWay++
    const earlier = await nearest(seq)
    try {
      const found = await past.restore(seq, earlier)
      return { ...found, stores: storesOf(found.db), holders: 1 }
    } finally {
      underWay--
      if (earlier) await leave(earlier)
    }
  }

  /** The latest of the earlier moments at hand, held. Most of what comes after it must have been restored with it. */
  async function nearest(seq: number): Promise<Kept<Stores> | null> {
    const before = [...kept.keys()].filter((one) => one < seq && one > seq / 2)
    const found = before.length > 0 ? kept.peek(Math.max(...before)) : undefined
    return found ? found.then(hold, () => null) : null
  }

  function keep(seq: number): Promise<Kept<Stores>> {
    const known = kept.get(seq)
    if (known) return known
    const fresh = restored(seq)
    kept.set(seq, fresh)
    fresh.catch(() => kept.delete(seq))
    return fresh
  }

  return {
    async ask(asOf, question) {
      if (asOf === undefined) return question(live)
      const one = await keep(await at(asOf)).then(hold)
      try {
        return await question(one.stores)
      } finally {
        await leave(one)
      }
    },
    async close() {
      kept.clear()
      await past.close()
    },
  }
}
