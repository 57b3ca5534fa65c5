// How far the work on a question is, as it stands on the wire.

import { z } from 'zod'
import { Role } from '../annotators/schema.ts'
import { idOf, Slug } from '../http/formats.ts'

const Count = z.int().min(0)

export const AnnotatorProgress = z
  .object({
    id: idOf('ann'),
    name: z.string().max(200),
    role: Role,
    status: z.enum(['active', 'suspended']),
    assigned: Count.describe('Claims they have tagged under the version of now, or hold from the queue.'),
    tagged: Count.describe('Of those, the tagged ones.'),
    left: Count.describe(
      'Claims that take further tags and that they have not tagged under the version of now.',
    ),
    outdated: Count.describe('Claims they tagged when the question meant something else, and not since.'),
    pace: z
      .number()
      .min(0)
      .nullable()
      .describe(
        'Tags that stand, an hour of active time, over the last day: gaps of more than fifteen minutes are pauses. Null where no two tags follow each other.',
      ),
    rulings: z
      .object({
        claims: Count.describe('Claims they tagged that were ruled on under the same version.'),
        agreed: Count,
        share: z.number().min(0).max(1).nullable(),
      })
      .describe('How often the curator said the same.'),
  })
  .meta({ id: 'AnnotatorProgress', description: 'What one person has done and has left.' })

export const Progress = z
  .object({
    question: Slug,
    version: z.int().min(1),
    claims: z
      .object({
        total: Count,
        untagged: Count.describe('By any person.'),
        fewTags: Count,
        agreed: Count.describe('As many tags as are wanted, all the same.'),
        disagreed: Count,
        settled: Count.describe('By people, as `settleAt` asks.'),
        ruled: Count,
        outdated: Count.describe('Tagged only when the question meant something else.'),
      })
      .describe('Each claim that is not rejected, once.'),
    wanting: Count.describe('Claims that take further tags.'),
    anotherLook: Count.describe(
      'Claims that people placed, or a curator ruled on, under an earlier version: `GET /v1/claims?anotherLook=true`.',
    ),
    annotators: z.array(AnnotatorProgress).max(100_000),
  })
  .meta({ id: 'Progress', description: 'How far the work on a question is.' })

export type AnnotatorProgress = z.infer<typeof AnnotatorProgress>
export type Progress = z.infer<typeof Progress>
