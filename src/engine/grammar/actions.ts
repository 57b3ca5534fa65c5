// Choosing the next action of the arc builder: one small table without gaps, so that it stays near the processor.
import { ACTIONS, type Building, LEFT, SHIFT } from './arcs.ts'

/** Buckets are hashes cut to this many bits. */
export const ARC_BITS = 18
/** Room for one bucket: three actions and a gap, so that buckets lie on even addresses. */
const STRIDE = 4

/** By bucket, STRIDE numbers each; only their proportions matter. */
export type ArcCells = Int16Array | Float32Array

export interface ArcCellWeights {
  readonly cells: ArcCells
  readonly leads: null
}

/** Either as learnt, or packed to be read with: half the memory, and nothing else is looked at. */
export type ArcWeights =
  | ArcCellWeights
  | {
      readonly cells: null
      /** By bucket, what LEFT (high half) and RIGHT (low half) are worth beyond SHIFT. */
      readonly leads: Int32Array
    }

export const arcRoom = (): number => STRIDE * 2 ** ARC_BITS

export const arcBucket = (feature: number): number => (feature >>> (32 - ARC_BITS)) * STRIDE

export const unpacked = (cells: ArcCells): ArcCellWeights => ({ cells, leads: null })

/** For weights that are whole numbers, none further than 16,383 from 0. */
export function packed(cells: Int16Array): ArcWeights {
  const leads = new Int32Array(2 ** ARC_BITS)
  for (let bucket = 0; bucket < leads.length; bucket++) {
    const from = bucket * STRIDE
    const shift = cells[from] as number
    const left = (cells[from + 1] as number) - shift
    const right = (cells[from + 2] as number) - shift
    leads[bucket] = (left << 16) | (right & 0xffff)
  }
  return { cells: null, leads }
}

/** The worth of each action; of packed weights, beyond that of SHIFT. */
export function sumActions(sums: Float64Array, weights: ArcWeights, features: Int32Array): void {
  const { cells, leads } = weights
  if (leads) sumLeads(sums, leads, features)
  else sumCells(sums, cells, features)
}

function sumLeads(sums: Float64Array, leads: Int32Array, features: Int32Array): void {
  let left = 0
  let right = 0
  for (let slot = 0; slot < features.length; slot++) {
    const lead = leads[(features[slot] as number) >>> (32 - ARC_BITS)] as number
    left += lead >> 16
    right += (lead << 16) >> 16
  }
  sums[0] = 0
  sums[1] = left
  sums[2] = right
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

/** The only action that is allowed, or -1 when there is a choice. */
export function forcedAction({ next, length, stack }: Building): number {
  if (stack.length === 0) return SHIFT
  return next === length && stack.length === 1 ? LEFT : -1
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
