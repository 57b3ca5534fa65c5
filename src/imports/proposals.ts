// A claim that is here already and in the file as well: what the machine proposes yields to the file, what people decided stays.

import { ENGINE_ID } from '../annotators/people.ts'
import type { ClaimRow } from '../claims/present.ts'
import type { ClaimChange } from '../claims/schema.ts'
import { fold } from '../speakers/names.ts'
import type { Operation } from '../storage/database.ts'
import type { Act } from '../storage/ledger.ts'
import type { Status } from './format.ts'
import type { Mark, MarkServices } from './marks.ts'
import { strongest } from './placements.ts'
import type { ImportStatements } from './statements.ts'

type Speaker = Mark['speakers'][number]

interface Marking {
  place(mark: Mark, claimId: string): Operation<Status>
  /** Their id in the registry, into which they are taken where they are not known. */
  speakerOf(speaker: Speaker): Operation<string>
}

export function proposals(
  services: MarkServices,
  s: ImportStatements,
  act: Act,
  { place, speakerOf }: Marking,
) {
  function* revise(mark: Mark, id: string): Operation<Status> {
    const known = yield* services.claims.required(id)
    const change = mark.placesOnly ? {} : yield* differences(mark, known)
    const differs = Object.keys(change).length > 0
    const yields = differs && mark.status !== 'proposed' && (yield* isUntouched(known))
    if (yields) yield* take(known, change, mark.speakers)
    const is = yields ? 'replaced' : differs ? 'kept' : 'unchanged'
    const isRejected = ((yields && change.status) || known.status) === 'rejected'
    return strongest([is, isRejected ? yield* stands(mark, known) : yield* place(mark, id)])
  }

  /** Without a word on it, who marks a claim says that it is one. */
  function* differences(
    { status = 'confirmed', type, polarity, speakers }: Mark,
    known: ClaimRow,
  ): Operation<ClaimChange> {
    const sameSpeakers = speakers.length === 0 || (yield* areThose(speakers, known.speakers))
    return {
      ...(status === known.status ? {} : { status }),
      ...(type === undefined || type === known.type ? {} : { type }),
      ...(polarity === undefined || polarity === known.polarity ? {} : { polarity }),
      ...(sameSpeakers ? {} : { speakers: speakers.map(({ name }) => name) }),
    }
  }

  function* areThose(given: readonly Speaker[], known: ClaimRow['speakers']): Operation<boolean> {
    const ids = new Set(known.map((one) => one.id))
    for (const { id, name } of given) {
      const named = yield* s.speakersNamed({ folded: fold(name) })
      const isKnown = (id !== undefined && ids.has(id)) || named.some((one) => ids.has(one.id))
      if (!isKnown) return false
    }
    return given.length === known.length
  }

  /** The machine found it, and nobody has said anything of it. */
  function* isUntouched({ id, createdBy, status, revision }: ClaimRow): Operation<boolean> {
    if (createdBy !== ENGINE_ID || status !== 'proposed' || revision > 1) return false
    return (yield* s.saidByOthers({ claimId: id, engine: ENGINE_ID })).length === 0
  }

  function* take(known: ClaimRow, change: ClaimChange, speakers: readonly Speaker[]): Operation<void> {
    const ids: string[] = []
    if (change.speakers) for (const speaker of speakers) ids.push(yield* speakerOf(speaker))
    const named = change.speakers ? { speakers: ids } : {}
    const changed = yield* services.claims.corrected(known, { ...change, ...named }, 'codepoint', act)
    yield* services.placing.one(changed, act)
  }

  /** A rejected claim takes no tags; those that are on it already may be in the file. */
  function* stands({ places, by }: Mark, { id, positions }: ClaimRow): Operation<Status> {
    for (const { question, position } of places) {
      const isSettled = positions.some((one) => one.question === question && one.position === position)
      const said = yield* s.tagsSaid({ claimId: id, question, annotatorId: by.id })
      if (!isSettled && !said.some((tag) => tag.current === 1 && tag.position === position)) return 'kept'
    }
    return 'unchanged'
  }

  return { revise }
}
