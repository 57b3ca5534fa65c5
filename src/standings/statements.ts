// The prepared statements behind the kept counts.

import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../storage/database.ts'
import { hashedBy } from '../storage/partitions.ts'

/** What a claim's counts depend on. */
export function reading(db: Database) {
  const { claims, claimSpeakers, speakers, affiliations, claimPositions, tags, rulings } = db.tables
  return {
    claim: db.query((q, slot) =>
      q
        .select({
          status: claims.status,
          publisher: claims.publisher,
          publishedMonth: claims.publishedMonth,
          publishedAt: claims.publishedAt,
          createdAt: claims.createdAt,
        })
        .from(claims)
        .where(eq(claims.id, slot('claimId'))),
    ),
    speakers: db.query((q, slot) =>
      q
        .select({ id: speakers.id, kind: speakers.kind, organizationId: affiliations.organizationId })
        .from(claimSpeakers)
        .innerJoin(speakers, eq(speakers.id, claimSpeakers.speakerId))
        .leftJoin(affiliations, eq(affiliations.speakerId, speakers.id))
        .where(eq(claimSpeakers.claimId, slot('claimId'))),
    ),
    position: db.query((q, slot) =>
      q
        .select({
          position: claimPositions.position,
          basis: claimPositions.basis,
          confidence: claimPositions.confidence,
          wordsAlone: claimPositions.wordsAlone,
          version: claimPositions.version,
          people: claimPositions.people,
        })
        .from(claimPositions)
        .where(
          and(eq(claimPositions.claimId, slot('claimId')), eq(claimPositions.question, slot('question'))),
        ),
    ),
    positions: db.query((q, slot) =>
      q
        .select({
          question: claimPositions.question,
          position: claimPositions.position,
          basis: claimPositions.basis,
          confidence: claimPositions.confidence,
          wordsAlone: claimPositions.wordsAlone,
          version: claimPositions.version,
          people: claimPositions.people,
        })
        .from(claimPositions)
        .where(eq(claimPositions.claimId, slot('claimId'))),
    ),
    ruling: db.query((q, slot) =>
      q
        .select({ position: rulings.position, questionVersion: rulings.questionVersion })
        .from(rulings)
        .where(
          and(eq(rulings.claimId, slot('claimId')), eq(rulings.question, slot('question')), sql`current = 1`),
        ),
    ),
    votes: db.query((q, slot) =>
      q
        // Unordered on purpose: asked to order by id, SQLite walks all tags of the question in that order instead.
        .select({
          id: tags.id,
          annotatorId: tags.annotatorId,
          position: tags.position,
          kind: tags.kind,
          questionVersion: tags.questionVersion,
          confidence: tags.confidence,
          wordsAlone: tags.wordsAlone,
        })
        .from(tags)
        .where(and(eq(tags.claimId, slot('claimId')), eq(tags.question, slot('question')), sql`current = 1`)),
    ),
  }
}

/** Where a claim stands on a question. */
export function writing(db: Database) {
  const { claimPositions } = db.tables
  const besides = {
    basis: sql`excluded.basis`,
    confidence: sql`excluded.confidence`,
    wordsAlone: sql`excluded.words_alone`,
    version: sql`excluded.version`,
    people: sql`excluded.people`,
  }
  const put = (changed: typeof besides) =>
    db.command((q, slot) =>
      q
        .insert(claimPositions)
        .values({
          claimId: slot('claimId'),
          articleId: slot('articleId'),
          question: slot('question'),
          position: slot('position'),
          basis: slot('basis'),
          confidence: slot('confidence'),
          wordsAlone: slot('wordsAlone'),
          version: slot('version'),
          people: slot('people'),
        })
        .onConflictDoUpdate({
          target: [
            claimPositions.claimId,
            claimPositions.question,
            ...hashedBy(db, claimPositions.articleId),
          ],
          set: changed,
        }),
    )
  return {
    position: put({ position: sql`excluded.position`, ...besides } as typeof besides),
    /** Where it stays on the position it was on: an index over positions is then left alone. */
    restate: put(besides),
    dropPosition: db.command((q, slot) =>
      q
        .delete(claimPositions)
        .where(
          and(eq(claimPositions.claimId, slot('claimId')), eq(claimPositions.question, slot('question'))),
        ),
    ),
  }
}
