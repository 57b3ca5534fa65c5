// Taking an article in with all that hangs on it, as it was elsewhere: everything is looked at first, then all is written.

import { normalize, sha256Of } from '../../articles/text.ts'
import { type Anchoring, anchoring } from '../../claims/spans.ts'
import { Conflict, Gone, Invalid } from '../../errors.ts'
import type { Records } from '../../exports/records.ts'
import type { Operation } from '../../storage/database.ts'
import type { StoredSpan } from '../../storage/tables.ts'
import type { Status } from '../format.ts'
import { missing } from './ground.ts'
import type { Taking } from './people.ts'
import type { Row } from './rows.ts'
import { sameArticle, sameClaim, samePlacement } from './same.ts'

/** What a row of the group comes to. */
export interface Verdict {
  readonly status: Status
  readonly id: string
  readonly error?: Error
}

/** Rows that were looked at and would be stored. */
export interface Plan {
  readonly article: Records['article']
  readonly claims: readonly (Records['claim'] & { readonly stored: StoredClaim })[]
  readonly tags: readonly Records['tag'][]
  readonly rulings: readonly Records['ruling'][]
  /** Whether the article is new; to one that is here its further claims and tags are added. */
  readonly isNew: boolean
  readonly verdicts: ReadonlyMap<number, Verdict>
}

interface StoredClaim {
  readonly content: StoredSpan[]
  readonly cue: StoredSpan[]
  readonly source: StoredSpan[]
  readonly prefix: string
  readonly suffix: string
}

type Mutable<K extends 'claims' | 'tags' | 'rulings'> = { [P in K]: Plan[P][number][] }

/** Of the rows of one article, the article first. */
export function* planArticle(taking: Taking, rows: readonly Row[]): Operation<Plan> {
  const verdicts = new Map<number, Verdict>()
  const [first] = rows
  const article = first?.value as Records['article']
  const standing = yield* standingOf(taking, article)
  verdicts.set(first?.number ?? 0, { status: standing.status, id: standing.id })
  const plan: Mutable<'claims' | 'tags' | 'rulings'> = { claims: [], tags: [], rulings: [] }
  if (standing.id !== article.id) {
    const error = new Conflict('The same text is stored already, under another id.', {
      state: { articleId: standing.id },
    })
    for (const { number, value } of rows.slice(1))
      verdicts.set(number, { status: 'skipped', id: (value as { id: string }).id, error })
  } else {
    const anchors = anchoring(article.text)
    const claims = new Set(
      rows.flatMap(({ value }) => ('record' in value && value.record === 'claim' ? value.id : [])),
    )
    for (const { number, value } of rows.slice(1))
      try {
        verdicts.set(
          number,
          yield* planRow(taking, article.id, value as Records['claim'], anchors, claims, plan),
        )
      } catch (error) {
        verdicts.set(number, { status: 'invalid', id: (value as { id: string }).id, error: error as Error })
      }
  }
  return { article, ...plan, isNew: standing.status === 'created', verdicts }
}

/** Throws for a text that is not what its hash says, an id that means another text here, and a deleted article. */
function* standingOf(
  { s, ground }: Taking,
  article: Records['article'],
): Operation<{ status: Status; id: string }> {
  const { id, sha256, text, createdBy } = article
  if (normalize(text) !== text || sha256Of(text) !== sha256)
    throw missing('/sha256', 'hash_mismatch', 'The text is not the one that was hashed.')
  const [known] = yield* s.article({ id })
  if (known && known.sha256 !== sha256)
    throw new Conflict('This id belongs to another text here.', {
      faults: [{ pointer: '/id', code: 'id_taken', detail: 'The text here is another.' }],
    })
  if (known) return { status: sameArticle(known, article) ? 'unchanged' : 'kept', id }
  if ((yield* s.deletion({ id })).length > 0) throw new Gone('This article was deleted here.')
  const [same] = yield* s.sameText({ sha256 })
  if (same) return { status: 'kept', id: same.id }
  if (!(yield* ground.annotator(createdBy))) throw unknownAnnotator('/createdBy', createdBy)
  return { status: 'created', id }
}

