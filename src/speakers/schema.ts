// Speakers as they stand on the wire.

import { z } from 'zod'
import { idOf, line, Time } from '../http/formats.ts'
import { pageOf, pageQuery } from '../http/page.ts'

export const SpeakerKind = z.enum([
  'person',
  'organization',
  'government',
  'court',
  'publication',
  'group',
  'unknown',
])

export const Speaker = z
  .object({
    id: idOf('spk'),
    name: z.string().max(300),
    kind: SpeakerKind,
    aliases: z.array(z.string().max(300)).max(1000),
    affiliations: z
      .array(
        z.object({
          speakerId: idOf('spk'),
          name: z.string().max(300),
          role: z.string().max(300).nullable(),
        }),
      )
      .max(1000)
      .describe('For whom they speak.'),
    claimCount: z.int().min(0).describe('Claims that are not rejected.'),
    createdAt: Time,
    updatedAt: Time,
  })
  .meta({ id: 'Speaker', description: 'Somebody who speaks in articles: one entry for all their names.' })

export const SpeakerPage = pageOf(Speaker, 'SpeakerPage')

const Affiliations = z
  .array(
    z.strictObject({
      speakerId: z.string().min(1).max(200),
      name: z.string().max(300).optional().describe('As it was read; what counts is `speakerId`.'),
      role: line(300).nullable().optional(),
    }),
  )
  .max(100)
const Aliases = z.array(line(300)).max(200)

export const NewSpeaker = z
  .strictObject({
    name: line(300),
    kind: SpeakerKind,
    aliases: Aliases.default([]),
    affiliations: Affiliations.default([]),
  })
  .meta({ id: 'NewSpeaker', examples: [{ name: 'Ines Calder', kind: 'person', aliases: ['Calder'] }] })

export const SpeakerChange = z
  .strictObject({
    name: line(300).optional(),
    kind: SpeakerKind.optional(),
    aliases: Aliases.optional(),
    affiliations: Affiliations.optional(),
  })
  .meta({
    id: 'SpeakerChange',
    description: 'Lists replace the ones before.',
    examples: [{ aliases: ['Calder', 'Ms Calder'] }],
  })

export const Merge = z
  .strictObject({ into: z.string().min(1).max(200).describe('The id of the speaker they really are.') })
  .meta({ id: 'Merge', examples: [{ into: 'spk_01j00000000000000000000000' }] })

export const SpeakerFilter = z.strictObject({
  q: z.string().min(1).max(300).optional().describe('Part of any name or alias; accents and case aside.'),
  kind: SpeakerKind.optional(),
  ...pageQuery,
})

export type Speaker = z.infer<typeof Speaker>
export type NewSpeaker = z.infer<typeof NewSpeaker>
export type SpeakerChange = z.infer<typeof SpeakerChange>
export type SpeakerFilter = z.infer<typeof SpeakerFilter>
