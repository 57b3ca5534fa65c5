// Words that tell opinion from fact, doubt from conviction, whatever the question: "depends", "both", "filed", "last March".
import type { ClaimReading } from '../reading.ts'
import { type Evidence, note } from './evidence.ts'

const NUMBER = /^\d/
/** A word beside the claim counts half of one within it. */
const NEARBY = 0.5
/** Words of a claim after this many say little more and would cost time. */
const MOST = 120

export function wording(claim: ClaimReading, evidence: Evidence): void {
  const content = claim.content.slice(0, MOST)
  let before = ''
  for (const word of content) {
    const form = NUMBER.test(word.form) ? '#' : word.form
    note(evidence, `w ${form === '#' || !word.topical ? form : word.stem}`)
    if (before !== '') note(evidence, `b ${before} ${form}`)
    before = form
  }
  for (const word of claim.cue.slice(0, MOST)) note(evidence, `c ${word.stem}`)
  for (const word of claim.source.slice(0, MOST)) note(evidence, `s ${word.stem}`)
  for (const word of claim.around) evidence.set(`~ ${word.stem}`, NEARBY)
  const first = content[0]
  if (first !== undefined) note(evidence, `f ${first.form}`)
}
