// Articles in the database.

import { and, asc, eq, gt, gte, lt, type SQL } from 'drizzle-orm'
import { NotFound } from '../errors.ts'
import { endOf, given, iso, isoOrNull, startOf } from '../http/formats.ts'
import { cut, type Page } from '../http/page.ts'
import { monthOf } from '../standings/groups.ts'
import type { Standings } from '../standings/store.ts'
import { decodeCursor, encodeCursor } from '../storage/cursor.ts'
import type { Database, Operation, Query, Values } from '../storage/database.ts'
import type { Act, Ledger } from '../storage/ledger.ts'
import { indexing, search, searchValue } from '../storage/search.ts'
import type { Article, ArticleChange, ArticleFilter, ArticleSummary } from './schema.ts'
import { articleStatements, summaryColumns } from './statements.ts'

export type ArticleRow = Omit<Database['tables']['articles']['$inferSelect'], 'number'>
type SummaryRow = Omit<ArticleRow, 'text'> & { claimCount: number }

/** Field by field, so that the ETag does not hang on where a row came from. */
export const presentSummary = (row: SummaryRow): ArticleSummary => ({
  id: row.id,
  title: row.title,
  publisher: row.publisher,
  byline: row.byline,
  url: row.url,
  publishedAt: isoOrNull(row.publishedAt),
  language: row.language,
  metadata: row.metadata,
  sha256: row.sha256,
  engineVersion: row.engineVersion,
  claimCount: row.claimCount,
  createdBy: row.createdBy,
  createdAt: iso(row.createdAt),
  updatedAt: iso(row.updatedAt),
})

export const presentArticle = ({ text, ...row }: ArticleRow & { claimCount: number }): Article => ({
  ...presentSummary(row),
  text,
})

/** What the ledger keeps of an article: all but its text, which the hash stands for. */
const recorded = ({ text: _, ...row }: ArticleRow) => row

export type ArticleStore = ReturnType<typeof articleStore>

