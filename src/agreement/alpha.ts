// Krippendorff's alpha for names (nominal data), with missing data, and how sure it is.
// K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011, section C.

import type { Profile } from './ratings.ts'

/** Samples drawn for the interval, and the number that all of them follow from: the same data, the same interval. */
const SAMPLES = 1000
const SEED = 0x5eed

export interface Alpha {
  readonly value: number
  /** 95 of 100 samples of as many claims lie within. */
  readonly ci95: readonly [low: number, high: number]
}

/** Null where nothing can be said: no claim that two placed, or only one position ever chosen. */
export function alphaOf(profiles: readonly Profile[], positions: number): Alpha | null {
  const terms = termsOf(profiles)
  const value = alpha(
    terms,
    Float64Array.from(profiles, ({ claims }) => claims),
    positions,
  )
  if (value === null) return null
  const samples = sampled(profiles, terms, positions)
  return { value, ci95: [quantile(samples, 0.025), quantile(samples, 0.975)] }
}

/** What a claim of the profile brings in: its agreeing pairs, each weighed as its values count, and its choices. */
interface Terms {
  readonly agreeing: Float64Array
  /** Choices of profile p: position[from[p]] … , times[from[p]] … */
  readonly from: Uint32Array
  readonly position: Uint32Array
  readonly times: Float64Array
}

function termsOf(profiles: readonly Profile[]): Terms {
  const from = new Uint32Array(profiles.length + 1)
  profiles.forEach(({ counts }, p) => {
    from[p + 1] = (from[p] ?? 0) + counts.length
  })
  const all = profiles.flatMap(({ counts }) => [...counts])
  return {
    agreeing: Float64Array.from(
      profiles,
      ({ counts, ratings }) => counts.reduce((sum, [, n]) => sum + n * (n - 1), 0) / (ratings - 1),
    ),
    from,
    position: Uint32Array.from(all, ([position]) => position),
    times: Float64Array.from(all, ([, times]) => times),
  }
}

/** Of claims of which `chosen[p]` have profile p: 1 − observed / expected disagreement. */
function alpha({ agreeing, from, position, times }: Terms, chosen: Float64Array, positions: number) {
  const totals = new Float64Array(positions)
  let agreed = 0
  for (let p = 0; p < chosen.length; p++) {
    const n = chosen[p] ?? 0
    if (n === 0) continue
    agreed += n * (agreeing[p] ?? 0)
    for (let i = from[p] ?? 0; i < (from[p + 1] ?? 0); i++) {
      const at = position[i] ?? 0
      totals[at] = (totals[at] ?? 0) + n * (times[i] ?? 0)
    }
  }
  const values = totals.reduce((sum, n) => sum + n, 0)
  const expected = values * (values - 1) - totals.reduce((sum, n) => sum + n * (n - 1), 0)
  return expected === 0 ? null : 1 - ((values - 1) * (values - agreed)) / expected
}

/** Alpha of samples of as many claims, drawn with replacement; in order. Samples that say nothing are left out. */
function sampled(profiles: readonly Profile[], terms: Terms, positions: number): number[] {
  const profileOf = profileOfEach(profiles)
  const random = numbers(SEED)
  const values: number[] = []
  const chosen = new Float64Array(profiles.length)
  for (let sample = 0; sample < SAMPLES; sample++) {
    chosen.fill(0)
    for (let i = 0; i < profileOf.length; i++) {
      const p = profileOf[Math.floor(random() * profileOf.length)] ?? 0
      chosen[p] = (chosen[p] ?? 0) + 1
    }
    const value = alpha(terms, chosen, positions)
    if (value !== null) values.push(value)
  }
  return values.sort((a, b) => a - b)
}

/** A number for each claim: its profile. */
function profileOfEach(profiles: readonly Profile[]): Uint32Array {
  const profileOf = new Uint32Array(profiles.reduce((sum, { claims }) => sum + claims, 0))
  let at = 0
  profiles.forEach(({ claims }, p) => {
    profileOf.fill(p, at, at + claims)
    at += claims
  })
  return profileOf
}

/** The nearest rank. */
function quantile(sorted: readonly number[], share: number): number {
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))
  return sorted[at] ?? Number.NaN
}

/** Marsaglia's xorshift with 32 bits: numbers from 0 to below 1, good enough to draw claims by. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
}
