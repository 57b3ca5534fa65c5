// Claims as they stand on the wire.

import { z } from 'zod'
import { AnnotatorKind } from '../annotators/schema.ts'
import { AsOf } from '../http/as-of.ts'
import { Confidence, DayOrTime, idOf, line, refused, Slug, Time } from '../http/formats.ts'
import { pageOf, pageQuery } from '../http/page.ts'
import { SpeakerKind } from '../speakers/schema.ts'

export const ClaimType = z
  .enum(['direct', 'indirect', 'mixed'])
  .describe('Whether all, none or some of the content is in quotation marks.')
export const Polarity = z
  .enum(['asserted', 'denied', 'questioned'])
  .describe('What the speaker does with the content.')
export const ClaimStatus = z.enum(['proposed', 'confirmed', 'rejected'])
export const Basis = z.enum(['ruling', 'people', 'machine']).describe('What a position rests on.')

export const Span = z
  .object({
    start: z.int().min(0),
    end: z.int().min(1).describe('Exclusive.'),
    exact: z.string().max(6_000_000).describe('The words there.'),
  })
  .meta({ id: 'Span', description: 'A half-open range of the text, in the unit asked for.' })

const spans = z.array(Span).max(10_000)

export const SpeakerRef = z
  .object({ id: idOf('spk'), name: z.string().max(300), kind: SpeakerKind })
  .meta({ id: 'SpeakerRef', description: 'A speaker, in short.' })

const Method = z
  .enum(['named', 'pronoun', 'nominal', 'continuation', 'label', 'manual', 'none'])
  .describe('How the speaker was found.')

export const ClaimPosition = z
  .object({
    question: Slug,
    position: Slug,
    basis: Basis,
    confidence: Confidence.describe(
      '1 for a ruling, the share of people who agree, or the machine’s probability.',
    ),
    settled: z
      .boolean()
      .describe(
        'By a ruling, or by as many people as the question’s `settleAt` asks for: the basis says which.',
      ),
    wordsAlone: z
      .object({ position: Slug, confidence: Confidence })
      .nullable()
      .describe('With the machine as basis: what the words of the claim by themselves would give.'),
  })
  .meta({ id: 'ClaimPosition', description: 'Where the claim stands on a question.' })

export const Claim = z
  .object({
    id: idOf('clm'),
    articleId: idOf('art'),
    ordinal: z.int().min(1).describe('Its place in the article, in text order.'),
    type: ClaimType,
    polarity: Polarity,
    quote: z.string().max(6_000_000).describe('The pieces of the content, joined by " … ".'),
    content: spans.describe('What is said.'),
    cue: spans.describe('The words that report it.'),
    source: spans.describe('The words for who says it.'),
    prefix: z.string().max(64),
    suffix: z.string().max(64),
    speakers: z.array(SpeakerRef).max(200),
    attribution: z.object({ method: Method, confidence: Confidence }),
    parentId: idOf('clm').nullable().describe('The claim that encloses this one in hearsay.'),
    confidence: Confidence,
    status: ClaimStatus,
    createdBy: z.object({
      id: idOf('ann'),
      kind: AnnotatorKind,
      name: z.string().max(200),
      version: z.string().max(100).nullable(),
    }),
    positions: z.array(ClaimPosition).max(10_000),
    createdAt: Time,
    updatedAt: Time,
  })
  .meta({ id: 'Claim', description: 'Something an article attributes to somebody.' })

export const ClaimPage = pageOf(Claim, 'ClaimPage')

export const offsetUnit = z
  .enum(['codepoint', 'utf16'])
  .default('codepoint')
  .describe('What offsets count: Unicode code points, or UTF-16 code units for JavaScript and Java.')

export const UnitQuery = z.strictObject({ offsetUnit })

export const ClaimQuery = UnitQuery.extend({ asOf: AsOf })

export const ClaimFilter = z.strictObject({
  article: z.string().min(1).max(200).optional().describe('The id of an article.'),
  speaker: z.string().min(1).max(300).optional().describe('An id, a name or an alias.'),
  affiliation: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('The id of a body: claims of those who speak for it, as positions by affiliation count them.'),
  question: Slug.optional(),
  position: Slug.optional().describe('A position on the question, or on any.'),
  basis: Basis.optional(),
  anotherLook: z
    .enum(['true'])
    .optional()
    .describe(
      'Only claims that people placed, or a curator ruled on, when the question meant something else.',
    ),
  type: ClaimType.optional(),
  polarity: Polarity.optional(),
  status: ClaimStatus.optional(),
  publisher: z.string().min(1).max(200).optional(),
  publishedFrom: DayOrTime.optional(),
  publishedTo: DayOrTime.optional().describe('Inclusive: a day counts to its end.'),
  q: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe('Words in the quote; "in quotes" for a phrase. Ordered by age.'),
  sort: z
    .enum(['createdAt', '-createdAt', 'publishedAt', '-publishedAt', 'confidence', '-confidence'])
    .default('createdAt')
    .describe('A minus turns the order round.'),
  offsetUnit,
  ...pageQuery,
})

export const ClaimListQuery = ClaimFilter.extend({ asOf: AsOf })

const GivenSpan = z.strictObject({
  start: z.int().min(0).max(10_000_000),
  end: z.int().min(0).max(10_000_000),
  exact: z.string().max(6_000_000).optional().describe('Refused when the text there is another.'),
})
const givenSpans = z.array(GivenSpan).max(1000)
const givenSpeakers = z.array(line(300)).max(50).describe('Ids or names; a new name is a new speaker.')

export const NewClaim = z
  .strictObject({
    content: givenSpans.min(1).optional(),
    exact: z.string().min(1).max(1_000_000).optional().describe('The content as a quote, in place of spans.'),
    prefix: z.string().max(1000).optional(),
    suffix: z.string().max(1000).optional(),
    cue: givenSpans.default([]),
    source: givenSpans.default([]),
    type: ClaimType.optional().describe('Follows the quotation marks when left out.'),
    polarity: Polarity.default('asserted'),
    speakers: givenSpeakers.default([]),
  })
  .refine(
    (claim) => (claim.content === undefined) !== (claim.exact === undefined),
    refused('either_or', 'Give either content or exact.', 'content'),
  )
  .meta({ id: 'NewClaim', examples: [{ exact: 'the letters are theirs', speakers: ['Ines Calder'] }] })

export const ClaimChange = z
  .strictObject({
    content: givenSpans.min(1).optional(),
    cue: givenSpans.optional(),
    source: givenSpans.optional(),
    type: ClaimType.optional(),
    polarity: Polarity.optional(),
    speakers: givenSpeakers.optional(),
    status: ClaimStatus.optional(),
  })
  .meta({
    id: 'ClaimChange',
    description: 'What is wrong about a claim, put right. Lists replace the ones before.',
    examples: [{ status: 'confirmed' }],
  })

export type Claim = z.infer<typeof Claim>
export type ClaimFilter = z.infer<typeof ClaimFilter>
export type NewClaim = z.infer<typeof NewClaim>
export type ClaimChange = z.infer<typeof ClaimChange>
