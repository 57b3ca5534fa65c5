// Tags and rulings in the database. Each write settles the claim's position in the same transaction.

import { and, asc, eq, gt, type SQL } from 'drizzle-orm'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import type { Caller } from '../http/auth.ts'
import { given, iso } from '../http/formats.ts'
import { cut, type Page } from '../http/page.ts'
import type { Standings } from '../standings/store.ts'
import { decodeCursor, encodeCursor } from '../storage/cursor.ts'
import type { Database, Operation, Query } from '../storage/database.ts'
import type { Act, Ledger } from '../storage/ledger.ts'
import type { WordsAlone } from '../storage/tables.ts'
import type { NewRuling, NewTag, Ruling, Tag, TagFilter } from './schema.ts'
import { rulingStatements, tagColumns, tagStatements } from './statements.ts'
import { requireClaim, requirePosition } from './target.ts'

interface TagRow {
  id: string
  claimId: string
  question: string
  questionVersion: number
  position: string
  annotatorId: string
  annotatorName: string
  kind: string
  confidence: number | null
  rationale: string | null
  createdAt: number
  current: number
}

const present = ({ annotatorId, annotatorName, kind, createdAt, current, ...row }: TagRow): Tag =>
  ({
    ...row,
    annotator: { id: annotatorId, name: annotatorName, kind },
    createdAt: iso(createdAt),
    current: current === 1,
  }) as Tag

const presentRuling = ({
  annotatorId,
  annotatorName,
  kind,
  createdAt,
  current,
  ...row
}: Omit<TagRow, 'confidence'>): Ruling =>
  ({
    ...row,
    annotator: { id: annotatorId, name: annotatorName, kind },
    createdAt: iso(createdAt),
    current: current === 1,
  }) as Ruling

/** Whose tag it is. */
export type Tagger = Pick<Caller, 'id' | 'name' | 'kind' | 'version'>

export type TagStore = ReturnType<typeof tagStore>

export function tagStore(
  db: Database,
  ledger: Ledger,
  standings: Standings,
  claimWasDeleted: (id: string) => Operation<boolean>,
) {
  const s = tagStatements(db)
  const r = rulingStatements(db)
  const pages = new Map<string, Query<TagRow>>()

  function* target(claimId: string, question: string, position: string): Operation<number> {
    const [claim] = yield* s.claim({ claimId })
    requireClaim(claim, claim === undefined && (yield* claimWasDeleted(claimId)))
    const [found] = yield* s.question({ question })
    return requirePosition(found, question, position)
  }

  /** Supersedes the annotator's tag on the claim and question, if there is one. */
  function* put(
    id: string,
    claimId: string,
    tag: NewTag & { readonly wordsAlone?: WordsAlone },
    version: number,
    by: Tagger,
    act: Act,
  ): Operation<Tag> {
    const { question, position, confidence = null, rationale = null } = tag
    const [standing] = yield* s.standing({ claimId, question, annotatorId: by.id })
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
    yield* s.insert({ ...row, annotatorVersion: by.version, wordsAlone: tag.wordsAlone ?? null })
    yield* ledger.append(act, {
      entity: 'tag',
      id,
      action: 'create',
      after: { ...row, annotatorVersion: by.version, supersedes: standing?.id ?? null },
    })
    yield* standings.settle(claimId, question)
    return present({ ...row, annotatorName: by.name, current: 1 })
  }

  return {
    /** Throws NotFound, Gone, Conflict (rejected claim, closed question), Invalid (unknown question or position). */
    insert(
      id: string,
      claimId: string,
      tag: NewTag,
      by: Tagger,
      act: Act,
      receipt: (answer: Tag) => Operation<void>,
    ): Promise<Tag> {
      return db.batch(function* () {
        const version = yield* target(claimId, tag.question, tag.position)
        const answer = yield* put(id, claimId, tag, version, by, act)
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
        if (row.annotatorId !== by.id) throw new Forbidden('Only its annotator withdraws a tag.')
        if ((yield* s.retire({ id })) === 0)
          throw new Conflict('This tag was superseded or withdrawn before.', { state: { current: false } })
        yield* ledger.append(act, { entity: 'tag', id, action: 'withdraw', before: present(row) })
        yield* standings.settle(row.claimId, row.question)
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
      const rows = await query.read({ ...filters, current, after, limit: limit + 1 })
      const page = cut(rows, limit, (row) => encodeCursor(scope, [row.id]))
      return { ...page, data: page.data.map(present) }
    },

    /** Settles the claim; a ruling before it is kept and no longer current. Throws as `insert`. */
    rule(
      id: string,
      claimId: string,
      ruling: NewRuling,
      by: Caller,
      act: Act,
      receipt: (answer: Ruling) => Operation<void>,
    ): Promise<Ruling> {
      return db.batch(function* () {
        const { question, position, rationale = null } = ruling
        const questionVersion = yield* target(claimId, question, position)
        const [standing] = yield* r.standing({ claimId, question })
        if (standing) yield* r.retire({ id: standing.id })
        const row = {
          id,
          claimId,
          question,
          questionVersion,
          position,
          annotatorId: by.id,
          rationale,
          createdAt: act.at,
        }
        yield* r.insert(row)
        yield* ledger.append(act, {
          entity: 'ruling',
          id,
          action: 'create',
          after: { ...row, supersedes: standing?.id ?? null },
        })
        yield* standings.settle(claimId, question)
        const answer = presentRuling({ ...row, annotatorName: by.name, kind: by.kind, current: 1 })
        yield* receipt(answer)
        return answer
      })
    },
    async listRulings(claimId: string, limit: number, cursor?: string): Promise<Page<Ruling>> {
      const scope = ['rulings of', claimId]
      const after = cursor === undefined ? '' : decodeCursor(scope, cursor)[0]
      const page = cut(await r.ofClaim.read({ claimId, after, limit: limit + 1 }), limit, (row) =>
        encodeCursor(scope, [row.id]),
      )
      return { ...page, data: page.data.map(presentRuling) }
    },
  }
}

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
