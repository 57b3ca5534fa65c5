// What an annotator should tag next, as it stands on the wire.

import { z } from 'zod'
import { Claim, ClaimPosition, offsetUnit } from '../claims/schema.ts'
import { idOf, Slug, Time } from '../http/formats.ts'
import { pageQuery } from '../http/page.ts'
import { Tag } from '../tags/schema.ts'

export const QueueFilter = z.strictObject({ limit: pageQuery.limit, offsetUnit })

const Lease = z
  .object({ id: idOf('lea'), expiresAt: Time })
  .nullable()
  .describe(
    'Until then the claim is kept for you. Name it in the tag to be told when it has ended and others took the claim’s last place. Null for programs.',
  )

export const ClaimToTag = Claim.omit({ positions: true })
  .extend({
    reason: z
      .enum(['wanted', 'another-look', 'disagreement', 'untagged', 'few-tags'])
      .describe(
        'Why it needs a tag. `another-look`: the question has changed since; where the queue is blind, the rest is `wanted`.',
      ),
    lease: Lease,
    positions: z.array(ClaimPosition).max(1).optional().describe('Where it stands; not when blind.'),
    tags: z.array(Tag).max(200).optional().describe('Others’ tags that stand; not when blind.'),
  })
  .meta({
    id: 'ClaimToTag',
    description:
      'A claim to tag: without what others take it to say, so that nobody is led, unless the question is not blind.',
  })

export const Queue = z
  .object({
    question: Slug,
    version: z.int().min(1).describe('Of the question, as it is to be tagged now.'),
    blind: z.boolean(),
    data: z.array(ClaimToTag).max(200),
    nextCursor: z.null().describe('There are no pages: what has been tagged is gone from the next answer.'),
  })
  .meta({ id: 'Queue', description: 'What to tag next, most informative first.' })

export type ClaimToTag = z.infer<typeof ClaimToTag>
export type Queue = z.infer<typeof Queue>
