// How often each step from label to label is expected in a sequence, by the model's marginals.
import type { Marginals } from '../model/chain.ts'

/** (labels + 1) × labels; the last row is for the first token's label. */
export function expectedSteps(marginals: Marginals, length: number, labels: number): Float64Array {
  const { local, backward, forward, steps, scale, tokens } = marginals
  const expected = new Float64Array((labels + 1) * labels)
  for (let to = 0; length > 0 && to < labels; to++) expected[labels * labels + to] = tokens[to] as number
  for (let at = 1; at < length; at++) {
    const before = (at - 1) * labels
    for (let to = 0; to < labels; to++) {
      const here = at * labels + to
      const out = ((local[here] as number) * (backward[here] as number)) / (scale[at] as number)
      if (out < 1e-9) continue
      for (let from = 0; from < labels; from++) {
        const step = from * labels + to
        const share = (forward[before + from] as number) * (steps[step] as number) * out
        expected[step] = (expected[step] as number) + share
      }
    }
  }
  return expected
}
