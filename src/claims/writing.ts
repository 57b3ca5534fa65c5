// How claims are put into the database and taken out of it: the steps that every write of a claim is made of.

import type { ClaimType, Polarity } from '../engine/types.ts'
import { monthOf } from '../standings/groups.ts'
import type { ClaimKey, Standings } from '../standings/store.ts'
import type { Database, Operation } from '../storage/database.ts'
import type { Act, Ledger } from '../storage/ledger.ts'
import { indexing } from '../storage/search.ts'
import type { StoredSpan } from '../storage/tables.ts'
import { type ClaimRow, quoteOf } from './present.ts'
import type { claimStatements } from './statements.ts'

/** A claim about to be stored. */
export interface FreshClaim {
  readonly id: string
  readonly content: readonly StoredSpan[]
  readonly cue: readonly StoredSpan[]
  readonly source: readonly StoredSpan[]
  readonly prefix: string
  readonly suffix: string
  readonly type: ClaimType
  readonly polarity: Polarity
  readonly status: 'proposed' | 'confirmed'
  readonly speakerIds: readonly string[]
  readonly attribution: { readonly method: string; readonly confidence: number }
  readonly parentId: string | null
  readonly confidence: number
  readonly createdBy: string
  readonly createdVersion: string | null
}

/** What a claim repeats of its article. */
export interface ArticleOfClaim {
  readonly id: string
  readonly publisher: string | null
  readonly publishedAt: number | null
}

export function claimWriting(
  db: Database,
  s: ReturnType<typeof claimStatements>,
  ledger: Ledger,
  standings: Standings,
) {
  const index = indexing(db)

  function* addSpeakers(claim: ClaimKey, ids: readonly string[]): Operation<void> {
    for (const [ordinal, speakerId] of ids.entries()) yield* s.addSpeaker({ ...claim, speakerId, ordinal })
  }

  function* setSpeakers({ claimId, articleId }: ClaimKey, ids: readonly string[]): Operation<void> {
    yield* s.dropSpeakers({ claimId })
    yield* addSpeakers({ claimId, articleId }, ids)
  }

  /** It counts nowhere yet: it has no position before its first tag. */
  function* insertOne(
    claim: FreshClaim,
    ordinal: number,
    article: ArticleOfClaim,
    act: Act,
  ): Operation<void> {
    const { speakerIds, attribution, ...rest } = claim
    const row = {
      ...rest,
      articleId: article.id,
      ordinal,
      start: claim.content[0]?.utf16[0] ?? 0,
      quote: quoteOf(claim.content),
      method: attribution.method,
      methodConfidence: attribution.confidence,
      createdAt: act.at,
      publisher: article.publisher,
      publishedAt: article.publishedAt,
      publishedMonth: monthOf(article.publishedAt),
    }
    yield* s.insert(row)
    yield* addSpeakers({ claimId: claim.id, articleId: article.id }, speakerIds)
    yield* index.addClaim({ id: claim.id })
    yield* ledger.append(act, {
      entity: 'claim',
      id: claim.id,
      action: 'create',
      after: { ...row, speakerIds },
    })
  }

  function* insertAmong(claim: FreshClaim, article: ArticleOfClaim, act: Act): Operation<void> {
    const articleId = article.id
    const [place] = yield* s.ordinalAt({ articleId, start: claim.content[0]?.utf16[0] ?? 0 })
    const ordinal = place?.n ?? 1
    yield* s.makeRoom({ articleId, ordinal })
    yield* insertOne(claim, ordinal, article, act)
  }

  /** Takes a claim away for good; its tags go with it. */
  function* remove({ id, articleId, ordinal }: ClaimRow, act: Act): Operation<void> {
    yield* standings.uncount(id)
    yield* index.dropClaim({ id })
    yield* s.remove({ id })
    yield* s.closeGap({ articleId, ordinal })
    yield* ledger.append(act, { entity: 'claim', id, action: 'delete' })
  }

  return { setSpeakers, insertOne, insertAmong, remove }
}
