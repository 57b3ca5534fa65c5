// The second look's features: each token as seen from one cue, given what the first look found around it.
import type { Stretch } from '../document.ts'
import { mix } from '../model/hashing.ts'
import type { FirstLook } from './flat-tagger.ts'
import { OUTSIDE, type Piece, ROLES } from './labels.ts'
import { EDGE, type Reading } from './reading.ts'
import { Slots } from './slots.ts'

type Range = Pick<Stretch, 'first' | 'last'>

/** A cue to look from, and the tokens in its sight. */
export interface Viewpoint {
  readonly cue: Range
  readonly window: Range
}

/** Tokens further from the cue than this are out of its sight. */
const REACH = 120

export const viewpointOf = (cue: Range, stretch: Range): Viewpoint => ({
  cue,
  window: {
    first: Math.max(stretch.first, cue.first - REACH),
    last: Math.min(stretch.last, cue.last + REACH),
  },
})

const distanceClass = (distance: number): number =>
  distance <= 4
    ? distance
    : distance <= 6
      ? 5
      : distance <= 10
        ? 6
        : distance <= 20
          ? 7
          : distance <= 40
            ? 8
            : 9

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

/** Facts of the whole view: the cue's words and the roles of the pieces on both sides. */
interface Scene {
  readonly reading: Reading
  readonly look: FirstLook
  readonly view: Viewpoint
  readonly whole: number
  readonly head: number
  readonly next: number
  readonly pattern: number
  readonly order: Int8Array
  /** Pieces of each role, and quotation marks, crossed on the way from the cue. */
  readonly crossed: Int32Array
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
    let marks = 0
    for (let at = from; at >= window.first && at < window.last; at += step) {
      const code = counts.reduce((sum, count) => sum * 3 + Math.min(2, count), 0)
      crossed[at - window.first] = code * 4 + Math.min(3, marks)
      const piece = edges.get(at)
      if (piece) counts[roleCode(piece)] = (counts[roleCode(piece)] ?? 0) + 1
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

function sceneOf(reading: Reading, look: FirstLook, view: Viewpoint): Scene {
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
  }
}

const sideOf = ({ cue }: Viewpoint, at: number): number => (at < cue.first ? 1 : at >= cue.last ? 2 : 3)

function structureSlots(slots: Slots, scene: Scene, at: number): void {
  const { view, look, reading, crossed } = scene
  const local = at - look.stretch.first
  const label = look.path[local] ?? OUTSIDE
  const around = mix(mix(look.path[local - 1] ?? 9, label), look.path[local + 1] ?? 9)
  const side = sideOf(view, at)
  const between = crossed[at - view.window.first] ?? 0
  const order = scene.order[at - view.window.first] ?? 0
  const sentences = Math.max(
    -2,
    Math.min(2, (reading.sentence[at] ?? 0) - (reading.sentence[view.cue.first] ?? 0)),
  )
  const gap = side === 1 ? view.cue.first - at : side === 2 ? at - view.cue.last + 1 : 0
  const near = mix(side, distanceClass(gap))
  slots.add(near)
  slots.pair(around, side)
  slots.triple(label, between, side)
  slots.triple(label, sentences, side)
  slots.triple(mix(label, sentences), between, side)
  slots.triple(scene.pattern, order, label)
  slots.triple(scene.pattern, order, around)
  slots.triple(order, around, sentences)
  slots.triple(label, near, between)
  slots.triple(side === 3 ? (at === view.cue.first ? 1 : 2) : 0, at === view.cue.last - 1 ? 1 : 0, label)
  slots.triple(scene.whole, side, around)
  slots.triple(scene.head, side, label)
  slots.triple(scene.head, order, label)
  slots.triple(scene.next, side, around)
  slots.triple(scene.whole, order, sentences)
}

function oddsSlots(slots: Slots, scene: Scene, at: number): void {
  const { view, look, crossed } = scene
  const side = sideOf(view, at)
  const between = crossed[at - view.window.first] ?? 0
  const odds = (offset: number, role: number) =>
    level(look.odds[(at + offset - look.stretch.first) * ROLES.length + role] ?? 0)
  const all = odds(0, 0) * 36 + odds(0, 1) * 6 + odds(0, 2)
  slots.pair(all, side)
  slots.triple(all, between, side)
  for (let role = 0; role < ROLES.length; role++) {
    slots.triple(odds(-1, role) * 36 + odds(0, role) * 6 + odds(1, role), role, side)
  }
  slots.triple(all, scene.head, side)
}

function lexicalSlots(slots: Slots, scene: Scene, at: number): void {
  const { view, reading, look } = scene
  const side = sideOf(view, at)
  const get = (array: Int32Array | Uint8Array, offset: number) =>
    at + offset >= look.stretch.first && at + offset < look.stretch.last ? (array[at + offset] ?? EDGE) : EDGE
  const word = get(reading.word, 0)
  const gap = side === 1 ? view.cue.first - at : side === 2 ? at - view.cue.last + 1 : 0
  const near = mix(side, distanceClass(gap))
  for (let offset = -2; offset <= 2; offset++) slots.pair(get(reading.word, offset), side)
  slots.triple(get(reading.word, -1), word, side)
  slots.triple(word, get(reading.word, 1), side)
  slots.pair(word, near)
  slots.triple(word, scene.head, side)
  slots.triple(get(reading.shape, 0), get(reading.shape, 1), side)
  slots.triple(get(reading.suffix3, 0), get(reading.suffix3, 1), side)
  slots.triple(get(reading.quote, -1), get(reading.quote, 0), side)
  slots.triple(get(reading.quote, 0), get(reading.quote, 1), near)
  slots.triple(get(reading.quote, 0), word, side)
  slots.triple(get(reading.quote, 0), reading.quote[view.cue.first] ?? 0, side)
  slots.pair(get(reading.suffix3, 0), side)
  slots.add(0)
}

export const FRAME_FEATURES = 38

/** FRAME_FEATURES hashes for each token of the view's window. */
export function frameFeatures(reading: Reading, look: FirstLook, view: Viewpoint): Int32Array {
  const { first, last } = view.window
  const out = new Int32Array((last - first) * FRAME_FEATURES)
  const scene = sceneOf(reading, look, view)
  for (let at = first; at < last; at++) {
    const slots = new Slots(out, (at - first) * FRAME_FEATURES)
    structureSlots(slots, scene, at)
    oddsSlots(slots, scene, at)
    lexicalSlots(slots, scene, at)
  }
  return out
}