export function articleStore(db: Database, ledger: Ledger, standings: Standings) {
  const s = articleStatements(db)
  const index = indexing(db)
  const pages = new Map<string, Query<SummaryRow & { number: number }>>()

  function* uncountAll(articleId: string): Operation<string[]> {
    const claims = (yield* s.claimIds({ articleId })).map((row) => row.id)
    for (const id of claims) yield* standings.uncount(id)
    return claims
  }

  return {
    async find(id: string): Promise<Article | null> {
      const [row] = await s.one.read({ id })
      return row ? presentArticle(row) : null
    },
    /** Only the text, for those who anchor spans in it. */
    async findText(id: string): Promise<string | null> {
      const [row] = await s.text.read({ id })
      return row?.text ?? null
    },
    async idOfText(sha256: string): Promise<string | null> {
      const [row] = await s.bySha256.read({ sha256 })
      return row?.id ?? null
    },
    /** Whether there is an article, or ever was one. */
    async hasAny(): Promise<boolean> {
      return (await s.anyCreation.read()).length > 0
    },
    /** Whether there was an article of this id that has been deleted. */
    async wasDeleted(id: string): Promise<boolean> {
      return (await s.deletion.read({ id })).length > 0
    },

    async list(filter: ArticleFilter): Promise<Page<ArticleSummary>> {
      const { limit, cursor, ...filters } = given(filter) as ArticleFilter
      const scope = ['articles', filters]
      const after = cursor === undefined ? null : decodeCursor(scope, cursor)
      const shape = [...Object.keys(filters), after ? 'after' : ''].sort().join()
      const query = pages.get(shape) ?? articlePage(db, filters, after !== null)
      pages.set(shape, query)
      const values = { ...valuesOf(filters), after: after?.[0], limit: limit + 1 }
      // Under one filter an index has just these articles; else many may have to be passed over until the page is full.
      const [first, second] = Object.keys(filters)
      const isInOrder = second === undefined && !first?.startsWith('published')
      const rows = await (isInOrder ? query.read(values) : query.readApart(values))
      const page = cut(rows, limit, (row) =>
        encodeCursor(scope, [filters.q === undefined ? row.id : row.number]),
      )
      return { ...page, data: page.data.map(presentSummary) }
    },

    *publicationOf(id: string): Operation<{ publisher: string | null; publishedAt: number | null }> {
      const [row] = yield* s.publication({ id })
      return row ?? { publisher: null, publishedAt: null }
    },
    /** The engine that read it last. */
    *setEngineVersion(id: string, engineVersion: string, act: Act): Operation<void> {
      yield* s.setEngineVersion({ id, engineVersion })
      yield* ledger.append(act, { entity: 'article', id, action: 'reextract', after: { engineVersion } })
    },

    /** Part of taking an article in. */
    *insert(row: ArticleRow, act: Act): Operation<void> {
      yield* s.insert({ ...row })
      yield* index.addArticle({ id: row.id })
      yield* ledger.append(act, { entity: 'article', id: row.id, action: 'create', after: recorded(row) })
    },

    /** Throws NotFound, and what `check` throws at the article as it stands. Its claims are counted anew under the new publisher and date. */
    replace(
      id: string,
      change: ArticleChange,
      act: Act,
      check: (current: Article) => void,
    ): Promise<Article> {
      return db.batch(function* () {
        const [row] = yield* s.one({ id })
        if (!row) throw new NotFound('There is no such article.')
        check(presentArticle(row))
        const { publishedAt, ...rest } = given(change)
        const at = publishedAt === undefined ? {} : { publishedAt: publishedAt && startOf(publishedAt) }
        const changed = {
          ...row,
          ...rest,
          ...at,
          updatedAt: act.at,
          revision: row.revision + 1,
        } as typeof row
        const claims = yield* uncountAll(id)
        yield* index.dropArticle({ id })
        yield* s.update({ ...changed })
        yield* s.updateClaims({
          articleId: id,
          publisher: changed.publisher,
          publishedAt: changed.publishedAt,
          publishedMonth: monthOf(changed.publishedAt),
        })
        yield* index.addArticle({ id })
        for (const claim of claims) yield* standings.count(claim)
        yield* ledger.append(act, {
          entity: 'article',
          id,
          action: 'update',
          before: recorded(row),
          after: recorded(changed),
        })
        return presentArticle(changed)
      })
    },

    /** Its claims and tags go with it. Throws NotFound, and what `check` throws at the article as it stands. */
    remove(id: string, act: Act, check: (current: Article) => void): Promise<void> {
      return db.batch(function* () {
        const [row] = yield* s.one({ id })
        if (!row) throw new NotFound('There is no such article.')
        check(presentArticle(row))
        for (const claim of yield* uncountAll(id)) {
          yield* index.dropClaim({ id: claim })
          yield* ledger.append(act, { entity: 'claim', id: claim, action: 'delete' })
        }
        yield* index.dropArticle({ id })
        yield* s.remove({ id })
        yield* ledger.append(act, { entity: 'article', id, action: 'delete', before: recorded(row) })
      })
    },
  }
}

type Filters = Omit<ArticleFilter, 'limit' | 'cursor'>

function valuesOf({ q, publisher, publishedFrom, publishedTo }: Filters): Values {
  return {
    publisher,
    q: q === undefined ? undefined : searchValue(q),
    from: publishedFrom === undefined ? undefined : startOf(publishedFrom),
    to: publishedTo === undefined ? undefined : endOf(publishedTo),
  }
}

/** The statement for one combination of filters; by id, or by number where a search gives that order. */
function articlePage(
  db: Database,
  filters: Filters,
  hasCursor: boolean,
): Query<SummaryRow & { number: number }> {
  const { articles: a } = db.tables
  return db.query((q, slot) => {
    const conditions: SQL[] = []
    const found = filters.q === undefined ? null : search(db, 'articles')
    if (found) conditions.push(found.matches)
    if (filters.publisher !== undefined) conditions.push(eq(a.publisher, slot('publisher')))
    if (filters.publishedFrom !== undefined) conditions.push(gte(a.publishedAt, slot('from')))
    if (filters.publishedTo !== undefined) conditions.push(lt(a.publishedAt, slot('to')))
    const order = found?.number ?? a.id
    if (hasCursor) conditions.push(gt(order, slot('after')))
    const base = q
      .select({ ...summaryColumns(db), number: a.number })
      .from(a)
      .$dynamic()
    const joined = found?.via ? base.innerJoin(found.via.table, found.via.on) : base
    return joined
      .where(and(...conditions))
      .orderBy(asc(order))
      .limit(slot('limit')) as unknown as PromiseLike<(SummaryRow & { number: number })[]> & {
      prepare(): unknown
    }
  })
}
