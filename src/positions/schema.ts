// Who stands where, as it stands on the wire.

import { z } from 'zod'
import { Basis, ClaimType, SpeakerRef } from '../claims/schema.ts'
import { AsOf } from '../http/as-of.ts'
import { DayOrTime, idOf, Slug, Time } from '../http/formats.ts'
import { nextCursor, pageQuery } from '../http/page.ts'

export const GroupBy = z.enum(['speaker', 'affiliation', 'publisher', 'month'])

export const PositionFilter = z.strictObject({
  question: Slug,
  groupBy: GroupBy.default('speaker'),
  basis: Basis.optional(),
  type: ClaimType.optional(),
  speaker: z.string().min(1).max(300).optional().describe('An id, a name or an alias.'),
  publisher: z.string().min(1).max(200).optional(),
  publishedFrom: DayOrTime.optional(),
  publishedTo: DayOrTime.optional().describe('Inclusive: a day counts to its end.'),
  asOf: AsOf,
  ...pageQuery,
})

const Evidence = z
  .object({
    claimId: idOf('clm'),
    quote: z.string().max(6_000_000),
    position: Slug,
    articleId: idOf('art'),
  })
  .meta({ id: 'Evidence', description: 'A claim that shows the position.' })

const Standing = z
  .object({
    speaker: SpeakerRef.optional(),
    affiliation: SpeakerRef.nullable().optional().describe('Null for people whose affiliation is not known.'),
    publisher: z.string().max(200).nullable().optional().describe('Null where it is not known.'),
    month: z
      .string()
      .length(7)
      .regex(/^\d{4}-\d{2}$/)
      .nullable()
      .optional()
      .describe('Of publication; null where it is not known.'),
    counts: z.record(Slug, z.int().min(0)).describe('Claims by position; every position is named.'),
    byPeople: z
      .record(Slug, z.int().min(0))
      .describe('Of these, the claims that people or a ruling placed; the others are the machine’s.'),
    claims: z.int().min(0),
    leaning: z
      .string()
      .max(100)
      .nullable()
      .describe('A side, "divided", or null when no claim takes a side.'),
    firstAt: Time.nullable().describe('Of the claims that speak to the question.'),
    lastAt: Time.nullable(),
    evidence: z.array(Evidence).max(300).describe('Up to three of the strongest claims for each side.'),
  })
  .meta({ id: 'Standing', description: 'Where one group stands. It has the member that groupBy names.' })

export const Standings = z
  .object({
    question: z.object({ slug: Slug, text: z.string().max(2000), version: z.int().min(1) }),
    data: z.array(Standing).max(200),
    nextCursor,
  })
  .meta({ id: 'Standings', description: 'Who stands where on a question.' })

export type PositionFilter = z.infer<typeof PositionFilter>
export type Standing = z.infer<typeof Standing>
export type Standings = z.infer<typeof Standings>
