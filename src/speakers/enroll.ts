// Entering an article's speakers into the registry: recognised, or new, with what the article adds to them.

import type { ExtractedSpeaker } from '../engine/types.ts'
import type { Operation } from '../storage/database.ts'
import type { Act, Ledger } from '../storage/ledger.ts'
import { fold, isProper } from './names.ts'
import { type Candidate, isRecognisable, type Newcomer, recognisableBy, recognise } from './registry.ts'
import type { speakerStatements } from './statements.ts'

type Statements = ReturnType<typeof speakerStatements>
type Recounting = (id: string, change: () => Operation<void>) => Operation<void>

export function enrolling(s: Statements, ledger: Ledger, recounting: Recounting, newId: () => string) {
  function* candidatesFor(newcomer: Newcomer): Operation<Candidate[]> {
    const found = new Map<string, Candidate>()
    for (const folded of recognisableBy(newcomer)) {
      for (const { id, name, kind } of yield* s.named({ folded })) {
        if (found.has(id)) continue
        const aliases = yield* s.aliases({ id })
        const affiliations = yield* s.affiliations({ id })
        found.set(id, {
          id,
          name,
          kind,
          folded: aliases.map((one) => one.folded),
          affiliationIds: affiliations.map((one) => one.speakerId),
        })
      }
    }
    return [...found.values()]
  }

  function* create(newcomer: Newcomer, act: Act): Operation<string> {
    const id = newId()
    const { name, kind } = newcomer
    yield* s.insert({ id, name, kind, createdAt: act.at, updatedAt: act.at, revision: 1 })
    yield* s.addAlias({ id, alias: name, folded: fold(name) })
    yield* ledger.append(act, { entity: 'speaker', id, action: 'create', after: { id, name, kind } })
    return id
  }

  /** Names and affiliations the registry did not know yet. Descriptions ("the supplier") are no names. */
  function* enrich(
    id: string,
    newcomer: Newcomer,
    roles: readonly (string | null)[],
    act: Act,
  ): Operation<void> {
    const added: string[] = []
    for (const alias of newcomer.aliases.filter(isProper))
      if ((yield* s.addAlias({ id, alias, folded: fold(alias) })) > 0) added.push(alias)
    const known = new Set((yield* s.affiliations({ id })).map((one) => one.speakerId))
    const fresh = newcomer.affiliationIds.flatMap((organizationId, i) =>
      known.has(organizationId) || organizationId === id ? [] : [{ organizationId, role: roles[i] ?? null }],
    )
    if (fresh.length > 0)
      yield* recounting(id, function* () {
        for (const affiliation of fresh) yield* s.addAffiliation({ id, ...affiliation })
      })
    if (added.length + fresh.length > 0)
      yield* ledger.append(act, {
        entity: 'speaker',
        id,
        action: 'enrich',
        after: { aliases: added, affiliations: fresh },
      })
  }

  /** Registry ids, in the order of the article's speakers. Bodies come first, since people are known by theirs. */
  return function* enroll(extracted: readonly ExtractedSpeaker[], act: Act): Operation<string[]> {
    const ids: string[] = []
    const order = [...extracted.keys()].sort(
      (a, b) => dependence(extracted[a]) - dependence(extracted[b]) || a - b,
    )
    for (const i of order) {
      const speaker = extracted[i]
      if (!speaker) continue
      const affiliated = speaker.affiliations.filter((one) => ids[one.speaker] !== undefined)
      const newcomer: Newcomer = {
        name: speaker.name,
        kind: speaker.kind,
        aliases: speaker.aliases,
        affiliationIds: affiliated.map((one) => ids[one.speaker] as string),
      }
      const known = isRecognisable(newcomer) ? recognise(newcomer, yield* candidatesFor(newcomer)) : null
      const id = known?.id ?? (yield* create(newcomer, act))
      ids[i] = id
      yield* enrich(
        id,
        newcomer,
        affiliated.map((one) => one.role),
        act,
      )
    }
    return ids
  }
}

const dependence = (speaker: ExtractedSpeaker | undefined) =>
  speaker && speaker.affiliations.length > 0 ? 1 : 0
