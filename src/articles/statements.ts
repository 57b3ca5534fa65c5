// The prepared statements behind the article store.

import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database } from '../storage/database.ts'

/** An article without its text, with the number of claims that are not rejected. */
export function summaryColumns(db: Database) {
  const { articles } = db.tables
  // Written out: in a query of one table the builder names columns without it, and "id" would be the claim's own.
  const claimCount = sql<number>`(select count(*) from claims c where c.article_id = articles.id and c.status <> 'rejected')`
  return {
    id: articles.id,
    title: articles.title,
    publisher: articles.publisher,
    byline: articles.byline,
    url: articles.url,
    publishedAt: articles.publishedAt,
    language: articles.language,
    metadata: articles.metadata,
    sha256: articles.sha256,
    engineVersion: articles.engineVersion,
    claimCount: claimCount.mapWith(Number).as('claim_count'),
    createdBy: articles.createdBy,
    createdAt: articles.createdAt,
    updatedAt: articles.updatedAt,
    revision: articles.revision,
  }
}

export function articleStatements(db: Database) {
  const { articles: a, claims: c, changes } = db.tables
  return {
    one: db.query((q, slot) =>
      q
        .select({ ...summaryColumns(db), text: a.text })
        .from(a)
        .where(eq(a.id, slot('id'))),
    ),
    text: db.query((q, slot) =>
      q
        .select({ text: a.text })
        .from(a)
        .where(eq(a.id, slot('id'))),
    ),
    publication: db.query((q, slot) =>
      q
        .select({ publisher: a.publisher, publishedAt: a.publishedAt })
        .from(a)
        .where(eq(a.id, slot('id'))),
    ),
    setEngineVersion: db.command((q, slot) =>
      q
        .update(a)
        .set({ engineVersion: sql`${slot('engineVersion')}` })
        .where(eq(a.id, slot('id'))),
    ),
    bySha256: db.query((q, slot) =>
      q
        .select({ id: a.id })
        .from(a)
        .where(eq(a.sha256, slot('sha256'))),
    ),
    deletion: db.query((q, slot) =>
      q
        .select({ seq: changes.seq })
        .from(changes)
        .where(and(eq(changes.entityId, slot('id')), eq(changes.action, 'delete')))
        .limit(1),
    ),
    anyCreation: db.query((q) =>
      q
        .select({ seq: changes.seq })
        .from(changes)
        .where(and(eq(changes.entity, 'article'), eq(changes.action, 'create')))
        .limit(1),
    ),
    claimIds: db.query((q, slot) =>
      q
        .select({ id: c.id })
        .from(c)
        .where(eq(c.articleId, slot('articleId')))
        .orderBy(asc(c.ordinal)),
    ),
    insert: db.command((q, slot) =>
      q.insert(a).values({
        id: slot('id'),
        title: slot('title'),
        publisher: slot('publisher'),
        byline: slot('byline'),
        url: slot('url'),
        publishedAt: slot('publishedAt'),
        language: slot('language'),
        metadata: slot('metadata'),
        sha256: slot('sha256'),
        engineVersion: slot('engineVersion'),
        createdBy: slot('createdBy'),
        createdAt: slot('createdAt'),
        updatedAt: slot('updatedAt'),
        revision: slot('revision'),
        text: slot('text'),
      }),
    ),
    update: db.command((q, slot) =>
      q
        .update(a)
        .set({
          title: sql`${slot('title')}`,
          publisher: sql`${slot('publisher')}`,
          byline: sql`${slot('byline')}`,
          url: sql`${slot('url')}`,
          publishedAt: sql`${slot('publishedAt')}`,
          language: sql`${slot('language')}`,
          metadata: sql`${sql.param(sql.placeholder('metadata'), a.metadata)}`,
          updatedAt: sql`${slot('updatedAt')}`,
          revision: sql`${slot('revision')}`,
        })
        .where(eq(a.id, slot('id'))),
    ),
    /** What claims repeat of their article. */
    updateClaims: db.command((q, slot) =>
      q
        .update(c)
        .set({
          publisher: sql`${slot('publisher')}`,
          publishedAt: sql`${slot('publishedAt')}`,
          publishedMonth: sql`${slot('publishedMonth')}`,
        })
        .where(eq(c.articleId, slot('articleId'))),
    ),
    remove: db.command((q, slot) => q.delete(a).where(eq(a.id, slot('id')))),
  }
}
