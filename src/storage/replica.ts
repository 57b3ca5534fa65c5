// Reading from a second PostgreSQL that follows the first: whatever is read within `replica.within` comes from there, as long
// as it answers, and from the first one otherwise. Writing, and reading within an operation, is always done on the first.

import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database, Definition, Query, Values } from './database.ts'
import { statements } from './database.ts'
import { ledger } from './ledger.ts'
import { preparing } from './open-postgres.ts'
import { poolOf } from './postgres-connections.ts'

/** How often it is asked how far it is, and tried again when it did not answer, in milliseconds. */
const LOOK = 1_000
/** How long a connection to it is waited for, and how long an answer to how far it is, in milliseconds. */
const PATIENCE = 2_000
const NEWEST = { text: 'SELECT coalesce(max(seq), 0) AS seq FROM changes', query_timeout: PATIENCE }

export interface Replica {
  /** What the work reads may come from the replica. */
  within(work: () => void): void
  /** The number of the last change it has; null when it does not answer. */
  reach(atLeast: number): Promise<number | null>
  /** Whether it has what was written a moment ago: a second or two. */
  isNear(): boolean
}

/** `readTimeout` as on the first one, in milliseconds. */
export async function withReplica(primary: Database, url: string, readTimeout = 0): Promise<Database> {
  const pool = poolOf(url, { max: 10, patience: PATIENCE, statement: readTimeout })
  const prepared = preparing(pool)
  /** Where one read has failed, the rest of the request is not to see an earlier state than that read did. */
  const scope = new AsyncLocalStorage<{ failed: boolean }>()
  const here = new WeakMap<Definition, Query<unknown>>()
  let up = false
  let near = false
  let reached = 0
  let before = 0

  const onPrimary = (definition: Definition, values: Values): Promise<unknown[]> => {
    const known = here.get(definition) ?? primary.query(definition.build as never)
    here.set(definition, known as Query<unknown>)
    return known.read(values)
  }

  const {
    query,
    command,
    look: lookAt,
  } = statements({
    async read(definition, values) {
      const reading = scope.getStore()
      if (!up || !reading || reading.failed) return onPrimary(definition, values)
      try {
        return await prepared(definition).execute(values)
      } catch {
        reading.failed = true
        // It is away, is not yet migrated, or had to give up the query to go on following: the first one knows better.
        return onPrimary(definition, values)
      }
    },
  })
  const { last } = ledger(primary)

  async function look(): Promise<void> {
    const newest = await last()
    const found = await pool.query(NEWEST)
    reached = Math.max(reached, Number(found.rows[0]?.seq ?? 0))
    up = true
    near = reached >= before
    before = newest
  }

  const away = () => {
    up = false
    near = false
  }
  await look().catch(away)
  let looking = false
  const clock = setInterval(() => {
    if (looking) return
    looking = true
    void look()
      .catch(away)
      .finally(() => (looking = false))
  }, LOOK).unref()

  const replica: Replica = {
    within: (work) => scope.run({ failed: false }, work),
    async reach(atLeast) {
      if (!up || reached >= atLeast) return up ? reached : null
      await look().catch(away)
      return up ? reached : null
    },
    isNear: () => near,
  }
  return {
    ...primary,
    query,
    command,
    look: lookAt,
    source: () => (up && scope.getStore()?.failed === false ? { kind: 'postgres', url } : primary.source()),
    replica,
    async close() {
      clearInterval(clock)
      await primary.close()
      if (!pool.ended) await pool.end()
    },
  }
}
