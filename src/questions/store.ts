// Questions and their versions in the database.

import { ENGINE_ID } from '../annotators/people.ts'
import type { QuestionDefinition } from '../engine/types.ts'
import { Conflict, NotFound } from '../errors.ts'
import { given } from '../http/formats.ts'
import { cut, type Page } from '../http/page.ts'
import type { Standings } from '../standings/store.ts'
import { decodeCursor, encodeCursor } from '../storage/cursor.ts'
import type { Database, Operation } from '../storage/database.ts'
import type { Act, Ledger } from '../storage/ledger.ts'
import { complete, meansSomethingElse } from './positions.ts'
import { present, presentVersion, type Row, UNSAID, type Work, workOf } from './present.ts'
import type {
  NewQuestion,
  QuestionChange,
  QuestionFilter,
  QuestionVersion,
  StoredQuestion,
} from './schema.ts'
import { questionStatements } from './statements.ts'

/** What a change did: the caller places claims anew where the question was opened or means something else. */
export interface Changed {
  readonly question: StoredQuestion
  readonly toPlace: boolean
}

export type QuestionStore = ReturnType<typeof questionStore>

export function questionStore(db: Database, ledger: Ledger, standings: Standings) {
  const s = questionStatements(db)

  function* insert(
    input: Pick<Row, 'slug' | 'text' | 'guidelines' | 'status' | 'positions'>,
    work: Work,
    act: Act,
  ) {
    const row: Row = {
      ...input,
      ...work,
      version: 1,
      placed: null,
      createdAt: act.at,
      updatedAt: act.at,
      revision: 1,
    }
    yield* s.insert({ ...row })
    yield* s.insertVersion({ ...row, at: act.at })
    const question = present(row)
    yield* ledger.append(act, { entity: 'question', id: row.slug, action: 'create', after: question })
    return question
  }

  /** The engine's own tags are left: it places every claim anew. */
  function* retire(question: string, position: string, act: Act): Operation<void> {
    const touched = new Map<string, string>()
    for (const { id, claimId, articleId } of yield* s.rulingsOn({ question, position })) {
      yield* s.retireRuling({ id, ...act })
      yield* ledger.append(act, { entity: 'ruling', id, action: 'retire', after: { claimId, question } })
      touched.set(claimId, articleId)
    }
    for (const { id, claimId, articleId } of yield* s.tagsOn({ question, position, except: ENGINE_ID })) {
      yield* s.retireTag({ id })
      yield* ledger.append(act, { entity: 'tag', id, action: 'retire', after: { claimId, question } })
      touched.set(claimId, articleId)
    }
    for (const [claimId, articleId] of touched) yield* standings.settle({ claimId, articleId }, question)
  }

  return {
    async find(slug: string): Promise<StoredQuestion | null> {
      const [row] = await s.one.read({ slug })
      return row ? present(row) : null
    },
    /** Those that claims are tagged on. */
    async open(): Promise<StoredQuestion[]> {
      return (await s.open.read()).map(present)
    },
    async list({ limit, cursor, status = '' as never }: QuestionFilter): Promise<Page<StoredQuestion>> {
      const scope = ['questions', status]
      const after = cursor === undefined ? '' : String(decodeCursor(scope, cursor)[0])
      const page = cut(await s.page.read({ status, after, limit: limit + 1 }), limit, (row) =>
        encodeCursor(scope, [row.slug]),
      )
      return { ...page, data: page.data.map(present) }
    },
    async listVersions(slug: string, limit: number, cursor?: string): Promise<Page<QuestionVersion>> {
      const scope = ['question versions', slug]
      const after = cursor === undefined ? 0 : Number(decodeCursor(scope, cursor)[0])
      const page = cut(await s.versions.read({ slug, after, limit: limit + 1 }), limit, (row) =>
        encodeCursor(scope, [row.version]),
      )
      return { ...page, data: page.data.map(presentVersion) }
    },

    /** Throws Conflict when the slug is taken, Invalid for positions that do not fit together. */
    insert(
      input: NewQuestion,
      act: Act,
      receipt: (question: StoredQuestion) => Operation<void>,
    ): Promise<StoredQuestion> {
      const positions = complete(input.positions)
      return db.batch(function* () {
        const { slug, text, guidelines, status } = input
        if ((yield* s.one({ slug })).length > 0)
          throw new Conflict(`There is a question ${slug} already.`, { state: { slug } })
        const given = { slug, text, guidelines, status, positions }
        const question = yield* insert(given, workOf(input, UNSAID), act)
        yield* receipt(question)
        return question
      })
    },

    /**
     * Throws NotFound, and Invalid for positions that do not fit together. `expected` is asked within the
     * transaction whether the question is still the one the caller read. Tags and rulings on a position that goes
     * stay readable and are no longer current.
     */
    replace(
      slug: string,
      change: QuestionChange,
      act: Act,
      expected: (question: StoredQuestion) => void,
    ): Promise<Changed> {
      const { text, guidelines, status, positions, wording } = change
      const completed = positions === undefined ? {} : { positions: complete(positions) }
      return db.batch(function* () {
        const [row] = yield* s.one({ slug })
        if (!row) throw new NotFound('There is no such question.')
        const before = present(row)
        expected(before)
        const changed: Row = {
          ...row,
          ...given({ text, guidelines, status }),
          ...completed,
          ...workOf(change, row),
          updatedAt: act.at,
          revision: row.revision + 1,
        }
        const isNew = meansSomethingElse(before, present(changed), wording)
        if (isNew) changed.version = row.version + 1
        yield* s.update({ ...changed })
        yield* isNew ? s.insertVersion({ ...changed, at: act.at }) : s.rewordVersion({ ...changed })
        const question = present(changed)
        yield* ledger.append(act, { entity: 'question', id: slug, action: 'update', before, after: question })
        const kept = new Set(changed.positions.map((position) => position.slug))
        for (const gone of row.positions.filter((position) => !kept.has(position.slug)))
          yield* retire(slug, gone.slug, act)
        const opened = row.status !== 'open'
        return { question, toPlace: changed.status === 'open' && (opened || isNew) }
      })
    },

    /** Opens the question when it is not known yet; one that is known stays as curators have made it. */
    ensure(definition: QuestionDefinition, act: Act): Promise<StoredQuestion> {
      const { slug, text, guidelines } = definition
      const positions = complete(definition.positions)
      return db.batch(function* () {
        const [row] = yield* s.one({ slug })
        if (row) return present(row)
        return yield* insert({ slug, text, guidelines, positions, status: 'open' }, UNSAID, act)
      })
    },
  }
}
