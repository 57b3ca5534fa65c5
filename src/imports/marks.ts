// A mark is what other formats have in common: words in an article that somebody takes for a claim, and what they say of it.

import { type Anchoring, anchoring, type GivenSpan } from '../claims/spans.ts'
import type { ClaimStore, FreshClaim } from '../claims/store.ts'
import type { ClaimType, Extraction, Polarity, SpeakerKind } from '../engine/types.ts'
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
import { unknownArticle } from './articles.ts'
import type { Status } from './format.ts'
import { anchored, joinedOverLines, type Piece, sameSpans } from './pieces.ts'
import { type Place, placements } from './placements.ts'
import { proposals } from './proposals.ts'
import { rehearsal } from './rehearsal.ts'
import type { ImportStatements } from './statements.ts'

export interface Mark {
  /** Null on a dry run, for an article that would be taken in; then `text` is its text, and the engine would find that. */
  readonly articleId: string | null
  readonly text?: string | undefined
  readonly foreseen?: Extraction | undefined
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
  /** It says where a claim stands, and of the claim itself no more than its words. */
  readonly placesOnly?: boolean
  /** From a format without spans over lines: pieces that only a line end parts may be one here. */
  readonly endsAtLines?: boolean
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

interface Tried extends Taken {
  /** A claim that was not here before, by its place; and what came of its tags. */
  readonly fresh?: { readonly at: string; readonly placed: Status; readonly isRejected: boolean }
}

/** Undoes what was tried. */
class Rehearsed extends Error {
  readonly tried: Tried
  constructor(tried: Tried) {
    super('Nothing was stored.')
    this.tried = tried
  }
}

export function marking(services: MarkServices, s: ImportStatements, act: Act, dryRun: boolean) {
  const { db } = services
  const anchorsOf = latest(anchoring)

  const { place } = placements(services, s, act)
  const rehearse = rehearsal(s)
  const { revise } = proposals(services, s, act, { place, speakerOf })
  function* take(mark: Mark): Operation<Tried> {
    const { articleId } = mark
    if (articleId === null) return yield* rehearse(mark, anchorsOf(mark.text ?? ''))
    const [article] = yield* s.articleText({ id: articleId })
    if (!article) throw unknownArticle(articleId)
    const anchors = anchorsOf(article.text)
    const content = mark.content.map((piece, i) => anchored(anchors, piece, `/content/${i}`))
    const known = yield* there(mark, articleId, article.text, content)
    if (known !== null) return { status: yield* revise(mark, known), id: known }
    const id = yield* add(mark, content, { ...article, id: articleId }, anchors)
    const isRejected = mark.status === 'rejected'
    const placed = isRejected ? 'unchanged' : yield* place(mark, id)
    const at = JSON.stringify([articleId, content.map((span) => span.utf16)])
    return { status: 'created', id, fresh: { at, placed, isRejected } }
  }

  /** The claim of these words, if it is here already. */
  function* there(
    { endsAtLines }: Mark,
    articleId: string,
    text: string,
    content: readonly StoredSpan[],
  ): Operation<string | null> {
    const claims = yield* s.claimsAt({ articleId, start: content[0]?.utf16[0] ?? 0 })
    const exactly = claims.find((one) => sameSpans(one.content, content))
    if (exactly || !endsAtLines) return exactly?.id ?? null
    const joined = joinedOverLines(content, text)
    return claims.find((one) => sameSpans(joinedOverLines(one.content, text), joined))?.id ?? null
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

  /** Claims that would be here by now, and whether they would take tags. */
  const promised = new Map<string, { readonly isRejected: boolean }>()
  function outcome({ fresh, status, id }: Tried): Taken {
    if (fresh === undefined || !dryRun) return { status, id }
    const earlier = promised.get(fresh.at)
    if (earlier) return { status: earlier.isRejected ? 'kept' : fresh.placed, id }
    promised.set(fresh.at, fresh)
    return { status, id }
  }

  return async (mark: Mark): Promise<Taken> => {
    try {
      const tried = await db.batch(function* () {
        const tried = yield* take(mark)
        if (dryRun) throw new Rehearsed(tried)
        return tried
      })
      return outcome(tried)
    } catch (error) {
      if (error instanceof Rehearsed) return outcome(error.tried)
      throw error
    }
  }
}

/** Remembers the last answer: marks come article by article. */
function latest<R>(of: (text: string) => R): (text: string) => R {
  let last: { text: string; answer: R } | null = null
  return (text) => {
    if (last?.text !== text) last = { text, answer: of(text) }
    return last.answer
  }
}
