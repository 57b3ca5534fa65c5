// Learns a linear chain by online FTRL-Proximal on the log-likelihood: sparse weights, the same every time.
// McMahan et al. 2013, "Ad Click Prediction: a View from the Trenches".
import { bucketsFrom } from '../model/buckets.ts'
import { type Chain, FORBIDDEN, marginalsOf } from '../model/chain.ts'
import type { Tagger } from '../model/chain-bytes.ts'
import { stored, weightsFrom } from '../model/weights.ts'
import { shuffled, Thinning } from './chance.ts'
import { expectedSteps } from './expected-steps.ts'
import { type FeatureIndex, featureIndex, type Indexed, indexed } from './feature-index.ts'

export interface Example {
  /** `width` feature hashes a token. */
  readonly features: Int32Array
  readonly gold: Uint8Array
  readonly weight: number
}

export interface LearningSettings {
  readonly bits: number
  /** Features seen less often are left out. */
  readonly fewest: number
  readonly epochs: number
  readonly rate: number
  readonly l1: number
  readonly l2: number
  readonly seed: number
  /** Share of each token's features left out at random in every step, so that none relies on company. */
  readonly dropout: number
}

export interface ChainSettings extends LearningSettings {
  readonly labels: number
  readonly width: number
  /** Where FORBIDDEN stays forbidden; the rest starts at 0 and is learnt. */
  readonly transitions: Float64Array
}

interface Sequence extends Indexed {
  readonly gold: Uint8Array
  readonly weight: number
}

/** Gradients smaller than this are left out: they cost time and move nothing. */
const NEGLIGIBLE = 0.004
const TRANSITION_RATE = 0.5
/** Times a pass at which the weights are remembered for the average. */
const MEMORIES = 5

class ChainTrainer {
  private readonly settings: ChainSettings
  private readonly index: FeatureIndex
  private readonly values: Float32Array
  private readonly z: Float32Array
  private readonly n: Float32Array
  private readonly transitions: Float64Array
  private readonly squares: Float64Array
  private readonly thinning: Thinning
  private readonly sums: Float32Array
  private readonly transitionSums: Float64Array
  private remembered = 0

  constructor(settings: ChainSettings, index: FeatureIndex) {
    this.settings = settings
    this.thinning = new Thinning(settings.dropout, settings.seed)
    this.index = index
    const size = settings.labels * (index.size + 1)
    this.values = new Float32Array(size)
    this.z = new Float32Array(size)
    this.n = new Float32Array(size)
    this.sums = new Float32Array(size)
    this.transitions = settings.transitions.slice()
    this.transitionSums = new Float64Array(this.transitions.length)
    this.squares = new Float64Array(this.transitions.length).fill(1)
  }

  private get chain(): Chain {
    return { labels: this.settings.labels, transitions: this.transitions }
  }

  private scores({ offsets, ids, gold }: Sequence): Float64Array {
    const { labels } = this.settings
    const { values } = this
    const scores = new Float64Array(gold.length * labels)
    for (let at = 0; at < gold.length; at++) {
      const out = at * labels
      const stop = offsets[at + 1] as number
      for (let slot = offsets[at] as number; slot < stop; slot++) {
        const from = (ids[slot] as number) * labels
        for (let label = 0; label < labels; label++) {
          scores[out + label] = (scores[out + label] as number) + (values[from + label] as number)
        }
      }
    }
    return scores
  }

  private move(index: number, gradient: number): void {
    const { rate, l1, l2 } = this.settings
    const before = this.n[index] as number
    const after = before + gradient * gradient
    const root = Math.sqrt(after)
    const sigma = (root - Math.sqrt(before)) / rate
    const z = (this.z[index] as number) + gradient - sigma * (this.values[index] as number)
    this.z[index] = z
    this.n[index] = after
    const excess = z > l1 ? z - l1 : z < -l1 ? z + l1 : 0
    this.values[index] = -excess / ((1 + root) / rate + l2)
  }

  private moveTransitions(gradients: Float64Array, weight: number): void {
    gradients.forEach((raw, index) => {
      if ((this.transitions[index] ?? 0) <= FORBIDDEN || raw === 0) return
      const gradient = raw * weight
      const squares = (this.squares[index] ?? 0) + gradient * gradient
      this.squares[index] = squares
      this.transitions[index] =
        (this.transitions[index] ?? 0) - (TRANSITION_RATE * gradient) / Math.sqrt(squares)
    })
  }

