// What the second look knows of a whole view before it looks at single tokens: the cue's words, the pieces around it, and what lies between.
import { pathsFrom } from '../grammar/paths.ts'
import { isVerb } from '../grammar/tags.ts'
import { mix } from '../model/hashing.ts'
import type { Range } from './draft.ts'
import type { FirstLook } from './flat-tagger.ts'
import { type Piece, ROLES } from './labels.ts'
import { EDGE, type ParsedReading, type Reading } from './reading.ts'
import type { Viewpoint } from './viewpoint.ts'

/** Facts of the whole view: the cue's words and the roles of the pieces on both sides. */
export interface Scene {
  readonly reading: ParsedReading
  readonly look: FirstLook
  readonly view: Viewpoint
  readonly whole: number
  readonly head: number
  readonly next: number
  readonly pattern: number
  readonly order: Int8Array
  /** Pieces of each role, and quotation marks, crossed on the way from the cue. */
  readonly crossed: Int32Array
  /** Verbs between the cue and each token. */
  readonly verbs: Int32Array
  /** How sure the first look was of content, source and cue, in 6 levels each, from one token before the window to one after. */
  readonly levels: Uint8Array
  /** How each token hangs on the cue; see `grammar/paths.ts`. */
  readonly paths: Uint8Array
}

const roleCode = (piece: Piece | undefined): number => (piece ? ROLES.indexOf(piece.role) + 1 : 0)

function patternOf(
  pieces: readonly Piece[],
  at: number,
  after: number,
  reading: Reading,
  cue: Range,
): number {
  let pattern = 7
  for (const index of [at - 3, at - 2, at - 1, after, after + 1, after + 2]) {
    const piece = pieces[index]
    const apart = piece
      ? Math.abs((reading.sentence[piece.first] ?? 0) - (reading.sentence[cue.first] ?? 0))
      : 0
    const touching = piece && (piece.last === cue.first || piece.first === cue.last) ? 1 : 0
    pattern = mix(pattern, roleCode(piece) * 8 + Math.min(2, apart) * 2 + touching)
  }
  return pattern
}

/** What lies between the cue and each token, counted outwards on both sides. */
function crossings(reading: Reading, look: FirstLook, { cue, window }: Viewpoint): Int32Array {
  const crossed = new Int32Array(window.last - window.first)
  const starts = new Map<number, Piece>(look.pieces.map((piece) => [piece.first, piece]))
  const ends = new Map<number, Piece>(look.pieces.map((piece) => [piece.last - 1, piece]))
  const walk = (from: number, step: number, edges: Map<number, Piece>) => {
    const counts = [0, 0, 0, 0]
    let code = 0
    let marks = 0
    for (let at = from; at >= window.first && at < window.last; at += step) {
      crossed[at - window.first] = code * 4 + Math.min(3, marks)
      const piece = edges.get(at)
      if (piece) {
        counts[roleCode(piece)] = (counts[roleCode(piece)] ?? 0) + 1
        code = counts.reduce((sum, count) => sum * 3 + Math.min(2, count), 0)
      }
      if ((reading.quote[at] ?? 0) % 3 === 1) marks++
    }
  }
  walk(cue.last, 1, ends)
  walk(cue.first - 1, -1, starts)
  return crossed
}

function ordersOf(look: FirstLook, { cue, window }: Viewpoint): Int8Array {
  const order = new Int8Array(window.last - window.first)
  const before = look.pieces.filter((piece) => piece.last <= cue.first)
  const after = look.pieces.filter((piece) => piece.first >= cue.last)
  const mark = (piece: Piece, value: number) => {
    order.fill(value, Math.max(0, piece.first - window.first), Math.max(0, piece.last - window.first))
  }
  before.reverse().forEach((piece, index) => {
    mark(piece, -Math.min(6, index + 1))
  })
  after.forEach((piece, index) => {
    mark(piece, Math.min(6, index + 1))
  })
  return order
}

const level = (probability: number): number =>
  probability < 0.02
    ? 0
    : probability < 0.1
      ? 1
      : probability < 0.3
        ? 2
        : probability < 0.6
          ? 3
          : probability < 0.9
            ? 4
            : 5

function levelsOf({ odds, stretch }: FirstLook, { window }: Viewpoint): Uint8Array {
  const levels = new Uint8Array(window.last - window.first + 2)
  const last = Math.min(window.last + 1, stretch.last)
  for (let at = Math.max(window.first - 1, stretch.first); at < last; at++) {
    const from = (at - stretch.first) * ROLES.length
    levels[at - window.first + 1] =
      level(odds[from] as number) * 36 + level(odds[from + 1] as number) * 6 + level(odds[from + 2] as number)
  }
  return levels
}

function verbsBetween({ tags }: ParsedReading, { cue, window }: Viewpoint): Int32Array {
  const verbs = new Int32Array(window.last - window.first)
  let count = 0
  for (let at = cue.last; at < window.last; at++) {
    verbs[at - window.first] = count
    if (isVerb(tags[at] as number)) count++
  }
  count = 0
  for (let at = cue.first - 1; at >= window.first; at--) {
    verbs[at - window.first] = count
    if (isVerb(tags[at] as number)) count++
  }
  return verbs
}

export function sceneOf(reading: ParsedReading, look: FirstLook, view: Viewpoint): Scene {
  const { cue } = view
  let whole = 3
  for (let at = cue.first; at < Math.min(cue.last, cue.first + 8); at++)
    whole = mix(whole, reading.word[at] ?? 0)
  const at = look.pieces.findIndex((piece) => piece.last > cue.first)
  const start = at < 0 ? look.pieces.length : at
  const beyond = look.pieces.findIndex((piece) => piece.first >= cue.last)
  return {
    reading,
    look,
    view,
    whole,
    head: reading.word[cue.last - 1] ?? EDGE,
    next: reading.word[cue.last] ?? EDGE,
    pattern: patternOf(look.pieces, start, beyond < 0 ? look.pieces.length : beyond, reading, cue),
    order: ordersOf(look, view),
    crossed: crossings(reading, look, view),
    verbs: verbsBetween(reading, view),
    levels: levelsOf(look, view),
    paths: reading.grammar
      ? pathsFrom(reading.grammar, cue, view.window)
      : new Uint8Array(view.window.last - view.window.first),
  }
}
