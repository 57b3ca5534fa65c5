// Choosing the next action of the arc builder: one small table without gaps, so that it stays near the processor.
import { ACTIONS, type Building } from './arcs.ts'

/** Buckets are hashes cut to this many bits. */
export const ARC_BITS = 18
/** Room for one bucket: three actions and a gap, so that buckets lie on even addresses. */
const STRIDE = 4

/** By bucket, STRIDE numbers each; only their proportions matter. */
export type ArcCells = Int16Array | Float32Array

export interface ArcWeights {
  readonly cells: ArcCells
  /**
   * By bucket, what LEFT and RIGHT are worth beyond SHIFT, as one number: LEFT's lead times LANE plus RIGHT's. Adding up
   * one number a feature is a third of the work; null while learning, when weights are no whole numbers.
   */
  readonly leads: Float64Array | null
}

/** Above any sum of RIGHT's leads, far enough below the 53 bits of whole numbers to leave LEFT's their room. */
const LANE = 2 ** 26

export const arcRoom = (): number => STRIDE * 2 ** ARC_BITS

export const arcBucket = (feature: number): number => (feature >>> (32 - ARC_BITS)) * STRIDE

export const unpacked = (cells: ArcCells): ArcWeights => ({ cells, leads: null })

/** For weights that are whole numbers. */
export function packed(cells: Int16Array): ArcWeights {
  const leads = new Float64Array(2 ** ARC_BITS)
  for (let bucket = 0; bucket < leads.length; bucket++) {
    const from = bucket * STRIDE
    const shift = cells[from] as number
    leads[bucket] = ((cells[from + 1] as number) - shift) * LANE + ((cells[from + 2] as number) - shift)
  }
  return { cells, leads }
}

/** The worth of each action; of packed weights, beyond that of SHIFT. */
export function sumActions(sums: Float64Array, { cells, leads }: ArcWeights, features: Int32Array): void {
  if (leads) sumLeads(sums, leads, features)
  else sumCells(sums, cells, features)
}

function sumLeads(sums: Float64Array, leads: Float64Array, features: Int32Array): void {
  let sum = 0
  for (let slot = 0; slot < features.length; slot++) {
    sum += leads[(features[slot] as number) >>> (32 - ARC_BITS)] as number
  }
  const left = Math.round(sum / LANE)
  sums[0] = 0
  sums[1] = left
  sums[2] = sum - left * LANE
}

function sumCells(sums: Float64Array, cells: ArcCells, features: Int32Array): void {
  let shift = 0
  let left = 0
  let right = 0
  for (let slot = 0; slot < features.length; slot++) {
    const from = arcBucket(features[slot] as number)
    shift += cells[from] as number
    left += cells[from + 1] as number
    right += cells[from + 2] as number
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
