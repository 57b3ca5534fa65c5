// A mark is what other formats have in common: words in an article that somebody takes for a claim, and what they say of it.

import { ENGINE_ID } from '../annotators/people.ts'
import { type Anchoring, anchoring, type GivenQuote, type GivenSpan } from '../claims/spans.ts'
import type { ClaimStore, FreshClaim } from '../claims/store.ts'
import type { ClaimType, Polarity, SpeakerKind } from '../engine/types.ts'
import { Invalid } from '../errors.ts'
import type { Placing } from '../intake/placing.ts'
import type { Intake } from '../intake/take.ts'
import type { Runtime } from '../runtime.ts'
import { fold } from '../speakers/names.ts'
import type { SpeakerStore } from '../speakers/store.ts'
import type { Standings } from '../standings/store.ts'
import type { Database, Operation } from '../storage/database.ts'
import type { Act, Ledger } from '../storage/ledger.ts'
import type { StoredSpan } from '../storage/tables.ts'
import type { Tagger, TagStore } from '../tags/store.ts'
import type { Target } from '../tags/target.ts'
import type { Status } from './format.ts'
import { missing } from './records/ground.ts'
import type { ImportStatements } from './statements.ts'

export interface Place {
  readonly question: string
  readonly position: string
  readonly rationale?: string | undefined
}

/** Where the words stand in code points, or the words, or both. */
export type Piece = {
  readonly [K in keyof GivenSpan | keyof GivenQuote]?: (GivenSpan & GivenQuote)[K] | undefined
}

export interface Mark {
  /** Null on a dry run, for an article that would be taken in; then `text` is its text. */
  readonly articleId: string | null
  readonly text?: string | undefined
  /** Where the words stand, in code points; each falls back on its quote when it does not fit. */
  readonly content: readonly Piece[]
  readonly cue?: readonly GivenSpan[] | undefined
  readonly source?: readonly GivenSpan[] | undefined
  readonly type?: ClaimType | undefined
  readonly polarity?: Polarity | undefined
  readonly status?: 'proposed' | 'confirmed' | 'rejected' | undefined
  readonly speakers: readonly { readonly id?: string; readonly name: string; readonly kind: SpeakerKind }[]
  /** Tags, or with `isRuling` a ruling. */
  readonly places: readonly Place[]
  readonly isRuling?: boolean
  readonly by: Tagger
}

export interface MarkServices {
  readonly db: Database
  readonly runtime: Runtime
  readonly ledger: Ledger
  readonly standings: Standings
  readonly claims: ClaimStore
  readonly speakers: SpeakerStore
  readonly tags: TagStore
  readonly target: Target
  readonly placing: Placing
  readonly intake: Intake
  readonly typeOf: (text: string, content: readonly StoredSpan[]) => ClaimType
}

export interface Taken {
  readonly status: Status
  readonly id: string
}

/** Undoes what was tried. */
class Rehearsed extends Error {
  readonly taken: Taken
  constructor(taken: Taken) {
    super('Nothing was stored.')
    this.taken = taken
  }
}

