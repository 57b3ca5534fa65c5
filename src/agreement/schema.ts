// How far those who tag agree, as it stands on the wire.

import { z } from 'zod'
import { AnnotatorKind } from '../annotators/schema.ts'
import { AsOf } from '../http/as-of.ts'
import { idOf, Slug } from '../http/formats.ts'

const Coefficient = z.number().max(1.000001).nullable()
const Share = z.number().min(0).max(1.000001)
const CountsByPosition = z.record(Slug, z.int().min(1))

export const AgreementFilter = z.strictObject({
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe('Of the question; the current one when left out.'),
  include: z.enum(['software']).optional().describe('Programs count as annotators too.'),
  asOf: AsOf,
})

const Alpha = z
  .object({
    value: Coefficient.describe('Null where nothing can be said.'),
    ci95: z
      .array(z.number())
      .length(2)
      .nullable()
      .describe('Bootstrap over claims, 1,000 samples, always the same ones.'),
  })
  .describe('Krippendorff’s alpha, for names and with data missing (2011).')

const PairKappa = z.object({
  a: idOf('ann'),
  b: idOf('ann'),
  n: z.int().min(1).describe('Claims that both tagged.'),
  kappa: Coefficient.describe('Null when both chose one and the same position throughout.'),
})

const PositionAgreement = z.object({
  position: Slug,
  share: Share.describe('Of all these tags, how many are this position.'),
  agreement: Share.nullable().describe('One having chosen it, how probably another does.'),
  kappa: Coefficient.describe('The same beyond chance (Fleiss 1971).'),
})

export const Agreement = z
  .object({
    question: Slug,
    version: z.int().min(1),
    claims: z.int().min(0).describe('Claims that at least two tagged: all measures are taken on these.'),
    annotators: z.int().min(0).describe('Those whose tags are looked at.'),
    observed: Share.nullable().describe('Mean over claims of the share of pairs of tags that agree.'),
    krippendorffAlpha: Alpha,
    fleissKappa: Coefficient.describe('Fleiss 1971, for claims with any number of tags.'),
    cohenKappa: z.array(PairKappa).max(1_000_000).describe('For each two who tagged the same claims (1960).'),
    positions: z.array(PositionAgreement).max(200),
    confusion: z
      .record(Slug, CountsByPosition)
      .describe(
        'Pairs of tags on one claim, by the two positions; the same both ways round. Zeros are left out.',
      ),
    divided: z
      .array(z.object({ claimId: idOf('clm'), counts: CountsByPosition }))
      .max(20)
      .describe('The claims that divide most, with their tags by position.'),
    tagsBy: z
      .array(
        z.object({ id: idOf('ann'), name: z.string().max(200), kind: AnnotatorKind, tags: z.int().min(1) }),
      )
      .max(100_000),
  })
  .meta({ id: 'Agreement', description: 'How far those who tagged the same claims agree.' })

export type AgreementFilter = z.infer<typeof AgreementFilter>
export type Agreement = z.infer<typeof Agreement>
