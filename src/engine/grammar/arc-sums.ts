// The worth of the builder's next step, the same sums as over all its features: what depends on classes alone recurs all
// the time and is remembered, what a word says by itself is looked up once a sentence.
import { Slots } from '../model/slots.ts'
import { leadIn, unpackLead } from './actions.ts'
import {
  CHILD_FEATURES,
  CLASS_FEATURES,
  COUNT_FEATURES,
  Crossing,
  childFeatures,
  classFeatures,
  countFeatures,
  PAIR_FEATURES,
  pairFeatures,
  type Sight,
  WORD_FEATURES,
  wordFeatures,
} from './arc-features.ts'
import type { Building } from './arcs.ts'

const SLOTS = 2 ** 12

export class ArcSums {
  private readonly leads: Int32Array
  private readonly crossing = new Crossing()
  private readonly features = new Int32Array(PAIR_FEATURES)
  private readonly classSlots = new Slots(SLOTS)
  private readonly childSlots = new Slots(SLOTS)
  private readonly countSlots = new Slots(SLOTS)
  private readonly classSums = new Float64Array(SLOTS)
  private readonly childSums = new Float64Array(SLOTS)
  private readonly countSums = new Float64Array(SLOTS)
  /** By place of the sentence, for each of the four places where its word may stand. */
  private words = new Float64Array(0)

  constructor(leads: Int32Array) {
    this.leads = leads
  }

  /** Before the first step of a sentence. */
  begin({ both }: Sight): void {
    const { features, leads } = this
    if (this.words.length < both.length * WORD_FEATURES)
      this.words = new Float64Array(2 * both.length * WORD_FEATURES)
    const { words } = this
    for (let place = 0; place < both.length; place++) {
      const word = both[place] as number
      wordFeatures(features, word, word, word, word)
      for (let at = 0; at < WORD_FEATURES; at++)
        words[place * WORD_FEATURES + at] = leadIn(leads, features, at, at + 1)
    }
  }

  /** The worth of each action beyond that of SHIFT. */
  sumInto(sums: Float64Array, sight: Sight, building: Building): void {
    const { crossing, features, words } = this
    crossing.stand(sight, building)
    pairFeatures(features, 0, sight, crossing)
    const { s0, b0, s1, b1 } = crossing
    unpackLead(
      sums,
      leadIn(this.leads, features, 0, PAIR_FEATURES) +
        (words[s0 * WORD_FEATURES] as number) +
        (words[b0 * WORD_FEATURES + 1] as number) +
        (words[s1 * WORD_FEATURES + 2] as number) +
        (words[b1 * WORD_FEATURES + 3] as number) +
        this.ofClasses() +
        this.ofChildren() +
        this.ofCounts(),
    )
  }

  private ofClasses(): number {
    const { crossing, classSums: sums, features } = this
    const { s0t, s1t, b0t, b1t, quotes } = crossing
    const slot = this.classSlots.find((((((s1t << 5) | s0t) << 5) | b0t) << 5) | b1t, quotes)
    if (slot >= 0) return sums[slot] as number
    classFeatures(features, 0, crossing)
    const sum = leadIn(this.leads, features, 0, CLASS_FEATURES)
    sums[-1 - slot] = sum
    return sum
  }

  private ofChildren(): number {
    const { crossing, childSums: sums, features } = this
    const { s0t, s1t, b0t, s0l, s0r, s1r, b0l } = crossing
    const slot = this.childSlots.find(
      (((((((s1t << 5) | s0t) << 5) | b0t) << 5) | s0l) << 5) | s0r,
      (s1r << 5) | b0l,
    )
    if (slot >= 0) return sums[slot] as number
    childFeatures(features, 0, crossing)
    const sum = leadIn(this.leads, features, 0, CHILD_FEATURES)
    sums[-1 - slot] = sum
    return sum
  }

  private ofCounts(): number {
    const { crossing, countSums: sums, features } = this
    const { s0t, b0t, b1t, apart, s0kids, b0kids } = crossing
    const slot = this.countSlots.find(
      (((s0t << 5) | b0t) << 5) | b1t,
      (((apart << 4) | s0kids) << 4) | b0kids,
    )
    if (slot >= 0) return sums[slot] as number
    countFeatures(features, 0, crossing)
    const sum = leadIn(this.leads, features, 0, COUNT_FEATURES)
    sums[-1 - slot] = sum
    return sum
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
