// Claims in the database.

import type { ClaimType } from '../engine/types.ts'
import { Gone, NotFound } from '../errors.ts'
import type { SpeakerStore } from '../speakers/store.ts'
import type { Standings } from '../standings/store.ts'
import type { Database, Operation } from '../storage/database.ts'
import type { Act, Ledger } from '../storage/ledger.ts'
import { indexing } from '../storage/search.ts'
import type { StoredSpan } from '../storage/tables.ts'
import { type ClaimDraft, correct } from './correction.ts'
import { type ClaimRow, presentClaim } from './present.ts'
import { claimReading, missing } from './reading.ts'
import type { Claim, ClaimChange } from './schema.ts'
import { anchoring, type OffsetUnit } from './spans.ts'
import { claimStatements } from './statements.ts'
import { type ArticleOfClaim, claimWriting, type FreshClaim } from './writing.ts'

export type { ArticleOfClaim, FreshClaim } from './writing.ts'

export type ClaimInContext = ClaimRow & { readonly affiliations: readonly string[] }

export interface ClaimServices {
  readonly db: Database
  readonly ledger: Ledger
  readonly standings: Standings
  readonly speakers: SpeakerStore
  /** The type that follows from the quotation marks around the content. */
  readonly typeOf: (text: string, content: readonly StoredSpan[]) => ClaimType
}

export type ClaimStore = ReturnType<typeof claimStore>

export function claimStore({ db, ledger, standings, speakers, typeOf }: ClaimServices) {
  const s = claimStatements(db)
  const index = indexing(db)
  const write = claimWriting(db, s, ledger, standings)

  function* required(id: string): Operation<ClaimRow> {
    const [row] = yield* s.one({ id })
    if (row) return row
    const [deleted] = yield* s.deletion({ id })
    throw deleted ? new Gone('This claim was deleted.') : new NotFound('There is no such claim.')
  }

  /** The claim as it is after the change. Throws Invalid (spans, speakers). */
  function* corrected(row: ClaimRow, change: ClaimChange, unit: OffsetUnit, act: Act): Operation<ClaimRow> {
    const { id, articleId } = row
    const [article] = yield* s.article({ articleId })
    const changed = correct(row, change, anchoring(article?.text ?? ''), unit, (content) =>
      typeOf(article?.text ?? '', content),
    )
    yield* standings.uncount(id)
    let { ordinal } = row
    if (changed.start !== row.start) {
      yield* s.closeGap({ articleId, ordinal })
      yield* s.update({ ...changed, ordinal: 0, start: -1, updatedAt: act.at })
      const [place] = yield* s.ordinalAt({ articleId, start: changed.start })
      // Itself, out of the order for the moment, is counted among those before.
      ordinal = (place?.n ?? 2) - 1
      yield* s.makeRoom({ articleId, ordinal })
    }
    yield* index.dropClaim({ id })
    yield* s.update({ ...changed, ordinal, updatedAt: act.at })
    yield* index.addClaim({ id })
    if (change.speakers) {
      const ids: string[] = []
      for (const name of change.speakers) ids.push(yield* speakers.idOrNew(name, act))
      yield* write.setSpeakers({ claimId: id, articleId: row.articleId }, [...new Set(ids)])
    }
    yield* standings.count(id)
    const after = yield* required(id)
    yield* ledger.append(act, { entity: 'claim', id, action: 'update', before: row, after })
    return after
  }

  return {
    required,
    /** Whether there was a claim of this id that went with its article. */
    *wasDeleted(id: string): Operation<boolean> {
      return (yield* s.deletion({ id })).length > 0
    },
    async find(id: string, unit: OffsetUnit): Promise<Claim> {
      const [row] = await s.one.read({ id })
      return row ? presentClaim(row, unit) : missing(s, id)
    },
    ...claimReading({ db, statements: s, speakers, lastChange: ledger.last }),

    /** All of an article's claims, with whom their speakers speak for. */
    *ofArticle(articleId: string): Operation<ClaimInContext[]> {
      const affiliations = new Map<string, string[]>()
      for (const { claimId, organizationId } of yield* s.affiliationsIn({ articleId }))
        affiliations.set(claimId, [...(affiliations.get(claimId) ?? []), organizationId])
      const rows = yield* s.ofArticle({ articleId, after: 0, limit: 1_000_000 })
      return rows.map((row) => ({ ...row, affiliations: affiliations.get(row.id) ?? [] }))
    },

    insertAmong: write.insertAmong,
    remove: write.remove,

    /** Part of taking an article in: its claims, in text order. */
    *insertAll(claims: readonly FreshClaim[], article: ArticleOfClaim, act: Act): Operation<void> {
      for (const [i, claim] of claims.entries()) yield* write.insertOne(claim, i + 1, article, act)
    },

    /**
     * A claim that the engine missed, made from the article's text by `draft`. Throws NotFound for an unknown
     * article, and what the draft refuses. `afterwards` is part of the same write.
     */
    add(
      id: string,
      articleId: string,
      draft: (text: string) => ClaimDraft,
      by: { id: string; version: string | null },
      act: Act,
      afterwards: (claim: ClaimRow) => Operation<void>,
    ): Promise<ClaimRow> {
      return db.batch(function* () {
        const [article] = yield* s.article({ articleId })
        if (!article) throw new NotFound('There is no such article.')
        const { speakers: named, ...claim } = draft(article.text)
        const speakerIds: string[] = []
        for (const name of named) speakerIds.push(yield* speakers.idOrNew(name, act))
        const fresh: FreshClaim = {
          ...claim,
          ...anchoring(article.text).context(claim.content),
          id,
          type: claim.type ?? typeOf(article.text, claim.content),
          status: 'confirmed',
          speakerIds,
          attribution: { method: named.length > 0 ? 'manual' : 'none', confidence: 1 },
          parentId: null,
          confidence: 1,
          createdBy: by.id,
          createdVersion: by.version,
        }
        yield* write.insertAmong(fresh, { id: articleId, ...article }, act)
        const row = yield* required(id)
        yield* afterwards(row)
        return yield* required(id)
      })
    },

    corrected,

    /**
     * Throws NotFound, Gone, Invalid (spans, speakers), and what `check` throws at the claim as it stands.
     * `afterwards` is part of the same write.
     */
    correct(
      id: string,
      change: ClaimChange,
      unit: OffsetUnit,
      act: Act,
      check: (current: ClaimRow) => void,
      afterwards: (claim: ClaimRow) => Operation<void>,
    ): Promise<ClaimRow> {
      return db.batch(function* () {
        const row = yield* required(id)
        check(row)
        yield* afterwards(yield* corrected(row, change, unit, act))
        return yield* required(id)
      })
    },
  }
}
