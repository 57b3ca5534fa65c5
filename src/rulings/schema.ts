// Rulings as they stand on the wire.

import { z } from 'zod'
import { idOf, Slug, Time } from '../http/formats.ts'
import { pageOf } from '../http/page.ts'
import { placed, Rationale } from '../tags/schema.ts'

const Ended = z.object({
  because: z
    .enum(['superseded', 'reopened', 'position-gone'])
    .describe('Another ruling took its place, the claim was reopened, or the question lost the position.'),
  at: Time,
  by: idOf('ann'),
  rationale: z.string().max(2000).nullable(),
})

export const Ruling = z
  .object({
    id: idOf('rul'),
    ...placed,
    rationale: z.string().max(2000).nullable(),
    createdAt: Time,
    current: z.boolean().describe('False once it settles nothing any more; `ended` says why.'),
    ended: Ended.nullable(),
  })
  .meta({ id: 'Ruling', description: 'A curator’s decision. Dissenting tags stay beside it.' })

export const NewRuling = z
  .strictObject({
    question: Slug,
    position: Slug,
    rationale: Rationale.optional(),
    questionVersion: z.int().min(1).max(1_000_000).optional().describe('As in a tag.'),
    supersedes: z
      .string()
      .min(1)
      .max(64)
      .optional()
      .describe(
        'The id of the ruling that stands, where there is one: nobody overrules what they have not seen.',
      ),
  })
  .meta({
    id: 'NewRuling',
    examples: [{ question: 'business-records-vs-personal-documents', position: 'business-records' }],
  })

export const Reopening = z
  .strictObject({ rationale: Rationale.optional() })
  .meta({ id: 'Reopening', examples: [{ rationale: 'The transcript says otherwise.' }] })

export const RulingPage = pageOf(Ruling, 'RulingPage')

export type Ruling = z.infer<typeof Ruling>
export type NewRuling = z.infer<typeof NewRuling>
export type Reopening = z.infer<typeof Reopening>
