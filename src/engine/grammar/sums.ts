// Adds up the weights of one decision's features; the highest sum decides.
import { type Buckets, rowsOf } from '../model/buckets.ts'

/** Weights of a choice among many labels: row after row, `labels` numbers each; only their proportions matter. */
export interface ChoiceWeights extends Buckets {
  readonly labels: number
  readonly values: Int16Array | Float32Array
}

/** Rows of one decision's features; no decision has more. */
const found = new Int32Array(65)

/** Writes one sum for each label into `sums`: rows first, then label by label, which keeps each sum in a register. */
export function sumInto(sums: Float64Array, weights: ChoiceWeights, features: Int32Array): void {
  const { labels, values } = weights
  const count = rowsOf(weights, features, 0, features.length, found)
  for (let at = 0; at < count; at++) found[at] = (found[at] as number) * labels
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
