// An entry of the ledger as replaying reads it, and what stands in for what a replay does not need.

import type { Standings } from '../../standings/store.ts'
import type { Database, Operation } from '../../storage/database.ts'
import type { Act, Ledger } from '../../storage/ledger.ts'

export type Entry = Omit<Database['tables']['changes']['$inferSelect'], 'before' | 'after'> & {
  /** The state before and after, in the form that the room which wrote it gave it. */
  readonly before: unknown
  readonly after: unknown
}

/** Does again to a database what one entry says was done. */
export type Replay = (entry: Entry) => Operation<void>

export const actOf = ({ annotatorId, at }: Entry): Act => ({ by: annotatorId, at })

/** A past that leaves out what it does not understand would be another one. */
export const unknown = ({ seq, entity, action }: Entry): Error =>
  new Error(`Change ${seq} of the ledger, ${entity}.${action}, cannot be replayed.`)

/** What is replayed is in the ledger already. */
export const silent: Ledger = {
  *append() {},
  last: async () => 0,
  hasWritten: async () => false,
}

/** For a replay from the beginning: positions are settled and counted once, at its end. */
export const idle: Standings = { votes: nobody, *settle() {}, *uncount() {}, *count() {} }

// biome-ignore lint/correctness/useYield: it is an operation that asks nothing.
function* nobody(): Operation<never[]> {
  return []
}
