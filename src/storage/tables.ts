// Every table, on one page, since foreign keys cross rooms. Ground: annotators, articles, questions, tags, rulings.
// Derived and kept in step within each write: claim_positions, standings, standing_groups, evidence with its
// strongest few.
// What hangs on a claim repeats the claim's article: by that the tables can be hashed over several partitions. On
// PostgreSQL it is therefore last in their keys, and a claim's id with its article's is what they refer to (`hashedBy`).
// Times are milliseconds since 1970 UTC; `revision` counts the writes of a row.

import { sql } from 'drizzle-orm'
import type { AnySQLiteColumn, ForeignKeyBuilder } from 'drizzle-orm/sqlite-core'
import type { Lessons } from '../engine/index.ts'
import type { PositionKind } from '../engine/types.ts'
import type { Columns } from './columns.sqlite.ts'

/** A span with its words, in UTF-16 units and in code points, so that a claim is read without its article's text. */
export interface StoredSpan {
  readonly utf16: readonly [start: number, end: number]
  readonly points: readonly [start: number, end: number]
  readonly exact: string
}

export interface WordsAlone {
  readonly position: string
  readonly confidence: number
}

/** What hangs on a claim. */
interface OfClaim {
  readonly claimId: AnySQLiteColumn
  readonly articleId: AnySQLiteColumn
}

export interface PositionRow {
  slug: string
  label: string
  definition: string
  kind: PositionKind
  /** Absent from rows written before there were examples. */
  examples?: string[]
}

