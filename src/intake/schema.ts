// Taking articles in, as it stands on the wire.

import { z } from 'zod'
import { ClaimType, Polarity, Span } from '../claims/schema.ts'
import { Confidence, idOf, refused } from '../http/formats.ts'
import { LineInvalid } from '../http/refused-line.ts'
import { SpeakerKind } from '../speakers/schema.ts'

const LineCreated = z
  .object({
    line: z.int().min(1),
    status: z.literal('created'),
    articleId: idOf('art'),
    claimCount: z.int().min(0),
  })
  .meta({ id: 'ArticleLineCreated', description: 'A line that became an article.' })

const LineDuplicate = z
  .object({ line: z.int().min(1), status: z.literal('duplicate'), articleId: idOf('art') })
  .meta({ id: 'ArticleLineDuplicate', description: 'A line whose text is stored already.' })

export const ArticleLineResult = z
  .discriminatedUnion('status', [LineCreated, LineDuplicate, LineInvalid])
  .meta({ id: 'ArticleLineResult', description: 'What became of a line.' })

export const ExtractRequest = z
  .strictObject({
    text: z
      .string()
      .max(5_242_880)
      .refine((text) => text.trim().length > 0, refused('blank', 'The text is blank.')),
    offsetUnit: z.enum(['codepoint', 'utf16']).default('codepoint'),
  })
  .meta({ id: 'ExtractRequest', examples: [{ text: '"It is ours," said Ines Calder.' }] })

const ExtractedSpeaker = z.object({
  name: z.string().max(6_000_000),
  kind: SpeakerKind,
  aliases: z.array(z.string().max(6_000_000)).max(10_000),
  affiliations: z
    .array(z.object({ name: z.string().max(6_000_000), role: z.string().max(6_000_000).nullable() }))
    .max(1000),
})

const spans = z.array(Span).max(10_000)

export const Extraction = z
  .object({
    engine: z.object({ name: z.string().max(100), version: z.string().max(100) }),
    claims: z
      .array(
        z.object({
          ordinal: z.int().min(1),
          type: ClaimType,
          polarity: Polarity,
          quote: z.string().max(6_000_000),
          content: spans,
          cue: spans,
          source: spans,
          prefix: z.string().max(64),
          suffix: z.string().max(64),
          speakers: z.array(ExtractedSpeaker).max(200),
          attribution: z.object({ method: z.string().max(40), confidence: Confidence }),
          parent: z.int().min(1).nullable().describe('The ordinal of the claim that encloses this one.'),
          confidence: Confidence,
        }),
      )
      .max(1_000_000),
  })
  .meta({ id: 'Extraction', description: 'What the engine finds in a text; nothing of it is stored.' })

export type Extraction = z.infer<typeof Extraction>
