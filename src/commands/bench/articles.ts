// The benchmark's articles: sentences of a few words over and over, cut into claims of even length.

import { ENGINE_ID } from '../../annotators/people.ts'
import { sha256Of } from '../../articles/text.ts'
import { anchoring } from '../../claims/spans.ts'
import type { FreshClaim } from '../../claims/store.ts'
import type { Runtime } from '../../runtime.ts'
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
  return {
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
    text,
  }
}

export const rareWord = (n: number) => `word${n % 1000}`

const words = (rng: Random, n: number) => Array.from({ length: n }, () => rng.skewed(WORDS)).join(' ')

export function claimsOf(
  text: string,
  rng: Random,
  speakerIds: readonly string[],
  runtime: Runtime,
): FreshClaim[] {
  const anchors = anchoring(text)
  const length = Math.floor(text.length / CLAIMS_AN_ARTICLE)
  return Array.from({ length: CLAIMS_AN_ARTICLE }, (_, i) => {
    const start = i * length
    const content = [anchors.stored({ start: start + 20, end: start + length - 10 })]
    return {
      ...anchors.context(content),
      id: runtime.newId('clm'),
      content,
      cue: [anchors.stored({ start: start + 10, end: start + 14 })],
      source: [anchors.stored({ start, end: start + 9 })],
      type: rng.skewed(['indirect', 'direct', 'mixed'] as const),
      polarity: rng.skewed(['asserted', 'denied', 'questioned'] as const),
      status: 'proposed',
      speakerIds: [rng.skewed(speakerIds)],
      attribution: { method: 'named', confidence: 0.9 },
      parentId: null,
      confidence: rng.unit(),
      createdBy: ENGINE_ID,
      createdVersion: 'bench',
    }
  })
}
