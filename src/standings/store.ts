// Keeps the counts of who stands where in step with every write, inside the write's own transaction.

import type { Database, Operation } from '../storage/database.ts'
import { counts } from './counts.ts'
import { type Counted, evidence } from './evidence.ts'
import { groupsOf } from './groups.ts'
import { type Settled, settle, type Vote } from './settle.ts'
import { reading, writing } from './statements.ts'

/** A tag that stands, and whose it is. */
export interface Standing extends Vote {
  readonly id: string
  readonly annotatorId: string
}

/** A claim by the ids that lead to it: where tables are in partitions, its article says in which. */
export interface ClaimKey {
  readonly claimId: string
  readonly articleId: string
}

export interface Standings {
  /** The tags that stand on a claim and question. */
  votes(claimId: string, question: string): Operation<Standing[]>
  /**
   * After a tag or ruling: settles the claim's position on the question anew and moves its counts. `votes` are the tags
   * that stand now, for whoever knows them already.
   */
  settle(claim: ClaimKey, question: string, votes?: readonly Standing[]): Operation<void>
  /** Before a claim, its speakers, its publisher or its date change, or it goes: takes its counts away. */
  uncount(claimId: string): Operation<void>
  /** Afterwards: counts it again as it is now, unless it is rejected. */
  count(claimId: string): Operation<void>
}

export function standingsStore(db: Database): Standings {
  const read = reading(db)
  const write = writing(db)
  const number = counts(db)
  const shown = evidence(db)

  function* countedIn(claimId: string): Operation<Omit<Counted, 'question'> | null> {
    const [claim] = yield* read.claim({ claimId })
    if (!claim || claim.status === 'rejected') return null
    const groups = groupsOf(claim, yield* read.speakers({ claimId }))
    return { claimId, groups, at: claim.publishedAt ?? claim.createdAt }
  }

  const votesOn = (claimId: string, question: string) =>
    read.votes({ claimId, question }) as Operation<Standing[]>

  return {
    votes: votesOn,

    *settle({ claimId, articleId }, question, known) {
      const [row] = yield* read.position({ claimId, question })
      const [ruling] = yield* read.ruling({ claimId, question })
      const votes = [...(known ?? (yield* votesOn(claimId, question)))].sort((a, b) => (a.id < b.id ? -1 : 1))
      const to = settle(ruling ?? null, votes)
      const from = row ? (row as Settled) : null
      if (same(from, to) && sameBesides(from, to)) return
      if (to && to.position === from?.position) yield* write.restate({ claimId, articleId, question, ...to })
      else if (to) yield* write.position({ claimId, articleId, question, ...to })
      else yield* write.dropPosition({ claimId, question })
      if (same(from, to)) return
      const counted = yield* countedIn(claimId)
      if (!counted) return
      const { groups } = counted
      if (from && to) yield* number.move(question, groups, from, to)
      else if (to) yield* number.add(question, groups, to, 1)
      else if (from) yield* number.add(question, groups, from, -1)
      yield* shown.move({ ...counted, question }, from, to)
    },

    *uncount(claimId) {
      const counted = yield* countedIn(claimId)
      if (!counted) return
      for (const { question, ...settled } of yield* read.positions({ claimId })) {
        yield* number.add(question, counted.groups, settled as Settled, -1)
        yield* shown.move({ ...counted, question }, settled as Settled, null)
      }
    },

    *count(claimId) {
      const counted = yield* countedIn(claimId)
      if (!counted) return
      for (const { question, ...settled } of yield* read.positions({ claimId })) {
        yield* number.add(question, counted.groups, settled as Settled, 1)
        yield* shown.move({ ...counted, question }, null, settled as Settled)
      }
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