function* planRow(
  taking: Taking,
  articleId: string,
  value: Records['claim'] | Records['tag'] | Records['ruling'],
  anchors: Anchoring,
  claims: Set<string>,
  plan: Mutable<'claims' | 'tags' | 'rulings'>,
): Operation<Verdict> {
  const { id } = value
  const { s } = taking
  if (value.record === 'claim') {
    const [known] = yield* s.claim({ id })
    if (known && known.articleId !== articleId) {
      claims.delete(id)
      throw taken()
    }
    if (known) {
      const speakers = yield* s.speakersOfClaim({ claimId: id })
      return { status: sameClaim(known, speakers, value) ? 'unchanged' : 'kept', id }
    }
    plan.claims.push(yield* checkedClaim(taking, articleId, value, anchors, claims))
    return { status: 'created', id }
  }
  const [known] = yield* value.record === 'tag' ? s.tag({ id }) : s.ruling({ id })
  if (known) return { status: samePlacement(known, value) ? 'unchanged' : 'kept', id }
  yield* checkPlacement(taking, articleId, value, claims)
  if (value.record === 'tag') plan.tags.push(value)
  else plan.rulings.push(value)
  return { status: 'created', id }
}

function* checkedClaim(
  { s, ground }: Taking,
  articleId: string,
  claim: Records['claim'],
  anchors: Anchoring,
  claims: ReadonlySet<string>,
): Operation<Plan['claims'][number]> {
  if (claim.articleId !== articleId)
    throw missing('/articleId', 'another_article', 'A claim stands under its article.')
  if ((yield* s.deletion({ id: claim.id })).length > 0) throw new Gone('This claim was deleted here.')
  if (!(yield* ground.annotator(claim.createdBy.id)))
    throw unknownAnnotator('/createdBy/id', claim.createdBy.id)
  for (const [i, { id }] of claim.speakers.entries())
    if (!(yield* ground.speaker(id)))
      throw missing(
        `/speakers/${i}/id`,
        'unknown_speaker',
        `There is no speaker ${id}, here or in the file before.`,
      )
  // One by one: what an engine found may overlap.
  const spans = (part: 'content' | 'cue' | 'source') =>
    claim[part].flatMap((span, i) => anchors.spans([span], 'codepoint', `/${part}/${i}`))
  const content = spans('content')
  if (content.length === 0) throw missing('/content', 'empty', 'A claim has a content.')
  const stored = { content, cue: spans('cue'), source: spans('source'), ...anchors.context(content) }
  const parentId = claim.parentId !== null && claims.has(claim.parentId) ? claim.parentId : null
  return { ...claim, parentId, stored }
}

function* checkPlacement(
  { s, ground }: Taking,
  articleId: string,
  { claimId, annotatorId, question, questionVersion, position }: Records['tag'] | Records['ruling'],
  claims: ReadonlySet<string>,
): Operation<void> {
  if (!claims.has(claimId) && (yield* s.claim({ id: claimId }))[0]?.articleId !== articleId)
    throw missing('/claimId', 'unknown_claim', `There is no claim ${claimId} under this article.`)
  if (!(yield* ground.annotator(annotatorId))) throw unknownAnnotator('/annotatorId', annotatorId)
  const versions = yield* ground.versions(question)
  if (versions === null) throw missing('/question', 'unknown_question', `There is no question ${question}.`)
  const positions = versions.get(questionVersion)
  if (!positions)
    throw missing(
      '/questionVersion',
      'unknown_version',
      `${question} has no version ${questionVersion} here.`,
    )
  if (!positions.has(position))
    throw missing(
      '/position',
      'unknown_position',
      `Version ${questionVersion} of ${question} has no ${position}.`,
    )
}

const unknownAnnotator = (pointer: string, id: string) =>
  missing(pointer, 'unknown_annotator', `There is no annotator ${id}, here or in the file before.`)

const taken = () =>
  new Invalid('This id belongs to a claim of another article here.', {
    faults: [{ pointer: '/id', code: 'id_taken', detail: 'Another claim has it.' }],
  })
