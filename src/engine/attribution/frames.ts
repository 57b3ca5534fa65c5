// Second look: from each cue, which tokens are its source, its content and the rest of the cue.
import type { Stretch } from '../document.ts'
import { bestPath, marginalsOf } from '../model/chain.ts'
import { scoresOf } from '../model/weights.ts'
import type { FirstLook, Tagger } from './flat-tagger.ts'
import { FRAME_FEATURES, frameFeatures, viewpointOf } from './frame-features.ts'
import { beginOf, type Piece, piecesOf, type Role } from './labels.ts'
import type { Reading } from './reading.ts'
import { type Seed, seedsOf } from './seeds.ts'

type Range = Pick<Stretch, 'first' | 'last'>

export interface FoundFrame {
  readonly content: readonly Range[]
  readonly cue: readonly Range[]
  readonly source: readonly Range[]
  /** Lowest probability of a label along its pieces. */
  readonly certainty: number
}

const ofRole = (pieces: readonly Piece[], role: Role): Range[] =>
  pieces.filter((piece) => piece.role === role)

function certaintyOf(path: Uint8Array, tokens: Float64Array, labels: number): number {
  let lowest = 1
  for (let at = 0; at < path.length; at++) {
    const label = path[at] ?? 0
    if (label !== 0) lowest = Math.min(lowest, tokens[at * labels + label] ?? 0)
  }
  return lowest
}

/** A frame without a source is nearly always wrong; with one this likely, it is nearly always right to name it. */
const LIKELY_SOURCE = 0.2
/** Outweighs any sum of features. */
const RULED_OUT = 50

const hasRole = (pieces: readonly Piece[], role: Role): boolean => pieces.some((piece) => piece.role === role)

/** The best path that names the likeliest source; null when none is likely. */
function pathWithSource(
  scores: Float64Array,
  tokens: Float64Array,
  length: number,
  tagger: Tagger,
): Uint8Array | null {
  const { labels } = tagger.chain
  const begin = beginOf('source')
  let at = 0
  for (let other = 1; other < length; other++) {
    if ((tokens[other * labels + begin] ?? 0) > (tokens[at * labels + begin] ?? 0)) at = other
  }
  if ((tokens[at * labels + begin] ?? 0) < LIKELY_SOURCE) return null
  const forced = scores.slice()
  for (let label = 0; label < labels; label++) {
    if (label !== begin) forced[at * labels + label] = (forced[at * labels + label] ?? 0) - RULED_OUT
  }
  return bestPath(forced, length, tagger.chain)
}

export function frameFrom(reading: Reading, look: FirstLook, seed: Seed, tagger: Tagger): FoundFrame | null {
  const view = viewpointOf(seed, look.stretch)
  const length = view.window.last - view.window.first
  const scores = scoresOf(tagger.weights, frameFeatures(reading, look, view), FRAME_FEATURES, length)
  let path = bestPath(scores, length, tagger.chain)
  let pieces = piecesOf(path, view.window.first)
  if (!hasRole(pieces, 'content') || !hasRole(pieces, 'cue')) return null
  const { tokens } = marginalsOf(scores, length, tagger.chain)
  if (!hasRole(pieces, 'source')) {
    const named = pathWithSource(scores, tokens, length, tagger)
    if (!named) return null
    path = named
    pieces = piecesOf(path, view.window.first)
  }
  const content = ofRole(pieces, 'content')
  const cue = ofRole(pieces, 'cue')
  if (content.length === 0 || cue.length === 0) return null
  return {
    content,
    cue,
    source: ofRole(pieces, 'source'),
    certainty: certaintyOf(path, tokens, tagger.chain.labels),
  }
}

const shareTokens = (a: readonly Range[], b: readonly Range[]): boolean =>
  a.some((one) => b.some((other) => one.first < other.last && other.first < one.last))

/** One frame a cue: of two frames that claim the same cue words, the more certain stays. */
export function framesOf(reading: Reading, look: FirstLook, tagger: Tagger): FoundFrame[] {
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