export function marking(services: MarkServices, s: ImportStatements, act: Act, dryRun: boolean) {
  const { db } = services
  const anchorsOf = latest(anchoring)

  function* take(mark: Mark): Operation<Taken> {
    const { articleId } = mark
    if (articleId === null) return yield* rehearse(mark)
    const [article] = yield* s.articleText({ id: articleId })
    if (!article) throw unknownArticle(articleId)
    const anchors = anchorsOf(article.text)
    const content = mark.content.map((piece, i) => anchored(anchors, piece, `/content/${i}`))
    const there = yield* s.claimsAt({ articleId, start: content[0]?.utf16[0] ?? 0 })
    const known = there.find((one) => sameSpans(one.content, content))
    if (known?.status === 'rejected' && mark.places.length > 0) return { status: 'kept', id: known.id }
    const id = known?.id ?? (yield* add(mark, content, { ...article, id: articleId }, anchors))
    const placed = yield* place(mark, id)
    const status = known === undefined || placed === 'created' ? 'created' : placed
    return { status, id }
  }

  /** Onto a text that is not stored: its words must be there, and the question take the position. */
  function* rehearse({ text = '', content, places }: Mark): Operation<Taken> {
    const anchors = anchorsOf(text)
    for (const [i, piece] of content.entries()) anchored(anchors, piece, `/content/${i}`)
    for (const { question, position } of places) {
      const [found] = yield* s.question({ slug: question })
      if (found?.status !== 'open' || !found.positions.some((one) => one.slug === position))
        throw missing(
          '/position',
          'unknown_position',
          `No open question "${question}" has a position "${position}".`,
        )
    }
    return { status: 'created', id: '' }
  }

  function* add(
    { speakers, by, ...mark }: Mark,
    content: StoredSpan[],
    article: { id: string; text: string; publisher: string | null; publishedAt: number | null },
    anchors: Anchoring,
  ): Operation<string> {
    const id = services.runtime.newId('clm')
    const speakerIds: string[] = []
    for (const speaker of speakers) speakerIds.push(yield* speakerOf(speaker))
    const fresh = {
      ...anchors.context(content),
      id,
      content,
      cue: anchors.spans(mark.cue ?? [], 'codepoint', '/cue'),
      source: anchors.spans(mark.source ?? [], 'codepoint', '/source'),
      type: mark.type ?? services.typeOf(article.text, content),
      polarity: mark.polarity ?? 'asserted',
      status: mark.status ?? 'confirmed',
      speakerIds: [...new Set(speakerIds)],
      attribution: { method: speakers.length > 0 ? 'manual' : 'none', confidence: 1 },
      parentId: null,
      confidence: 1,
      createdBy: by.id,
      createdVersion: by.version,
    } as FreshClaim
    yield* services.claims.insertAmong(fresh, article, act)
    yield* services.placing.one(yield* services.claims.required(id), act)
    return id
  }

  function* speakerOf({ id, name, kind }: Mark['speakers'][number]): Operation<string> {
    if (id !== undefined && (yield* s.speaker({ id })).length > 0)
      return yield* services.speakers.idOrNew(id, act)
    const named = yield* s.speakersNamed({ folded: fold(name) })
    if (named.length > 0 || kind === 'unknown') return yield* services.speakers.idOrNew(name, act)
    const [fresh] = yield* services.speakers.enroll([{ name, kind, aliases: [], affiliations: [] }], act)
    return fresh as string
  }

  /** What somebody has said already is not said again; what the machine thinks, it says itself. */
  function* place({ places, isRuling = false, by }: Mark, claimId: string): Operation<Status> {
    let status: Status = 'unchanged'
    for (const one of places) {
      const version = yield* services.target(claimId, one)
      const { question, position, rationale } = one
      if (isRuling) status = yield* rule(claimId, one, version, by)
      else if (by.id === ENGINE_ID) status = 'kept'
      else {
        const [standing] = yield* s.standingTag({ claimId, question, annotatorId: by.id })
        if (standing?.position === position) continue
        const tag = { question, position, ...(rationale === undefined ? {} : { rationale }) }
        yield* services.tags.put(services.runtime.newId('tag'), claimId, tag, version, by, act)
        status = 'created'
      }
    }
    return status
  }

  function* rule(
    claimId: string,
    { question, position, rationale }: Place,
    version: number,
    by: Tagger,
  ): Operation<Status> {
    const [standing] = yield* s.standingRuling({ claimId, question })
    if (standing) return standing.position === position ? 'unchanged' : 'kept'
    const id = services.runtime.newId('rul')
    const row = {
      id,
      claimId,
      question,
      questionVersion: version,
      position,
      annotatorId: by.id,
      rationale: rationale ?? null,
    }
    const open = { endedBecause: null, endedAt: null, endedBy: null, endedRationale: null }
    yield* s.insertRuling({ ...row, ...open, createdAt: act.at, current: 1 })
    yield* services.ledger.append(act, { entity: 'ruling', id, action: 'create', after: row })
    yield* services.standings.settle(claimId, question)
    return 'created'
  }

  return async (mark: Mark): Promise<Taken> => {
    try {
      return await db.batch(function* () {
        const taken = yield* take(mark)
        if (dryRun) throw new Rehearsed(taken)
        return taken
      })
    } catch (error) {
      if (error instanceof Rehearsed) return error.taken
      throw error
    }
  }
}

/** By its place where the words are the ones that are said to be there, else by its words where they stand once. */
function anchored(anchors: Anchoring, { start, end, exact, prefix, suffix }: Piece, pointer: string) {
  const quote = exact === undefined || exact === '' ? null : { exact, prefix, suffix }
  if (start !== undefined && end !== undefined)
    try {
      const [found] = anchors.spans([{ start, end, exact }], 'codepoint', pointer)
      if (found) return found
    } catch (error) {
      if (quote === null) throw error
    }
  if (quote === null)
    throw new Invalid('It points at nothing: neither a place nor a quote is given.', {
      faults: [{ pointer, code: 'points_at_nothing', detail: 'Give a quote, or a start and an end.' }],
    })
  return anchors.quote(quote, 'codepoint')
}

const sameSpans = (a: readonly StoredSpan[], b: readonly StoredSpan[]) =>
  a.length === b.length &&
  a.every(({ utf16 }, i) => utf16[0] === b[i]?.utf16[0] && utf16[1] === b[i]?.utf16[1])

export const unknownArticle = (id: string) =>
  new Invalid(`There is no article ${id}.`, {
    faults: [{ pointer: '/article', code: 'unknown_article', detail: 'It points at nothing that is here.' }],
  })

/** Remembers the last answer: marks come article by article. */
function latest<R>(of: (text: string) => R): (text: string) => R {
  let last: { text: string; answer: R } | null = null
  return (text) => {
    if (last?.text !== text) last = { text, answer: of(text) }
    return last.answer
  }
}
