// Features that occur often enough, numbered by how often: common ones lie close together in memory.

export interface FeatureIndex {
  readonly bits: number
  /** Number of each bucket, 0 for those left out. */
  readonly idOf: Uint32Array
  readonly size: number
}

export function featureIndex(
  featureLists: readonly Int32Array[],
  bits: number,
  fewest: number,
): FeatureIndex {
  const shift = 32 - bits
  const counts = new Uint32Array(2 ** bits)
  for (const features of featureLists) {
    for (let at = 0; at < features.length; at++) {
      const bucket = (features[at] as number) >>> shift
      counts[bucket] = (counts[bucket] as number) + 1
    }
  }
  const kept: number[] = []
  counts.forEach((count, bucket) => {
    if (count >= fewest) kept.push(bucket)
  })
  const ranked = Uint32Array.from(kept).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
  const idOf = counts.fill(0)
  ranked.forEach((bucket, rank) => {
    idOf[bucket] = rank + 1
  })
  return { bits, idOf, size: ranked.length }
}

/** The kept features of each token, one list after the other; token t has ids[offsets[t]] up to ids[offsets[t + 1]]. */
export interface Indexed {
  readonly offsets: Uint32Array
  readonly ids: Uint32Array
}

export function indexed({ bits, idOf }: FeatureIndex, features: Int32Array, width: number): Indexed {
  const length = features.length / width
  const offsets = new Uint32Array(length + 1)
  const ids = new Uint32Array(features.length)
  let used = 0
  for (let token = 0; token < length; token++) {
    for (let slot = token * width; slot < (token + 1) * width; slot++) {
      const id = idOf[(features[slot] ?? 0) >>> (32 - bits)] ?? 0
      if (id > 0) ids[used++] = id
    }
    offsets[token + 1] = used
  }
  return { offsets, ids: ids.slice(0, used) }
}
