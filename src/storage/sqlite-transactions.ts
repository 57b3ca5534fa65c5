// Operations in one transaction of SQLite, one after another; in the midst of much work others are let in.

import type SqliteDatabase from 'better-sqlite3'
import type { Outcome } from './commit-queue.ts'
import { refusalOf } from './constraints.ts'
import type { Definition, Operation } from './database.ts'
import type { SqliteStatement } from './sqlite-statement.ts'

/** Milliseconds of writing after which others are let in, … */
const FIRST_BREATH = 25
/** … and then each time: about as long as they take for a round of answers. */
const NEXT_BREATH = 5

export interface Transactions {
  /** Throws as SQLite does while another process writes. */
  begin(): void
  /** After `begin`: runs and commits them. One that was refused has left nothing behind. */
  run(operations: readonly (() => Operation<unknown>)[]): Promise<Done>
  /** Does nothing where there is nothing to undo any more. */
  rollback(): void
}

export interface Done {
  readonly outcomes: Outcome[]
  readonly rowsWritten: number
}

/** Work that stops for breath at each yield. Without one it is done in one go, and no promise lets others in between. */
type Work<T> = Generator<void, T, void>

/** Where it never `breathes`, nobody else is heard until a transaction has ended. */
export function transactions(
  connection: SqliteDatabase.Database,
  ready: (definition: Definition) => SqliteStatement,
  breathes: boolean,
): Transactions {
  const beginning = connection.prepare('BEGIN IMMEDIATE')
  const committing = connection.prepare('COMMIT')
  const undoing = connection.prepare('ROLLBACK')
  const savepoint = connection.prepare('SAVEPOINT operation')
  const release = connection.prepare('RELEASE operation')
  const undo = connection.prepare('ROLLBACK TO operation')
  let rowsWritten = 0
  let breathAt = Number.POSITIVE_INFINITY

  function* breath(): Work<void> {
    yield
    breathAt = performance.now() + NEXT_BREATH
  }

  /** Runs its steps; `wrote` is told when rows were written. */
  function* runSteps(operation: () => Operation<unknown>, wrote: () => void): Work<unknown> {
    const steps = operation()
    let next = steps.next()
    while (!next.done) {
      if (performance.now() > breathAt) yield* breath()
      const { definition, values } = next.value
      const statement = ready(definition)
      if (definition.kind === 'rows') next = steps.next(statement.all(values))
      else {
        const rows = statement.run(values)
        if (rows > 0) wrote()
        rowsWritten += rows
        next = steps.next(rows)
      }
    }
    return next.value
  }

  function* runInSavepoint(operation: () => Operation<unknown>): Work<Outcome> {
    savepoint.run()
    try {
      const value = yield* runSteps(operation, () => {})
      release.run()
      return { value }
    } catch (error) {
      // A full disk or a broken file ends the whole transaction by itself; there is no savepoint to go back to then.
      if (!connection.inTransaction) throw error
      undo.run()
      release.run()
      return { error: refusalOf(error) }
    }
  }

  /**
   * Without savepoints, for which SQLite copies every page that is written: what is refused is nearly always refused
   * before it has written anything. Null where one was refused after that, and all are to be undone.
   */
  function* runPlainly(operations: readonly (() => Operation<unknown>)[]): Work<Outcome[] | null> {
    const outcomes: Outcome[] = []
    for (const operation of operations) {
      let hasWritten = false
      try {
        const value = yield* runSteps(operation, () => {
          hasWritten = true
        })
        outcomes.push({ value })
      } catch (error) {
        if (!connection.inTransaction) throw error
        if (hasWritten && operations.length > 1) return null
        if (hasWritten) undoing.run()
        outcomes.push({ error: refusalOf(error) })
      }
    }
    return outcomes
  }

  function* runAll(operations: readonly (() => Operation<unknown>)[]): Work<Outcome[]> {
    const outcomes = yield* runPlainly(operations)
    if (outcomes) return outcomes
    undoing.run()
    beginning.run()
    const again: Outcome[] = []
    for (const operation of operations) again.push(yield* runInSavepoint(operation))
    return again
  }

  return {
    begin() {
      beginning.run()
      if (breathes) breathAt = performance.now() + FIRST_BREATH
    },
    async run(operations) {
      rowsWritten = 0
      const work = runAll(operations)
      let next = work.next()
      // Short work comes to its commit without this: then a promise kept in between does not run inside the transaction.
      while (!next.done) {
        await new Promise((resolve) => setImmediate(resolve))
        next = work.next()
      }
      // One alone that was refused has been undone already.
      if (connection.inTransaction) committing.run()
      return { outcomes: next.value, rowsWritten }
    },
    rollback() {
      if (connection.inTransaction) undoing.run()
    },
  }
}
