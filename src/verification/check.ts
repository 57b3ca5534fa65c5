// What a check is: something that always holds, and what is found where it does not.

import type { Database } from '../storage/database.ts'

/** One place where what is stored is not what it must be. */
export interface Difference {
  readonly at: string
  readonly found: string
  readonly expected: string
}

export interface Found {
  readonly count: number
  /** The first few of them. */
  readonly examples: readonly Difference[]
}

export interface Check {
  readonly name: string
  /** A sentence that is true when nothing is found. */
  readonly holds: string
  /** Whether counting anew from what is ground puts it right. */
  readonly derived: boolean
  /** Reads one moment of the database, in bounded memory. */
  readonly find: (db: Database) => Promise<Found>
}

/** More would hide what is wrong, not show it. */
export const MOST_EXAMPLES = 10

export interface Findings {
  note(at: string, found: unknown, expected: unknown): void
  found(): Found
}

/** Counts what a check comes upon, and keeps the first few. */
export function findings(): Findings {
  const examples: Difference[] = []
  let count = 0
  return {
    note(at, found, expected) {
      count++
      if (examples.length < MOST_EXAMPLES)
        examples.push({ at, found: inShort(found), expected: inShort(expected) })
    },
    found: () => ({ count, examples }),
  }
}

/** Longer values are cut: an article has up to five million characters. */
const SHORT = 120

function inShort(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
  return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text
}
