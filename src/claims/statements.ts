// The prepared statements behind the claim store.

import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database, Query } from '../storage/database.ts'
import type { ClaimText } from './claim-writer.ts'
import { claimColumns, claimTexts } from './columns.ts'
import type { ClaimRow } from './present.ts'

export function claimStatements(db: Database) {
  const { claims: c, claimSpeakers: cs, affiliations: af, articles, changes } = db.tables
  const json = (name: 'content' | 'cue' | 'source') => sql`${sql.param(sql.placeholder(name), c[name])}`
  return {
    one: db.query((q, slot) =>
      q
        .select(claimColumns(db))
        .from(c)
        .where(eq(c.id, slot('id'))),
    ) as unknown as Query<ClaimRow>,
    text: db.query((q, slot) =>
      q
        .select(claimTexts(db))
        .from(c)
        .where(eq(c.id, slot('id'))),
    ) as unknown as Query<ClaimText>,
    /** Those of these ids, a list in JSON; on SQLite alone. */
    texts: db.query((q, slot) =>
      q
        .select(claimTexts(db))
        .from(c)
        .where(sql`${c.id} in (select value from json_each(${slot('ids')}))`),
    ) as unknown as Query<ClaimText>,
    textsOfArticle: db.query((q, slot) =>
      q
        .select(claimTexts(db))
        .from(c)
        .where(and(eq(c.articleId, slot('articleId')), sql`${c.ordinal} > ${slot('after')}`))
        .orderBy(asc(c.ordinal))
        .limit(slot('limit')),
    ) as unknown as Query<ClaimText>,
    ofArticle: db.query((q, slot) =>
      q
        .select(claimColumns(db))
        .from(c)
        .where(and(eq(c.articleId, slot('articleId')), sql`${c.ordinal} > ${slot('after')}`))
        .orderBy(asc(c.ordinal))
        .limit(slot('limit')),
    ) as unknown as Query<ClaimRow>,
    affiliationsIn: db.query((q, slot) =>
      q
        .select({ claimId: cs.claimId, organizationId: af.organizationId })
        .from(c)
        .innerJoin(cs, eq(cs.claimId, c.id))
        .innerJoin(af, eq(af.speakerId, cs.speakerId))
        .where(eq(c.articleId, slot('articleId'))),
    ),
    article: db.query((q, slot) =>
      q
        .select({ text: articles.text, publisher: articles.publisher, publishedAt: articles.publishedAt })
        .from(articles)
        .where(eq(articles.id, slot('articleId'))),
    ),
    deletion: db.query((q, slot) =>
      q
        .select({ seq: changes.seq })
        .from(changes)
        .where(and(eq(changes.entityId, slot('id')), eq(changes.action, 'delete')))
        .limit(1),
    ),
    /** Where in its article something that starts there belongs. */
    ordinalAt: db.query((q, slot) =>
      q
        .select({ n: sql<number>`count(*) + 1`.mapWith(Number) })
        .from(c)
        .where(and(eq(c.articleId, slot('articleId')), sql`${c.start} <= ${slot('start')}`)),
    ),
    makeRoom: db.command((q, slot) =>
      q
        .update(c)
        .set({ ordinal: sql`${c.ordinal} + 1` })
        .where(and(eq(c.articleId, slot('articleId')), sql`${c.ordinal} >= ${slot('ordinal')}`)),
    ),
    closeGap: db.command((q, slot) =>
      q
        .update(c)
        .set({ ordinal: sql`${c.ordinal} - 1` })
        .where(and(eq(c.articleId, slot('articleId')), sql`${c.ordinal} > ${slot('ordinal')}`)),
    ),
    insert: db.command((q, slot) =>
      q.insert(c).values({
        id: slot('id'),
        articleId: slot('articleId'),
        ordinal: slot('ordinal'),
        start: slot('start'),
        type: slot('type'),
        polarity: slot('polarity'),
        status: slot('status'),
        quote: slot('quote'),
        content: slot('content'),
        cue: slot('cue'),
        source: slot('source'),
        prefix: slot('prefix'),
        suffix: slot('suffix'),
        method: slot('method'),
        methodConfidence: slot('methodConfidence'),
        parentId: slot('parentId'),
        confidence: slot('confidence'),
        createdBy: slot('createdBy'),
        createdVersion: slot('createdVersion'),
        createdAt: slot('createdAt'),
        updatedAt: slot('createdAt'),
        revision: 1,
        publisher: slot('publisher'),
        publishedAt: slot('publishedAt'),
        publishedMonth: slot('publishedMonth'),
      }),
    ),
    update: db.command((q, slot) =>
      q
        .update(c)
        .set({
          ordinal: sql`${slot('ordinal')}`,
          start: sql`${slot('start')}`,
          type: sql`${slot('type')}`,
          polarity: sql`${slot('polarity')}`,
          status: sql`${slot('status')}`,
          quote: sql`${slot('quote')}`,
          content: json('content'),
          cue: json('cue'),
          source: json('source'),
          prefix: sql`${slot('prefix')}`,
          suffix: sql`${slot('suffix')}`,
          method: sql`${slot('method')}`,
          methodConfidence: sql`${slot('methodConfidence')}`,
          updatedAt: sql`${slot('updatedAt')}`,
          revision: sql`${slot('revision')}`,
        })
        .where(eq(c.id, slot('id'))),
    ),
    addSpeaker: db.command((q, slot) =>
      q
        .insert(cs)
        .values({
          claimId: slot('claimId'),
          articleId: slot('articleId'),
          speakerId: slot('speakerId'),
          ordinal: slot('ordinal'),
        })
        .onConflictDoNothing(),
    ),
    remove: db.command((q, slot) => q.delete(c).where(eq(c.id, slot('id')))),
    dropSpeakers: db.command((q, slot) => q.delete(cs).where(eq(cs.claimId, slot('claimId')))),
  }
}