export function defineTables(c: Columns) {
  const annotators = c.table('annotators', {
    id: c.text('id').primaryKey(),
    name: c.text('name').notNull(),
    kind: c.text('kind').notNull(),
    role: c.text('role').notNull(),
    status: c.text('status').notNull(),
    version: c.text('version'),
    createdAt: c.integer('created_at').notNull(),
    revision: c.integer('revision').notNull(),
  })

  const keys = c.table(
    'keys',
    {
      id: c.text('id').primaryKey(),
      annotatorId: c
        .text('annotator_id')
        .notNull()
        .references(() => annotators.id),
      name: c.text('name'),
      hash: c.text('hash').notNull(),
      createdAt: c.integer('created_at').notNull(),
      expiresAt: c.integer('expires_at'),
      revokedAt: c.integer('revoked_at'),
      lastUsedAt: c.integer('last_used_at'),
    },
    (t) => [c.uniqueIndex('keys_hash').on(t.hash), c.index('keys_annotator').on(t.annotatorId, t.id)],
  )

  const articles = c.table(
    'articles',
    {
      number: c.rowNumber('number'),
      id: c.text('id').notNull().unique(),
      title: c.text('title').notNull(),
      publisher: c.text('publisher'),
      byline: c.text('byline'),
      url: c.text('url'),
      publishedAt: c.integer('published_at'),
      language: c.text('language').notNull(),
      metadata: c.json<Record<string, unknown>>('metadata').notNull(),
      sha256: c.text('sha256').notNull(),
      engineVersion: c.text('engine_version').notNull(),
      createdBy: c
        .text('created_by')
        .notNull()
        .references(() => annotators.id),
      createdAt: c.integer('created_at').notNull(),
      updatedAt: c.integer('updated_at').notNull(),
      revision: c.integer('revision').notNull(),
      // Last, so that reading a list does not walk the pages of long texts.
      text: c.text('text').notNull(),
    },
    (t) => [
      c.uniqueIndex('articles_sha256').on(t.sha256),
      c.index('articles_publisher').on(t.publisher, t.id),
      c.index('articles_published').on(t.publishedAt, t.id),
    ],
  )

  const claims = c.table(
    'claims',
    {
      number: c.rowNumber('number'),
      id: c.text('id').notNull(),
      articleId: c
        .text('article_id')
        .notNull()
        .references(() => articles.id, { onDelete: 'cascade' }),
      ordinal: c.integer('ordinal').notNull(),
      start: c.integer('start').notNull(),
      type: c.text('type').notNull(),
      polarity: c.text('polarity').notNull(),
      status: c.text('status').notNull(),
      quote: c.text('quote').notNull(),
      content: c.json<StoredSpan[]>('content').notNull(),
      cue: c.json<StoredSpan[]>('cue').notNull(),
      source: c.json<StoredSpan[]>('source').notNull(),
      prefix: c.text('prefix').notNull(),
      suffix: c.text('suffix').notNull(),
      method: c.text('method').notNull(),
      methodConfidence: c.real('method_confidence').notNull(),
      parentId: c.text('parent_id'),
      confidence: c.real('confidence').notNull(),
      createdBy: c
        .text('created_by')
        .notNull()
        .references(() => annotators.id),
      createdVersion: c.text('created_version'),
      createdAt: c.integer('created_at').notNull(),
      updatedAt: c.integer('updated_at').notNull(),
      revision: c.integer('revision').notNull(),
      // The article's, repeated here so that every filter of a page is served by one table's indexes.
      publisher: c.text('publisher'),
      publishedAt: c.integer('published_at'),
      publishedMonth: c.text('published_month'),
    },
    (t) => [
      c.uniqueIndex('claims_id_unique').on(t.id, ...c.hashedBy(t.articleId)),
      c.index('claims_article').on(t.articleId, t.ordinal),
      // What comes after the id is asked for together with it: a claim that does not fit is passed over in the index.
      // claims_published, on an expression, and claims_facets, of SQLite alone, stand in the migrations.
      c.index('claims_publisher').on(t.publisher, t.id, t.type, t.polarity, t.status),
      c.index('claims_type').on(t.type, t.id, t.polarity, t.status),
      c.index('claims_polarity').on(t.polarity, t.id, t.type, t.status),
      c.index('claims_status').on(t.status, t.id, t.type, t.polarity),
      c.index('claims_confidence').on(t.confidence, t.id, t.type, t.polarity, t.status, t.publisher),
      c.index('claims_parent').on(t.parentId),
    ],
  )

  const speakers = c.table(
    'speakers',
    {
      id: c.text('id').primaryKey(),
      name: c.text('name').notNull(),
      kind: c.text('kind').notNull(),
      // The speaker this one turned out to be; it then has no aliases, claims or affiliations of its own.
      mergedInto: c.text('merged_into'),
      createdAt: c.integer('created_at').notNull(),
      updatedAt: c.integer('updated_at').notNull(),
      revision: c.integer('revision').notNull(),
    },
    (t) => [c.index('speakers_kind').on(t.kind, t.id), c.index('speakers_merged').on(t.mergedInto)],
  )

  const speakerAliases = c.table(
    'speaker_aliases',
    {
      speakerId: c
        .text('speaker_id')
        .notNull()
        .references(() => speakers.id, { onDelete: 'cascade' }),
      alias: c.text('alias').notNull(),
      folded: c.text('folded').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.speakerId, t.folded] }),
      c.index('speaker_aliases_folded').on(t.folded, t.speakerId),
    ],
  )

  const affiliations = c.table(
    'affiliations',
    {
      speakerId: c
        .text('speaker_id')
        .notNull()
        .references(() => speakers.id, { onDelete: 'cascade' }),
      organizationId: c
        .text('organization_id')
        .notNull()
        .references(() => speakers.id, { onDelete: 'cascade' }),
      role: c.text('role'),
    },
    (t) => [
      c.primaryKey({ columns: [t.speakerId, t.organizationId] }),
      c.index('affiliations_organization').on(t.organizationId, t.speakerId),
    ],
  )

  const ofClaim = (t: OfClaim) =>
    c
      .foreignKey({
        columns: [t.claimId, ...c.hashedBy(t.articleId)],
        foreignColumns: [claims.id, ...c.hashedBy(claims.articleId)],
      })
      .onDelete('cascade')

  const claimSpeakers = c.table(
    'claim_speakers',
    {
      claimId: c.text('claim_id').notNull(),
      articleId: c.text('article_id').notNull(),
      speakerId: c
        .text('speaker_id')
        .notNull()
        .references(() => speakers.id),
      ordinal: c.integer('ordinal').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.claimId, t.speakerId, ...c.hashedBy(t.articleId)] }),
      ofClaim(t),
      c.index('claim_speakers_speaker').on(t.speakerId, t.claimId),
    ],
  )

  const questions = c.table('questions', {
    slug: c.text('slug').primaryKey(),
    text: c.text('text').notNull(),
    guidelines: c.text('guidelines').notNull(),
    version: c.integer('version').notNull(),
    status: c.text('status').notNull(),
    positions: c.json<PositionRow[]>('positions').notNull(),
    // `<question version>/<engine version>` of the last pass in which the machine placed every claim on it.
    placed: c.text('placed'),
    // So many people, and so large a share of them, settle a claim without a curator; null where only a curator does.
    settlePeople: c.integer('settle_people'),
    settleShare: c.real('settle_share'),
    tagsPerClaim: c.integer('tags_per_claim').notNull().default(2),
    // 1 where those who tag are not shown what others and the machine take a claim for.
    blind: c.integer('blind').notNull().default(1),
    createdAt: c.integer('created_at').notNull(),
    updatedAt: c.integer('updated_at').notNull(),
    revision: c.integer('revision').notNull(),
  })

  const questionVersions = c.table(
    'question_versions',
    {
      slug: c
        .text('slug')
        .notNull()
        .references(() => questions.slug),
      version: c.integer('version').notNull(),
      text: c.text('text').notNull(),
      guidelines: c.text('guidelines').notNull(),
      positions: c.json<PositionRow[]>('positions').notNull(),
      createdAt: c.integer('created_at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.slug, t.version] })],
  )

  // What people's decisions have taught the machine on a question, for all processes. It can be learnt again.
  const lessons = c.table('lessons', {
    question: c
      .text('question')
      .primaryKey()
      .references(() => questions.slug),
    // A short hash of the lessons: the machine's tags name it.
    mark: c.text('mark').notNull(),
    lessons: c.json<Lessons>('lessons').notNull(),
    // A hash of all that went into them: while it is the same there is nothing to learn.
    learntFrom: c.text('learnt_from').notNull(),
    // Other engines cannot read them.
    engineVersion: c.text('engine_version').notNull(),
    // Learning costs so much that it must wait until then.
    restUntil: c.integer('rest_until').notNull(),
  })

  const tags = c.table(
    'tags',
    {
      id: c.text('id').notNull(),
      claimId: c.text('claim_id').notNull(),
      articleId: c.text('article_id').notNull(),
      question: c
        .text('question')
        .notNull()
        .references(() => questions.slug),
      questionVersion: c.integer('question_version').notNull(),
      position: c.text('position').notNull(),
      annotatorId: c
        .text('annotator_id')
        .notNull()
        .references(() => annotators.id),
      kind: c.text('kind').notNull(),
      annotatorVersion: c.text('annotator_version'),
      confidence: c.real('confidence'),
      rationale: c.text('rationale'),
      // The engine's: what the claim's words by themselves would give.
      wordsAlone: c.json<WordsAlone>('words_alone'),
      createdAt: c.integer('created_at').notNull(),
      // 1 while it is its annotator's tag on this claim and question; 0 once superseded or withdrawn.
      current: c.integer('current').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.id, ...c.hashedBy(t.articleId)] }),
      ofClaim(t),
      // One that stands for each claim, question and annotator, and any number of earlier ones: the last part tells
      // these apart, so that one index serves the rule and whoever looks for the tags of a claim.
      c
        .uniqueIndex('tags_standing')
        .on(
          t.claimId,
          t.question,
          t.annotatorId,
          sql`(case current when 1 then '' else id end)`,
          ...c.hashedBy(t.articleId),
        ),
      c.index('tags_question').on(t.question, t.id),
      c.index('tags_annotator').on(t.annotatorId, t.id),
      c
        .index('tags_of_people')
        .on(t.question, t.annotatorId, t.id)
        .where(sql`current = 1 and kind = 'person'`),
    ],
  )

  const rulings = c.table(
    'rulings',
    {
      id: c.text('id').notNull(),
      claimId: c.text('claim_id').notNull(),
      articleId: c.text('article_id').notNull(),
      question: c
        .text('question')
        .notNull()
        .references(() => questions.slug),
      questionVersion: c.integer('question_version').notNull(),
      position: c.text('position').notNull(),
      annotatorId: c
        .text('annotator_id')
        .notNull()
        .references(() => annotators.id),
      rationale: c.text('rationale'),
      createdAt: c.integer('created_at').notNull(),
      current: c.integer('current').notNull(),
      // How it came not to stand any more: superseded, reopened, or retired with its position.
      endedBecause: c.text('ended_because'),
      endedAt: c.integer('ended_at'),
      endedBy: c.text('ended_by'),
      endedRationale: c.text('ended_rationale'),
    },
    (t) => [
      c.primaryKey({ columns: [t.id, ...c.hashedBy(t.articleId)] }),
      ofClaim(t),
      c
        .uniqueIndex('rulings_current')
        .on(t.claimId, t.question, ...c.hashedBy(t.articleId))
        .where(sql`current = 1`),
      c.index('rulings_claim').on(t.claimId, t.id),
    ],
  )

  // A claim handed out to somebody to tag, until then; outside the ledger, since it says nothing about the data.
  const leases = c.table(
    'leases',
    {
      id: c.text('id').notNull(),
      claimId: c.text('claim_id').notNull(),
      articleId: c.text('article_id').notNull(),
      question: c
        .text('question')
        .notNull()
        .references(() => questions.slug),
      annotatorId: c
        .text('annotator_id')
        .notNull()
        .references(() => annotators.id),
      expiresAt: c.integer('expires_at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.claimId, t.question, t.annotatorId, ...c.hashedBy(t.articleId)] }),
      ofClaim(t),
      c.uniqueIndex('leases_id').on(t.id, ...c.hashedBy(t.articleId)),
      c.index('leases_annotator').on(t.question, t.annotatorId),
      c.index('leases_expiry').on(t.expiresAt),
    ],
  )

  return {
    annotators,
    keys,
    articles,
    claims,
    speakers,
    speakerAliases,
    affiliations,
    claimSpeakers,
    questions,
    questionVersions,
    lessons,
    tags,
    rulings,
    leases,
    ...defineDerivedTables(c, ofClaim),
    ...defineRecords(c),
  }
}

