// Choosing the next action of the arc builder: one small table without gaps, so that it stays near the processor.
import { ACTIONS, type Building } from './arcs.ts'

/** Buckets are hashes cut to this many bits. */
export const ARC_BITS = 18
/** Room for one bucket: three actions and a gap, so that buckets lie on even addresses. */
const STRIDE = 4

/** By bucket, STRIDE numbers each; only their proportions matter. */
export type ArcWeights = Int16Array | Float32Array

export const arcRoom = (): number => STRIDE * 2 ** ARC_BITS

export const arcBucket = (feature: number): number => (feature >>> (32 - ARC_BITS)) * STRIDE

export function sumActions(sums: Float64Array, weights: ArcWeights, features: Int32Array): void {
  let shift = 0
  let left = 0
  let right = 0
  for (let slot = 0; slot < features.length; slot++) {
    const from = arcBucket(features[slot] as number)
    shift += weights[from] as number
    left += weights[from + 1] as number
    right += weights[from + 2] as number
  }
  sums[0] = shift
  sums[1] = left
  sums[2] = right
}

/** The allowed action with the highest sum. */
export function bestAction(building: Building, sums: Float64Array): number {
  let best = -1
  for (let action = 0; action < ACTIONS; action++) {
    if (building.allows(action) && (best < 0 || (sums[action] as number) > (sums[best] as number)))
      best = action
  }
  return best
}
