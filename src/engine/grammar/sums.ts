// Adds up the weights of one decision's features; the highest sum decides.
import type { FloatWeights as Weights } from '../model/weights.ts'

/** Row starts of the features of one decision; no decision has more. */
const found = new Int32Array(64)

/** Writes one sum for each label into `sums`: rows first, then label by label, which keeps each sum in a register. */
export function sumInto(
  sums: Float64Array,
  { labels, bits, rowOf, values }: Weights,
  features: Int32Array,
): void {
  const shift = 32 - bits
  let count = 0
  for (let slot = 0; slot < features.length; slot++) {
    const row = rowOf[(features[slot] as number) >>> shift] as number
    if (row > 0) found[count++] = row * labels
  }
  for (let label = 0; label < labels; label++) {
    let sum = 0
    for (let at = 0; at < count; at++) sum += values[(found[at] as number) + label] as number
    sums[label] = sum
  }
}

/** The label with the highest sum; the lowest of equals, so that every machine agrees. */
export function highest(sums: Float64Array): number {
  let best = 0
  for (let label = 1; label < sums.length; label++) {
    if ((sums[label] as number) > (sums[best] as number)) best = label
  }
  return best
}
