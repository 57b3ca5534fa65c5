// Weights of hashed features: one row of label weights for each bucket that training kept, one byte a weight.

export interface Weights {
  readonly labels: number
  /** Buckets are hashes cut to this many bits. */
  readonly bits: number
  /** One bit a bucket: whether it has a row. Most have none, and this small table says so without a trip to memory. */
  readonly present: Uint32Array
  /** Rows before each word of `present`: with the bits before its own, a bucket's row number. */
  readonly before: Uint32Array
  /** rows × labels in order of the buckets, in steps of STEP. */
  readonly values: Int8Array
}

/** What one unit of a stored weight is worth; larger weights than 127 units are cut, a handful. */
export const STEP = 1 / 40

export const stored = (weight: number): number => Math.max(-127, Math.min(127, Math.round(weight / STEP)))

/** Number of set bits. */
function bitsIn(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555)
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333)
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Buckets in rising order, with labels × buckets stored weights. */
export function weightsFrom(
  labels: number,
  bits: number,
  buckets: readonly number[],
  values: Int8Array,
): Weights {
  const present = new Uint32Array(2 ** Math.max(0, bits - 5))
  for (const bucket of buckets) {
    present[bucket >>> 5] = (present[bucket >>> 5] as number) | (1 << (bucket & 31))
  }
  const before = new Uint32Array(present.length)
  let rows = 0
  present.forEach((word, at) => {
    before[at] = rows
    rows += bitsIn(word)
  })
  return { labels, bits, present, before, values }
}

/** Buckets with a row, in rising order. */
export function bucketsOf({ present }: Weights): number[] {
  const buckets: number[] = []
  present.forEach((word, at) => {
    for (let bit = 0; bit < 32; bit++) if ((word >>> bit) & 1) buckets.push(at * 32 + bit)
  })
  return buckets
}

/** Where the row of each present feature begins of a token, written to `rows`; returns how many. */
function rowsOf(
  { bits, labels, before, present }: Weights,
  features: Int32Array,
  from: number,
  width: number,
  rows: Int32Array,
): number {
  const shift = 32 - bits
  let count = 0
  for (let slot = from; slot < from + width; slot++) {
    const bucket = (features[slot] as number) >>> shift
    const word = present[bucket >>> 5] as number
    const bit = bucket & 31
    if (((word >>> bit) & 1) === 0) continue
    rows[count++] = labels * ((before[bucket >>> 5] as number) + bitsIn(word & ((1 << bit) - 1)))
  }
  return count
}

/** Adds up the rows of each token's features. `features` holds `width` hashes a token. */
export function scoresOf(
  weights: Weights,
  features: Int32Array,
  width: number,
  length: number,
): Float64Array {
  const { labels, values } = weights
  const scores = new Float64Array(length * labels)
  const rows = new Int32Array(width)
  for (let at = 0; at < length; at++) {
    const count = rowsOf(weights, features, at * width, width, rows)
    for (let label = 0; label < labels; label++) {
      let sum = 0
      for (let row = 0; row < count; row++) sum += values[(rows[row] as number) + label] as number
      scores[at * labels + label] = sum * STEP
    }
  }
  return scores
}

/** Weights as floats, with a row number for each bucket, 0 for none; row 0 is all zeros. */
export interface FloatWeights extends Pick<Weights, 'labels' | 'bits'> {
  readonly rowOf: Uint32Array
  readonly values: Float32Array
}
