// The records of a complete export, one a line: what each holds, and how it is made from a row.

import { z } from 'zod'
import { Annotator } from '../annotators/schema.ts'
import { Article } from '../articles/schema.ts'
import { Claim } from '../claims/schema.ts'
import { Confidence, idOf, iso, isoOrNull, Slug, Time } from '../http/formats.ts'
import { present, presentVersion } from '../questions/present.ts'
import { QuestionVersion, StoredQuestion } from '../questions/schema.ts'
import { SpeakerKind } from '../speakers/schema.ts'
import type {
  AffiliationRow,
  AnnotatorRow,
  ArticleRow,
  QuestionRow,
  QuestionVersionRow,
  RulingRow,
  SpeakerRow,
} from './corpus.ts'

/** Raised when a reader of the version before would no longer understand what is written. */
export const FORMAT_VERSION = 1

const name = z.string().max(300)
const rationale = z.string().max(2000).nullable()
const { claimCount: _, ...ofArticle } = Article.shape
const placed = {
  claimId: idOf('clm'),
  question: Slug,
  questionVersion: z.int().min(1),
  position: Slug,
  annotatorId: idOf('ann'),
  rationale,
  createdAt: Time,
  current: z.boolean(),
}

export const CorpusRecord = z.strictObject({
  record: z.literal('corpus'),
  format: z.literal('averment'),
  version: z.int().min(1),
})
export const AnnotatorRecord = z.strictObject({ record: z.literal('annotator'), ...Annotator.shape })
export const QuestionRecord = z.strictObject({
  record: z.literal('question'),
  ...StoredQuestion.shape,
  versions: z.array(QuestionVersion).min(1).max(10_000),
})
export const SpeakerRecord = z.strictObject({
  record: z.literal('speaker'),
  id: idOf('spk'),
  name,
  kind: SpeakerKind,
  aliases: z.array(name).max(1000),
  mergedInto: idOf('spk').nullable(),
  createdAt: Time,
  updatedAt: Time,
})
export const AffiliationRecord = z.strictObject({
  record: z.literal('affiliation'),
  speakerId: idOf('spk'),
  organizationId: idOf('spk'),
  role: name.nullable(),
})
export const ArticleRecord = z.strictObject({ record: z.literal('article'), ...ofArticle })
export const ClaimRecord = z.strictObject({ record: z.literal('claim'), ...Claim.shape })
export const TagRecord = z.strictObject({
  record: z.literal('tag'),
  id: idOf('tag'),
  ...placed,
  annotatorKind: z.enum(['person', 'software']),
  annotatorVersion: z.string().max(200).nullable(),
  confidence: Confidence.nullable(),
  wordsAlone: z.strictObject({ position: Slug, confidence: Confidence }).nullable(),
})
export const RulingRecord = z.strictObject({
  record: z.literal('ruling'),
  id: idOf('rul'),
  ...placed,
  ended: z
    .strictObject({
      because: z.string().max(40),
      at: Time.nullable(),
      by: idOf('ann').nullable(),
      rationale,
    })
    .nullable(),
})
/** The last line: without it something is missing. */
export const EndRecord = z.strictObject({
  record: z.literal('end'),
  articles: z.int().min(0),
  claims: z.int().min(0),
  tags: z.int().min(0),
  rulings: z.int().min(0),
  losses: z.array(z.string().max(100)).max(100),
})

export type Records = {
  corpus: z.infer<typeof CorpusRecord>
  annotator: z.infer<typeof AnnotatorRecord>
  question: z.infer<typeof QuestionRecord>
  speaker: z.infer<typeof SpeakerRecord>
  affiliation: z.infer<typeof AffiliationRecord>
  article: z.infer<typeof ArticleRecord>
  claim: z.infer<typeof ClaimRecord>
  tag: z.infer<typeof TagRecord>
  ruling: z.infer<typeof RulingRecord>
  end: z.infer<typeof EndRecord>
}

export const recordOf = {
  annotator: ({ createdAt, revision: _, ...row }: AnnotatorRow) =>
    ({ record: 'annotator', ...row, createdAt: iso(createdAt) }) as Records['annotator'],

  question: ({ versions, ...row }: QuestionRow & { versions: readonly QuestionVersionRow[] }) => ({
    record: 'question' as const,
    ...present(row),
    versions: versions.map(presentVersion),
  }),

  speaker: ({ id, name, kind, aliases, mergedInto, createdAt, updatedAt }: SpeakerRow) =>
    ({
      record: 'speaker',
      id,
      name,
      kind,
      aliases,
      mergedInto,
      createdAt: iso(createdAt),
      updatedAt: iso(updatedAt),
    }) as Records['speaker'],

  affiliation: ({ speakerId, organizationId, role }: AffiliationRow) => ({
    record: 'affiliation' as const,
    speakerId,
    organizationId,
    role,
  }),

  article: ({ number: _, revision: __, publishedAt, createdAt, updatedAt, text, ...row }: ArticleRow) => ({
    record: 'article' as const,
    ...row,
    publishedAt: isoOrNull(publishedAt),
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
    text,
  }),

  ruling: (row: RulingRow) => ({
    record: 'ruling' as const,
    id: row.id,
    claimId: row.claimId,
    question: row.question,
    questionVersion: row.questionVersion,
    position: row.position,
    annotatorId: row.annotatorId,
    rationale: row.rationale,
    createdAt: iso(row.createdAt),
    current: row.current === 1,
    ended:
      row.endedBecause === null
        ? null
        : {
            because: row.endedBecause,
            at: isoOrNull(row.endedAt),
            by: row.endedBy,
            rationale: row.endedRationale,
          },
  }),
}
