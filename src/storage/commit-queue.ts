// Group commit: the operations of concurrent requests share one transaction and so one wait for the disk.

import { Unavailable } from '../errors.ts'
import type { Operation } from './database.ts'

interface Waiting {
  readonly operation: () => Operation<unknown>
  readonly resolve: (value: never) => void
  readonly reject: (error: unknown) => void
}

/** What became of one operation inside a shared transaction. */
export type Outcome = { readonly value: unknown } | { readonly error: unknown }

/**
 * Runs the operations in one transaction, in which one that is refused leaves nothing behind, and commits. Gives each
 * one's outcome.
 * Throws when the transaction as a whole came to nothing: then no operation of it took place.
 */
export type RunTogether = (
  operations: readonly (() => Operation<unknown>)[],
) => Outcome[] | Promise<Outcome[]>

/** One transaction that took place, as those who watch over the service see it. */
export interface Commit {
  /** How many operations shared it. */
  readonly operations: number
  /** From its beginning until it was on the disk. */
  readonly seconds: number
}

/** More would make the first wait too long for the last. */
const MOST_TOGETHER = 256

export function commitQueue(runTogether: RunTogether) {
  let waiting: Waiting[] = []
  let running: Promise<void> | null = null
  let trouble: Unavailable | null = null
  const listeners = new Set<(commit: Commit) => void>()

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      // One turn of the event loop, so that the requests which arrived together are committed together.
      await new Promise((resolve) => setImmediate(resolve))
      const group = waiting.slice(0, MOST_TOGETHER)
      waiting = waiting.slice(MOST_TOGETHER)
      await settle(group)
    }
    // In the same turn as the look at `waiting`: whoever comes later starts anew.
    running = null
  }

  async function settle(group: Waiting[]): Promise<void> {
    const started = performance.now()
    try {
      const outcomes = await runTogether(group.map((one) => one.operation))
      group.forEach((one, i) => {
        const outcome = outcomes[i]
        if (outcome && 'value' in outcome) one.resolve(outcome.value as never)
        else one.reject(outcome?.error)
      })
      trouble = troubleAmong(outcomes)
      const commit = { operations: group.length, seconds: (performance.now() - started) / 1000 }
      for (const listener of listeners) listener(commit)
    } catch (error) {
      if (error instanceof Unavailable) trouble = error
      for (const one of group) one.reject(error)
    }
  }

  return {
    submit<T>(operation: () => Operation<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        waiting.push({ operation, resolve, reject })
        running ??= drain()
      })
    },
    /** Called after each commit; the function it gives ends that. */
    onCommit(listener: (commit: Commit) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Why the last operation did not come about, when that was the database's doing. */
    trouble: () => trouble,
    /** Operations that nobody has begun yet. */
    depth: () => waiting.length,
    /** Resolves when everything submitted so far has been committed or refused. */
    async idle(): Promise<void> {
      while (running) await running
    },
  }
}

function troubleAmong(outcomes: readonly Outcome[]): Unavailable | null {
  for (const outcome of outcomes)
    if ('error' in outcome && outcome.error instanceof Unavailable) return outcome.error
  return null
}
