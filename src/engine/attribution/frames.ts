// Second look: from each cue, which tokens are its source, its content and the rest of the cue.
import type { Stretch } from '../document.ts'
import { bestPath, marginalsOf } from '../model/chain.ts'
import { scoresOf } from '../model/weights.ts'
import type { FirstLook, Tagger } from './flat-tagger.ts'
import { FRAME_FEATURES, frameFeatures, viewpointOf } from './frame-features.ts'
import { type Piece, piecesOf, type Role } from './labels.ts'
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

export function frameFrom(reading: Reading, look: FirstLook, seed: Seed, tagger: Tagger): FoundFrame | null {
  const view = viewpointOf(seed, look.stretch)
  const length = view.window.last - view.window.first
  const scores = scoresOf(tagger.weights, frameFeatures(reading, look, view), FRAME_FEATURES, length)
  const path = bestPath(scores, length, tagger.chain)
  const pieces = piecesOf(path, view.window.first)
  const content = ofRole(pieces, 'content')
  const cue = ofRole(pieces, 'cue')
  if (content.length === 0 || cue.length === 0) return null
  const { tokens } = marginalsOf(scores, length, tagger.chain)
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
