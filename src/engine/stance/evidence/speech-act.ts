// Who asks and who answers: a judge's question tests both sides, an advocate's question implies its answer.
import type { ClaimReading } from '../reading.ts'
import { add, type Evidence } from './evidence.ts'

export function speechAct(claim: ClaimReading, evidence: Evidence): void {
  const { polarity, type, speakers, cue, source } = claim.claim
  const { bench } = claim
  add(evidence, 'constant')
  add(evidence, `polarity ${polarity}`)
  add(evidence, `type ${type}`)
  if (bench) {
    add(evidence, 'bench')
    add(evidence, `bench ${polarity}`)
  }
  if (claim.quote.includes('?')) add(evidence, bench ? 'question mark of the bench' : 'question mark')
  if (cue.length === 0) add(evidence, 'no cue')
  if (source.length === 0) add(evidence, 'no source')
  if (speakers.length === 0) add(evidence, 'nobody speaks')
  if (claim.outer !== null) add(evidence, 'hearsay')
  if (claim.paragraph === 0) add(evidence, 'first paragraph')
}
