// Sums of rows that depend on few things, remembered by these: words recur, and where they stand does all the more.
import { rowsOf } from './buckets.ts'
import { Slots } from './slots.ts'
import { addBlankRows, addRow, LANE_WORDS, type Weights } from './weights.ts'

export class RememberedRows {
  /** LANE_WORDS numbers for each set of features, set after set, slot after slot. */
  readonly lanes: Int32Array
  /** To be filled in before `filled` is asked. */
  readonly features: Int32Array
  /** Numbers in `lanes` for one slot. */
  readonly stride: number
  private readonly weights: Weights
  private readonly sets: readonly number[]
  private readonly slots: Slots
  private readonly rows: Int32Array

  /** The features of a key come in sets of so many, summed up set by set. */
  constructor(weights: Weights, sets: readonly number[], size: number) {
    const width = sets.reduce((sum, set) => sum + set, 0)
    this.weights = weights
    this.sets = sets
    this.stride = sets.length * LANE_WORDS
    this.lanes = new Int32Array(size * this.stride)
    this.features = new Int32Array(width)
    this.slots = new Slots(size)
    this.rows = new Int32Array(width + 1)
  }

  /** The slot of a key, see `Slots`; a negative one has to be filled. */
  find(a: number, b: number): number {
    return this.slots.find(a, b)
  }

  /** Sums up `features` for the slot that `find` gave as negative, and answers the slot. Every set counts as all its rows. */
  filled(missing: number): number {
    const { sets } = this
    const slot = -1 - missing
    let at = slot * this.stride
    let from = 0
    for (let set = 0; set < sets.length; set++) {
      const width = sets[set] as number
      this.fillSet(at, from, width)
      at += LANE_WORDS
      from += width
    }
    return slot
  }

  private fillSet(at: number, from: number, width: number): void {
    const { weights, lanes, features, rows } = this
    const count = rowsOf(weights, features, from, width, rows)
    for (let word = at; word < at + LANE_WORDS; word++) lanes[word] = 0
    for (let next = 0; next < count; next++) addRow(lanes, at, weights, rows[next] as number)
    addBlankRows(lanes, at, width - count)
  }

  /** Adds a slot's sets [first, last) to consecutive tokens' sums. */
  addTo(sums: Int32Array, at: number, slot: number, first: number, last: number): void {
    const { lanes, stride } = this
    const from = slot * stride + first * LANE_WORDS
    const size = (last - first) * LANE_WORDS
    for (let next = 0; next < size; next++)
      sums[at + next] = ((sums[at + next] as number) + (lanes[from + next] as number)) | 0
  }
}
