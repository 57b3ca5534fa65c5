// SQLite: one connection, durable commits, every statement prepared once.

import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { checkpointing } from './checkpointing.ts'
import { columns } from './columns.sqlite.ts'
import { commitQueue } from './commit-queue.ts'
import { refusalOf } from './constraints.ts'
import { type Database, statements } from './database.ts'
import { migrateSqlite } from './migrate.ts'
import { noPeers } from './peers.ts'
import { readingApart } from './sqlite-apart.ts'
import { readerAside } from './sqlite-aside.ts'
import { placeOf } from './sqlite-place.ts'
import { statementsOf } from './sqlite-statement.ts'
import { transactions } from './sqlite-transactions.ts'
import { defineTables } from './tables.ts'
import { damageMet } from './trouble.ts'

/**
 * Pages in the log, 128 MB, at which the writer itself moves them into the file. It seldom comes to that: a thread does it
 * before (checkpointing.ts).
 */
const CHECKPOINT = 32_000
/** Bytes that the log keeps on the disk once all of it is in the file, were it longer while somebody read an old moment. */
const MOST_LOG = 134_217_728
/** How long a writer waits for another process that holds the file, in milliseconds. */
const PATIENCE = 5_000
/** Within a statement SQLite waits with this thread, and nobody is answered meanwhile: so hardly at all, once started. */
const BUSY_TIMEOUT = 20
/** Between two looks whether the file is free, in milliseconds. */
const LOOK_AGAIN = 10

/** Bytes of a file from which reading much of it takes long enough for others to notice: what no longer fits the cache. */
const LARGE = 67_108_864

/**
 * Opens and migrates the file (made with its folder when absent), or a database in memory for `:memory:`. One that is
 * `scratch` can be made again, and need not survive a power cut. Of a file from `large` bytes on, much is read on threads.
 */
export function openSqlite(
  path: string,
  kind: 'lasting' | 'scratch' = 'lasting',
  large: number = LARGE,
): Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const connection = new SqliteDatabase(path)
  connection.pragma(`busy_timeout = ${PATIENCE}`)
  connection.pragma(`journal_mode = ${kind === 'scratch' ? 'MEMORY' : 'WAL'}`)
  connection.pragma(`synchronous = ${kind === 'scratch' ? 'OFF' : 'FULL'}`)
  connection.pragma('cache_size = -65536')
  connection.pragma('temp_store = MEMORY')
  connection.pragma(`wal_autocheckpoint = ${CHECKPOINT}`)
  connection.pragma(`journal_size_limit = ${MOST_LOG}`)
  const db = drizzle(connection)
  // A change SQLite cannot make in place copies the table and drops the old one, and with foreign keys on that drop
  // deletes the rows of every table that refers to it. Inside the migrator's transaction the pragma has no effect.
  connection.pragma('foreign_keys = OFF')
  if (migrateSqlite(db)) refuseOrphans(connection)
  connection.pragma('foreign_keys = ON')
  try {
    connection.pragma('optimize')
  } catch {
    // It reads a little of every table. Where one is damaged, the others are no reason not to start.
  }
  connection.pragma(`busy_timeout = ${BUSY_TIMEOUT}`)

  const ready = statementsOf(db)
  // Reads the file itself, as the number 1 would not.
  const newest = connection.prepare('SELECT max(seq) FROM changes')
  const checkpoints =
    kind === 'lasting' && path !== ':memory:'
      ? checkpointing(path, () => connection.pragma('wal_checkpoint(PASSIVE)'))
      : null
  // In memory there is no second way in, and a file without a log keeps readers out while it is written.
  const hasLog = kind === 'lasting' && path !== ':memory:'
  const aside = hasLog ? readerAside(path) : null
  const apart = hasLog ? readingApart(path) : null
  const place = hasLog ? placeOf(path) : null
  const damage = damageMet()
  const bytes = connection
    .prepare('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size')
    .pluck()
  const isLarge = () => Number(bytes.get()) >= large
  const { begin, run, rollback } = transactions(connection, ready, aside !== null)

  let patience = PATIENCE
  /** Null once the transaction has begun; else what SQLite says of whoever holds the file. */
  function begun(): unknown {
    try {
      begin()
      patience = PATIENCE
      return null
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error
      return error
    }
  }

  /** Others are answered while a writer waits. Once one has waited in vain, those behind it need not wait as long again. */
  async function patiently(): Promise<void> {
    for (const end = performance.now() + patience; ; ) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN))
      const busy = begun()
      if (busy === null) return
      if (performance.now() < end) continue
      patience = 0
      throw busy
    }
  }

  const queue = commitQueue(async (operations) => {
    try {
      place?.check()
      if (begun() !== null) await patiently()
      const { outcomes, rowsWritten } = await run(operations)
      checkpoints?.wrote(rowsWritten)
      for (const outcome of outcomes) if ('error' in outcome) damage.note(outcome.error)
      return outcomes
    } catch (error) {
      rollback()
      throw damage.note(refusalOf(error))
    }
  })

  return {
    dialect: 'sqlite',
    tables: defineTables(columns),
    ...statements({
      async read(definition, values, isMuch) {
        try {
          if (isMuch && apart && isLarge()) {
            place?.check()
            return await apart.read(ready(definition), values)
          }
          // Within a transaction that has stopped for breath, its own connection would tell of what is not yet so.
          const statementOf = aside && connection.inTransaction ? aside.ready : ready
          return statementOf(definition).all(values)
        } catch (error) {
          throw damage.note(refusalOf(error))
        }
      },
    }),
    batch: (operation) => queue.submit(operation),
    onCommit: queue.onCommit,
    peers: noPeers(),
    replica: null,
    source() {
      if (path === ':memory:') return { kind: 'memory', bytes: connection.serialize() }
      place?.check()
      return { kind: 'file', path }
    },
    waiting: queue.depth,
    async ping() {
      try {
        place?.check()
        newest.get()
      } catch (error) {
        throw damage.note(refusalOf(error))
      }
      damage.tell()
    },
    trouble: queue.trouble,
    abandon: async () => {},
    async close() {
      await queue.idle()
      await checkpoints?.close()
      aside?.close()
      await apart?.close()
      connection.close()
      place?.leave()
    },
  }
}

/** Throws when a migration left rows that refer to nothing. */
function refuseOrphans(connection: SqliteDatabase.Database): void {
  const orphans = connection.pragma('foreign_key_check') as { table: string }[]
  if (orphans.length === 0) return
  const tables = [...new Set(orphans.map((orphan) => orphan.table))].join(', ')
  throw new Error(`After migrating, rows of ${tables} refer to rows that are not there; restore a backup.`)
}
