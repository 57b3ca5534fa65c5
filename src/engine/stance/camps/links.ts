// Which claims stand near enough to each other to tell of one another: the same speaker agrees, the next speaker mostly objects.
import { add, type Evidence } from '../evidence/evidence.ts'
import type { Rarity } from '../rarity.ts'
import type { ArticleReading, ClaimReading } from '../reading.ts'

/** Two claims of an article, the earlier first. */
export interface Link {
  readonly first: number
  readonly second: number
  /** "same speaker|2|1|asserted|denied|direct|mixed": tie, claims apart, paragraphs apart, polarities, types. */
  readonly kind: string
  /** Rare words in common, by how many words there were. */
  readonly alike: number
}

/** Claims farther apart are linked only when one camp makes them. */
const NEAR = 6
/** And not even then beyond this, so that the number of links stays linear in the claims. */
const FAR = 40

export function linksOf(article: ArticleReading, rarity: Rarity): Link[] {
  const links: Link[] = []
  const families = article.claims.map((claim) => new Set(claim.topics.map((word) => word.stem)))
  for (const second of article.claims) {
    for (let at = Math.max(0, second.index - FAR); at < second.index; at++) {
      const first = article.claims[at]
      if (first === undefined) continue
      if (second.index - at > NEAR && !share(first.camp, second.camp)) continue
      const alike = likeness(families[at], second, rarity)
      links.push({ first: at, second: second.index, kind: kindOf(first, second), alike })
    }
  }
  return links
}

function kindOf(first: ClaimReading, second: ClaimReading): string {
  const apart = Math.min(second.index - first.index, 5)
  const paragraphs = Math.min(second.paragraph - first.paragraph, 3)
  const [one, other] = [first.claim, second.claim]
  return `${tieOf(first, second)}|${apart}|${paragraphs}|${one.polarity}|${other.polarity}|${one.type}|${other.type}`
}

/** A link as evidence by name, for training and for explaining. */
export function evidenceOf({ kind, alike }: Pick<Link, 'kind' | 'alike'>): Evidence {
  const [tie = '', apart, paragraphs, ...manner] = kind.split('|')
  const [firstPolarity, secondPolarity, firstType, secondType] = manner
  const evidence: Evidence = new Map()
  add(evidence, 'always')
  add(evidence, tie)
  add(evidence, `${tie}, ${apart} apart`)
  add(evidence, `${tie}, ${paragraphs} paragraphs`)
  add(evidence, `${tie}, ${firstPolarity} then ${secondPolarity}`)
  add(evidence, `${tie}, ${firstType} then ${secondType}, ${Math.min(Number(apart), 2)} apart`)
  add(evidence, 'alike', alike)
  add(evidence, `${tie}, alike`, alike)
  return evidence
}

function tieOf(first: ClaimReading, second: ClaimReading): string {
  const nested = second.outer === first.index ? 'relayed by ' : ''
  if (first.speakers.size === 0 || second.speakers.size === 0) return `${nested}nobody`
  if (share(first.speakers, second.speakers)) return `${nested}same speaker`
  return nested + (share(first.camp, second.camp) ? 'same camp' : 'other camp')
}

function share(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const one of some) if (others.has(one)) return true
  return false
}

function likeness(known: ReadonlySet<string> | undefined, second: ClaimReading, rarity: Rarity): number {
  if (known === undefined) return 0
  let sum = 0
  for (const { stem } of second.topics) if (known.has(stem)) sum += rarity.of(stem)
  return sum / Math.sqrt((known.size + 3) * (second.topics.length + 3))
}
