// Contested questions and their positions, as they stand on the wire.

import { z } from 'zod'
import { line, Slug, Time } from '../http/formats.ts'
import { pageOf, pageQuery } from '../http/page.ts'

export const PositionKind = z
  .enum(['side', 'ambivalent', 'off-question'])
  .describe('`side`: an answer in dispute; the other two stand on every question.')

const Status = z.enum(['open', 'closed']).describe('Claims are tagged on open questions.')
const text = z.string().max(2000).describe('The question itself, in one sentence.')
const guidelines = z.string().max(20_000).describe('What those who tag should know.')
const definition = z.string().max(5000).describe('When a claim takes this position.')

const examples = z
  .array(z.string().max(2000))
  .max(50)
  .describe('Words that take this position, for those who tag.')

export const SettleAt = z
  .strictObject({
    people: z
      .int()
      .min(1)
      .max(1000)
      .describe('So many people have tagged the claim under the current version.'),
    share: z.number().gt(0.5).max(1).default(1).describe('So large a share of them takes one position.'),
  })
  .nullable()
  .describe(
    'When people settle a claim without a curator; null: never. A tag that breaks it unsettles the claim.',
  )

const TagsPerClaim = z
  .int()
  .min(1)
  .max(20)
  .describe('How many people are to tag a claim; one more where they disagree.')
const Blind = z.boolean().describe('Whether the queue keeps others’ tags and the machine’s to itself.')

export const Position = z
  .object({ slug: Slug, label: z.string().max(200), definition, kind: PositionKind, examples })
  .meta({ id: 'Position', description: 'A position that a claim can take on a question.' })

const stored = {
  slug: Slug,
  text,
  guidelines,
  version: z.int().min(1).describe('Goes up when the question comes to mean something else.'),
  status: Status,
  positions: z.array(Position).max(200),
  settleAt: SettleAt,
  tagsPerClaim: TagsPerClaim,
  blind: Blind,
  createdAt: Time,
  updatedAt: Time,
}

/** A question as the store gives it; the answer adds what is not stored. */
export const StoredQuestion = z.object(stored)

export const Warning = z
  .object({ code: z.string().max(100), detail: z.string().max(2000) })
  .meta({ id: 'QuestionWarning', description: 'What would make the machine place claims better.' })

export const Question = z
  .object({
    ...stored,
    placing: z
      .object({ placed: z.int().min(0), total: z.int().min(0) })
      .nullable()
      .describe(
        'How far the existing claims have been placed on it, `total` being 0 until they have been counted; null when nothing is under way.',
      ),
    warnings: z.array(Warning).max(500),
  })
  .meta({ id: 'Question', description: 'A contested question, with its sides.' })

export const QuestionPage = pageOf(Question, 'QuestionPage')

export const QuestionVersion = z
  .object({
    version: z.int().min(1),
    text,
    guidelines,
    positions: z.array(Position).max(200),
    createdAt: Time,
  })
  .meta({ id: 'QuestionVersion', description: 'A question as it stood while tags were made under it.' })

export const QuestionVersionPage = pageOf(QuestionVersion, 'QuestionVersionPage')

const NewPosition = z
  .strictObject({
    slug: Slug,
    label: line(200).optional().describe('The slug in words, when left out.'),
    definition: definition.default(''),
    kind: PositionKind.optional().describe('`side`, when left out.'),
    examples: z
      .array(line(2000))
      .max(50)
      .default([])
      .describe('Words that take this position, for those who tag.'),
  })
  .meta({ id: 'NewPosition' })

const NewPositions = z
  .array(NewPosition)
  .max(200)
  .describe('The sides; `ambivalent` and `off-question` are added where they are left out.')

export const NewQuestion = z
  .strictObject({
    slug: Slug,
    text: line(2000),
    guidelines: z.string().max(20_000).default(''),
    positions: NewPositions,
    status: Status.default('open'),
    settleAt: SettleAt.default(null),
    tagsPerClaim: TagsPerClaim.default(2),
    blind: Blind.default(true),
  })
  .meta({
    id: 'NewQuestion',
    examples: [
      {
        slug: 'may-drones-deliver-at-night',
        text: 'May parcels be delivered by drone at night?',
        guidelines: 'Judge what the speaker wants the law to be, not what they expect.',
        positions: [
          {
            slug: 'allow',
            definition: 'Night flights should be lawful.',
            examples: ['Nobody is harmed by a parcel at two in the morning.'],
          },
          { slug: 'forbid', definition: 'Night flights should be unlawful.' },
        ],
        settleAt: { people: 3, share: 1 },
        tagsPerClaim: 2,
      },
    ],
  })

export const QuestionChange = z
  .strictObject({
    text: line(2000).optional(),
    guidelines: z.string().max(20_000).optional(),
    positions: NewPositions.optional().describe('All of them: one that is left out is gone.'),
    status: Status.optional(),
    settleAt: SettleAt.optional(),
    tagsPerClaim: TagsPerClaim.optional(),
    blind: Blind.optional(),
    wording: z
      .boolean()
      .default(false)
      .describe(
        'True when text, guidelines, labels and examples are only put better: then no new version begins.',
      ),
  })
  .meta({ id: 'QuestionChange', examples: [{ status: 'closed' }] })

export const SlugParams = z.object({ slug: z.string().min(1).max(200).describe('The slug.') })
export const QuestionFilter = z.strictObject({ status: Status.optional(), ...pageQuery })

export type Position = z.infer<typeof Position>
export type StoredQuestion = z.infer<typeof StoredQuestion>
export type Question = z.infer<typeof Question>
export type QuestionVersion = z.infer<typeof QuestionVersion>
export type Warning = z.infer<typeof Warning>
export type NewQuestion = z.infer<typeof NewQuestion>
export type QuestionChange = z.infer<typeof QuestionChange>
export type QuestionFilter = z.infer<typeof QuestionFilter>
