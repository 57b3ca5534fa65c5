// The worth of the builder's next step, the same sums as over all its features: what classes alone say is summed up once for
// each three of them, what a word says by itself once a sentence.
import { ARC_BITS } from './actions.ts'
import {
  CLASS_FEATURES,
  CLASSES,
  Crossing,
  classesAt,
  PAIR_FEATURES,
  pairFeatures,
  type Sight,
  WORD_FEATURES,
  wordFeatures,
} from './arc-features.ts'
import type { Building } from './arcs.ts'

const KINDS = CLASS_FEATURES.length
const PER_KIND = CLASSES ** 3

/** What LEFT and RIGHT are worth beyond SHIFT for each three classes, kind after kind. */
function classSums(leads: Int32Array): Int32Array {
  const sums = new Int32Array(2 * KINDS * PER_KIND)
  CLASS_FEATURES.forEach((features, kind) => {
    for (let key = 0; key < PER_KIND; key++) {
      const at = 2 * (kind * PER_KIND + key)
      for (const feature of features(key >> 10, (key >> 5) & 31, key & 31)) {
        const lead = leads[feature >>> (32 - ARC_BITS)] as number
        sums[at] = (sums[at] as number) + (lead >> 16)
        sums[at + 1] = (sums[at + 1] as number) + ((lead << 16) >> 16)
      }
    }
  })
  return sums
}

export class ArcSums {
  private readonly leads: Int32Array
  private readonly classSums: Int32Array
  private readonly crossing = new Crossing()
  private readonly features = new Int32Array(PAIR_FEATURES)
  private readonly classes = new Int32Array(KINDS)
  /** By place of the sentence, for each of the four places where its word may stand. */
  private words = new Int32Array(0)

  constructor(leads: Int32Array) {
    this.leads = leads
    this.classSums = classSums(leads)
  }

  /** Before the first step of a sentence. */
  begin({ both }: Sight, places: number): void {
    const { features, leads } = this
    if (this.words.length < places * WORD_FEATURES) this.words = new Int32Array(2 * places * WORD_FEATURES)
    const { words } = this
    for (let place = 0; place < places; place++) {
      const word = both[place] as number
      wordFeatures(features, word, word, word, word)
      for (let at = 0; at < WORD_FEATURES; at++)
        words[place * WORD_FEATURES + at] = leads[(features[at] as number) >>> (32 - ARC_BITS)] as number
    }
  }

  /** The worth of each action beyond that of SHIFT. */
  sumInto(sums: Float64Array, sight: Sight, building: Building): void {
    const { crossing, features, words, leads, classes, classSums: known } = this
    crossing.stand(sight, building)
    const { s0, b0, s1, b1 } = crossing
    const top = words[s0 * WORD_FEATURES] as number
    const next = words[b0 * WORD_FEATURES + 1] as number
    const below = words[s1 * WORD_FEATURES + 2] as number
    const after = words[b1 * WORD_FEATURES + 3] as number
    let left = (top >> 16) + (next >> 16) + (below >> 16) + (after >> 16)
    let right = ((top << 16) >> 16) + ((next << 16) >> 16) + ((below << 16) >> 16) + ((after << 16) >> 16)
    pairFeatures(features, 0, sight, crossing)
    for (let slot = 0; slot < PAIR_FEATURES; slot++) {
      const lead = leads[(features[slot] as number) >>> (32 - ARC_BITS)] as number
      left += lead >> 16
      right += (lead << 16) >> 16
    }
    classesAt(classes, crossing)
    for (let kind = 0; kind < KINDS; kind++) {
      const at = 2 * (kind * PER_KIND + (classes[kind] as number))
      left += known[at] as number
      right += known[at + 1] as number
    }
    sums[0] = 0
    sums[1] = left
    sums[2] = right
  }
}

const remembered = new WeakMap<Int32Array, ArcSums>()

/** Those of one table of weights. */
export function arcSumsOf(leads: Int32Array): ArcSums {
  const known = remembered.get(leads)
  if (known) return known
  const sums = new ArcSums(leads)
  remembered.set(leads, sums)
  return sums
}
