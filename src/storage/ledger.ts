// The append-only ledger: every write, who, when, what, in the same transaction as the write itself.

import { and, eq, gt, max, sql } from 'drizzle-orm'
import type { Database, Operation } from './database.ts'

/** Who writes, and when (milliseconds since 1970 UTC). */
export interface Act {
  readonly by: string
  readonly at: number
}

export type Entity = 'article' | 'claim' | 'speaker' | 'question' | 'tag' | 'ruling' | 'annotator' | 'key'

export interface Change {
  readonly entity: Entity
  readonly id: string
  readonly action: string
  /** The row as it was, or null for something new. */
  readonly before?: unknown
  /** The row as it is now, or null for something gone. */
  readonly after?: unknown
}

export interface Ledger {
  append(act: Act, change: Change): Operation<void>
  /** The number of the last change; 0 before the first. */
  last(): Promise<number>
  /** Whether the annotator has written anything after the change of that number. */
  hasWritten(annotator: string, after: number): Promise<boolean>
}

export function ledger(db: Database): Ledger {
  const { changes } = db.tables
  // Numbered by hand rather than by the database, whose own numbers leave gaps when an operation is undone;
  // there is one writer at a time on either database, so no two entries can take the same number.
  const next = sql`(select coalesce(max(${changes.seq}), 0) + 1 from ${changes})`
  const insert = db.command((q, slot) =>
    q.insert(changes).values({
      seq: next,
      at: slot('at'),
      annotatorId: slot('by'),
      entity: slot('entity'),
      entityId: slot('id'),
      action: slot('action'),
      before: slot('before'),
      after: slot('after'),
    }),
  )
  const newest = db.query((q) => q.select({ seq: max(changes.seq) }).from(changes))
  const byAnnotator = db.query((q, slot) =>
    q
      .select({ seq: changes.seq })
      .from(changes)
      .where(and(gt(changes.seq, slot('after')), eq(changes.annotatorId, slot('by'))))
      .limit(1),
  )
  return {
    async last() {
      const [row] = await newest.read()
      return Number(row?.seq ?? 0)
    },
    hasWritten: async (by, after) => (await byAnnotator.read({ by, after })).length > 0,
    *append(act, { entity, id, action, before = null, after = null }) {
      yield* insert({ ...act, entity, id, action, before, after })
    },
  }
}
