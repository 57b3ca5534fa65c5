// Sums of features that depend on few things, remembered by these: words and what stands beside them recur all the time.
import { rowsOf } from '../model/buckets.ts'
import { Slots } from '../model/slots.ts'
import type { ChoiceWeights } from './sums.ts'

/** Of weights that are whole numbers: sums are then the same in any order. */
export class RememberedSums {
  /** One sum for each label, slot after slot. */
  readonly sums: Int32Array
  /** To be filled in before `at` is asked again for a key that it did not know. */
  readonly features: Int32Array
  private readonly slots: Slots
  private readonly weights: ChoiceWeights
  private readonly rows: Int32Array

  constructor(weights: ChoiceWeights, features: number, size: number) {
    this.weights = weights
    this.sums = new Int32Array(size * weights.labels)
    this.features = new Int32Array(features)
    this.rows = new Int32Array(features + 1)
    this.slots = new Slots(size)
  }

  /** The slot of a key, see `Slots`; a negative one has to be filled. */
  find(a: number, b: number): number {
    return this.slots.find(a, b)
  }

  /** Sums up `features` for the slot that `find` gave as negative, and answers the slot. */
  filled(missing: number): number {
    const { weights, sums, features, rows } = this
    const { labels, values } = weights
    const slot = -1 - missing
    const count = rowsOf(weights, features, 0, features.length, rows)
    for (let label = 0; label < labels; label++) {
      let sum = 0
      for (let next = 0; next < count; next++)
        sum += values[(rows[next] as number) * labels + label] as number
      sums[slot * labels + label] = sum
    }
    return slot
  }
}

/** How many groups a decision remembers. */
type Four<T> = readonly [T, T, T, T]

/** A choice among labels from four groups that are remembered and other features that are not. */
export class Decision {
  readonly groups: Four<RememberedSums>
  /** The features that are not remembered, and the groups' slots, to be set before `label`. */
  readonly features: Int32Array
  readonly slots = new Int32Array(4)
  private readonly weights: ChoiceWeights
  private readonly rows: Int32Array

  constructor(weights: ChoiceWeights, groups: Four<RememberedSums>, others: number) {
    this.weights = weights
    this.groups = groups
    this.features = new Int32Array(others)
    this.rows = new Int32Array(others + 1)
  }

  /** The label with the highest sum; the lowest of equals, so that every machine agrees. */
  label(): number {
    const { weights, groups, slots, features, rows } = this
    const { labels, values } = weights
    const [{ sums: first }, { sums: second }, { sums: third }, { sums: fourth }] = groups
    const firstFrom = (slots[0] as number) * labels
    const secondFrom = (slots[1] as number) * labels
    const thirdFrom = (slots[2] as number) * labels
    const fourthFrom = (slots[3] as number) * labels
    const count = rowsOf(weights, features, 0, features.length, rows)
    for (let next = 0; next < count; next++) rows[next] = (rows[next] as number) * labels
    let best = 0
    let most = Number.NEGATIVE_INFINITY
    for (let label = 0; label < labels; label++) {
      let sum =
        (first[firstFrom + label] as number) +
        (second[secondFrom + label] as number) +
        (third[thirdFrom + label] as number) +
        (fourth[fourthFrom + label] as number)
      for (let next = 0; next < count; next++) sum += values[(rows[next] as number) + label] as number
      if (sum > most) {
        most = sum
        best = label
      }
    }
    return best
  }
}
