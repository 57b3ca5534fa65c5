// Replays what was done to speakers: as curators entered them, and as articles brought and enriched them.

import { absorbing } from '../../speakers/absorb.ts'
import { fold } from '../../speakers/names.ts'
import type { Speaker } from '../../speakers/schema.ts'
import { speakerStatements } from '../../speakers/statements.ts'
import type { Standings } from '../../standings/store.ts'
import type { Database, Operation } from '../../storage/database.ts'
import { type Replay, unknown } from './entry.ts'

/** Brought by an article, a speaker has a name and a kind; from elsewhere perhaps where they went. */
type Created = Pick<Speaker, 'id' | 'name' | 'kind'> &
  Partial<Speaker> & { readonly mergedInto?: string | null }

interface Enriched {
  readonly aliases?: readonly string[]
  readonly affiliations: readonly { readonly organizationId: string; readonly role: string | null }[]
}

export function replaySpeakers(db: Database, standings: Standings): Replay {
  const s = speakerStatements(db)
  const absorb = absorbing(s, standings)

  function* name(id: string, names: readonly string[]): Operation<void> {
    for (const alias of names) yield* s.addAlias({ id, alias, folded: fold(alias) })
  }

  function* affiliate(id: string, affiliations: Enriched['affiliations']): Operation<void> {
    for (const affiliation of affiliations) yield* s.addAffiliation({ id, ...affiliation })
  }

  const bodiesOf = ({ affiliations = [] }: Created) =>
    affiliations.map(({ speakerId, role }) => ({ organizationId: speakerId, role }))

  function* create(speaker: Created, at: number): Operation<void> {
    const { id, aliases = [] } = speaker
    yield* s.insert({ id, name: speaker.name, kind: speaker.kind, createdAt: at, updatedAt: at, revision: 1 })
    yield* name(id, [speaker.name, ...aliases])
    yield* affiliate(id, bodiesOf(speaker))
  }

  function* update(speaker: Speaker, at: number): Operation<void> {
    const { id, aliases, kind } = speaker
    yield* s.update({ id, name: speaker.name, kind, updatedAt: at, revision: 1 })
    yield* s.dropAliases({ id })
    yield* name(id, [speaker.name, ...aliases])
    yield* s.dropAffiliations({ id })
    yield* affiliate(id, bodiesOf(speaker))
  }

  function* enrich(id: string, { aliases = [], affiliations }: Enriched): Operation<void> {
    yield* name(id, aliases)
    yield* affiliate(id, affiliations)
  }

  /** From elsewhere come the speakers first, with all their names, and then whom they speak for. */
  function* putIn(id: string, speaker: Created | Enriched, at: number): Operation<void> {
    if (!('name' in speaker)) return yield* recounting(id, enrich(id, speaker))
    const { kind, mergedInto = null, aliases = [] } = speaker
    yield* s.insert({ id, name: speaker.name, kind, createdAt: at, updatedAt: at, revision: 1 })
    yield* name(id, [...aliases].reverse())
    if (mergedInto !== null) yield* s.markMerged({ from: id, into: mergedInto, at })
  }

  /** What moves the speaker’s claims between groups. */
  function* recounting(id: string, change: Operation<void>): Operation<void> {
    const claims = yield* s.claimIds({ id })
    for (const claim of claims) yield* standings.uncount(claim.id)
    yield* change
    for (const claim of claims) yield* standings.count(claim.id)
  }

  return function* replay(entry) {
    const { entityId: id, action, after, at } = entry
    if (action === 'create') yield* create(after as Created, at)
    else if (action === 'update') yield* recounting(id, update(after as Speaker, at))
    else if (action === 'enrich') yield* recounting(id, enrich(id, after as Enriched))
    else if (action === 'import') yield* putIn(id, after as Created | Enriched, at)
    else if (action === 'merge') yield* absorb(id, (after as { into: string }).into, at)
    else throw unknown(entry)
  }
}
