// Tags in the database. Each write settles the claim's position in the same transaction.

import { and, asc, eq, gt, type SQL } from 'drizzle-orm'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import type { Caller } from '../http/auth.ts'
import { given } from '../http/formats.ts'
import { cut, type Page } from '../http/page.ts'
import type { LeaseStore } from '../leases/store.ts'
import type { ClaimKey, Standings } from '../standings/store.ts'
import { decodeCursor, encodeCursor } from '../storage/cursor.ts'
import type { Database, Operation, Query } from '../storage/database.ts'
import type { Act, Ledger } from '../storage/ledger.ts'
import type { WordsAlone } from '../storage/tables.ts'
import { present, type TagRow } from './present.ts'
import { claimMeant, type Quoted } from './quoted.ts'
import type { NewTag, Tag, TagFilter } from './schema.ts'
import { tagColumns, tagStatements } from './statements.ts'
import type { Target } from './target.ts'

/** Whose tag it is. */
export type Tagger = Pick<Caller, 'id' | 'name' | 'kind' | 'version'>

export type TagStore = ReturnType<typeof tagStore>

/** A claim's id; or the article it is in and its words, for people who annotate elsewhere. */
export type Place = string | (Quoted & { readonly articleId: string })

export interface TagServices {
  readonly db: Database
  readonly ledger: Ledger
  readonly standings: Standings
  readonly leases: LeaseStore
  readonly target: Target
}

