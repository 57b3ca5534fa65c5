// Chance that is the same on every machine: the order of a pass, and which features a step leaves out.
import type { Indexed } from './feature-index.ts'

export function shuffled(count: number, seed: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index)
  let state = seed | 1
  for (let at = count - 1; at > 0; at--) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    const other = (state >>> 8) % (at + 1)
    const held = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = held
  }
  return order
}

/** Leaves out a share of a sequence's features, other ones each time. */
export class Thinning {
  private state: number
  private readonly share: number

  constructor(share: number, seed: number) {
    this.share = share
    this.state = seed | 1
  }

  of<Sequence extends Indexed>(sequence: Sequence): Sequence {
    if (this.share <= 0) return sequence
    const { offsets, ids } = sequence
    const kept = new Uint32Array(ids.length)
    const starts = new Uint32Array(offsets.length)
    const limit = this.share * 65536
    let used = 0
    for (let at = 0; at + 1 < offsets.length; at++) {
      const stop = offsets[at + 1] as number
      for (let slot = offsets[at] as number; slot < stop; slot++) {
        this.state = (Math.imul(this.state, 1664525) + 1013904223) | 0
        if (this.state >>> 16 >= limit) kept[used++] = ids[slot] as number
      }
      starts[at + 1] = used
    }
    return { ...sequence, offsets: starts, ids: kept }
  }
}
