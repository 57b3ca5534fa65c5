// First look: labels every token of a stretch by itself, with the probability of each label.
import type { Stretch } from '../document.ts'
import { bestPath, type Chain, marginalsOf } from '../model/chain.ts'
import type { Tagger } from '../model/chain-bytes.ts'
import { type Piece, piecesOf, ROLES } from './labels.ts'
import type { ParsedReading } from './reading.ts'
import { tokenScores } from './token-sums.ts'

export type { Tagger } from '../model/chain-bytes.ts'

/** The first look at one stretch; token numbers are the document's. */
export interface FirstLook {
  readonly stretch: Pick<Stretch, 'first' | 'last'>
  readonly path: Uint8Array
  readonly pieces: readonly Piece[]
  /** For each token of the stretch, P(content), P(source), P(cue). */
  readonly odds: Float32Array
}

export function lookFrom(
  stretch: Pick<Stretch, 'first' | 'last'>,
  scores: Float64Array,
  chain: Chain,
): FirstLook {
  const length = stretch.last - stretch.first
  const path = bestPath(scores, length, chain)
  const { tokens } = marginalsOf(scores, length, chain)
  const odds = new Float32Array(length * ROLES.length)
  for (let at = 0; at < length; at++) {
    const base = at * chain.labels
    for (let role = 0; role < ROLES.length; role++) {
      // Labels lie in pairs after the first: begin and inside of each role in the order of ROLES.
      odds[at * ROLES.length + role] =
        (tokens[base + 1 + 2 * role] as number) + (tokens[base + 2 + 2 * role] as number)
    }
  }
  return { stretch, path, pieces: piecesOf(path, stretch.first), odds }
}

export const firstLook = (reading: ParsedReading, stretch: Stretch, { weights, chain }: Tagger): FirstLook =>
  lookFrom(stretch, tokenScores(reading, stretch, weights), chain)
