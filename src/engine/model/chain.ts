// Linear-chain inference: the best label path and the marginals, from token scores and transition scores.
// Arrays are row-major: scores[token * labels + label], transitions[from * labels + to], the row `labels` holds starts.
// They may be longer than what they hold, and those of an answer are used again by the next call of the same function.
import { Room } from './room.ts'

/** A score no path can win back: marks a transition that is not allowed. */
export const FORBIDDEN = -10_000

export interface Chain {
  readonly labels: number
  /** (labels + 1) × labels; the last row scores the first token's label. */
  readonly transitions: Float64Array
}

/** What every sequence of a chain needs: the transitions by the label they lead to, and exp of them both ways. */
interface Prepared {
  /** [to * labels + from]. */
  readonly into: Float64Array
  readonly stepsInto: Float64Array
  /** As in `Chain`. */
  readonly steps: Float64Array
}

const preparations = new WeakMap<Chain, Prepared>()

/** Once for each chain: the transitions of a chain never change, training makes a new one for every step. */
function preparedFor(chain: Chain): Prepared {
  const known = preparations.get(chain)
  if (known) return known
  const { labels, transitions } = chain
  const steps = transitions.map(Math.exp)
  const into = new Float64Array(labels * labels)
  const stepsInto = new Float64Array(labels * labels)
  for (let from = 0; from < labels; from++) {
    for (let to = 0; to < labels; to++) {
      into[to * labels + from] = transitions[from * labels + to] as number
      stepsInto[to * labels + from] = steps[from * labels + to] as number
    }
  }
  const prepared = { into, stepsInto, steps }
  preparations.set(chain, prepared)
  return prepared
}

const valueRoom = new Room()
let backs = new Uint8Array(0)

/** The highest-scoring label of each of `length` tokens; the path is the caller's to keep. */
export function bestPath(scores: Float64Array, length: number, chain: Chain): Uint8Array {
  const { labels, transitions } = chain
  const path = new Uint8Array(length)
  if (length === 0) return path
  const { into } = preparedFor(chain)
  const values = valueRoom.of(length * labels)
  if (backs.length < length * labels) backs = new Uint8Array(2 * length * labels)
  const back = backs
  for (let label = 0; label < labels; label++) {
    values[label] = (scores[label] as number) + (transitions[labels * labels + label] as number)
  }
  for (let row = labels; row < length * labels; row += labels) {
    const before = row - labels
    for (let label = 0; label < labels; label++) {
      const to = label * labels
      let best = Number.NEGATIVE_INFINITY
      let argument = 0
      for (let previous = 0; previous < labels; previous++) {
        const value = (values[before + previous] as number) + (into[to + previous] as number)
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

/** Writes exp(score - row maximum) and returns the sum of the maxima. */
function localFactors(local: Float64Array, scores: Float64Array, size: number, labels: number): number {
  let shift = 0
  for (let row = 0; row < size; row += labels) {
    let top = scores[row] as number
    for (let at = row + 1; at < row + labels; at++) {
      if ((scores[at] as number) > top) top = scores[at] as number
    }
    for (let at = row; at < row + labels; at++) local[at] = Math.exp((scores[at] as number) - top)
    shift += top
  }
  return shift
}

const localRoom = new Room()
const forwardRoom = new Room()
const scaleRoom = new Room()

export function forwardPass(scores: Float64Array, length: number, chain: Chain): ForwardPass {
  const { labels } = chain
  const { steps, stepsInto } = preparedFor(chain)
  const local = localRoom.of(length * labels)
  const forward = forwardRoom.of(length * labels)
  const scale = scaleRoom.of(length)
  let logTotal = localFactors(local, scores, length * labels, labels)
  for (let at = 0; at < length; at++) {
    const row = at * labels
    const before = row - labels
    let total = 0
    for (let label = 0; label < labels; label++) {
      const to = label * labels
      let sum = at === 0 ? (steps[labels * labels + label] as number) : 0
      if (at > 0) {
        for (let previous = 0; previous < labels; previous++)
          sum += (forward[before + previous] as number) * (stepsInto[to + previous] as number)
      }
      const value = sum * (local[row + label] as number)
      forward[row + label] = value
      total += value
    }
    // Each row is scaled to sum 1.
    for (let label = row; label < row + labels; label++) forward[label] = (forward[label] as number) / total
    scale[at] = total
    logTotal += Math.log(total)
  }
  return { forward, local, steps, scale, logTotal }
}

const tokenRoom = new Room()
const backwardRoom = new Room()

/** Forward-backward with scaled rows; the forward half may be at hand already. */
export function marginalsOf(
  scores: Float64Array,
  length: number,
  chain: Chain,
  pass: ForwardPass = forwardPass(scores, length, chain),
): Marginals {
  const backward = backwardOf(pass, length, chain.labels)
  const { forward } = pass
  const size = length * chain.labels
  const tokens = tokenRoom.of(size)
  for (let at = 0; at < size; at++) tokens[at] = (backward[at] as number) * (forward[at] as number)
  return { ...pass, tokens, backward }
}

function backwardOf({ local, scale, steps }: ForwardPass, length: number, labels: number): Float64Array {
  const backward = backwardRoom.of(length * labels)
  if (length > 0) backward.fill(1, (length - 1) * labels, length * labels)
  for (let at = length - 2; at >= 0; at--) {
    const next = (at + 1) * labels
    const scaled = scale[at + 1] as number
    for (let label = 0; label < labels; label++) {
      const from = label * labels
      let sum = 0
      for (let follower = 0; follower < labels; follower++) {
        sum +=
          (steps[from + follower] as number) *
          (local[next + follower] as number) *
          (backward[next + follower] as number)
      }
      backward[at * labels + label] = sum / scaled
    }
  }
  return backward
}
