// What an annotator should tag next, as it stands on the wire.

import { z } from 'zod'
import { Claim, offsetUnit } from '../claims/schema.ts'
import { Slug } from '../http/formats.ts'
import { pageQuery } from '../http/page.ts'

export const QueueFilter = z.strictObject({ limit: pageQuery.limit, offsetUnit })

export const ClaimToTag = Claim.omit({ positions: true }).meta({
  id: 'ClaimToTag',
  description: 'A claim without what others take it to say, so that nobody is led.',
})

export const Queue = z
  .object({
    question: Slug,
    version: z.int().min(1).describe('Of the question, as it is to be tagged now.'),
    data: z.array(ClaimToTag).max(200),
    nextCursor: z.null().describe('There are no pages: what has been tagged is gone from the next answer.'),
  })
  .meta({ id: 'Queue', description: 'What to tag next, most informative first.' })

export type ClaimToTag = z.infer<typeof ClaimToTag>
export type Queue = z.infer<typeof Queue>
