// A quotation that runs on without naming anybody belongs to whoever spoke before it.
// “It was ours,” said Vale. … “It always was.” → Vale
import type { Sieve } from './sieve.ts'

/** Attributions before this one that are asked. */
const FARTHEST = 12

export const runOn: Sieve = ({ attribution, index, first, last }, { answers, attributions }) => {
  if (first < last) return null
  if (attribution.cue.length > 0 && attribution.form !== 'continuation') return null
  const start = attribution.content[0]?.start ?? 0
  for (let before = index - 1; before >= Math.max(0, index - FARTHEST); before--) {
    const answer = answers[before]
    if (!answer || answer.figures.length === 0) continue
    const quoted = attributions[before]?.type !== 'indirect'
    const near = start - (attributions[before]?.content.at(-1)?.end ?? 0) < 1500
    return near ? { figures: answer.figures, method: 'continuation', confidence: quoted ? 0.85 : 0.7 } : null
  }
  return null
}
