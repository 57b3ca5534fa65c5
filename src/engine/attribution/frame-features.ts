// The second look's features: each token as seen from one cue, given what the first look found around it.
// In groups: those of the first three are often the same from token to token, see `frame-sums.ts`.
// Kept free of closures and lists: features are most of the work of reading a text.
import { blend, mix } from '../model/hashing.ts'
import type { FirstLook } from './flat-tagger.ts'
import { type Place, somewhere, stand, WITHIN } from './frame-place.ts'
import { EDGE, type ParsedReading } from './reading.ts'
import { type Scene, sceneOf } from './scene.ts'
import type { Viewpoint } from './viewpoint.ts'

export const PIECE_FEATURES = 13

/** The pieces of the first look. */
export function pieceFeatures(out: Int32Array, scene: Scene, place: Place): void {
  const { at, side, label, around, between, order, sentences } = place
  const { pattern, whole, head, next } = scene
  const { cue } = scene.view
  const opensCue = side === WITHIN ? (at === cue.first ? 1 : 2) : 0
  const closesCue = at === cue.last - 1 ? 1 : 0
  out[0] = blend(2, around, side, 0)
  out[1] = blend(3, label, between, side)
  out[2] = blend(4, label, sentences, side)
  out[3] = blend(5, mix(label, sentences), between, side)
  out[4] = blend(6, pattern, order, label)
  out[5] = blend(7, pattern, order, around)
  out[6] = blend(8, order, around, sentences)
  out[7] = blend(10, opensCue, closesCue, label)
  out[8] = blend(11, whole, side, around)
  out[9] = blend(12, head, side, label)
  out[10] = blend(13, head, order, label)
  out[11] = blend(14, next, side, around)
  out[12] = blend(15, whole, order, sentences)
}

export const ODDS_FEATURES = 6

/** How sure the first look was. */
export function oddsFeatures(out: Int32Array, { head }: Scene, place: Place): void {
  const { side, between, levels: here, levelsBefore: before, levelsAfter: after } = place
  const content = Math.trunc(before / 36) * 36 + Math.trunc(here / 36) * 6 + Math.trunc(after / 36)
  const source =
    (Math.trunc(before / 6) % 6) * 36 + (Math.trunc(here / 6) % 6) * 6 + (Math.trunc(after / 6) % 6)
  const cue = (before % 6) * 36 + (here % 6) * 6 + (after % 6)
  out[0] = blend(16, here, side, 0)
  out[1] = blend(17, here, between, side)
  out[2] = blend(18, content, 0, side)
  out[3] = blend(19, source, 1, side)
  out[4] = blend(20, cue, 2, side)
  out[5] = blend(21, here, head, side)
}

export const MARK_FEATURES = 3

/** Quotation marks; one feature for all tokens. */
export function markFeatures(out: Int32Array, { reading, look, view }: Scene, { at, side }: Place): void {
  const quote = reading.quote[at] as number
  out[0] = blend(30, at === look.stretch.first ? EDGE : (reading.quote[at - 1] as number), quote, side)
  out[1] = blend(33, quote, reading.quote[view.cue.first] as number, side)
  out[2] = blend(34, 0, 0, 0)
}

/** How far from the cue; words with and without marks. */
function wordFeatures(out: Int32Array, from: number, { look, reading, head }: Scene, place: Place): void {
  const { at, side, near, word: here, label, between } = place
  const ends = at + 1 === look.stretch.last
  const before = at === look.stretch.first ? EDGE : (reading.word[at - 1] as number)
  const after = ends ? EDGE : (reading.word[at + 1] as number)
  const shapeAfter = ends ? EDGE : (reading.shape[at + 1] as number)
  const quote = reading.quote[at] as number
  const quoteAfter = ends ? EDGE : (reading.quote[at + 1] as number)
  out[from] = blend(1, near, 0, 0)
  out[from + 1] = blend(9, label, near, between)
  out[from + 2] = blend(22, before, side, 0)
  out[from + 3] = blend(23, here, side, 0)
  out[from + 4] = blend(24, after, side, 0)
  out[from + 5] = blend(25, before, here, side)
  out[from + 6] = blend(26, here, after, side)
  out[from + 7] = blend(27, here, near, 0)
  out[from + 8] = blend(28, here, head, side)
  out[from + 9] = blend(29, reading.shape[at] as number, shapeAfter, side)
  out[from + 10] = blend(31, quote, quoteAfter, near)
  out[from + 11] = blend(32, quote, here, side)
}

