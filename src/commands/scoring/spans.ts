// The headline figures for spans: exact roles and whole quotes, loose quotes one to one, and who was named as source.
import type { ClaimType } from '../../engine/types.ts'
import { type Comparable, type ComparableArticle, equal, overlap, shared } from './comparable.ts'

/** Share, 0 to 1. */
export interface Rates {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export type ExactRole = 'cue' | 'source' | 'content' | 'quote'

export interface SpanScore {
  readonly gold: number
  readonly predicted: number
  readonly exact: Readonly<Record<ExactRole, Rates>>
  readonly loose: Rates
  readonly looseByType: Readonly<Record<ClaimType, Rates>>
  /** Of gold attributions with a source whose content was found: the share whose source was touched. */
  readonly attributionAccuracy: number
}

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0)

function rates(hitsPredicted: number, predicted: number, hitsGold: number, gold: number): Rates {
  const precision = share(hitsPredicted, predicted)
  const recall = share(hitsGold, gold)
  const sum = precision + recall
  return { precision, recall, f1: sum > 0 ? (2 * precision * recall) / sum : 0 }
}

/** Two cues meet when they share a token, or the predicted one begins right after the other (Citron's test, lopsided as it is). */
const cuesMeet = (predicted: Comparable, gold: Comparable): boolean =>
  predicted.cue.some((p) => gold.cue.some((g) => p.start <= g.end && p.end > g.start))

const MATCHES: Record<ExactRole, (predicted: Comparable, gold: Comparable) => boolean> = {
  cue: (p, g) => p.cue.length > 0 && equal(p.cue, g.cue),
  source: (p, g) => cuesMeet(p, g) && equal(p.source, g.source),
  content: (p, g) => cuesMeet(p, g) && equal(p.content, g.content),
  quote: (p, g) =>
    p.cue.length > 0 && equal(p.cue, g.cue) && equal(p.source, g.source) && equal(p.content, g.content),
}

function exact(articles: readonly ComparableArticle[], role: ExactRole): Rates {
  const counts = { hitsPredicted: 0, predicted: 0, hitsGold: 0, gold: 0 }
  const counted = (part: Comparable) => role !== 'cue' || part.cue.length > 0
  for (const { gold, predicted } of articles) {
    for (const p of predicted.filter(counted)) {
      counts.predicted++
      if (gold.some((g) => MATCHES[role](p, g))) counts.hitsPredicted++
    }
    for (const g of gold.filter(counted)) {
      counts.gold++
      if (predicted.some((p) => MATCHES[role](p, g))) counts.hitsGold++
    }
  }
  // Precision's denominator as published: right predictions plus wrong ones; recall's: right predictions plus gold not found.
  const missed = counts.gold - counts.hitsGold
  return rates(counts.hitsPredicted, counts.predicted, counts.hitsPredicted, counts.hitsPredicted + missed)
}

export interface Pair {
  readonly gold: number
  readonly predicted: number
  readonly overlap: number
  /** Sources share a token, or there is none on either side. */
  readonly sourceAgrees: boolean
}

/** Pairs whose contents overlap by half or more, best first; ties in file order, so that naming every source never pays. */
export function pairsOf({ gold, predicted }: ComparableArticle): Pair[] {
  const pairs: Pair[] = []
  gold.forEach((g, i) => {
    predicted.forEach((p, j) => {
      const value = overlap(g.content, p.content)
      if (value < 0.5) return
      const neither = g.source.length === 0 && p.source.length === 0
      pairs.push({
        gold: i,
        predicted: j,
        overlap: value,
        sourceAgrees: neither || shared(g.source, p.source) > 0,
      })
    })
  })
  return pairs.sort((a, b) => b.overlap - a.overlap || a.gold - b.gold || a.predicted - b.predicted)
}

/** Greedy one-to-one matching: the pairs in order, each side used once. */
export function matchesOf(article: ComparableArticle): Pair[] {
  const usedGold = new Set<number>()
  const usedPredicted = new Set<number>()
  return pairsOf(article).filter((pair) => {
    if (usedGold.has(pair.gold) || usedPredicted.has(pair.predicted)) return false
    usedGold.add(pair.gold)
    usedPredicted.add(pair.predicted)
    return true
  })
}

const TYPES: readonly ClaimType[] = ['direct', 'indirect', 'mixed']

function loose(articles: readonly ComparableArticle[], type?: ClaimType): Rates {
  const counts = { hitsPredicted: 0, predicted: 0, hitsGold: 0, gold: 0 }
  const counted = (part: Comparable | undefined) => part !== undefined && (!type || part.type === type)
  for (const article of articles) {
    counts.gold += article.gold.filter(counted).length
    counts.predicted += article.predicted.filter(counted).length
    for (const pair of matchesOf(article)) {
      if (!pair.sourceAgrees) continue
      if (counted(article.gold[pair.gold])) counts.hitsGold++
      if (counted(article.predicted[pair.predicted])) counts.hitsPredicted++
    }
  }
  return rates(counts.hitsPredicted, counts.predicted, counts.hitsGold, counts.gold)
}

function attributionAccuracy(articles: readonly ComparableArticle[]): number {
  let matched = 0
  let right = 0
  for (const article of articles) {
    const pairs = pairsOf(article)
    article.gold.forEach((g, i) => {
      const best = g.source.length > 0 ? pairs.find((pair) => pair.gold === i) : undefined
      if (!best) return
      matched++
      if (best.sourceAgrees) right++
    })
  }
  return share(right, matched)
}

export function scoreSpans(articles: readonly ComparableArticle[]): SpanScore {
  const [direct, indirect, mixed] = TYPES.map((type) => loose(articles, type)) as [Rates, Rates, Rates]
  return {
    gold: articles.reduce((sum, { gold }) => sum + gold.length, 0),
    predicted: articles.reduce((sum, { predicted }) => sum + predicted.length, 0),
    exact: {
      cue: exact(articles, 'cue'),
      source: exact(articles, 'source'),
      content: exact(articles, 'content'),
      quote: exact(articles, 'quote'),
    },
    loose: loose(articles),
    looseByType: { direct, indirect, mixed },
    attributionAccuracy: attributionAccuracy(articles),
  }
}
