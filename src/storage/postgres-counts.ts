// How often callers have called, counted by all processes together; outside the ledger and the writers' queue.

import type pg from 'pg'
import type { Counted } from './peers.ts'

/** Unlogged: after a crash of the server everybody begins anew. Not a table of tables.ts, since nothing hangs on it. */
const TABLE = `CREATE UNLOGGED TABLE IF NOT EXISTS averment_calls (
  caller text PRIMARY KEY, calls integer NOT NULL, ends timestamptz NOT NULL)`

const ONE_MORE = {
  name: 'averment_one_more_call',
  text: `INSERT INTO averment_calls AS c (caller, calls, ends)
    VALUES ($1, 1, clock_timestamp() + $2 * interval '1 millisecond')
    ON CONFLICT (caller) DO UPDATE SET
      calls = CASE WHEN c.ends <= clock_timestamp() THEN 1 ELSE c.calls + 1 END,
      ends = CASE WHEN c.ends <= clock_timestamp() THEN excluded.ends ELSE c.ends END
    RETURNING calls, ceil(extract(epoch FROM ends - clock_timestamp()) * 1000)::integer AS "left"`,
}

/** Windows that have ended are cleared away once in so many calls of this process. */
const CLEAR_EVERY = 10_000

/** `apart` runs a statement while no other process changes tables: two that create one at once would clash. */
export function sharedCounts(pool: pg.Pool, apart: (statement: string) => Promise<void>) {
  let made: Promise<void> | null = null
  let counted = 0

  return async (caller: string, window: number): Promise<Counted> => {
    made ??= apart(TABLE).catch((error: unknown) => {
      made = null
      throw error
    })
    await made
    if (++counted % CLEAR_EVERY === 0)
      void pool.query('DELETE FROM averment_calls WHERE ends <= clock_timestamp()').catch(() => {})
    const { rows } = await pool.query<Counted>({ ...ONE_MORE, values: [caller, window] })
    return rows[0] ?? { calls: 1, left: window }
  }
}
