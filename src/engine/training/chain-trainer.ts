// Learns a linear chain by online FTRL-Proximal on the log-likelihood: sparse weights, the same every time.
// McMahan et al. 2013, "Ad Click Prediction: a View from the Trenches".
import { type Chain, FORBIDDEN, marginalsOf } from '../model/chain.ts'
import type { Weights } from '../model/weights.ts'

export interface Example {
  /** `width` feature hashes a token. */
  readonly features: Int32Array
  readonly gold: Uint8Array
  readonly weight: number
}

export interface ChainSettings {
  readonly labels: number
  readonly width: number
  readonly bits: number
  readonly epochs: number
  readonly rate: number
  readonly l1: number
  readonly l2: number
  /** Where FORBIDDEN stays forbidden; the rest starts at 0 and is learnt. */
  readonly transitions: Float64Array
  readonly seed: number
}

/** Gradients smaller than this are left out: they cost time and move nothing. */
const NEGLIGIBLE = 0.002

export function shuffled(count: number, seed: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index)
  let state = seed | 1
  for (let at = count - 1; at > 0; at--) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    const other = (state >>> 8) % (at + 1)
    const held = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = held
  }
  return order
}

export class ChainTrainer {
  readonly values: Float32Array
  private readonly z: Float32Array
  private readonly n: Float32Array
  readonly transitions: Float64Array
  private readonly transitionSquares: Float64Array
  private readonly settings: ChainSettings

  constructor(settings: ChainSettings) {
    this.settings = settings
    const size = settings.labels * 2 ** settings.bits
    this.values = new Float32Array(size)
    this.z = new Float32Array(size)
    this.n = new Float32Array(size)
    this.transitions = settings.transitions.slice()
    this.transitionSquares = new Float64Array(this.transitions.length).fill(1)
  }

  get chain(): Chain {
    return { labels: this.settings.labels, transitions: this.transitions }
  }

  private score(features: Int32Array, length: number): Float64Array {
    const { labels, width, bits } = this.settings
    const scores = new Float64Array(length * labels)
    const { values } = this
    for (let at = 0; at < length; at++) {
      for (let slot = at * width; slot < (at + 1) * width; slot++) {
        const from = ((features[slot] ?? 0) >>> (32 - bits)) * labels
        for (let label = 0; label < labels; label++) {
          scores[at * labels + label] = (scores[at * labels + label] ?? 0) + (values[from + label] ?? 0)
        }
      }
    }
    return scores
  }

  private move(index: number, gradient: number): void {
    const { rate, l1, l2 } = this.settings
    const before = this.n[index] ?? 0
    const after = before + gradient * gradient
    const sigma = (Math.sqrt(after) - Math.sqrt(before)) / rate
    const z = (this.z[index] ?? 0) + gradient - sigma * (this.values[index] ?? 0)
    this.z[index] = z
    this.n[index] = after
    const size = Math.abs(z)
    this.values[index] = size <= l1 ? 0 : -(z - Math.sign(z) * l1) / ((1 + Math.sqrt(after)) / rate + l2)
  }

  private moveTransition(index: number, gradient: number): void {
    if ((this.transitions[index] ?? 0) <= FORBIDDEN || gradient === 0) return
    const squares = (this.transitionSquares[index] ?? 0) + gradient * gradient
    this.transitionSquares[index] = squares
    this.transitions[index] = (this.transitions[index] ?? 0) - (0.5 * gradient) / Math.sqrt(squares)
  }

  /** One step on one sequence; returns its log-loss. */
  learn({ features, gold, weight }: Example): number {
    const { labels, width, bits } = this.settings
    const length = gold.length
    const scores = this.score(features, length)
    const m = marginalsOf(scores, length, this.chain)
    let loss = m.logTotal
    const pairs = new Float64Array(this.transitions.length)
    for (let at = 0; at < length; at++) {
      const label = gold[at] ?? 0
      const from = at === 0 ? labels : (gold[at - 1] ?? 0)
      loss -= (scores[at * labels + label] ?? 0) + (this.transitions[from * labels + label] ?? 0)
      pairs[from * labels + label] = (pairs[from * labels + label] ?? 0) - 1
      addPairs(pairs, m, at, labels)
    }
    for (let at = 0; at < length; at++) {
      for (let label = 0; label < labels; label++) {
        const gradient = weight * ((m.tokens[at * labels + label] ?? 0) - (gold[at] === label ? 1 : 0))
        if (Math.abs(gradient) < NEGLIGIBLE) continue
        for (let slot = at * width; slot < (at + 1) * width; slot++) {
          this.move(((features[slot] ?? 0) >>> (32 - bits)) * labels + label, gradient)
        }
      }
    }
    pairs.forEach((gradient, index) => {
      this.moveTransition(index, gradient * weight)
    })
    return loss * weight
  }

  /** Passes over the examples in a fixed shuffled order; reports the mean loss a token after each. */
  train(examples: readonly Example[], report: (epoch: number, loss: number) => void): void {
    for (let epoch = 0; epoch < this.settings.epochs; epoch++) {
      let loss = 0
      let tokens = 0
      for (const index of shuffled(examples.length, this.settings.seed + epoch)) {
        const example = examples[index]
        if (!example) continue
        loss += this.learn(example)
        tokens += example.gold.length * example.weight
      }
      report(epoch, loss / Math.max(1, tokens))
    }
  }

  /** The learnt rows that are not all (nearly) zero. */
  weights(threshold: number): Weights {
    return compact(this.values, this.settings.labels, this.settings.bits, threshold)
  }
}

function addPairs(pairs: Float64Array, m: ReturnType<typeof marginalsOf>, at: number, labels: number): void {
  for (let to = 0; to < labels; to++) {
    const out = (m.local[at * labels + to] ?? 0) * (m.backward[at * labels + to] ?? 0)
    if (at === 0) {
      pairs[labels * labels + to] = (pairs[labels * labels + to] ?? 0) + (m.tokens[to] ?? 0)
      continue
    }
    const scale = m.scale[at] ?? 1
    for (let from = 0; from < labels; from++) {
      const step = (m.forward[(at - 1) * labels + from] ?? 0) * (m.steps[from * labels + to] ?? 0)
      pairs[from * labels + to] = (pairs[from * labels + to] ?? 0) + (step * out) / scale
    }
  }
}

export function compact(dense: Float32Array, labels: number, bits: number, threshold: number): Weights {
  const rowOf = new Uint32Array(2 ** bits)
  const kept: number[] = []
  for (let bucket = 0; bucket < rowOf.length; bucket++) {
    let top = 0
    for (let label = 0; label < labels; label++)
      top = Math.max(top, Math.abs(dense[bucket * labels + label] ?? 0))
    if (top < threshold) continue
    kept.push(bucket)
    rowOf[bucket] = kept.length
  }
  const values = new Float32Array((kept.length + 1) * labels)
  kept.forEach((bucket, row) => {
    values.set(dense.subarray(bucket * labels, (bucket + 1) * labels), (row + 1) * labels)
  })
  return { labels, bits, rowOf, values }
}
