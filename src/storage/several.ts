// Statements over several rows at once: one for each number of rows, and values named by their place among them.

import type { Values } from './database.ts'

/** More are handed over in parts, so that there are few statements, and none beyond what a database takes. */
const MOST_ROWS = 16

/** Remembers what was built for each number of rows. */
export function forEachNumber<T>(build: (rows: number) => T): (rows: number) => T {
  const built: T[] = []
  return (rows) => {
    const known = built[rows] ?? build(rows)
    built[rows] = known
    return known
  }
}

/** `{ position, n }` as the third of several is `{ position2, n2 }`. */
export function severally(rows: readonly object[]): Values {
  const values: Values = {}
  rows.forEach((row, i) => {
    for (const [name, value] of Object.entries(row)) values[name + i] = value
  })
  return values
}

/** The list in parts that a statement takes. */
export function inParts<T>(rows: readonly T[]): (readonly T[])[] {
  if (rows.length <= MOST_ROWS) return rows.length === 0 ? [] : [rows]
  const parts = []
  for (let at = 0; at < rows.length; at += MOST_ROWS) parts.push(rows.slice(at, at + MOST_ROWS))
  return parts
}
