// Linear-chain inference: the best label path and the marginals, from token scores and transition scores.
// Arrays are row-major: scores[token * labels + label], transitions[from * labels + to], the row `labels` holds starts.

/** A score no path can win back: marks a transition that is not allowed. */
export const FORBIDDEN = -10_000

export interface Chain {
  readonly labels: number
  /** (labels + 1) × labels; the last row scores the first token's label. */
  readonly transitions: Float64Array
}

/** The highest-scoring label of each of `length` tokens. */
export function bestPath(scores: Float64Array, length: number, { labels, transitions }: Chain): Uint8Array {
  const path = new Uint8Array(length)
  if (length === 0) return path
  const values = new Float64Array(length * labels)
  const back = new Uint8Array(length * labels)
  for (let label = 0; label < labels; label++) {
    values[label] = (scores[label] as number) + (transitions[labels * labels + label] as number)
  }
  for (let at = 1; at < length; at++) {
    const row = at * labels
    const before = row - labels
    for (let label = 0; label < labels; label++) {
      let best = Number.NEGATIVE_INFINITY
      let argument = 0
      for (let previous = 0; previous < labels; previous++) {
        const value =
          (values[before + previous] as number) + (transitions[previous * labels + label] as number)
        if (value > best) {
          best = value
          argument = previous
        }
      }
      values[row + label] = best + (scores[row + label] as number)
      back[row + label] = argument
    }
  }
  return tracedBack(values, back, path, labels)
}

function tracedBack(values: Float64Array, back: Uint8Array, path: Uint8Array, labels: number): Uint8Array {
  const end = (path.length - 1) * labels
  let label = 0
  for (let other = 1; other < labels; other++) {
    if ((values[end + other] as number) > (values[end + label] as number)) label = other
  }
  for (let at = path.length - 1; at >= 0; at--) {
    path[at] = label
    label = back[at * labels + label] as number
  }
  return path
}

/** Scales a row to sum 1 and returns the factor's inverse. */
function normalise(row: Float64Array, from: number, labels: number): number {
  let total = 0
  for (let label = 0; label < labels; label++) total += row[from + label] as number
  for (let label = 0; label < labels; label++) row[from + label] = (row[from + label] as number) / total
  return total
}

/** The first half of the marginals: all that is needed to know how probable one path is. */
export interface ForwardPass {
  readonly forward: Float64Array
  /** exp(score - row maximum), length × labels. */
  readonly local: Float64Array
  /** exp(transitions), as in `Chain`. */
  readonly steps: Float64Array
  /** Sum of each forward row before scaling. */
  readonly scale: Float64Array
  /** log of the sum over all paths. */
  readonly logTotal: number
}

export interface Marginals extends ForwardPass {
  /** P(label at token), length × labels. */
  readonly tokens: Float64Array
  readonly backward: Float64Array
}

function localFactors(scores: Float64Array, length: number, labels: number): [Float64Array, number] {
  const local = new Float64Array(length * labels)
  let shift = 0
  for (let at = 0; at < length; at++) {
    let top = Number.NEGATIVE_INFINITY
    for (let label = 0; label < labels; label++) top = Math.max(top, scores[at * labels + label] as number)
    for (let label = 0; label < labels; label++) {
      local[at * labels + label] = Math.exp((scores[at * labels + label] as number) - top)
    }
    shift += top
  }
  return [local, shift]
}

export function forwardPass(
  scores: Float64Array,
  length: number,
  { labels, transitions }: Chain,
): ForwardPass {
  const steps = transitions.map(Math.exp)
  const [local, shift] = localFactors(scores, length, labels)
  const forward = new Float64Array(length * labels)
  const scale = new Float64Array(length)
  let logTotal = shift
  for (let at = 0; at < length; at++) {
    const row = at * labels
    const before = row - labels
    for (let label = 0; label < labels; label++) {
      let sum = at === 0 ? (steps[labels * labels + label] as number) : 0
      for (let previous = 0; at > 0 && previous < labels; previous++) {
        sum += (forward[before + previous] as number) * (steps[previous * labels + label] as number)
      }
      forward[row + label] = sum * (local[row + label] as number)
    }
    scale[at] = normalise(forward, row, labels)
    logTotal += Math.log(scale[at] as number)
  }
  return { forward, local, steps, scale, logTotal }
}

/** Forward-backward with scaled rows; the forward half may be at hand already. */
export function marginalsOf(
  scores: Float64Array,
  length: number,
  chain: Chain,
  pass: ForwardPass = forwardPass(scores, length, chain),
): Marginals {
  const backward = backwardOf(pass.local, pass.scale, pass.steps, length, chain.labels)
  const tokens = backward.map((value, at) => value * (pass.forward[at] as number))
  return { ...pass, tokens, backward }
}

function backwardOf(
  local: Float64Array,
  scale: Float64Array,
  steps: Float64Array,
  length: number,
  labels: number,
): Float64Array {
  const backward = new Float64Array(length * labels)
  if (length > 0) backward.fill(1, (length - 1) * labels)
  for (let at = length - 2; at >= 0; at--) {
    const next = (at + 1) * labels
    const scaled = scale[at + 1] as number
    for (let label = 0; label < labels; label++) {
      let sum = 0
      for (let follower = 0; follower < labels; follower++) {
        sum +=
          (steps[label * labels + follower] as number) *
          (local[next + follower] as number) *
          (backward[next + follower] as number)
      }
      backward[at * labels + label] = sum / scaled
    }
  }
  return backward
}
