// Which buckets of hashed features have a row of weights, and the number of that row: one bit a bucket and a count
// beside each 32 of them, so that a look-up touches one place in memory and tables of millions of buckets stay small.

export interface Buckets {
  /** Buckets are hashes cut to this many bits. */
  readonly bits: number
  /** In pairs: one bit for each of 32 buckets, then the number of rows before them. */
  readonly marks: Uint32Array
}

/** Number of set bits. */
export function bitsIn(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555)
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333)
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Rows are numbered in rising order of their buckets. */
export function bucketsFrom(bits: number, buckets: Iterable<number>): Buckets {
  const marks = new Uint32Array(2 * 2 ** Math.max(0, bits - 5))
  for (const bucket of buckets) {
    const pair = (bucket >>> 5) * 2
    marks[pair] = (marks[pair] as number) | (1 << (bucket & 31))
  }
  let rows = 0
  for (let pair = 0; pair < marks.length; pair += 2) {
    marks[pair + 1] = rows
    rows += bitsIn(marks[pair] as number)
  }
  return { bits, marks }
}

/** The buckets with a row, in rising order. */
export function bucketsOf({ marks }: Buckets): number[] {
  const buckets: number[] = []
  for (let pair = 0; pair < marks.length; pair += 2) {
    for (let bit = 0; bit < 32; bit++)
      if (((marks[pair] as number) >>> bit) & 1) buckets.push(pair * 16 + bit)
  }
  return buckets
}

/** Writes the numbers of the rows that features [from, from + width) have to `rows`; returns how many. */
export function rowsOf(
  { bits, marks }: Buckets,
  features: Int32Array,
  from: number,
  width: number,
  rows: Int32Array,
): number {
  const shift = 32 - bits
  let count = 0
  for (let slot = from; slot < from + width; slot++) {
    const bucket = (features[slot] as number) >>> shift
    const pair = (bucket >>> 5) << 1
    const word = marks[pair] as number
    const bit = bucket & 31
    // Written each time and kept only when there is a row: a branch that is taken four times in five costs more.
    rows[count] = (marks[pair + 1] as number) + bitsIn(word & ((1 << bit) - 1))
    count += (word >>> bit) & 1
  }
  return count
}
