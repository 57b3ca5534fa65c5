// Full-text search, the one thing the two databases do each in its own way.

import { type AnyColumn, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { integer, type SQLiteTable, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Command, Database } from './database.ts'

// Virtual tables of migration 0001_search, described here only to be queried: drizzle-kit must not see them.
const articlesSearch = sqliteTable('articles_search', {
  rowid: integer('rowid'),
  title: text('title'),
  text: text('text'),
})
const claimsSearch = sqliteTable('claims_search', { rowid: integer('rowid'), quote: text('quote') })
// Such a table takes orders in a column that has its own name.
const orders = [
  sqliteTable('articles_search', { order: text('articles_search') }),
  sqliteTable('claims_search', { order: text('claims_search') }),
]

export interface Search {
  /** A table to join first and how, where the database needs one. */
  readonly via: { readonly table: SQLiteTable; readonly on: SQL } | null
  /** Holds for rows that match the slot `q` (see `searchValue`). */
  readonly matches: SQL
  /** `number`, as a page is to be ordered by it: SQLite's index gives its own in order, and only as many as are asked for. */
  readonly number: AnyColumn
}

/**
 * What to hand to the slot `q`: every word must occur; words in double quotes in that order. Each is quoted, which
 * keeps either database from reading operators into it ("or", "-x", "NEAR").
 */
export function searchValue(q: string): string {
  const parts = q.match(/"[^"]*"|[^\s"]+/g) ?? []
  const words = parts.filter((part) => /[\p{L}\p{N}]/u.test(part))
  return words.map((part) => `"${part.replaceAll('"', '')}"`).join(' ') || '""'
}

/** Search over titles and texts, or over quotes. */
export function search(db: Database, table: 'articles' | 'claims'): Search {
  const q = sql.placeholder('q')
  if (db.dialect === 'sqlite') {
    const index = table === 'articles' ? articlesSearch : claimsSearch
    return {
      via: { table: index, on: eq(index.rowid, db.tables[table].number) },
      matches: sql`${sql.identifier(`${table}_search`)} match ${q}`,
      number: index.rowid,
    }
  }
  const words =
    table === 'articles'
      ? sql`"articles"."title" || ' xqendoftitlexq ' || left("articles"."text", 200000)`
      : sql`left("claims"."quote", 200000)`
  return {
    via: null,
    matches: sql`to_tsvector('averment', ${words}) @@ websearch_to_tsquery('averment', ${q})`,
    number: db.tables[table].number,
  }
}

/** Enters rows into SQLite's index, and takes them out, by the slot `id`; PostgreSQL's index keeps itself. */
export function indexing(
  db: Database,
): Record<'addArticle' | 'dropArticle' | 'addClaim' | 'dropClaim', Command> {
  const { articles, claims } = db.tables
  if (db.dialect === 'postgres')
    return { addArticle: nothing, dropArticle: nothing, addClaim: nothing, dropClaim: nothing }
  const id = sql.placeholder('id')
  return {
    addArticle: db.command((q) =>
      q
        .insert(articlesSearch)
        .select(
          q
            .select({ rowid: articles.number, title: articles.title, text: articles.text })
            .from(articles)
            .where(eq(articles.id, id)),
        ),
    ),
    dropArticle: db.command((q) =>
      q
        .delete(articlesSearch)
        .where(
          inArray(
            articlesSearch.rowid,
            q.select({ n: articles.number }).from(articles).where(eq(articles.id, id)),
          ),
        ),
    ),
    addClaim: db.command((q) =>
      q
        .insert(claimsSearch)
        .select(
          q.select({ rowid: claims.number, quote: claims.quote }).from(claims).where(eq(claims.id, id)),
        ),
    ),
    dropClaim: db.command((q) =>
      q
        .delete(claimsSearch)
        .where(
          inArray(claimsSearch.rowid, q.select({ n: claims.number }).from(claims).where(eq(claims.id, id))),
        ),
    ),
  }
}

/** Empties SQLite's index and enters every row anew; PostgreSQL's index keeps itself. */
export function reindexing(db: Database): readonly Command[] {
  const { articles, claims } = db.tables
  if (db.dialect === 'postgres') return []
  return [
    ...orders.map((table) => db.command((q) => q.insert(table).values({ order: 'delete-all' }))),
    db.command((q) =>
      q
        .insert(articlesSearch)
        .select(
          q.select({ rowid: articles.number, title: articles.title, text: articles.text }).from(articles),
        ),
    ),
    db.command((q) =>
      q.insert(claimsSearch).select(q.select({ rowid: claims.number, quote: claims.quote }).from(claims)),
    ),
  ]
}

// biome-ignore lint/correctness/useYield: an operation of no steps
function* nothing() {
  return 0
}
