// Averaged perceptron over hashed features: each mistake moves two labels, and the weights kept are the mean over all steps.
// Collins 2002; the running mean after Daumé 2006.
import { bucketsFrom } from '../../model/buckets.ts'
import { type ArcCellWeights, arcBucket, arcRoom, unpacked } from '../actions.ts'
import type { ChoiceWeights } from '../sums.ts'

export class Perceptron {
  readonly weights: ChoiceWeights & { readonly values: Float32Array }
  private readonly drift: Float32Array
  private step = 1

  constructor(labels: number, bits: number) {
    const values = new Float32Array(2 ** bits * labels)
    const every = Uint32Array.from({ length: 2 ** bits }, (_, bucket) => bucket)
    this.weights = { labels, ...bucketsFrom(bits, every), values }
    this.drift = new Float32Array(values.length)
  }

  /** One decision was made; when `found` is not `wanted` the weights move. */
  learn(features: Int32Array, wanted: number, found: number): void {
    this.step++
    if (wanted === found) return
    const { labels, bits, values } = this.weights
    for (const feature of features) {
      const from = (feature >>> (32 - bits)) * labels
      values[from + wanted] = (values[from + wanted] as number) + 1
      values[from + found] = (values[from + found] as number) - 1
      this.drift[from + wanted] = (this.drift[from + wanted] as number) + this.step
      this.drift[from + found] = (this.drift[from + found] as number) - this.step
    }
  }

  /** Mean weights, rows whose largest weight stays below `threshold` left out. */
  averaged(threshold: number): ChoiceWeights {
    const { labels, bits, values } = this.weights
    const mean = (index: number): number =>
      (values[index] as number) - (this.drift[index] as number) / this.step
    const kept: number[] = []
    for (let bucket = 0; bucket < 2 ** bits; bucket++) {
      let top = 0
      for (let label = 0; label < labels; label++)
        top = Math.max(top, Math.abs(mean(bucket * labels + label)))
      if (top >= threshold) kept.push(bucket)
    }
    const out = new Float32Array(kept.length * labels)
    kept.forEach((bucket, row) => {
      for (let label = 0; label < labels; label++) {
        out[row * labels + label] = mean(bucket * labels + label)
      }
    })
    return { labels, ...bucketsFrom(bits, kept), values: out }
  }
}

/** The same over the arc builder's table. */
export class ArcPerceptron {
  readonly weights: ArcCellWeights = unpacked(new Float32Array(arcRoom()))
  private readonly drift = new Float32Array(arcRoom())
  private step = 1

  learn(features: Int32Array, wanted: number, found: number): void {
    this.step++
    if (wanted === found) return
    for (const feature of features) {
      const from = arcBucket(feature)
      this.move(from + wanted, 1)
      this.move(from + found, -1)
    }
  }

  private move(index: number, by: number): void {
    const { cells } = this.weights
    cells[index] = (cells[index] as number) + by
    this.drift[index] = (this.drift[index] as number) + by * this.step
  }

  /** Mean weights; those below `threshold` are nothing. */
  averaged(threshold: number): ArcCellWeights {
    const means = Float32Array.from(this.weights.cells, (value, index) => {
      const mean = value - (this.drift[index] as number) / this.step
      return Math.abs(mean) < threshold ? 0 : mean
    })
    return unpacked(means)
  }
}
