// The claims that speak to a question in each group, with their dates; and of those the strongest few on each position.
// A tag that leaves a claim where it is, or moves it among the many that are not shown, changes nothing here.

import type { Database, Operation } from '../storage/database.ts'
import { inParts, severally } from '../storage/several.ts'
import { evidenceStatements, type Ranked, strongestStatements } from './evidence-statements.ts'
import type { Group } from './groups.ts'
import { type Settled, strengthOf } from './settle.ts'

/** Claims off the question are counted but are no evidence of anything. */
export const OFF_QUESTION = 'off-question'

/** Claims shown for each group and side. */
export const SHOWN = 3
/** So many are kept where they are sought anew, … */
export const KEPT = 8
/** … and up to so many before the weakest are let go: seeking reads a whole group, so it should be seldom. */
const MOST = 16

/** A claim on a question, and the groups it counts in. */
export interface Counted {
  readonly claimId: string
  readonly question: string
  readonly groups: readonly Group[]
  readonly at: number
}

type Place = Pick<Settled, 'position' | 'basis' | 'confidence'>

export function evidence(db: Database) {
  const s = evidenceStatements(db)
  const strongest = strongestEvidence(db)
  return {
    /** After the claim's position was written: it came (from null), went (to null), or moved. */
    *move(counted: Counted, from: Place | null, to: Place | null): Operation<void> {
      const { claimId, question, groups, at } = counted
      const [before, after] = [speaking(from), speaking(to)]
      if (before && !after) yield* s.leave({ claimId, question })
      if (!before && after)
        for (const part of inParts(groups))
          yield* s.enter(part.length)({ claimId, question, at, ...severally(part) })
      yield* strongest.move(counted, before, after)
    },
  }
}

/** Null where the claim says nothing to the question. */
const speaking = (place: Place | null) => (place && place.position !== OFF_QUESTION ? place : null)

function strongestEvidence(db: Database) {
  const s = strongestStatements(db)

  /** What a claim must come up to, in the groups and positions of which not all are kept. */
  function* floorsOf(
    { question, groups }: Counted,
    positions: readonly string[],
  ): Operation<(among: Among) => Ranked | undefined> {
    const floors = new Map<string, Ranked>()
    const among = groups.flatMap((group) => positions.map((position) => ({ ...group, position })))
    for (const part of inParts(among))
      for (const { strength, claimId, ...place } of yield* s.floors(part.length)({
        question,
        ...severally(part),
      }))
        floors.set(nameOf(place), { strength, claimId })
    return (place) => floors.get(nameOf(place))
  }

  /** Keeps it, and lets go of the weakest where there are too many. */
  function* keep(question: string, among: Among, claim: Ranked): Operation<void> {
    yield* s.keep({ question, ...among, ...claim })
    const kept = yield* s.kept({ question, ...among })
    const last = kept[KEPT - 1]
    if (kept.length <= MOST || !last) return
    yield* s.setFloor({ question, ...among, ...last })
    yield* s.dropWeaker({ question, ...among, ...last })
  }

  /** Where too few are left of many, the strongest are sought again. */
  function* refill(question: string, among: Among): Operation<void> {
    const kept = yield* s.kept({ question, ...among })
    if (kept.length >= SHOWN) return
    const found = yield* s.seek({ question, ...among, limit: KEPT })
    for (const one of found) yield* s.keep({ question, ...among, ...one })
    const last = found[KEPT - 1]
    if (last) yield* s.setFloor({ question, ...among, ...last })
    else yield* s.dropFloor({ question, ...among })
  }

  return {
    *move(counted: Counted, from: Place | null, to: Place | null): Operation<void> {
      const { claimId, question, groups } = counted
      const places = [from, to].flatMap((place) => place ?? [])
      if (places.length === 0) return
      const floorOf = yield* floorsOf(counted, [...new Set(places.map((place) => place.position))])
      const where = ({ position, ...place }: Place) => {
        const claim = { claimId, strength: strengthOf(place) }
        const all = groups.map((group) => ({ ...group, position }))
        return { claim, among: all.filter((one) => !isWeaker(claim, floorOf(one))) }
      }
      const before = from && where(from)
      const after = to && where(to)
      for (const one of before?.among ?? []) yield* s.drop({ question, ...one, ...before?.claim })
      if (after) for (const one of after.among) yield* keep(question, one, after.claim)
      for (const one of before?.among ?? []) if (floorOf(one)) yield* refill(question, one)
    },
  }
}

/** A group's claims on one position. */
type Among = Group & { readonly position: string }

const nameOf = ({ groupBy, groupKey, position }: Among) => `${groupBy} ${position} ${groupKey}`

const isWeaker = (one: Ranked, than: Ranked | undefined) =>
  than !== undefined &&
  (one.strength < than.strength || (one.strength === than.strength && one.claimId < than.claimId))
