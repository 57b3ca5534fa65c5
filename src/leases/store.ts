// Claims handed out to be tagged: whose turn it is, until when, and whether a claim has a place left.

import { Conflict, Invalid } from '../errors.ts'
import { iso, isoOrNull } from '../http/formats.ts'
import type { Database, Operation } from '../storage/database.ts'
import { peopleOn, placesOf } from './places.ts'
import { leaseStatements } from './statements.ts'

/** Long enough to read a claim in its article and think; in milliseconds. */
export const LEASE = 10 * 60_000
/** With so many claims given to others since they were looked for, it is better to look again. */
const MOST_MISSED = 10
/** How long an ended lease is remembered, so that a late tag is told when it ended. */
const REMEMBERED = 24 * 60 * 60_000

export interface Lease {
  readonly id: string
  readonly expiresAt: string
}

/** A claim on a question, and who would tag it. */
export interface Turn {
  readonly claimId: string
  readonly question: string
  readonly annotatorId: string
}

/** Of a claim: those it wants, and those that others have. */
interface Room {
  readonly places: number
  readonly others: number
}

const isFull = ({ places, others }: Room) => others >= places

export type LeaseStore = ReturnType<typeof leaseStore>

export function leaseStore(db: Database) {
  const s = leaseStatements(db)

  /** How many the claim wants, and how many others have tagged it or are at it; null where it stands nowhere. */
  function* taken(turn: Turn, now: number): Operation<{ room: Room; articleId: string } | null> {
    const [standing] = yield* s.standing({ ...turn, now })
    if (!standing) return null
    const { questionVersion, mine, leased, articleId } = standing
    const work = { ...standing, version: questionVersion }
    const tagged = peopleOn(standing, work) - (Number(mine) === questionVersion ? 1 : 0)
    return { room: { places: placesOf(standing, work), others: tagged + Number(leased) }, articleId }
  }

  return {
    /**
     * Leases the first `most` of the claims that still have a place, and gives up all others that the annotator held:
     * what they were last given is what is kept for them. A lease that runs goes on under its id.
     */
    *grant(
      claimIds: readonly string[],
      most: number,
      { question, annotatorId }: Omit<Turn, 'claimId'>,
      newId: () => string,
      now: number,
    ): Operation<Map<string, Lease>> {
      yield* s.forget({ before: now - REMEMBERED })
      const held = new Map((yield* s.ofAnnotator({ question, annotatorId })).map((one) => [one.claimId, one]))
      const granted = new Map<string, Lease>()
      let missed = 0
      for (const claimId of claimIds) {
        if (granted.size === most || missed === MOST_MISSED) break
        const turn = { claimId, question, annotatorId }
        const before = held.get(claimId)
        const there = yield* taken(turn, now)
        if (!there || isFull(there.room)) {
          missed++
          continue
        }
        const id = before && before.expiresAt > now ? before.id : newId()
        yield* s.keep({ ...turn, articleId: there.articleId, id, expiresAt: now + LEASE })
        granted.set(claimId, { id, expiresAt: iso(now + LEASE) })
      }
      for (const { claimId, expiresAt } of held.values())
        if (expiresAt > now && !granted.has(claimId)) yield* s.release({ claimId, question, annotatorId })
      return granted
    },

    /** Once it is tagged. */
    *release(turn: Turn): Operation<void> {
      yield* s.release({ ...turn })
    },

    /**
     * For a tag that names the lease it is given under. One that has ended is in order while the claim has a place
     * left; throws Conflict when others have taken the last, Invalid when the lease is on something else.
     */
    *honour(id: string, turn: Turn, now: number): Operation<void> {
      const [lease] = yield* s.one({ id })
      const fits =
        !lease ||
        (lease.claimId === turn.claimId &&
          lease.question === turn.question &&
          lease.annotatorId === turn.annotatorId)
      if (!fits)
        throw new Invalid('This lease is on another claim or question, or somebody else’s.', {
          faults: [{ pointer: '/lease', code: 'wrong_lease', detail: 'It does not belong to this tag.' }],
        })
      if (lease && lease.expiresAt > now) return
      const there = yield* taken(turn, now)
      if (!there || !isFull(there.room)) return
      throw new Conflict(
        'The lease has ended, and the claim needs no further tag: others have tagged it, or are about to. Ask the queue for the next claim, or send the tag without the lease to give it all the same.',
        {
          state: { lease: { id, endedAt: isoOrNull(lease?.expiresAt ?? null) }, ...there.room },
          faults: [{ pointer: '/lease', code: 'lease_ended', detail: 'Others have taken the last place.' }],
        },
      )
    },

    /** How many claims each annotator holds. */
    async held(question: string, now: number): Promise<Map<string, number>> {
      return new Map((await s.held.read({ question, now })).map(({ annotatorId, n }) => [annotatorId, n]))
    },
  }
}
