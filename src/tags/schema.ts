// Tags as they stand on the wire.

import { z } from 'zod'
import { AnnotatorKind } from '../annotators/schema.ts'
import { AsOf } from '../http/as-of.ts'
import { Confidence, idOf, refused, Slug, Time } from '../http/formats.ts'
import { pageOf, pageQuery } from '../http/page.ts'
import { LineInvalid } from '../http/refused-line.ts'

export const Rationale = z.string().max(2000).describe('Why, in a sentence or two.')

const By = z.object({ id: idOf('ann'), name: z.string().max(200), kind: AnnotatorKind })

/** What tags and rulings have in common. */
export const placed = {
  claimId: idOf('clm'),
  question: Slug,
  questionVersion: z.int().min(1).describe('The version of the question it was made under.'),
  position: Slug,
  annotator: By,
}

/** A program tags under the version it has, so that its tags of last year are told from today's. */
const Tagger = z.object({
  ...By.shape,
  version: z.string().max(200).nullable().describe('Of a program, when it tagged; null for people.'),
})

export const Tag = z
  .object({
    id: idOf('tag'),
    ...placed,
    annotator: Tagger,
    confidence: Confidence.nullable(),
    rationale: z.string().max(2000).nullable(),
    createdAt: Time,
    current: z.boolean().describe('False once superseded or withdrawn.'),
  })
  .meta({ id: 'Tag', description: 'What one annotator takes a claim to say on a question.' })

export const TagPage = pageOf(Tag, 'TagPage')

const newTag = {
  question: Slug,
  position: Slug,
  confidence: Confidence.optional(),
  rationale: Rationale.optional(),
  questionVersion: z
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe('The version that was read: refused when the question has another by now.'),
  lease: z
    .string()
    .min(1)
    .max(64)
    .optional()
    .describe(
      'The lease the queue gave out: one that ended is refused where others took the claim’s last place.',
    ),
}

export const NewTag = z.strictObject(newTag).meta({
  id: 'NewTag',
  examples: [{ question: 'business-records-vs-personal-documents', position: 'personal-documents' }],
})

export const TagLine = z
  .strictObject({
    claimId: z.string().min(1).max(200).optional(),
    articleId: z.string().min(1).max(200).optional().describe('In place of `claimId`, with `quote`.'),
    quote: z.string().min(1).max(1_000_000).optional().describe('Words of the claim, in place of its id.'),
    prefix: z.string().max(1000).optional().describe('What stands before the quote.'),
    suffix: z.string().max(1000).optional().describe('What stands after the quote.'),
    ...newTag,
  })
  .refine(
    (line) => (line.claimId === undefined) === (line.articleId !== undefined && line.quote !== undefined),
    refused('either_or', 'Give either claimId, or articleId and quote.', 'claimId'),
  )
  .refine(
    (line) =>
      line.claimId === undefined ||
      (line.articleId ?? line.quote ?? line.prefix ?? line.suffix) === undefined,
    refused('either_or', 'With claimId there is no articleId, quote, prefix or suffix.', 'claimId'),
  )
  .meta({
    id: 'TagLine',
    description: 'A tag with the claim it is on; one line of a batch.',
    examples: [
      {
        articleId: 'art_01h',
        quote: 'the letters are theirs',
        question: 'business-records-vs-personal-documents',
        position: 'personal-documents',
      },
    ],
  })

const TagLineCreated = z
  .object({ line: z.int().min(1), status: z.literal('created'), tagId: idOf('tag') })
  .meta({ id: 'TagLineCreated', description: 'A line that became a tag.' })

export const TagLineResult = z
  .discriminatedUnion('status', [TagLineCreated, LineInvalid])
  .meta({ id: 'TagLineResult', description: 'What became of a line.' })

export const TagFilter = z.strictObject({
  question: Slug.optional(),
  annotator: z.string().min(1).max(200).optional().describe('The id of an annotator.'),
  position: Slug.optional(),
  current: z
    .enum(['true', 'false'])
    .optional()
    .describe('Only tags that stand, or only those superseded or withdrawn.'),
  asOf: AsOf,
  ...pageQuery,
})

export type Tag = z.infer<typeof Tag>
export type NewTag = z.infer<typeof NewTag>
export type TagFilter = z.infer<typeof TagFilter>
export type TagLine = z.infer<typeof TagLine>
