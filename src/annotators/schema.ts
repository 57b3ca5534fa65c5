// Annotators, people and software alike, and their keys, as they stand on the wire.

import { z } from 'zod'
import { roles } from '../http/auth.ts'
import { idOf, line, Time, TimeIn } from '../http/formats.ts'
import { pageOf } from '../http/page.ts'

export const AnnotatorKind = z.enum(['person', 'software'])
export const Role = z.enum(roles).describe('Each role may do what the ones before it may.')
const Status = z.enum(['active', 'suspended'])
const Version = z.string().min(1).max(100).nullable().describe('Of a software annotator.')

export const Annotator = z
  .object({
    id: idOf('ann'),
    name: z.string().max(200),
    kind: AnnotatorKind,
    role: Role,
    status: Status,
    version: Version,
    createdAt: Time,
  })
  .meta({ id: 'Annotator', description: 'Somebody, or something, that tags claims.' })

export const NewAnnotator = z
  .strictObject({
    name: line(200),
    kind: AnnotatorKind.default('person'),
    role: Role.default('annotator'),
    version: z.string().min(1).max(100).optional(),
  })
  .meta({ id: 'NewAnnotator', examples: [{ name: 'Ada', role: 'annotator' }] })

export const AnnotatorWithKey = Annotator.extend({
  key: z.string().max(100).describe('Shown this once; only its hash is kept.'),
}).meta({ id: 'AnnotatorWithKey', description: 'A new annotator and their first key.' })

export const AnnotatorChange = z
  .strictObject({
    name: line(200).optional(),
    role: Role.optional(),
    status: Status.optional(),
    version: z.string().min(1).max(100).optional(),
  })
  .meta({ id: 'AnnotatorChange', examples: [{ status: 'suspended' }] })

export const AnnotatorPage = pageOf(Annotator, 'AnnotatorPage')

export const Key = z
  .object({
    id: idOf('key'),
    name: z.string().max(200).nullable(),
    createdAt: Time,
    expiresAt: Time.nullable(),
    revokedAt: Time.nullable(),
    lastUsedAt: Time.nullable().describe('To the minute.'),
  })
  .meta({ id: 'Key', description: 'A key without its secret.' })

export const NewKey = z
  .strictObject({ name: line(200).optional(), expiresAt: TimeIn.optional() })
  .meta({ id: 'NewKey', examples: [{ name: 'laptop' }] })

export const RotatedKey = z
  .strictObject({ expiresAt: TimeIn.optional().describe('As the old key’s, when left out.') })
  .meta({ id: 'RotatedKey', examples: [{}] })

export const KeyWithSecret = z
  .object({
    id: idOf('key'),
    name: z.string().max(200).nullable(),
    key: z.string().max(100).describe('Shown this once; only its hash is kept.'),
    expiresAt: Time.nullable(),
  })
  .meta({ id: 'KeyWithSecret', description: 'A new key.' })

export const KeyPage = pageOf(Key, 'KeyPage')

export type Annotator = z.infer<typeof Annotator>
export type NewAnnotator = z.infer<typeof NewAnnotator>
export type AnnotatorChange = z.infer<typeof AnnotatorChange>
export type Key = z.infer<typeof Key>
