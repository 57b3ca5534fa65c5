// The corpus behind every export, read in pages from one snapshot: however much there is, few articles are held at once.

import { type Filters, valuesOf } from '../claims/listing.ts'
import type { Database, Query, Values } from '../storage/database.ts'
import { entryOf } from './columns.ts'
import type { ArticleEntry, Corpus, Part, PlacedClaim, SpeakerRow } from './corpus.ts'
import { articleStatements, corpusStatements, sizeStatement } from './statements.ts'

/** Articles read in one go, texts and all: bounds memory. */
const ARTICLES_AT_ONCE = 8
/** Rows of anything small. */
const ROWS_AT_ONCE = 500
/** After the id of every article. */
const LAST = 'b'

export function corpusOf(snapshot: Database, filters: Filters | null): Corpus {
  const s = corpusStatements(snapshot, filters)
  const given: Values = filters === null ? {} : valuesOf(filters, null, 0)

  async function* paged<R>(query: Query<R>, keyOf: (row: R) => string, limit = ROWS_AT_ONCE, from = '') {
    for (let after = from; ; ) {
      const rows = await query.read({ ...given, after, limit })
      const last = rows.at(-1)
      if (last !== undefined) yield { rows, after, upTo: keyOf(last) }
      if (last === undefined || rows.length < limit) return
      after = keyOf(last)
    }
  }

  async function* each<R>(query: Query<R>, keyOf: (row: R) => string) {
    for await (const { rows } of paged(query, keyOf)) yield* rows
  }

  async function* articles(parts: readonly Part[], from?: string): AsyncGenerator<ArticleEntry<Part>> {
    const a = articleStatements(snapshot, filters, parts)
    for await (const { rows, after, upTo } of paged(a.articles, (row) => row.id, ARTICLES_AT_ONCE, from)) {
      const claims = new Map<string, PlacedClaim[]>()
      for (const row of await a.claims.read({ ...given, after, upTo }))
        listAt(claims, row.articleId).push(entryOf(row))
      for (const article of rows) yield { article, claims: claims.get(article.id) ?? [] }
    }
  }

  return {
    annotators: () => each(s.annotators, (row) => row.id),
    async *questions() {
      for await (const row of each(s.questions, (one) => one.slug))
        yield { ...row, versions: await s.versions.read({ slug: row.slug }) }
    },
    async *speakers() {
      for await (const { rows, after, upTo } of paged(s.speakers, (row) => row.id)) {
        const aliases = new Map<string, string[]>()
        for (const { speakerId, alias } of await s.aliases.read({ after, upTo }))
          listAt(aliases, speakerId).push(alias)
        for (const row of rows) yield { ...row, aliases: aliases.get(row.id) ?? [] } satisfies SpeakerRow
      }
    },
    async *affiliations() {
      for (let [after, afterId] = ['', '']; ; ) {
        const rows = await s.affiliations.read({ ...given, after, afterId, limit: ROWS_AT_ONCE })
        yield* rows
        const last = rows.at(-1)
        if (last === undefined || rows.length < ROWS_AT_ONCE) return
        ;[after, afterId] = [last.speakerId, last.organizationId]
      }
    },
    articles: <P extends Part>(parts: readonly P[], after?: string) =>
      articles(parts, after) as AsyncIterable<ArticleEntry<P>>,
    async counts(upTo = LAST) {
      const range = { ...given, upTo }
      const [claims, tags, rulings] = [
        await s.claimCount.read(range),
        await s.tagCount.read(range),
        await s.rulingCount.read(range),
      ].map((rows) => rows[0]?.n ?? 0)
      return { claims: claims ?? 0, tags: tags ?? 0, rulings: rulings ?? 0 }
    },
    articlesWithClaims: async () => (await s.articleCount.read(given))[0]?.n ?? 0,
    articleWithClaims: async (offset) => (await s.articleAt.read({ ...given, offset }))[0]?.id,
  }
}

/** Whether there are more than so many claims, asked or not. */
export function sizeOf(db: Database, few: number) {
  const beyond = sizeStatement(db, few)
  return { isLarge: async () => (await beyond.read()).length > 0 }
}

function listAt<K, V>(map: Map<K, V[]>, key: K): V[] {
  const list = map.get(key) ?? []
  map.set(key, list)
  return list
}
