// Linear-chain inference: the best label path and the marginals, from token scores and transition scores.
// Arrays are row-major: scores[token * labels + label], transitions[from * labels + to], the row `labels` holds starts.

/** A score no path can win back: marks a transition that is not allowed. */
export const FORBIDDEN = -10_000

export interface Chain {
  readonly labels: number
  /** (labels + 1) × labels; the last row scores the first token's label. */
  readonly transitions: Float64Array
}

function bestStep(row: Float64Array, from: number, chain: Chain, label: number): [number, number] {
  let best = Number.NEGATIVE_INFINITY
  let argument = 0
  for (let previous = 0; previous < chain.labels; previous++) {
    const value = (row[from + previous] ?? 0) + (chain.transitions[previous * chain.labels + label] ?? 0)
    if (value > best) {
      best = value
      argument = previous
    }
  }
  return [best, argument]
}

/** The highest-scoring label of each of `length` tokens. */
export function bestPath(scores: Float64Array, length: number, chain: Chain): Uint8Array {
  const { labels, transitions } = chain
  const path = new Uint8Array(length)
  if (length === 0) return path
  const values = new Float64Array(length * labels)
  const back = new Uint8Array(length * labels)
  for (let label = 0; label < labels; label++) {
    values[label] = (scores[label] ?? 0) + (transitions[labels * labels + label] ?? 0)
  }
  for (let at = 1; at < length; at++) {
    for (let label = 0; label < labels; label++) {
      const [value, previous] = bestStep(values, (at - 1) * labels, chain, label)
      values[at * labels + label] = value + (scores[at * labels + label] ?? 0)
      back[at * labels + label] = previous
    }
  }
  let label = 0
  for (let other = 1; other < labels; other++) {
    if ((values[(length - 1) * labels + other] ?? 0) > (values[(length - 1) * labels + label] ?? 0))
      label = other
  }
  for (let at = length - 1; at >= 0; at--) {
    path[at] = label
    label = back[at * labels + label] ?? 0
  }
  return path
}

/** Scales a row to sum 1 and returns the factor's inverse. */
function normalise(row: Float64Array, from: number, labels: number): number {
  let total = 0
  for (let label = 0; label < labels; label++) total += row[from + label] ?? 0
  for (let label = 0; label < labels; label++) row[from + label] = (row[from + label] ?? 0) / total
  return total
}

export interface Marginals {
  /** P(label at token), length × labels. */
  readonly tokens: Float64Array
  readonly forward: Float64Array
  readonly backward: Float64Array
  /** exp(score - row maximum), length × labels. */
  readonly local: Float64Array
  /** exp(transitions), as in `Chain`. */
  readonly steps: Float64Array
  /** Sum of each forward row before scaling. */
  readonly scale: Float64Array
  /** log of the sum over all paths. */
  readonly logTotal: number
}

function localFactors(scores: Float64Array, length: number, labels: number): [Float64Array, number] {
  const local = new Float64Array(length * labels)
  let shift = 0
  for (let at = 0; at < length; at++) {
    let top = Number.NEGATIVE_INFINITY
    for (let label = 0; label < labels; label++) top = Math.max(top, scores[at * labels + label] ?? 0)
    for (let label = 0; label < labels; label++) {
      local[at * labels + label] = Math.exp((scores[at * labels + label] ?? 0) - top)
    }
    shift += top
  }
  return [local, shift]
}

/** Forward-backward with scaled rows. */
export function marginalsOf(scores: Float64Array, length: number, chain: Chain): Marginals {
  const { labels } = chain
  const steps = chain.transitions.map(Math.exp)
  const [local, shift] = localFactors(scores, length, labels)
  const forward = new Float64Array(length * labels)
  const backward = new Float64Array(length * labels)
  const scale = new Float64Array(length)
  let logTotal = shift
  for (let at = 0; at < length; at++) {
    for (let label = 0; label < labels; label++) {
      let sum = at === 0 ? (steps[labels * labels + label] ?? 0) : 0
      if (at > 0) {
        const from = (at - 1) * labels
        for (let previous = 0; previous < labels; previous++) {
          sum += (forward[from + previous] ?? 0) * (steps[previous * labels + label] ?? 0)
        }
      }
      forward[at * labels + label] = sum * (local[at * labels + label] ?? 0)
    }
    scale[at] = normalise(forward, at * labels, labels)
    logTotal += Math.log(scale[at] ?? 1)
  }
  const tokens = new Float64Array(length * labels)
  for (let at = length - 1; at >= 0; at--) {
    for (let label = 0; label < labels; label++) {
      let sum = at === length - 1 ? 1 : 0
      const next = (at + 1) * labels
      for (let follower = 0; at < length - 1 && follower < labels; follower++) {
        sum +=
          (steps[label * labels + follower] ?? 0) *
          (local[next + follower] ?? 0) *
          (backward[next + follower] ?? 0)
      }
      if (at < length - 1) sum /= scale[at + 1] ?? 1
      backward[at * labels + label] = sum
      tokens[at * labels + label] = sum * (forward[at * labels + label] ?? 0)
    }
  }
  return { tokens, forward, backward, local, steps, scale, logTotal }
}
