// Which claims most need an annotator's tag, and their leases. Ranges are read a window at a time until enough is found:
// passed over are only claims that are rejected, leased to others, or tagged by this annotator already.

import { setImmediate } from 'node:timers/promises'
import type { Caller } from '../http/auth.ts'
import type { Work } from '../leases/places.ts'
import type { Lease, LeaseStore } from '../leases/store.ts'
import type { Runtime } from '../runtime.ts'
import type { Database } from '../storage/database.ts'
import { type Group, groupsOf, type Range, type Reason } from './ranges.ts'
import { spread } from './spread.ts'
import { queueStatements, type Seen } from './statements.ts'

/** Looked at for each claim asked for, so that there are articles to choose from; and so many at least. */
const CHOICE = 4
const LEAST_CHOICE = 100
/** A window of so many claims takes some milliseconds on SQLite. */
const WIDEST = 2000
/** A program waits for nobody. */
const ANY_NUMBER = 1_000_000_000
/** How often to look anew when what was found has been given to others meanwhile. */
const TRIES = 10

export interface Wanted {
  readonly claimId: string
  readonly articleId: string
  readonly reason: Reason
  /** Null for programs, of which a claim can have any number. */
  readonly lease: Lease | null
}

type Found = Seen & { readonly reason: Reason }
type ForWhom = Pick<Caller, 'id' | 'kind'>

export type QueueStore = ReturnType<typeof queueStore>

export function queueStore(db: Database, leases: LeaseStore, runtime: Runtime) {
  const s = queueStatements(db)

  /** The first `most` of a range that the annotator could tag. */
  async function read(range: Range, values: Record<string, unknown>, most: number): Promise<Seen[]> {
    const found: Seen[] = []
    let after: Partial<Seen> = {}
    for (let wide = most; ; wide = Math.min(2 * wide, WIDEST), await setImmediate()) {
      const rows = await s[range.kind].read({
        ...values,
        ...range,
        places: values.places ?? range.places,
        afterConfidence: after.confidence ?? range.from,
        afterClaim: after.claimId ?? '',
        afterVersion: after.version ?? 0,
        afterPeople: after.people ?? 0,
        window: wide,
      })
      found.push(...rows.filter((row) => row.wanted === 1))
      const last = rows.at(-1)
      if (!last || rows.length < wide || found.length >= most) return found.slice(0, most)
      after = last
    }
  }

  async function readGroup({ ranges, reason }: Group, values: Record<string, unknown>, most: number) {
    const found: Found[] = []
    for (const range of ranges)
      for (const row of await read(range, values, most)) found.push({ ...row, reason })
    // Several ranges are each in order; between them the most even split goes first.
    return ranges.length > 1 ? found.sort((a, b) => a.confidence - b.confidence) : found
  }

  /** More than are asked for, since others may be given the same ones at the same moment. */
  async function candidates(question: string, work: Work, who: ForWhom, limit: number, now: number) {
    const places = who.kind === 'software' ? { places: ANY_NUMBER } : {}
    const values = { question, annotator: who.id, version: work.version, now, ...places }
    const found: Found[] = []
    const most = Math.max(LEAST_CHOICE, CHOICE * limit)
    for (const group of groupsOf(work)) {
      if (found.length >= most) break
      found.push(...spread(await readGroup(group, values, most), most))
    }
    return found
  }

  return {
    /**
     * Most informative first; none that the annotator has tagged under the version of now, that is ruled on, settled or
     * rejected, or whose last place somebody else holds. To people they are leased.
     */
    async list(question: string, work: Work, who: ForWhom, limit: number): Promise<Wanted[]> {
      const now = runtime.now()
      for (let tries = 1; ; tries++) {
        const found = await candidates(question, work, who, limit, now)
        if (who.kind === 'software') return found.slice(0, limit).map((one) => ({ ...one, lease: null }))
        const claimIds = found.map((one) => one.claimId)
        const turn = { question, annotatorId: who.id }
        const newId = () => runtime.newId('lea')
        const granted = await db.batch(() => leases.grant(claimIds, limit, turn, newId, now))
        if (granted.size === Math.min(limit, found.length) || tries === TRIES)
          return found.flatMap((one) => {
            const lease = granted.get(one.claimId)
            return lease ? [{ ...one, lease }] : []
          })
      }
    },
  }
}