  private moveFeatures({ offsets, ids, gold, weight }: Sequence, tokens: Float64Array): void {
    const { labels } = this.settings
    for (let at = 0; at < gold.length; at++) {
      for (let label = 0; label < labels; label++) {
        const gradient = weight * ((tokens[at * labels + label] as number) - (gold[at] === label ? 1 : 0))
        if (Math.abs(gradient) < NEGLIGIBLE) continue
        const stop = offsets[at + 1] as number
        for (let slot = offsets[at] as number; slot < stop; slot++) {
          this.move((ids[slot] as number) * labels + label, gradient)
        }
      }
    }
  }

  /** One step on one sequence; returns its log-loss. */
  private learn(whole: Sequence): number {
    const sequence = this.thinning.of(whole)
    const { labels } = this.settings
    const { gold, weight } = sequence
    const scores = this.scores(sequence)
    const marginals = marginalsOf(scores, gold.length, this.chain)
    const steps = expectedSteps(marginals, gold.length, labels)
    let loss = marginals.logTotal
    for (let at = 0; at < gold.length; at++) {
      const label = gold[at] ?? 0
      const step = (at === 0 ? labels : (gold[at - 1] ?? 0)) * labels + label
      loss -= (scores[at * labels + label] ?? 0) + (this.transitions[step] ?? 0)
      steps[step] = (steps[step] ?? 0) - 1
    }
    this.moveFeatures(sequence, marginals.tokens)
    this.moveTransitions(steps, weight)
    return loss * weight
  }

  /** Adds the weights as they are now to the average that becomes the model. */
  private remember(): void {
    this.remembered++
    for (let at = 0; at < this.values.length; at++) {
      this.sums[at] = (this.sums[at] as number) + (this.values[at] as number)
    }
    this.transitions.forEach((value, at) => {
      this.transitionSums[at] = (this.transitionSums[at] ?? 0) + value
    })
  }

  /** One pass over the sequences in a fixed shuffled order; returns the mean loss a token. */
  pass(sequences: readonly Sequence[], epoch: number): number {
    let loss = 0
    let tokens = 0
    const averaged = epoch >= Math.floor(this.settings.epochs / 2)
    const often = Math.ceil(sequences.length / MEMORIES)
    let seen = 0
    for (const index of shuffled(sequences.length, this.settings.seed + epoch)) {
      const sequence = sequences[index]
      if (averaged && ++seen % often === 0) this.remember()
      if (!sequence) continue
      loss += this.learn(sequence)
      tokens += sequence.gold.length * sequence.weight
    }
    return loss / Math.max(1, tokens)
  }

  /** The learnt rows that are not all zero once stored. */
  tagger(): Tagger {
    const { labels } = this.settings
    const { idOf, bits } = this.index
    const times = Math.max(1, this.remembered)
    const worth = (1 - this.settings.dropout) / times
    const transitions = this.transitionSums.map((sum) => Math.max(FORBIDDEN, sum / times))
    const buckets: number[] = []
    const rows: number[] = []
    idOf.forEach((id, bucket) => {
      if (id === 0) return
      const row = Array.from(this.sums.subarray(id * labels, (id + 1) * labels), (sum) => stored(sum * worth))
      if (row.every((value) => value === 0)) return
      buckets.push(bucket)
      for (const value of row) rows.push(value)
    })
    return {
      weights: weightsFrom(labels, bucketsFrom(bits, buckets), Int8Array.from(rows)),
      chain: { labels, transitions },
    }
  }
}

export function trainChain(
  examples: readonly Example[],
  settings: ChainSettings,
  report: (epoch: number, loss: number) => void,
): Tagger {
  const index = featureIndex(
    examples.map(({ features }) => features),
    settings.bits,
    settings.fewest,
  )
  const sequences = examples.map(({ features, gold, weight }) => ({
    ...indexed(index, features, settings.width),
    gold,
    weight,
  }))
  const trainer = new ChainTrainer(settings, index)
  for (let epoch = 0; epoch < settings.epochs; epoch++) report(epoch, trainer.pass(sequences, epoch))
  return trainer.tagger()
}
