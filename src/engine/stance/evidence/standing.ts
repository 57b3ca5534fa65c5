// Who the speaker is in this article: the parties speak often and for somebody, a passer-by speaks once.
import type { ArticleReading, ClaimReading } from '../reading.ts'
import { add, type Evidence } from './evidence.ts'

export function standing(claim: ClaimReading, article: ArticleReading, evidence: Evidence): void {
  const times = Math.max(0, ...[...claim.speakers].map((speaker) => article.timesSpoken.get(speaker) ?? 0))
  add(evidence, `speaks ${Math.min(5, times)}`)
  add(evidence, 'share of the article', times / article.claims.length)
  add(evidence, claim.claim.affiliations.length > 0 ? 'affiliated' : 'unaffiliated')
  if (claim.claim.speakers.length > 1) add(evidence, 'several speakers')
  // In a transcript nearly every claim lacks a cue, and the bench asks by habit.
  add(evidence, 'transcript', article.transcript)
  if (article.transcript <= 0.5) return
  add(evidence, `transcript ${claim.claim.polarity}`)
  if (claim.bench) add(evidence, 'transcript, bench')
}
