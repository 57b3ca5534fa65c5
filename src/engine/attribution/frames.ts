// Second look: from each cue, which tokens are its source, its content and the rest of the cue.
import { bestPath, type Chain, forwardPass, type Marginals, marginalsOf } from '../model/chain.ts'
import { meet, type Range } from './draft.ts'
import type { FirstLook, Tagger } from './flat-tagger.ts'
import { frameScores } from './frame-sums.ts'
import { beginOf, insideOf, OUTSIDE, type Piece, piecesOf, type Role } from './labels.ts'
import type { ParsedReading } from './reading.ts'
import { type Seed, seedsOf } from './seeds.ts'
import { type Viewpoint, viewpointOf } from './viewpoint.ts'

export interface FoundFrame {
  readonly content: readonly Range[]
  readonly cue: readonly Range[]
  readonly source: readonly Range[]
  /** Lowest probability of a label along the frame's pieces. */
  readonly certainty: number
}

/**
 * A frame without a source is nearly always one whose source was overlooked: the likeliest beginning of one is taken
 * when it has at least this probability, else the frame is dropped.
 */
const LIKELY_SOURCE = 0.2
/** Taken off every other label of a token whose label is settled. */
const SETTLED = 50

/** A cue whose best path is empty is taken for one all the same when the other paths together have this probability. */
const WORTH_INSISTING = 0.3

const BEGIN_SOURCE = beginOf('source')
const CUE_LABELS = [beginOf('cue'), insideOf('cue')]

const ofRole = (pieces: readonly Piece[], role: Role): Range[] =>
  pieces.filter((piece) => piece.role === role)

const has = (pieces: readonly Piece[], role: Role): boolean => pieces.some((piece) => piece.role === role)

function certaintyOf(path: Uint8Array, tokens: Float64Array, labels: number): number {
  let lowest = 1
  for (let at = 0; at < path.length; at++) {
    const label = path[at] as number
    if (label !== 0) lowest = Math.min(lowest, tokens[at * labels + label] as number)
  }
  return lowest
}

/** The token that most likely begins a source, or -1 when none is likely. */
function likeliestSource({ tokens }: Marginals, length: number, labels: number): number {
  let best = -1
  let most = LIKELY_SOURCE
  for (let at = 0; at < length; at++) {
    const probability = tokens[at * labels + BEGIN_SOURCE] as number
    if (probability < most) continue
    most = probability
    best = at
  }
  return best
}

/** The scores with the labels of one token narrowed to some. */
function settled(scores: Float64Array, at: number, labels: number, allowed: readonly number[]): Float64Array {
  const narrowed = scores.slice()
  for (let label = 0; label < labels; label++) {
    if (!allowed.includes(label))
      narrowed[at * labels + label] = (narrowed[at * labels + label] as number) - SETTLED
  }
  return narrowed
}

/** Probability that no token of the view has a label: one path among all. */
function emptiness(
  scores: Float64Array,
  length: number,
  { labels, transitions }: Chain,
  logTotal: number,
): number {
  let score =
    (transitions[labels * labels + OUTSIDE] as number) + (length - 1) * (transitions[OUTSIDE] as number)
  for (let at = 0; at < length; at++) score += scores[at * labels + OUTSIDE] as number
  return Math.exp(Math.min(0, score - logTotal))
}

interface Decoded {
  readonly path: Uint8Array
  readonly pieces: readonly Piece[]
}

/** The best path, if it has a cue and a content. */
function decoded(scores: Float64Array, { window }: Viewpoint, chain: Chain): Decoded | null {
  const path = bestPath(scores, window.last - window.first, chain)
  const pieces = piecesOf(path, window.first)
  return has(pieces, 'content') && has(pieces, 'cue') ? { path, pieces } : null
}

/** The best path; where it is empty by a narrow margin, the best one on which the seed is a cue. */
function likeliest(scores: Float64Array, view: Viewpoint, chain: Chain, logTotal: number): Decoded | null {
  const free = decoded(scores, view, chain)
  if (free) return free
  const { cue, window } = view
  if (1 - emptiness(scores, window.last - window.first, chain, logTotal) < WORTH_INSISTING) return null
  return decoded(settled(scores, cue.last - 1 - window.first, chain.labels, CUE_LABELS), view, chain)
}

export function frameFrom(
  reading: ParsedReading,
  look: FirstLook,
  seed: Seed,
  { weights, chain }: Tagger,
): FoundFrame | null {
  const view = viewpointOf(seed, look, reading)
  const length = view.window.last - view.window.first
  const scores = frameScores(reading, look, view, weights)
  const pass = forwardPass(scores, length, chain)
  let found = likeliest(scores, view, chain, pass.logTotal)
  if (!found) return null
  const marginals = marginalsOf(scores, length, chain, pass)
  if (!has(found.pieces, 'source')) {
    const source = likeliestSource(marginals, length, chain.labels)
    found = source < 0 ? null : decoded(settled(scores, source, chain.labels, [BEGIN_SOURCE]), view, chain)
  }
  if (!found) return null
  return {
    content: ofRole(found.pieces, 'content'),
    cue: ofRole(found.pieces, 'cue'),
    source: ofRole(found.pieces, 'source'),
    certainty: certaintyOf(found.path, marginals.tokens, chain.labels),
  }
}

const shareTokens = (a: readonly Range[], b: readonly Range[]): boolean =>
  a.some((one) => b.some((other) => meet(one, other)))

/** One frame a cue: of two frames that claim the same cue words, the more certain stays. */
export function framesOf(reading: ParsedReading, look: FirstLook, tagger: Tagger): FoundFrame[] {
  const kept: FoundFrame[] = []
  for (const seed of seedsOf(look)) {
    const frame = frameFrom(reading, look, seed, tagger)
    if (!frame) continue
    const rival = kept.findIndex((other) => shareTokens(other.cue, frame.cue))
    if (rival < 0) kept.push(frame)
    else if ((kept[rival]?.certainty ?? 0) < frame.certainty) kept[rival] = frame
  }
  return kept
}