/** Whether a verb is the cue's (1), another one (0) or none (2). */
const inCue = (verb: number, { cue }: Viewpoint): number =>
  verb >= cue.first && verb < cue.last ? 1 : verb < 0 ? 2 : 0

/** Where a token hangs, by the relations: on the cue's verb, or on another one between. */
function syntaxFeatures(out: Int32Array, from: number, scene: Scene, place: Place): void {
  const { view, reading, look, verbs, head } = scene
  const { at, side } = place
  const { tags, relations } = reading
  const opens = at === look.stretch.first
  const ends = at + 1 === look.stretch.last
  const part = tags[at] as number
  const relation = relations[at] as number
  const partBefore = opens ? EDGE : (tags[at - 1] as number)
  const partAfter = ends ? EDGE : (tags[at + 1] as number)
  const relationBefore = opens ? EDGE : (relations[at - 1] as number)
  const relationAfter = ends ? EDGE : (relations[at + 1] as number)
  const cueWord = view.cue.last - 1
  const ties =
    inCue(reading.verbBefore[at] as number, view) * 3 + inCue(reading.verbAfter[at] as number, view)
  const tied = mix(side, ties)
  const between = Math.min(4, verbs[place.seen] as number)
  out[from] = blend(35, relation, side, ties)
  out[from + 1] = blend(36, relation, side, between)
  out[from + 2] = blend(37, mix(partBefore, part), partAfter, side)
  out[from + 3] = blend(38, mix(relationBefore, relation), relationAfter, side)
  out[from + 4] = blend(39, relation, mix(relations[cueWord] as number, tags[cueWord] as number), tied)
  out[from + 5] = blend(40, part, between, tied)
  out[from + 6] = blend(41, relation, head, side)
  out[from + 7] = blend(42, head, mix(side, between), part)
}

/** How a token hangs on the cue by the parse, and whether its neighbours hang the same way. */
function pathFeatures(out: Int32Array, from: number, { paths, head }: Scene, place: Place): void {
  const { seen, side, label, around } = place
  const here = paths[seen] as number
  const before = seen > 0 ? (paths[seen - 1] as number) : EDGE
  const after = seen + 1 < paths.length ? (paths[seen + 1] as number) : EDGE
  out[from] = blend(43, here, side, 0)
  out[from + 1] = blend(44, here, label, side)
  out[from + 2] = blend(45, here, around, side)
  out[from + 3] = blend(46, here, head, side)
  out[from + 4] = blend(47, before, here, after)
  out[from + 5] = blend(48, before, here, label)
  out[from + 6] = blend(49, here, after, label)
  out[from + 7] = blend(50, here, place.word, side)
}

/** Features that are seldom the same as the token's before. */
export const CHANGING_FEATURES = 28

export function changingFeatures(out: Int32Array, from: number, scene: Scene, place: Place): void {
  wordFeatures(out, from, scene, place)
  syntaxFeatures(out, from + 12, scene, place)
  pathFeatures(out, from + 20, scene, place)
}

/** Numbers of the features of each group. */
const PIECES = [2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15]
const ODDS = [16, 17, 18, 19, 20, 21]
const MARKS = [30, 33, 34]
const CHANGING = [
  1, 9, 22, 23, 24, 25, 26, 27, 28, 29, 31, 32, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49,
  50,
]

export const FRAME_FEATURES = 50

/** All of them, FRAME_FEATURES hashes for each token of the view's window in the order of their numbers. */
export function frameFeatures(reading: ParsedReading, look: FirstLook, view: Viewpoint): Int32Array {
  const { first, last } = view.window
  const out = new Int32Array((last - first) * FRAME_FEATURES)
  const scene = sceneOf(reading, look, view)
  const place = somewhere()
  const group = new Int32Array(CHANGING_FEATURES)
  const put = (numbers: readonly number[], at: number) => {
    numbers.forEach((number, index) => {
      out[(at - first) * FRAME_FEATURES + number - 1] = group[index] as number
    })
  }
  for (let at = first; at < last; at++) {
    stand(place, scene, at)
    pieceFeatures(group, scene, place)
    put(PIECES, at)
    oddsFeatures(group, scene, place)
    put(ODDS, at)
    markFeatures(group, scene, place)
    put(MARKS, at)
    changingFeatures(group, 0, scene, place)
    put(CHANGING, at)
  }
  return out
}
