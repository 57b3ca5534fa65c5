// Keeps the counts of who stands where in step with every write, inside the write's own transaction.

import type { Database, Operation } from '../storage/database.ts'
import { type Group, groupsOf } from './groups.ts'
import { type Settled, settle, strengthOf, type Vote } from './settle.ts'
import { reading, writing } from './statements.ts'

/** Claims off the question are counted but are no evidence of anything. */
const OFF_QUESTION = 'off-question'

export interface Standings {
  /** After a tag or ruling: settles the claim's position on the question anew and moves its counts. */
  settle(claimId: string, question: string): Operation<void>
  /** Before a claim, its speakers, its publisher or its date change, or it goes: takes its counts away. */
  uncount(claimId: string): Operation<void>
  /** Afterwards: counts it again as it is now, unless it is rejected. */
  count(claimId: string): Operation<void>
}

export function standingsStore(db: Database): Standings {
  const read = reading(db)
  const write = writing(db)

  function* countedIn(claimId: string): Operation<{ groups: Group[]; at: number } | null> {
    const [claim] = yield* read.claim({ claimId })
    if (!claim || claim.status === 'rejected') return null
    const groups = groupsOf(claim, yield* read.speakers({ claimId }))
    return { groups, at: claim.publishedAt ?? claim.createdAt }
  }

  function* add(claimId: string, question: string, settled: Settled, groups: Group[], at: number, n: 1 | -1) {
    const { position, basis } = settled
    for (const group of groups) {
      yield* write.addToStanding({ question, ...group, position, basis, n })
      yield* write.addToGroup({ question, ...group, n })
      if (n < 0) yield* write.dropEmptyGroup({ question, ...group })
      else if (position !== OFF_QUESTION)
        yield* write.evidence({ question, ...group, position, strength: strengthOf(settled), at, claimId })
    }
  }

  /** The common case, a claim that stays in its groups and changes sides: only what differs is written. */
  function* move(claimId: string, question: string, from: Settled, to: Settled, groups: Group[], at: number) {
    for (const group of groups) {
      yield* write.addToStanding({ question, ...group, position: from.position, basis: from.basis, n: -1 })
      yield* write.addToStanding({ question, ...group, position: to.position, basis: to.basis, n: 1 })
    }
    if (to.position === OFF_QUESTION) {
      yield* write.dropEvidenceOn({ claimId, question })
    } else if (from.position === OFF_QUESTION) {
      for (const group of groups)
        yield* write.evidence({
          question,
          ...group,
          position: to.position,
          strength: strengthOf(to),
          at,
          claimId,
        })
    } else {
      yield* write.moveEvidence({ claimId, question, position: to.position, strength: strengthOf(to) })
    }
  }

  return {
    *settle(claimId, question) {
      const [row] = yield* read.position({ claimId, question })
      const [ruling] = yield* read.ruling({ claimId, question })
      const votes = (yield* read.votes({ claimId, question })).sort((a, b) =>
        a.id < b.id ? -1 : 1,
      ) as Vote[]
      const to = settle(ruling ?? null, votes)
      const from = row ? (row as Settled) : null
      if (same(from, to) && sameBesides(from, to)) return
      if (to) yield* write.position({ claimId, question, ...to })
      else yield* write.dropPosition({ claimId, question })
      if (same(from, to)) return
      const counted = yield* countedIn(claimId)
      if (!counted) return
      if (from && to) yield* move(claimId, question, from, to, counted.groups, counted.at)
      else if (to) yield* add(claimId, question, to, counted.groups, counted.at, 1)
      else if (from) {
        yield* add(claimId, question, from, counted.groups, counted.at, -1)
        yield* write.dropEvidenceOn({ claimId, question })
      }
    },

    *uncount(claimId) {
      const counted = yield* countedIn(claimId)
      if (!counted) return
      for (const { question, ...settled } of yield* read.positions({ claimId })) {
        yield* add(claimId, question, settled as Settled, counted.groups, counted.at, -1)
      }
      yield* write.dropEvidence({ claimId })
    },

    *count(claimId) {
      const counted = yield* countedIn(claimId)
      if (!counted) return
      for (const { question, ...settled } of yield* read.positions({ claimId }))
        yield* add(claimId, question, settled as Settled, counted.groups, counted.at, 1)
    },
  }
}

/** Whether they are counted alike. */
function same(a: Settled | null, b: Settled | null): boolean {
  return a?.position === b?.position && a?.basis === b?.basis && a?.confidence === b?.confidence
}

/** Whether they are alike in what is shown and asked for, and not counted. */
function sameBesides(a: Settled | null, b: Settled | null): boolean {
  return (
    a?.version === b?.version &&
    a?.people === b?.people &&
    a?.wordsAlone?.position === b?.wordsAlone?.position &&
    a?.wordsAlone?.confidence === b?.wordsAlone?.confidence
  )
}
