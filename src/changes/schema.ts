// The ledger as it stands on the wire.

import { z } from 'zod'
import { Time } from '../http/formats.ts'
import { nextCursor } from '../http/page.ts'

export const Entity = z.enum(['article', 'claim', 'speaker', 'question', 'tag', 'ruling', 'annotator', 'key'])

export const Change = z
  .object({
    seq: z.int().min(1).describe('Rises by one with every write.'),
    at: Time,
    annotatorId: z.string().max(64).describe('Who wrote.'),
    entity: Entity,
    entityId: z.string().max(200).describe('The id, or the slug of a question.'),
    action: z.string().max(100).describe('`create`, `update`, `delete`, `merge`, `withdraw` and the like.'),
    before: z.unknown().describe('What was there; null for something new.'),
    after: z.unknown().describe('What is there now; null for something gone.'),
  })
  .meta({ id: 'Change', description: 'One write: who, when, what.' })

export const ChangePage = z
  .object({
    data: z.array(Change).max(1000),
    nextCursor: nextCursor.describe('The same as `nextAfter`, as a string; null when nothing came.'),
    nextAfter: z.int().min(0).describe('Ask with this as `after` for what comes next.'),
  })
  .meta({ id: 'ChangePage', description: 'A stretch of the ledger.' })

const seq = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

export const ChangeFilter = z.strictObject({
  after: seq.optional().describe('Only writes after this one; 0 from the beginning.'),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/, 'The cursor is not one this service gave out.')
    .optional()
    .describe('The `nextCursor` of the page before; the same as `after`.'),
  limit: z.coerce.number().int().min(1).max(1000).default(200).describe('How many to give at most.'),
  entity: Entity.optional(),
  id: z.string().min(1).max(200).optional().describe('The history of one thing, by its id or slug.'),
})

export const StreamFilter = ChangeFilter.pick({ after: true, entity: true, id: true }).extend({
  after: seq.optional().describe('Begins after this one; 0 from the beginning. From now on when left out.'),
})

export const StreamHeaders = z.looseObject({
  'last-event-id': z
    .string()
    .regex(/^\d{1,15}$/, 'It is not the id of an event of this stream.')
    .optional()
    .describe(
      'The id of the last event that arrived: sent by browsers that connect again. Goes before `after`.',
    ),
})

export type Change = z.infer<typeof Change>
export type ChangeFilter = z.infer<typeof ChangeFilter>
