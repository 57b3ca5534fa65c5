// Tags and rulings as they stand on the wire.

import { z } from 'zod'
import { AnnotatorKind } from '../annotators/schema.ts'
import { Confidence, idOf, Slug, Time } from '../http/formats.ts'
import { pageOf, pageQuery } from '../http/page.ts'
import { Problem } from '../http/problem.ts'

const Rationale = z.string().max(2000).describe('Why, in a sentence or two.')

const By = z.object({ id: idOf('ann'), name: z.string().max(200), kind: AnnotatorKind })

const placed = {
  claimId: idOf('clm'),
  question: Slug,
  questionVersion: z.int().min(1).describe('The version of the question it was made under.'),
  position: Slug,
  annotator: By,
}

export const Tag = z
  .object({
    id: idOf('tag'),
    ...placed,
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
}

export const NewTag = z.strictObject(newTag).meta({
  id: 'NewTag',
  examples: [{ question: 'business-records-vs-personal-documents', position: 'personal-documents' }],
})

export const TagLine = z
  .strictObject({ claimId: z.string().min(1).max(200), ...newTag })
  .meta({ id: 'TagLine', description: 'One line of a batch.' })

export const TagLineResult = z
  .object({
    line: z.int().min(1),
    status: z.enum(['created', 'invalid']),
    tagId: idOf('tag').optional(),
    problem: Problem.optional(),
  })
  .meta({ id: 'TagLineResult', description: 'What became of a line.' })

export const TagFilter = z.strictObject({
  question: Slug.optional(),
  annotator: z.string().min(1).max(200).optional().describe('The id of an annotator.'),
  position: Slug.optional(),
  current: z
    .enum(['true', 'false'])
    .optional()
    .describe('Only tags that stand, or only those superseded or withdrawn.'),
  ...pageQuery,
})

export const Ruling = z
  .object({
    id: idOf('rul'),
    ...placed,
    rationale: z.string().max(2000).nullable(),
    createdAt: Time,
    current: z.boolean().describe('False once another ruling took its place.'),
  })
  .meta({ id: 'Ruling', description: 'A curator’s decision. Dissenting tags stay beside it.' })

export const NewRuling = z
  .strictObject({ question: Slug, position: Slug, rationale: Rationale.optional() })
  .meta({
    id: 'NewRuling',
    examples: [{ question: 'business-records-vs-personal-documents', position: 'business-records' }],
  })

export const RulingPage = pageOf(Ruling, 'RulingPage')

export type Tag = z.infer<typeof Tag>
export type NewTag = z.infer<typeof NewTag>
export type TagFilter = z.infer<typeof TagFilter>
export type Ruling = z.infer<typeof Ruling>
export type NewRuling = z.infer<typeof NewRuling>
