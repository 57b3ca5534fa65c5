// The counts themselves: claims of a group by position and basis, and of a group as a whole.

import { and, eq, sql } from 'drizzle-orm'
import type { Database, Operation, Slot } from '../storage/database.ts'
import { forEachNumber, inParts, severally } from '../storage/several.ts'
import type { Group } from './groups.ts'
import type { Settled } from './settle.ts'

type Side = Pick<Settled, 'position' | 'basis'>

export function counts(db: Database) {
  const s = countStatements(db)

  function* addToPositions(
    question: string,
    groups: readonly Group[],
    sides: readonly (Side & { n: 1 | -1 })[],
  ) {
    const rows = groups.flatMap(({ groupBy, groupKey }) =>
      sides.map(({ position, basis, n }) => ({ groupBy, groupKey, position, basis, n })),
    )
    for (const part of inParts(rows)) yield* s.addToPositions(part.length)({ question, ...severally(part) })
  }

  return {
    /** One claim more in the groups, or one less. */
    *add(question: string, groups: readonly Group[], side: Side, n: 1 | -1): Operation<void> {
      yield* addToPositions(question, groups, [{ ...side, n }])
      for (const part of inParts(groups))
        yield* s.addToGroups(part.length)({ question, n, ...severally(part) })
      if (n < 0) for (const group of groups) yield* s.dropEmptyGroup({ question, ...group })
    },

    /** The common case, a claim that stays in its groups and changes sides: only what differs is written. */
    *move(question: string, groups: readonly Group[], from: Side, to: Side): Operation<void> {
      if (from.position === to.position && from.basis === to.basis) return
      yield* addToPositions(question, groups, [
        { ...from, n: -1 },
        { ...to, n: 1 },
      ])
    },
  }
}

function countStatements(db: Database) {
  const { standings, standingGroups } = db.tables
  const groupOf = (slot: Slot, i: number) => ({
    question: slot('question'),
    groupBy: slot(`groupBy${i}`),
    groupKey: slot(`groupKey${i}`),
  })
  return {
    addToPositions: forEachNumber((rows) =>
      db.command((q, slot) =>
        q
          .insert(standings)
          .values(
            Array.from({ length: rows }, (_, i) => ({
              ...groupOf(slot, i),
              position: slot(`position${i}`),
              basis: slot(`basis${i}`),
              claims: slot(`n${i}`),
            })),
          )
          .onConflictDoUpdate({
            target: [
              standings.question,
              standings.groupBy,
              standings.groupKey,
              standings.position,
              standings.basis,
            ],
            set: { claims: sql`${standings.claims} + excluded.claims` },
          }),
      ),
    ),
    addToGroups: forEachNumber((rows) =>
      db.command((q, slot) =>
        q
          .insert(standingGroups)
          .values(Array.from({ length: rows }, (_, i) => ({ ...groupOf(slot, i), claims: slot('n') })))
          .onConflictDoUpdate({
            target: [standingGroups.question, standingGroups.groupBy, standingGroups.groupKey],
            set: { claims: sql`${standingGroups.claims} + excluded.claims` },
          }),
      ),
    ),
    dropEmptyGroup: db.command((q, slot) =>
      q
        .delete(standingGroups)
        .where(
          and(
            eq(standingGroups.question, slot('question')),
            eq(standingGroups.groupBy, slot('groupBy')),
            eq(standingGroups.groupKey, slot('groupKey')),
            sql`${standingGroups.claims} <= 0`,
          ),
        ),
    ),
  }
}
