// Speakers and polarity of the gold claims that were found: the set of names must be the gold set.
import type { Polarity } from '../../engine/types.ts'
import { type Comparable, overlap } from './comparable.ts'
import type { GoldArticle } from './gold.ts'

export interface SpeakerScore {
  /** Of gold claims with a speaker. */
  readonly gold: number
  readonly matched: number
  readonly right: number
  readonly accuracy: number
  readonly endToEnd: number
  readonly polarityAccuracy: number
}

export interface Spoken {
  readonly names: readonly string[]
  readonly polarity: Polarity
}

export interface SpokenArticle {
  readonly article: GoldArticle
  readonly gold: readonly Comparable[]
  readonly predicted: readonly Comparable[]
  readonly spoken: readonly Spoken[]
}

const TITLE =
  /^(?:the|mr|mrs|ms|miss|dr|sir|dame|lord|lady|judge|justice|chief justice|professor|prof|sen|rep|gov|president|attorney general)\.?\s+/

/** Name without case, possessive, leading "the" and titles. */
export function plainName(name: string): string {
  let plain = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/['\u2019]s?$/u, '')
    .replaceAll('\u2019', "'")
    .replace(/\s+/gu, ' ')
    .trim()
  while (TITLE.test(plain)) plain = plain.replace(TITLE, '')
  return plain
}

/** Canonical name for a written one; an alias that two speakers share stands for neither. */
function resolverOf(speakers: GoldArticle['speakers']): (name: string) => string | undefined {
  const owners = new Map<string, Set<string>>()
  for (const { name, aliases } of speakers) {
    for (const alias of [name, ...aliases]) {
      const key = plainName(alias)
      owners.set(key, (owners.get(key) ?? new Set()).add(name))
    }
  }
  return (name) => {
    const found = owners.get(plainName(name))
    return found?.size === 1 ? [...found][0] : undefined
  }
}

/** The predicted claim nearest to the gold one by content; when two people are given one content the cue tells them apart. */
function nearest(gold: Comparable, predicted: readonly Comparable[]): { index: number; overlap: number } {
  let best = { index: -1, overlap: 0 }
  predicted.forEach((candidate, index) => {
    const value = overlap(gold.content, candidate.content) + overlap(gold.cue, candidate.cue) / 1e6
    if (value > best.overlap) best = { index, overlap: value }
  })
  return best
}

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0)

function sameNames(want: readonly string[], got: readonly (string | undefined)[]): boolean {
  return (
    got.length === want.length &&
    new Set(got).size === want.length &&
    want.every((name) => got.includes(name))
  )
}

export function scoreSpeakers(articles: readonly SpokenArticle[]): SpeakerScore {
  const n = { gold: 0, matched: 0, right: 0, polarityOf: 0, polarity: 0 }
  for (const { article, gold, predicted, spoken } of articles) {
    const resolve = resolverOf(article.speakers)
    gold.forEach((comparable, i) => {
      const claim = article.attributions[i]
      const { index, overlap: value } = nearest(comparable, predicted)
      const found = value >= 0.5 ? spoken[index] : undefined
      if (!claim) return
      if (found && claim.polarity) {
        n.polarityOf++
        if (found.polarity === claim.polarity) n.polarity++
      }
      if (claim.speakers.length === 0) return
      n.gold++
      if (!found) return
      n.matched++
      if (sameNames(claim.speakers, found.names.map(resolve))) n.right++
    })
  }
  return {
    gold: n.gold,
    matched: n.matched,
    right: n.right,
    accuracy: share(n.right, n.matched),
    endToEnd: share(n.right, n.gold),
    polarityAccuracy: share(n.polarity, n.polarityOf),
  }
}
