// Where to look from: the cues of the first look, and words that it nearly took for cues.
import type { FirstLook } from './flat-tagger.ts'
import { ROLES } from './labels.ts'

export interface Seed {
  readonly first: number
  readonly last: number
}

/** A word that is a cue with at least this probability gets a second look. */
const WORTH_A_LOOK = 0.35
/** In training the second look also learns from less likely ones that most of them cite nothing. */
export const WORTH_LEARNING = 0.15
const CUE = ROLES.indexOf('cue')

export function seedsOf(look: FirstLook, least = WORTH_A_LOOK): Seed[] {
  const seeds: { first: number; last: number }[] = look.pieces
    .filter((piece) => piece.role === 'cue')
    .map(({ first, last }) => ({ first, last }))
  const taken = new Set<number>()
  for (const { first, last } of seeds) for (let at = first - 1; at <= last; at++) taken.add(at)
  const { first, last } = look.stretch
  let open: { first: number; last: number } | null = null
  for (let at = first; at < last; at++) {
    const likely = (look.odds[(at - first) * ROLES.length + CUE] ?? 0) >= least && !taken.has(at)
    if (!likely) open = null
    else if (open) open.last = at + 1
    else {
      open = { first: at, last: at + 1 }
      seeds.push(open)
    }
  }
  return seeds.sort((a, b) => a.first - b.first)
}
