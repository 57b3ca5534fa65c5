// Weights of hashed features: one row of label weights for each bucket that training kept.

export interface Weights {
  readonly labels: number
  /** Buckets are hashes cut to this many bits. */
  readonly bits: number
  /** Row number of each bucket, 0 for none; row 0 is all zeros. */
  readonly rowOf: Uint32Array
  /** rows × labels. */
  readonly values: Float32Array
}

/** Adds up the rows of each token's features. `features` holds `width` hashes a token. */
export function scoresOf(
  weights: Weights,
  features: Int32Array,
  width: number,
  length: number,
): Float64Array {
  const { labels, rowOf, values } = weights
  const shift = 32 - weights.bits
  const scores = new Float64Array(length * labels)
  for (let at = 0; at < length; at++) {
    const out = at * labels
    for (let slot = at * width; slot < (at + 1) * width; slot++) {
      const row = rowOf[(features[slot] ?? 0) >>> shift] ?? 0
      if (row === 0) continue
      const from = row * labels
      for (let label = 0; label < labels; label++) {
        scores[out + label] = (scores[out + label] ?? 0) + (values[from + label] ?? 0)
      }
    }
  }
  return scores
}
