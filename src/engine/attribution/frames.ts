// Second look: from each cue, which tokens are its source, its content and the rest of the cue.
import type { Stretch } from '../document.ts'
import { bestPath, type Chain, marginalsOf } from '../model/chain.ts'
import { scoresOf } from '../model/weights.ts'
import type { FirstLook, Tagger } from './flat-tagger.ts'
import { FRAME_FEATURES, frameFeatures, viewpointOf } from './frame-features.ts'
import { beginOf, insideOf, type Piece, piecesOf, ROLES, type Role } from './labels.ts'
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
/** What the first look took for a cue with this probability is one half the time, even if the second look sees nothing. */
const LIKELY_CUE = 0.6
/** Outweighs any sum of features. */
const RULED_OUT = 50
const CUE = ROLES.indexOf('cue')

interface View {
  readonly first: number
  readonly scores: Float64Array
  readonly length: number
  readonly chain: Chain
  /** P(label at token). */
  readonly tokens: Float64Array
}

const hasRoles = (path: Uint8Array, ...roles: readonly Role[]): boolean =>
  roles.every((role) => path.includes(beginOf(role)))

/** The best path on which the token at `at` has one of these labels. */
function pathThrough({ scores, length, chain }: View, at: number, allowed: readonly number[]): Uint8Array {
  const forced = scores.slice()
  for (let label = 0; label < chain.labels; label++) {
    const cell = at * chain.labels + label
    if (!allowed.includes(label)) forced[cell] = (forced[cell] ?? 0) - RULED_OUT
  }
  return bestPath(forced, length, chain)
}

/** The token of [from, to) at which these labels together are likeliest. */
function likeliest(
  { tokens, chain }: View,
  from: number,
  to: number,
  labels: readonly number[],
): [number, number] {
  let best: [number, number] = [from, -1]
  for (let at = from; at < to; at++) {
    const odds = labels.reduce((sum, label) => sum + (tokens[at * chain.labels + label] ?? 0), 0)
    if (odds > best[1]) best = [at, odds]
  }
  return best
}

/** The first look's probability that the seed is a cue. */
function oddsOf(look: FirstLook, seed: Seed): number {
  let odds = 0
  for (let at = seed.first; at < seed.last; at++) {
    odds = Math.max(odds, look.odds[(at - look.stretch.first) * ROLES.length + CUE] ?? 0)
  }
  return odds
}

/** A path that cites nobody is taken through the likeliest word of the cue. */
function withCue(view: View, path: Uint8Array, seed: Seed): Uint8Array | null {
  if (hasRoles(path, 'content', 'cue')) return path
  const labels = [beginOf('cue'), insideOf('cue')]
  const [at] = likeliest(view, seed.first - view.first, seed.last - view.first, labels)
  const forced = pathThrough(view, at, labels)
  return hasRoles(forced, 'content', 'cue', 'source') ? forced : null
}

/** A path without a source gets the likeliest, or is given up. */
function withSource(view: View, path: Uint8Array): Uint8Array | null {
  if (hasRoles(path, 'source')) return path
  const labels = [beginOf('source')]
  const [at, odds] = likeliest(view, 0, view.length, labels)
  return odds < LIKELY_SOURCE ? null : pathThrough(view, at, labels)
}

export function frameFrom(reading: Reading, look: FirstLook, seed: Seed, tagger: Tagger): FoundFrame | null {
  const viewpoint = viewpointOf(seed, look.stretch)
  const { window } = viewpoint
  const length = window.last - window.first
  const features = frameFeatures(reading, look, viewpoint)
  const scores = scoresOf(tagger.weights, features, FRAME_FEATURES, length)
  const best = bestPath(scores, length, tagger.chain)
  if (!hasRoles(best, 'content', 'cue') && oddsOf(look, seed) < LIKELY_CUE) return null
  const { tokens } = marginalsOf(scores, length, tagger.chain)
  const view = { first: window.first, scores, length, chain: tagger.chain, tokens }
  const cited = withCue(view, best, seed)
  const path = cited && withSource(view, cited)
  if (!path || !hasRoles(path, 'content', 'cue')) return null
  const pieces = piecesOf(path, window.first)
  return {
    content: ofRole(pieces, 'content'),
    cue: ofRole(pieces, 'cue'),
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