/** What can be recounted at any time from tags, rulings, claims and speakers. */
function defineDerivedTables(c: Columns, ofClaim: (t: OfClaim) => ForeignKeyBuilder) {
  const claimPositions = c.table(
    'claim_positions',
    {
      claimId: c.text('claim_id').notNull(),
      articleId: c.text('article_id').notNull(),
      question: c.text('question').notNull(),
      position: c.text('position').notNull(),
      basis: c.text('basis').notNull(),
      confidence: c.real('confidence').notNull(),
      wordsAlone: c.json<WordsAlone>('words_alone'),
      // The newest version of the question among people's tags, or the ruling's; null where only the machine placed it.
      version: c.integer('version'),
      // People whose tags stand under that version.
      people: c.integer('people').notNull().default(0),
    },
    (t) => [
      c.primaryKey({ columns: [t.claimId, t.question, ...c.hashedBy(t.articleId)] }),
      ofClaim(t),
      c.index('claim_positions_position').on(t.question, t.position, t.claimId),
      // What only the machine has placed has no version; what people have is in the next one.
      c
        .index('claim_positions_machine')
        .on(t.question, t.confidence, t.claimId)
        .where(sql`basis = 'machine'`),
      c
        .index('claim_positions_people')
        .on(t.question, t.basis, t.version, t.people, t.confidence, t.claimId)
        .where(sql`version is not null`),
    ],
  )

  // Claims that count, by question, group (a speaker, an affiliation, a publisher, a month), position and basis.
  const standings = c.table(
    'standings',
    {
      question: c.text('question').notNull(),
      groupBy: c.text('group_by').notNull(),
      groupKey: c.text('group_key').notNull(),
      position: c.text('position').notNull(),
      basis: c.text('basis').notNull(),
      claims: c.integer('claims').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.question, t.groupBy, t.groupKey, t.position, t.basis] })],
  )

  // The same summed over positions: the order of the pages.
  const standingGroups = c.table(
    'standing_groups',
    {
      question: c.text('question').notNull(),
      groupBy: c.text('group_by').notNull(),
      groupKey: c.text('group_key').notNull(),
      claims: c.integer('claims').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.question, t.groupBy, t.groupKey] }),
      c.index('standing_groups_claims').on(t.question, t.groupBy, t.claims, t.groupKey),
    ],
  )

  // One row for each group in which a claim speaks to the question: the dates of a group without a scan.
  const evidence = c.table(
    'evidence',
    {
      question: c.text('question').notNull(),
      groupBy: c.text('group_by').notNull(),
      groupKey: c.text('group_key').notNull(),
      at: c.integer('at').notNull(),
      // Bound to no claim, so that it stays whole where claims are in partitions: who takes a claim out of the counts
      // takes it out of here.
      claimId: c.text('claim_id').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.question, t.groupBy, t.groupKey, t.at, t.claimId] }),
      c.index('evidence_claim').on(t.claimId, t.question),
    ],
  )

  // Of each group and position the strongest few: what is shown of it, and some more, so that it is seldom sought anew.
  const strongestEvidence = c.table(
    'strongest_evidence',
    {
      question: c.text('question').notNull(),
      groupBy: c.text('group_by').notNull(),
      groupKey: c.text('group_key').notNull(),
      position: c.text('position').notNull(),
      strength: c.real('strength').notNull(),
      claimId: c.text('claim_id').notNull(),
    },
    (t) => [
      c.primaryKey({
        name: 'strongest_evidence_key',
        columns: [t.question, t.groupBy, t.groupKey, t.position, t.strength, t.claimId],
      }),
    ],
  )

  // Where not all are kept, what a claim must come up to: every claim as strong as this is kept, and none weaker.
  const evidenceFloors = c.table(
    'evidence_floors',
    {
      question: c.text('question').notNull(),
      groupBy: c.text('group_by').notNull(),
      groupKey: c.text('group_key').notNull(),
      position: c.text('position').notNull(),
      strength: c.real('strength').notNull(),
      claimId: c.text('claim_id').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.question, t.groupBy, t.groupKey, t.position] })],
  )
  return { claimPositions, standings, standingGroups, evidence, strongestEvidence, evidenceFloors }
}

/** What the service remembers about its own writes. */
function defineRecords(c: Columns) {
  const changes = c.table(
    'changes',
    {
      seq: c.integer('seq').primaryKey(),
      at: c.integer('at').notNull(),
      annotatorId: c.text('annotator_id').notNull(),
      entity: c.text('entity').notNull(),
      entityId: c.text('entity_id').notNull(),
      action: c.text('action').notNull(),
      before: c.json<unknown>('before'),
      after: c.json<unknown>('after'),
    },
    (t) => [c.index('changes_entity').on(t.entityId, t.seq)],
  )

  const idempotencyKeys = c.table(
    'idempotency_keys',
    {
      annotatorId: c.text('annotator_id').notNull(),
      key: c.text('key').notNull(),
      fingerprint: c.text('fingerprint').notNull(),
      status: c.integer('status').notNull(),
      headers: c.json<Record<string, string>>('headers').notNull(),
      body: c.text('body').notNull(),
      createdAt: c.integer('created_at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.annotatorId, t.key] }),
      c.index('idempotency_keys_created').on(t.createdAt),
    ],
  )
  return { changes, idempotencyKeys }
}

export type Tables = ReturnType<typeof defineTables>
