// Weights of hashed features: one row of label weights for each bucket that training kept, one byte a weight.
import { type Buckets, rowsOf } from './buckets.ts'
import { WholeRoom } from './room.ts'

export interface Weights extends Buckets {
  readonly labels: number
  /**
   * Eight bytes a row, a label each, in steps of STEP and raised by RAISED so that none is negative: whole words can be
   * added up two labels at a time.
   */
  readonly rows: Uint32Array
}

/** A row has room for so many labels. */
const MOST_LABELS = 8
const RAISED = 128
/** Every other byte of a word: each has room for its sum above it. */
const LANES = 0x00ff00ff

/** What one unit of a stored weight is worth; larger weights than 127 units are cut, a handful. */
export const STEP = 1 / 40

export const stored = (weight: number): number => Math.max(-127, Math.min(127, Math.round(weight / STEP)))

/** `values` holds labels × rows stored weights in order of the buckets. */
export function weightsFrom(labels: number, buckets: Buckets, values: Int8Array): Weights {
  if (labels > MOST_LABELS) throw new RangeError(`a row has room for ${MOST_LABELS} labels`)
  const rows = new Uint32Array((2 * values.length) / labels)
  for (let row = 0; row * 2 < rows.length; row++) {
    for (let label = 0; label < MOST_LABELS; label++) {
      const value = label < labels ? (values[row * labels + label] as number) : 0
      const word = row * 2 + (label >> 2)
      rows[word] = (rows[word] as number) | ((value + RAISED) << (8 * (label & 3)))
    }
  }
  return { labels, ...buckets, rows }
}

/** The stored weights of one row. */
export function cellsOf({ labels, rows }: Weights, row: number): number[] {
  return Array.from(
    { length: labels },
    (_, label) => (((rows[row * 2 + (label >> 2)] as number) >>> (8 * (label & 3))) & 255) - RAISED,
  )
}

/** Sums of rows in the making: four words, two labels each. */
export const LANE_WORDS = 4

/** Adds one row to the sums at `at`. */
export function addRow(lanes: Int32Array, at: number, { rows }: Weights, row: number): void {
  const low = rows[row * 2] as number
  const high = rows[row * 2 + 1] as number
  lanes[at] = (lanes[at] as number) + (low & LANES)
  lanes[at + 1] = (lanes[at + 1] as number) + ((low >>> 8) & LANES)
  lanes[at + 2] = (lanes[at + 2] as number) + (high & LANES)
  lanes[at + 3] = (lanes[at + 3] as number) + ((high >>> 8) & LANES)
}

/** Adds rows of nothing, so that sums of fewer rows are raised as far. */
export function addBlankRows(lanes: Int32Array, at: number, count: number): void {
  for (let word = at; word < at + LANE_WORDS; word++)
    lanes[word] = (lanes[word] as number) + count * (RAISED | (RAISED << 16))
}

/** Sums begun already: LANE_WORDS numbers a token from a place on, of so many rows each. */
export interface Begun {
  readonly lanes: Int32Array
  readonly from: number
  readonly rows: number
}

const sums = new Int32Array(MOST_LABELS)
const foundRoom = new WholeRoom()

/** Adds up the rows of each token's features. `features` holds `width` hashes a token; with those begun at most 256. */
export function scoresOf(
  weights: Weights,
  features: Int32Array,
  width: number,
  length: number,
  begun: Begun = { lanes: new Int32Array(length * LANE_WORDS), from: 0, rows: 0 },
): Float64Array {
  const { labels, rows } = weights
  const scores = new Float64Array(length * labels)
  const found = foundRoom.of(width + 1)
  const { lanes } = begun
  for (let at = 0; at < length; at++) {
    const count = rowsOf(weights, features, at * width, width, found)
    const lane = begun.from + at * LANE_WORDS
    let even = lanes[lane] as number
    let odd = lanes[lane + 1] as number
    let evenUp = lanes[lane + 2] as number
    let oddUp = lanes[lane + 3] as number
    for (let next = 0; next < count; next++) {
      const row = (found[next] as number) << 1
      const low = rows[row] as number
      const high = rows[row + 1] as number
      even = (even + (low & LANES)) | 0
      odd = (odd + ((low >>> 8) & LANES)) | 0
      evenUp = (evenUp + (high & LANES)) | 0
      oddUp = (oddUp + ((high >>> 8) & LANES)) | 0
    }
    sums[0] = even & 0xffff
    sums[1] = odd & 0xffff
    sums[2] = even >>> 16
    sums[3] = odd >>> 16
    sums[4] = evenUp & 0xffff
    sums[5] = oddUp & 0xffff
    sums[6] = evenUp >>> 16
    sums[7] = oddUp >>> 16
    const raised = RAISED * (count + begun.rows)
    for (let label = 0; label < labels; label++)
      scores[at * labels + label] = ((sums[label] as number) - raised) * STEP
  }
  return scores
}
