// PostgreSQL: a pool for reading and one connection for writing, on which operations share commits as on SQLite.

import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { Unavailable } from '../errors.ts'
import { columns } from './columns.postgres.ts'
import { commitQueue, type Outcome } from './commit-queue.ts'
import { refusalOf } from './constraints.ts'
import {
  type Builder,
  type Database,
  type Definition,
  type Operation,
  slot,
  statements,
  type Values,
} from './database.ts'
import { migratePostgres, whileMigrating } from './migrate.ts'
import { companion } from './postgres-companion.ts'
import { answers, breakOff, poolOf } from './postgres-connections.ts'
import { sharedCounts } from './postgres-counts.ts'
import { defineTables } from './tables.ts'
import { damageMet, unknownOutcome } from './trouble.ts'

interface Prepared {
  execute(values: Values): Promise<unknown[] & { rowCount?: number }>
}

/** A process that stops in the midst of a commit keeps all others from writing; after so many milliseconds it is undone. */
const STOPPED = 60_000

/** How long other writers are waited for, in milliseconds: no commit takes as long. */
const IN_LINE = 20_000

/** How long whoever is about to stop waits for a sign of the server, in milliseconds. */
const PROMPT = 1_000

/** Held by the writer of the moment, so that the ledger has neither gaps nor two entries of one number. */
const WRITER_LOCK = 4_117_001

/**
 * Opens and migrates the database behind a `postgres://` URL. A read that takes longer than `readTimeout` milliseconds is
 * given up, 0 for none; whatever writes, migrates, moves or exports has all the time it takes. Throws when it cannot be
 * reached.
 */
export async function openPostgres(url: string, readTimeout = 0): Promise<Database> {
  const pool = poolOf(url, { max: 9, statement: readTimeout })
  // One writes; the other migrates, at the start and seldom after it.
  const writers = poolOf(url, { max: 2, idleInTransaction: STOPPED, durable: true })
  await migratePostgres(writers)
  const reader = preparing(pool)
  const writer = writingConnection(writers)
  const others = companion(url)
  const damage = damageMet()

  const queue = commitQueue(async (operations) => {
    try {
      const { client, run } = await writer.get()
      await client.query(
        `BEGIN; SET LOCAL lock_timeout = ${IN_LINE}; SELECT pg_advisory_xact_lock(${WRITER_LOCK})`,
      )
      const outcomes: Outcome[] = []
      for (const operation of operations) outcomes.push(await runOne(client, run, operation))
      await client.query(`${others.tell}; COMMIT`).catch((error) => {
        throw refusalOf(error) === error ? error : unknownOutcome(error)
      })
      // A connection keeps what it was opened under: one that may only read would go on so when the others may write again.
      if (outcomes.some(isTroubled)) writer.discard()
      for (const outcome of outcomes) if ('error' in outcome) damage.note(outcome.error)
      return outcomes
    } catch (error) {
      writer.discard()
      throw damage.note(refusalOf(error))
    }
  })

  let closed: Promise<void> | null = null
  async function close(): Promise<void> {
    await queue.idle()
    writer.discard()
    await others.close()
    await Promise.all([pool.end(), writers.end()])
  }

  return {
    dialect: 'postgres',
    tables: defineTables(columns),
    ...statements({
      async read(definition, values) {
        try {
          return await reader(definition).execute(values)
        } catch (error) {
          throw damage.note(refusalOf(error))
        }
      },
    }),
    batch: (operation) => queue.submit(operation),
    onCommit: queue.onCommit,
    peers: {
      several: true,
      alone: others.alone,
      onCommit: others.listen,
      count: sharedCounts(pool, (change) => whileMigrating(writers, (client) => client.query(change))),
    },
    replica: null,
    source: () => ({ kind: 'postgres', url }),
    waiting: queue.depth,
    async ping() {
      try {
        await answers(pool)
      } catch (error) {
        throw damage.note(refusalOf(error))
      }
      damage.tell()
    },
    trouble: queue.trouble,
    async abandon() {
      // On a connection of its own: those of the pool may all be busy, and well.
      const asking = poolOf(url, { max: 1, patience: PROMPT })
      await answers(asking).catch(() => {
        for (const each of [pool, writers]) breakOff(each)
        others.breakOff()
      })
      await asking.end()
    },
    close: () => (closed ??= close()),
  }
}

/** Names each definition's statement, so that a connection parses and plans it once. */
let named = 0
const names = new WeakMap<Definition, string>()

export function preparing(client: pg.Pool | pg.PoolClient | pg.Client): (definition: Definition) => Prepared {
  // The second of the two casts: Drizzle's PostgreSQL builder is used through SQLite's type.
  const db = drizzle(client) as unknown as Builder
  const prepared = new WeakMap<Definition, Prepared>()
  return (definition) => {
    let statement = prepared.get(definition)
    if (!statement) {
      const name = names.get(definition) ?? `averment_${++named}`
      names.set(definition, name)
      const query = definition.build(db, slot) as unknown as { prepare(name: string): Prepared }
      statement = query.prepare(name)
      prepared.set(definition, statement)
    }
    return statement
  }
}

/** The connection all writes of this process use; taken anew after a failure. */
function writingConnection(pool: pg.Pool) {
  let current: { client: pg.PoolClient; run: (definition: Definition) => Prepared } | null = null
  /** Closes it for good: what it had begun is undone by the server. */
  function discard(): void {
    current?.client.release(true)
    current = null
  }
  return {
    async get() {
      if (!current) {
        const client = await pool.connect()
        // Broken while nobody writes: the next writer is given another one, and hears nothing of it.
        client.on('error', () => {
          if (current?.client === client) discard()
        })
        current = { client, run: preparing(client) }
      }
      return current
    },
    discard,
  }
}

const isTroubled = (outcome: Outcome) => 'error' in outcome && outcome.error instanceof Unavailable

async function runOne(
  client: pg.PoolClient,
  run: (definition: Definition) => Prepared,
  operation: () => Operation<unknown>,
): Promise<Outcome> {
  await client.query('SAVEPOINT operation')
  try {
    const steps = operation()
    let next = steps.next()
    while (!next.done) {
      const { definition, values } = next.value
      const result = await run(definition).execute(values)
      next = steps.next(definition.kind === 'rows' ? result : (result.rowCount ?? 0))
    }
    await client.query('RELEASE operation')
    return { value: next.value }
  } catch (error) {
    await client.query('ROLLBACK TO operation')
    await client.query('RELEASE operation')
    return { error: refusalOf(error) }
  }
}
