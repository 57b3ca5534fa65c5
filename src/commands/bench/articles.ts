// The benchmark's articles: sentences of a few words over and over, cut into claims of even length.

import { ENGINE_ID } from '../../annotators/people.ts'
import { sha256Of } from '../../articles/text.ts'
import { quoteOf } from '../../claims/present.ts'
import { anchoring } from '../../claims/spans.ts'
import type { Runtime } from '../../runtime.ts'
import { monthOf } from '../../standings/groups.ts'
import type { Random } from './random.ts'

export const CLAIMS_AN_ARTICLE = 20
export const WORDS =
  'the of court company records letters customers emails warrant private provider data said held storage cloud judge ruling appeal order access keys lawful argument notice owner server policy review motion hearing'.split(
    ' ',
  )

const DAY = 86_400_000

export function articleOf(
  n: number,
  rng: Random,
  publishers: readonly string[],
  runtime: Runtime,
  at: number,
) {
  const sentences = Array.from({ length: CLAIMS_AN_ARTICLE * 2 }, () => `${words(rng, 14)}.`)
  // A word that one article in a thousand has.
  sentences[10] = `${words(rng, 7)} ${rareWord(n)} ${words(rng, 6)}.`
  const text = `Article ${n}. ${sentences.join(' ')}`
  const recorded = {
    id: runtime.newId('art'),
    title: `Article ${n}: ${words(rng, 5)}`,
    publisher: rng.skewed(publishers),
    byline: null,
    url: null,
    publishedAt: Date.UTC(2018, 0, 1) + rng.below(5 * 365) * DAY,
    language: 'en',
    metadata: {},
    sha256: sha256Of(text),
    engineVersion: 'bench',
    createdBy: 'ann_system',
    createdAt: at,
    updatedAt: at,
    revision: 1,
  }
  // What the ledger has of it leaves its text out.
  return { recorded, article: { ...recorded, text } }
}

type Article = ReturnType<typeof articleOf>['article']

export const rareWord = (n: number) => `word${n % 1000}`

const words = (rng: Random, n: number) => Array.from({ length: n }, () => rng.skewed(WORDS)).join(' ')

export function claimsOf(
  { id: articleId, text, publisher, publishedAt, createdAt }: Article,
  rng: Random,
  runtime: Runtime,
) {
  const anchors = anchoring(text)
  const length = Math.floor(text.length / CLAIMS_AN_ARTICLE)
  return Array.from({ length: CLAIMS_AN_ARTICLE }, (_, i) => {
    const at = i * length
    const content = [anchors.stored({ start: at + 20, end: at + length - 10 })]
    return {
      ...anchors.context(content),
      ...{
        id: runtime.newId('clm'),
        articleId,
        ordinal: i + 1,
        start: at + 20,
        quote: quoteOf(content),
        content,
      },
      cue: [anchors.stored({ start: at + 10, end: at + 14 })],
      source: [anchors.stored({ start: at, end: at + 9 })],
      type: rng.skewed(['indirect', 'direct', 'mixed'] as const),
      polarity: rng.skewed(['asserted', 'denied', 'questioned'] as const),
      status: rng.unit() < 0.02 ? 'rejected' : rng.skewed(['proposed', 'confirmed'] as const),
      ...{ method: 'named', methodConfidence: 0.9, parentId: null, confidence: rng.unit() },
      ...{ createdBy: ENGINE_ID, createdVersion: 'bench', createdAt, updatedAt: createdAt, revision: 1 },
      ...{ publisher, publishedAt, publishedMonth: monthOf(publishedAt) },
    }
  })
}
