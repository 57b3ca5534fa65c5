// Which claims stand near enough to each other to tell of one another: the same speaker agrees, the next speaker mostly objects.
import { add, type Evidence } from '../evidence/evidence.ts'
import type { Rarity } from '../rarity.ts'
import type { ArticleReading, ClaimReading } from '../reading.ts'

/** Two claims of an article, the earlier first, with what bears on whether they take the same side. */
export interface Link {
  readonly first: number
  readonly second: number
  readonly evidence: Evidence
}

/** Claims farther apart are linked only when one camp makes them. */
const NEAR = 6
/** And not even then beyond this, so that the number of links stays linear in the claims. */
const FAR = 40

export function linksOf(article: ArticleReading, rarity: Rarity): Link[] {
  const links: Link[] = []
  const families = article.claims.map((claim) => new Set(claim.topics.map((word) => word.stem)))
  article.claims.forEach((second) => {
    for (let at = Math.max(0, second.index - FAR); at < second.index; at++) {
      const first = article.claims[at]
      if (first === undefined) continue
      if (second.index - at > NEAR && !share(first.camp, second.camp)) continue
      links.push({
        first: at,
        second: second.index,
        evidence: linkEvidence(first, second, likeness(families[at], second, rarity)),
      })
    }
  })
  return links
}

function linkEvidence(first: ClaimReading, second: ClaimReading, alike: number): Evidence {
  const evidence: Evidence = new Map()
  const tie = tieOf(first, second)
  const apart = second.index - first.index
  const paragraphs = second.paragraph - first.paragraph
  add(evidence, 'always')
  add(evidence, tie)
  add(evidence, `${tie}, ${Math.min(apart, 5)} apart`)
  add(evidence, `${tie}, ${Math.min(paragraphs, 3)} paragraphs`)
  add(evidence, `${tie}, ${first.claim.polarity} then ${second.claim.polarity}`)
  add(evidence, `${tie}, ${first.claim.type} then ${second.claim.type}, ${Math.min(apart, 2)} apart`)
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

/** Rare words in common, by how many words there were. */
function likeness(known: ReadonlySet<string> | undefined, second: ClaimReading, rarity: Rarity): number {
  if (known === undefined) return 0
  let sum = 0
  for (const { stem } of second.topics) if (known.has(stem)) sum += rarity.of(stem)
  return sum / Math.sqrt((known.size + 3) * (second.topics.length + 3))
}
