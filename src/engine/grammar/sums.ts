// Adds up the weights of one decision's features; the highest sum decides.
import type { FloatWeights as Weights } from '../model/weights.ts'

/** Writes one sum for each label into `sums`. */
export function sumInto(
  sums: Float64Array,
  { labels, bits, rowOf, values }: Weights,
  features: Int32Array,
): void {
  const shift = 32 - bits
  for (let label = 0; label < labels; label++) sums[label] = 0
  for (let slot = 0; slot < features.length; slot++) {
    const row = rowOf[(features[slot] as number) >>> shift] as number
    if (row === 0) continue
    const from = row * labels
    for (let label = 0; label < labels; label++) {
      sums[label] = (sums[label] as number) + (values[from + label] as number)
    }
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
