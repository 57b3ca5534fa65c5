// Writing an article with its claims, tags and rulings as they were planned, in one operation, counted as it goes.

import type { ArticleStore } from '../../articles/store.ts'
import { quoteOf } from '../../claims/present.ts'
import type { Records } from '../../exports/records.ts'
import { monthOf } from '../../standings/groups.ts'
import type { Operation } from '../../storage/database.ts'
import type { indexing } from '../../storage/search.ts'
import type { Plan } from './article.ts'
import type { Taking } from './people.ts'

export interface Writing extends Taking {
  readonly articles: ArticleStore
  readonly index: ReturnType<typeof indexing>
}

export function* writeArticle(writing: Writing, plan: Plan): Operation<void> {
  const { articles, standings, act } = writing
  const { record: _, ...article } = plan.article
  const publishedAt = timeOrNull(article.publishedAt)
  if (plan.isNew)
    yield* articles.insert(
      {
        ...article,
        publishedAt,
        createdAt: Date.parse(article.createdAt),
        updatedAt: Date.parse(article.updatedAt),
        revision: 1,
      },
      act,
    )
  const of = plan.isNew
    ? { publisher: article.publisher, publishedAt }
    : yield* articles.publicationOf(article.id)
  for (const claim of plan.claims) yield* writeClaim(writing, claim, of, plan.isNew)
  const touched = new Set<string>()
  for (const tag of plan.tags) {
    yield* writeTag(writing, article.id, tag)
    touched.add(`${tag.claimId} ${tag.question}`)
  }
  for (const ruling of plan.rulings) {
    yield* writeRuling(writing, article.id, ruling)
    touched.add(`${ruling.claimId} ${ruling.question}`)
  }
  for (const pair of touched) {
    const [claimId = '', question = ''] = pair.split(' ')
    yield* standings.settle({ claimId, articleId: article.id }, question)
  }
}

function* writeClaim(
  { s, index, ledger, act }: Writing,
  claim: Plan['claims'][number],
  { publisher, publishedAt }: { publisher: string | null; publishedAt: number | null },
  isNew: boolean,
): Operation<void> {
  const { id, articleId, stored } = claim
  const start = stored.content[0]?.utf16[0] ?? 0
  let { ordinal } = claim
  if (!isNew) {
    const [place] = yield* s.ordinalAt({ articleId, start })
    ordinal = place?.n ?? 1
    yield* s.makeRoom({ articleId, ordinal })
  }
  const row = {
    ...stored,
    id,
    articleId,
    ordinal,
    start,
    type: claim.type,
    polarity: claim.polarity,
    status: claim.status,
    quote: quoteOf(stored.content),
    method: claim.attribution.method,
    methodConfidence: claim.attribution.confidence,
    parentId: claim.parentId,
    confidence: claim.confidence,
    createdBy: claim.createdBy.id,
    createdVersion: claim.createdBy.version,
    createdAt: Date.parse(claim.createdAt),
    updatedAt: Date.parse(claim.updatedAt),
    revision: 1,
    publisher,
    publishedAt,
    publishedMonth: monthOf(publishedAt),
  }
  yield* s.insertClaim(row)
  const speakerIds = [...new Set(claim.speakers.map((speaker) => speaker.id))]
  for (const [place, speakerId] of speakerIds.entries())
    yield* s.insertClaimSpeaker({ claimId: id, articleId, speakerId, ordinal: place })
  yield* index.addClaim({ id })
  yield* ledger.append(act, { entity: 'claim', id, action: 'import', after: { ...row, speakerIds } })
}

/** What somebody has decided here since stands: then the one that comes in is history. */
function* writeTag(
  { s, ledger, act }: Writing,
  articleId: string,
  { record: _, ...tag }: Records['tag'],
): Operation<void> {
  const { id, claimId, question, annotatorId } = tag
  const stands = tag.current && (yield* s.standingTag({ claimId, question, annotatorId })).length === 0
  yield* s.insertTag({
    ...tag,
    articleId,
    kind: tag.annotatorKind,
    createdAt: Date.parse(tag.createdAt),
    current: Number(stands),
  })
  yield* ledger.append(act, { entity: 'tag', id, action: 'import', after: tag })
}

function* writeRuling(
  { s, ledger, act }: Writing,
  articleId: string,
  { record: _, ended, ...ruling }: Records['ruling'],
): Operation<void> {
  const { id, claimId, question } = ruling
  const stands = ruling.current && (yield* s.standingRuling({ claimId, question })).length === 0
  yield* s.insertRuling({
    ...ruling,
    articleId,
    createdAt: Date.parse(ruling.createdAt),
    current: Number(stands),
    endedBecause: ended?.because ?? null,
    endedAt: timeOrNull(ended?.at ?? null),
    endedBy: ended?.by ?? null,
    endedRationale: ended?.rationale ?? null,
  })
  yield* ledger.append(act, { entity: 'ruling', id, action: 'import', after: { ...ruling, ended } })
}

const timeOrNull = (time: string | null) => (time === null ? null : Date.parse(time))
