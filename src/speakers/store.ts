// The one registry of speakers for all articles.

import type { ExtractedSpeaker } from '../engine/types.ts'
import { Conflict, NotFound } from '../errors.ts'
import { given, iso } from '../http/formats.ts'
import { cut, type Page } from '../http/page.ts'
import type { Standings } from '../standings/store.ts'
import { decodeCursor, encodeCursor } from '../storage/cursor.ts'
import type { Database, Operation, Query } from '../storage/database.ts'
import type { Act, Ledger } from '../storage/ledger.ts'
import { inParts, severally } from '../storage/several.ts'
import { absorbing } from './absorb.ts'
import { enrolling } from './enroll.ts'
import { speakerPage } from './listing.ts'
import { fold } from './names.ts'
import { ambiguous, unknown, unknownAffiliation, unknownTarget } from './refusals.ts'
import type { NewSpeaker, Speaker, SpeakerChange, SpeakerFilter } from './schema.ts'
import { speakerStatements } from './statements.ts'

type Row = Database['tables']['speakers']['$inferSelect']

/** Speakers of one written name that a filter looks at, at most. */
export const MOST_NAMESAKES = 50

export type SpeakerStore = ReturnType<typeof speakerStore>

export function speakerStore(db: Database, ledger: Ledger, standings: Standings, newId: () => string) {
  const s = speakerStatements(db)
  const pages = new Map<string, Query<{ id: string }>>()

  function* assemble(row: Row): Operation<Speaker> {
    const [count] = yield* s.claimCount({ id: row.id })
    return yield* withClaims(row, count?.n ?? 0)
  }

  function* withClaims(row: Row, claimCount: number): Operation<Speaker> {
    const { id } = row
    const own = fold(row.name)
    return {
      id,
      name: row.name,
      kind: row.kind as Speaker['kind'],
      aliases: (yield* s.aliases({ id })).filter((one) => one.folded !== own).map((one) => one.alias),
      affiliations: yield* s.affiliations({ id }),
      claimCount,
      createdAt: iso(row.createdAt),
      updatedAt: iso(row.updatedAt),
    }
  }

  /** Throws NotFound; a merged speaker is the one they were merged into. */
  function* current(id: string): Operation<Row> {
    const [row] = yield* s.one({ id })
    if (!row) throw new NotFound(`There is no speaker ${id}.`)
    return row.mergedInto === null ? row : yield* current(row.mergedInto)
  }

  function* setNames(id: string, name: string, aliases: readonly string[]): Operation<void> {
    yield* s.dropAliases({ id })
    for (const alias of [name, ...aliases]) yield* s.addAlias({ id, alias, folded: fold(alias) })
  }

  function* setAffiliations(id: string, affiliations: NewSpeaker['affiliations']): Operation<void> {
    yield* s.dropAffiliations({ id })
    for (const [i, { speakerId, role = null }] of affiliations.entries()) {
      const [organization] = yield* s.one({ id: speakerId })
      if (!organization || organization.mergedInto !== null || speakerId === id)
        throw unknownAffiliation(i, speakerId)
      yield* s.addAffiliation({ id, organizationId: speakerId, role })
    }
  }

  /** Changes something that moves the speaker's claims between groups. */
  function* recounting(id: string, change: () => Operation<void>): Operation<void> {
    const claims = yield* s.claimIds({ id })
    for (const claim of claims) yield* standings.uncount(claim.id)
    yield* change()
    for (const claim of claims) yield* standings.count(claim.id)
  }

  async function claimCounts(speakers: readonly { readonly id: string }[]): Promise<Map<string, number>> {
    const counts = new Map<string, number>()
    for (const part of inParts(speakers))
      for (const { id, n } of await s.claimCounts(part.length).readApart(severally(part))) counts.set(id, n)
    return counts
  }

  const absorb = absorbing(s, standings)
  const enroll = enrolling(s, ledger, recounting, newId)

  return {
    /** The speaker, or where they went. */
    async find(id: string): Promise<Speaker | { mergedInto: string } | null> {
      const [row] = await s.one.read({ id })
      if (!row) return null
      if (row.mergedInto !== null) return { mergedInto: row.mergedInto }
      const [count] = await s.claimCount.readApart({ id })
      return db.look(() => withClaims(row, count?.n ?? 0))
    },

    /** The ids a written speaker can mean: an id, a name or an alias. Empty when nobody is called so. */
    async idsOf(written: string): Promise<string[]> {
      const [row] = await s.one.read({ id: written })
      if (row) return [row.mergedInto ?? row.id]
      const folded = fold(written)
      return folded === '' ? [] : (await s.named.read({ folded })).map((one) => one.id)
    },

    async list(filter: SpeakerFilter): Promise<Page<Speaker>> {
      const { limit, cursor, ...filters } = given(filter) as SpeakerFilter
      const scope = ['speakers', filters]
      const after = cursor === undefined ? '' : decodeCursor(scope, cursor)[0]
      const folded = filters.q === undefined ? undefined : fold(filters.q)
      // Nothing but signs, which no name is compared by: it would be part of every name.
      if (folded === '') return { data: [], nextCursor: null }
      const shape = Object.keys(filters).sort().join()
      const query = pages.get(shape) ?? speakerPage(db, filters)
      pages.set(shape, query)
      const q = folded === undefined ? undefined : `%${folded.replace(/[%_\\]/g, '\\$&')}%`
      const rows = await query.read({ kind: filters.kind, q, after, limit: limit + 1 })
      const page = cut(rows, limit, (row) => encodeCursor(scope, [row.id]))
      const counts = await claimCounts(page.data)
      const data = await db.look(function* () {
        const found: Speaker[] = []
        for (const { id } of page.data) found.push(yield* withClaims(yield* current(id), counts.get(id) ?? 0))
        return found
      })
      return { ...page, data }
    },

    /** Throws Invalid for an affiliation with somebody unknown. */
    insert(
      input: NewSpeaker,
      id: string,
      act: Act,
      receipt: (answer: Speaker) => Operation<void>,
    ): Promise<Speaker> {
      return db.batch(function* () {
        const row = {
          id,
          name: input.name,
          kind: input.kind,
          createdAt: act.at,
          updatedAt: act.at,
          revision: 1,
        }
        yield* s.insert(row)
        yield* setNames(id, input.name, input.aliases)
        yield* setAffiliations(id, input.affiliations)
        const answer = yield* assemble({ ...row, mergedInto: null })
        yield* ledger.append(act, { entity: 'speaker', id, action: 'create', after: answer })
        yield* receipt(answer)
        return answer
      })
    },

    /** Throws NotFound, Conflict for a merged speaker, Invalid for an unknown affiliation. */
    replace(
      id: string,
      change: SpeakerChange,
      act: Act,
      check: (current: Speaker) => void,
    ): Promise<Speaker> {
      return db.batch(function* () {
        const [row] = yield* s.one({ id })
        if (!row) throw new NotFound('There is no such speaker.')
        if (row.mergedInto !== null)
          throw new Conflict('This speaker was merged into another.', { state: { into: row.mergedInto } })
        const before = yield* assemble(row)
        check(before)
        const { aliases, affiliations, ...own } = given(change)
        const changed = { ...row, ...own, updatedAt: act.at, revision: row.revision + 1 }
        yield* recounting(id, function* () {
          yield* s.update({ ...changed })
          yield* setNames(id, changed.name, aliases ?? before.aliases)
          if (affiliations) yield* setAffiliations(id, affiliations)
        })
        const after = yield* assemble(changed)
        yield* ledger.append(act, { entity: 'speaker', id, action: 'update', before, after })
        return after
      })
    },

    /** Throws NotFound, Conflict (merged already), Invalid (into itself or nobody). Gives who they now are. */
    merge(
      from: string,
      into: string,
      act: Act,
      receipt: (answer: Speaker) => Operation<void>,
    ): Promise<Speaker> {
      return db.batch(function* () {
        const [old] = yield* s.one({ id: from })
        const [target] = yield* s.one({ id: into })
        if (!old) throw new NotFound('There is no such speaker.')
        if (old.mergedInto !== null)
          throw new Conflict('This speaker was merged before.', { state: { into: old.mergedInto } })
        if (!target || target.mergedInto !== null || from === into) throw unknownTarget(into)
        const before = yield* assemble(old)
        yield* absorb(old.id, target.id, act.at)
        const answer = yield* assemble(target)
        yield* ledger.append(act, { entity: 'speaker', id: from, action: 'merge', before, after: { into } })
        yield* receipt(answer)
        return answer
      })
    },

    enroll: (extracted: readonly ExtractedSpeaker[], act: Act): Operation<string[]> => enroll(extracted, act),
    /** The id of a speaker given by id or, among those known by that name, the only one; else somebody new. */
    *idOrNew(written: string, act: Act): Operation<string> {
      const [row] = yield* s.one({ id: written })
      if (row) return row.mergedInto ?? row.id
      const named = yield* s.named({ folded: fold(written) })
      if (named.length > 1) throw ambiguous(written, named)
      if (named[0]) return named[0].id
      if (/^spk_/.test(written)) throw unknown(written)
      const [id] = yield* enroll([{ name: written, kind: 'unknown', aliases: [], affiliations: [] }], act)
      return id as string
    },
  }
}
