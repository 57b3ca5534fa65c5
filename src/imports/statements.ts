// The prepared statements behind imports: what is here already, and rows put in as they were elsewhere.

import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Database } from '../storage/database.ts'
import type { Tables } from '../storage/tables.ts'
import { markStatements } from './mark-statements.ts'

export function importStatements(db: Database) {
  return { ...found(db), ...markStatements(db), ...put(db) }
}

function found(db: Database) {
  const { annotators: a, questions: qu, questionVersions: v, speakers: s, affiliations: af } = db.tables
  const {
    articles: ar,
    claims: c,
    tags: t,
    rulings: r,
    claimSpeakers: cs,
    speakerAliases: al,
    changes,
  } = db.tables
  const { text: _, ...knownOfArticle } = getTableColumns(ar)
  return {
    annotator: db.query((q, slot) =>
      q
        .select()
        .from(a)
        .where(eq(a.id, slot('id'))),
    ),
    question: db.query((q, slot) =>
      q
        .select()
        .from(qu)
        .where(eq(qu.slug, slot('slug'))),
    ),
    versions: db.query((q, slot) =>
      q
        .select()
        .from(v)
        .where(eq(v.slug, slot('slug')))
        .orderBy(asc(v.version)),
    ),
    speaker: db.query((q, slot) =>
      q
        .select()
        .from(s)
        .where(eq(s.id, slot('id'))),
    ),
    aliasesOf: db.query((q, slot) =>
      q
        .select({ alias: al.alias })
        .from(al)
        .where(eq(al.speakerId, slot('id'))),
    ),
    affiliation: db.query((q, slot) =>
      q
        .select({ role: af.role })
        .from(af)
        .where(and(eq(af.speakerId, slot('speakerId')), eq(af.organizationId, slot('organizationId')))),
    ),
    article: db.query((q, slot) =>
      q
        .select(knownOfArticle)
        .from(ar)
        .where(eq(ar.id, slot('id'))),
    ),
    articleText: db.query((q, slot) =>
      q
        .select({ text: ar.text, publisher: ar.publisher, publishedAt: ar.publishedAt })
        .from(ar)
        .where(eq(ar.id, slot('id'))),
    ),
    /** Two are enough to know that it is not one. */
    articlesCalled: db.query((q, slot) =>
      q
        .select({ id: ar.id })
        .from(ar)
        .where(sql`(${ar.url} = ${slot('name')} or ${ar.title} = ${slot('name')})`)
        .limit(2),
    ),
    speakersNamed: db.query((q, slot) =>
      q
        .select({ id: al.speakerId })
        .from(al)
        .where(eq(al.folded, slot('folded'))),
    ),
    annotatorsNamed: db.query((q, slot) =>
      q
        .select()
        .from(a)
        .where(and(eq(a.name, slot('name')), eq(a.kind, slot('kind'))))
        .orderBy(asc(a.id))
        .limit(1),
    ),
    sameText: db.query((q, slot) =>
      q
        .select({ id: ar.id })
        .from(ar)
        .where(eq(ar.sha256, slot('sha256'))),
    ),
    deletion: db.query((q, slot) =>
      q
        .select({ seq: changes.seq })
        .from(changes)
        .where(and(eq(changes.entityId, slot('id')), eq(changes.action, 'delete')))
        .limit(1),
    ),
    claim: db.query((q, slot) =>
      q
        .select({
          articleId: c.articleId,
          type: c.type,
          polarity: c.polarity,
          status: c.status,
          content: c.content,
          cue: c.cue,
          source: c.source,
          updatedAt: c.updatedAt,
        })
        .from(c)
        .where(eq(c.id, slot('id'))),
    ),
    anyClaim: db.query((q) => q.select({ id: c.id }).from(c).limit(1)),
    tag: db.query((q, slot) =>
      q
        .select()
        .from(t)
        .where(eq(t.id, slot('id'))),
    ),
    ruling: db.query((q, slot) =>
      q
        .select()
        .from(r)
        .where(eq(r.id, slot('id'))),
    ),
    standingTag: db.query((q, slot) =>
      q
        .select({ id: t.id, position: t.position })
        .from(t)
        .where(
          and(
            eq(t.claimId, slot('claimId')),
            eq(t.question, slot('question')),
            eq(t.annotatorId, slot('annotatorId')),
            sql`${t.current} = 1`,
          ),
        ),
    ),
    standingRuling: db.query((q, slot) =>
      q
        .select({ id: r.id, position: r.position })
        .from(r)
        .where(and(eq(r.claimId, slot('claimId')), eq(r.question, slot('question')), sql`${r.current} = 1`)),
    ),
    ordinalAt: db.query((q, slot) =>
      q
        .select({ n: sql<number>`count(*) + 1`.mapWith(Number) })
        .from(c)
        .where(and(eq(c.articleId, slot('articleId')), sql`${c.start} <= ${slot('start')}`)),
    ),
    speakersOfClaim: db.query((q, slot) =>
      q
        .select({ id: cs.speakerId })
        .from(cs)
        .where(eq(cs.claimId, slot('claimId')))
        .orderBy(asc(cs.ordinal)),
    ),
    claimsOfSpeaker: db.query((q, slot) =>
      q
        .select({ id: cs.claimId })
        .from(cs)
        .where(eq(cs.speakerId, slot('id'))),
    ),
  }
}

function put(db: Database) {
  const { tables } = db
  /** Every column is given; the database numbers the rows. */
  const insert = (name: keyof Tables) =>
    db.command((q, slot) => {
      const names = Object.keys(getTableColumns(tables[name])).filter((column) => column !== 'number')
      return q
        .insert(tables[name])
        .values(Object.fromEntries(names.map((column) => [column, slot(column)])) as never)
    })
  const { claims: c, questions: qu, questionVersions: v } = tables
  return {
    insertAnnotator: insert('annotators'),
    insertQuestion: insert('questions'),
    insertVersion: insert('questionVersions'),
    insertSpeaker: insert('speakers'),
    insertAlias: insert('speakerAliases'),
    insertAffiliation: insert('affiliations'),
    insertClaim: insert('claims'),
    insertClaimSpeaker: insert('claimSpeakers'),
    insertTag: insert('tags'),
    insertRuling: insert('rulings'),
    dropVersions: db.command((q, slot) => q.delete(v).where(eq(v.slug, slot('slug')))),
    dropQuestion: db.command((q, slot) => q.delete(qu).where(eq(qu.slug, slot('slug')))),
    makeRoom: db.command((q, slot) =>
      q
        .update(c)
        .set({ ordinal: sql`${c.ordinal} + 1` })
        .where(and(eq(c.articleId, slot('articleId')), sql`${c.ordinal} >= ${slot('ordinal')}`)),
    ),
  }
}

export type ImportStatements = ReturnType<typeof importStatements>
