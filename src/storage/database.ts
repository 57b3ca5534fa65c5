// What the rooms see of a database: questions (read), commands (write) and operations that happen whole or not at all.

import { type Placeholder, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Unavailable } from '../errors.ts'
import type { Commit } from './commit-queue.ts'
import type { Peers } from './peers.ts'
import type { Replica } from './replica.ts'
import type { Source } from './snapshot.ts'
import type { Tables } from './tables.ts'

export type Dialect = 'sqlite' | 'postgres'
export type Values = Record<string, unknown>

/** Names a value that is given when the statement runs. */
export type Slot = (name: string) => Placeholder
export const slot: Slot = (name) => sql.placeholder(name)

/** Drizzle's builder, typed as SQLite's; PostgreSQL's is cast to it, since both are built by the same calls. */
export type Builder = Omit<BetterSQLite3Database, 'transaction' | 'run' | 'all' | 'get' | 'values'>

interface Runnable {
  prepare(): unknown
}

/** A statement as a room writes it: built once for each connection, prepared, and run with values. */
export interface Definition {
  readonly kind: 'rows' | 'write'
  readonly build: (db: Builder, slot: Slot) => Runnable
}

/** One step of an operation: the driver runs it and hands back rows, or the number of rows written. */
export interface Step {
  readonly definition: Definition
  readonly values: Values
}

/**
 * A whole operation, as a generator of steps: it reads, decides and writes inside one transaction on either
 * database (without a promise, which better-sqlite3's transactions do not bear). Throwing undoes all of it. It may be
 * undone and run again from its beginning, so what it keeps outside itself must bear being told twice.
 */
export type Operation<T> = Generator<Step, T, unknown>

/** Rows of a prepared SELECT: `yield* query(values)` inside an operation, `await query.read(values)` outside. */
export interface Query<R> {
  (values?: Values): Operation<R[]>
  read(values?: Values): Promise<R[]>
  /** The same where it may go through much: nobody else is kept waiting. */
  readApart(values?: Values): Promise<R[]>
}

/** A prepared INSERT, UPDATE or DELETE; gives the number of rows it wrote. Only ever part of an operation. */
export type Command = (values?: Values) => Operation<number>

type RowOf<Q> = Q extends PromiseLike<readonly (infer R)[]> ? R : never

export interface Database {
  readonly dialect: Dialect
  readonly tables: Tables
  query<Q extends Runnable & PromiseLike<readonly unknown[]>>(
    build: (db: Builder, slot: Slot) => Q,
  ): Query<RowOf<Q>>
  command(build: (db: Builder, slot: Slot) => Runnable): Command
  /** Runs an operation that only reads, step by step and without a transaction: nobody waits for it. Throws where it writes. */
  look<T>(operation: () => Operation<T>): Promise<T>
  /** Runs the operation in a transaction; answers once it is committed, and durable. */
  batch<T>(operation: () => Operation<T>): Promise<T>
  /** Has the listener called after each commit of this process; the function it gives ends that. */
  onCommit(listener: (commit: Commit) => void): () => void
  readonly peers: Peers
  /** A second one that follows it, to read from; null without one. */
  readonly replica: Replica | null
  /** Where a second reader finds it: see snapshot.ts. */
  source(): Source
  /** How many operations wait for their turn. */
  waiting(): number
  /** Refused when the database does not answer. */
  ping(): Promise<void>
  /** Why the last write did not come about, when the database itself could not; null once one has. */
  trouble(): Unavailable | null
  /** Breaks off what waits for a database that does not answer; where it does, nothing happens. */
  abandon(): Promise<void>
  close(): Promise<void>
}

/** The two ways a database runs a definition; `openSqlite` and `openPostgres` supply them. */
export interface Driver {
  /** `apart` says that it may take long. */
  read(definition: Definition, values: Values, apart: boolean): Promise<unknown[]>
}

export function statements(driver: Driver): Pick<Database, 'query' | 'command' | 'look'> {
  return {
    async look(operation) {
      const steps = operation()
      let next = steps.next()
      while (!next.done) {
        const { definition, values } = next.value
        if (definition.kind === 'write') throw new Error('Whoever looks does not write.')
        next = steps.next(await driver.read(definition, values, false))
      }
      return next.value
    },
    query(build) {
      const definition: Definition = { kind: 'rows', build }
      function* inside(values: Values = {}) {
        return (yield { definition, values }) as never[]
      }
      const read = (values: Values = {}) => driver.read(definition, values, false) as Promise<never[]>
      const readApart = (values: Values = {}) => driver.read(definition, values, true) as Promise<never[]>
      return Object.assign(inside, { read, readApart })
    },
    command(build) {
      const definition: Definition = { kind: 'write', build }
      return function* inside(values: Values = {}) {
        return (yield { definition, values }) as number
      }
    },
  }
}