export function tagStore({ db, ledger, standings, leases, target }: TagServices) {
  const s = tagStatements(db)
  const pages = new Map<string, Query<TagRow>>()

  function* claimAt(place: Place): Operation<string> {
    if (typeof place === 'string') return place
    const { articleId } = place
    const [article] = yield* s.article({ articleId })
    if (!article) throw new NotFound('There is no such article.', { state: { articleId } })
    return claimMeant(yield* s.claimsOfArticle({ articleId }), article.text, place).id
  }

  /** Supersedes the annotator's tag on the claim and question, if there is one. */
  function* put(
    id: string,
    { claimId, articleId }: ClaimKey,
    tag: NewTag & { readonly wordsAlone?: WordsAlone },
    version: number,
    by: Tagger,
    act: Act,
  ): Operation<Tag> {
    const { question, position, confidence = null, rationale = null } = tag
    const votes = yield* standings.votes(claimId, question)
    const standing = votes.find((vote) => vote.annotatorId === by.id)
    if (standing) yield* s.retire({ id: standing.id })
    const row = {
      id,
      claimId,
      question,
      questionVersion: version,
      position,
      annotatorId: by.id,
      kind: by.kind,
      confidence,
      rationale,
      createdAt: act.at,
    }
    const made = { ...row, annotatorVersion: by.version, wordsAlone: tag.wordsAlone ?? null }
    yield* s.insert({ ...made, articleId })
    yield* ledger.append(act, {
      entity: 'tag',
      id,
      action: 'create',
      after: { ...made, supersedes: standing?.id ?? null },
    })
    yield* standings.settle({ claimId, articleId }, question, [
      ...votes.filter((vote) => vote !== standing),
      made,
    ])
    if (by.kind === 'person') yield* leases.release({ claimId, question, annotatorId: by.id })
    return present({ ...row, annotatorName: by.name, annotatorVersion: by.version, current: 1 })
  }

  return {
    /**
     * Throws NotFound, Gone, Conflict (rejected claim, closed question, version gone by, a lease that ended and others
     * took the place), Invalid (unknown question or position, a quote that is absent or ambiguous). `receipt` is part
     * of the write.
     */
    insert(
      id: string,
      place: Place,
      { lease, ...tag }: NewTag,
      by: Tagger,
      act: Act,
      receipt: (answer: Tag) => Operation<void>,
    ): Promise<Tag> {
      return db.batch(function* () {
        const claimId = yield* claimAt(place)
        const { articleId, questionVersion } = yield* target(claimId, tag)
        if (lease !== undefined) {
          const turn = { claimId, question: tag.question, annotatorId: by.id }
          yield* leases.honour(lease, turn, act.at)
        }
        const answer = yield* put(id, { claimId, articleId }, tag, questionVersion, by, act)
        yield* receipt(answer)
        return answer
      })
    },
    /** For the machine, inside an operation that has looked at claim and question itself. */
    put,

    /** Throws NotFound, Forbidden (another's), Conflict (not current any more). */
    withdraw(id: string, by: Caller, act: Act): Promise<Tag> {
      return db.batch(function* () {
        const [row] = yield* s.one({ id })
        if (!row) throw new NotFound('There is no such tag.')
        if (row.annotatorId !== by.id)
          throw new Forbidden('Only its annotator withdraws a tag.', {
            state: {
              annotator: { id: row.annotatorId, name: row.annotatorName },
              current: row.current === 1,
            },
          })
        if ((yield* s.retire({ id })) === 0)
          throw new Conflict('This tag was superseded or withdrawn before.', {
            state: { current: false, standing: (yield* s.standing({ ...row }))[0]?.id ?? null },
          })
        yield* ledger.append(act, { entity: 'tag', id, action: 'withdraw', before: present(row) })
        yield* standings.settle(row, row.question)
        return { ...present(row), current: false }
      })
    },

    async find(id: string): Promise<Tag | null> {
      const [row] = await s.one.read({ id })
      return row ? present(row) : null
    },
    async listOfClaim(claimId: string, limit: number, cursor?: string): Promise<Page<Tag>> {
      const scope = ['tags of', claimId]
      const after = cursor === undefined ? '' : decodeCursor(scope, cursor)[0]
      const page = cut(await s.ofClaim.read({ claimId, after, limit: limit + 1 }), limit, (row) =>
        encodeCursor(scope, [row.id]),
      )
      return { ...page, data: page.data.map(present) }
    },
    async list(filter: TagFilter): Promise<Page<Tag>> {
      const { limit, cursor, ...filters } = given(filter) as TagFilter
      const scope = ['tags', filters]
      const after = cursor === undefined ? '' : decodeCursor(scope, cursor)[0]
      const shape = Object.keys(filters).sort().join()
      const query = pages.get(shape) ?? tagPage(db, filters)
      pages.set(shape, query)
      const current = filters.current === 'true' ? 1 : 0
      const values = { ...filters, current, after, limit: limit + 1 }
      const rows = await (isInOrder(filters) ? query.read(values) : query.readApart(values))
      const page = cut(rows, limit, (row) => encodeCursor(scope, [row.id]))
      return { ...page, data: page.data.map(present) }
    },
  }
}

/** Whether an index has just these tags; else many may have to be passed over until the page is full. */
const isInOrder = ({
  position,
  current,
  question,
  annotator,
}: Omit<TagFilter, 'limit' | 'cursor'>): boolean =>
  position === undefined && current === undefined && (question === undefined || annotator === undefined)

function tagPage(db: Database, filters: Omit<TagFilter, 'limit' | 'cursor'>): Query<TagRow> {
  const { tags: t, annotators: a } = db.tables
  return db.query((q, slot) => {
    const conditions: SQL[] = [gt(t.id, slot('after'))]
    if (filters.question !== undefined) conditions.push(eq(t.question, slot('question')))
    if (filters.annotator !== undefined) conditions.push(eq(t.annotatorId, slot('annotator')))
    if (filters.position !== undefined) conditions.push(eq(t.position, slot('position')))
    if (filters.current !== undefined) conditions.push(eq(t.current, slot('current')))
    return q
      .select(tagColumns(db))
      .from(t)
      .innerJoin(a, eq(a.id, t.annotatorId))
      .where(and(...conditions))
      .orderBy(asc(t.id))
      .limit(slot('limit'))
  })
}
