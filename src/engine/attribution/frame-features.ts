// The second look's features: each token as seen from one cue, given what the first look found around it.
// Kept free of closures and lists: features are most of the work of reading a text.
import { blend, mix } from '../model/hashing.ts'
import type { FirstLook } from './flat-tagger.ts'
import { OUTSIDE, ROLES } from './labels.ts'
import { EDGE, type ParsedReading } from './reading.ts'
import { type Scene, sceneOf } from './scene.ts'
import type { Viewpoint } from './viewpoint.ts'

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

/** Which side of the cue. */
const BEFORE = 1
const AFTER = 2
const WITHIN = 3

/** What several features of one token share. */
interface Place {
  at: number
  /** `at` within the window and within the stretch. */
  seen: number
  local: number
  side: number
  /** Side and distance. */
  near: number
  label: number
  /** The first look's label here and on both sides. */
  around: number
  /** What the first look found between the cue and here. */
  between: number
  order: number
  /** Sentences from the cue's, at most two. */
  sentences: number
  word: number
}

function stand(place: Place, { view, look, reading, crossed, order }: Scene, at: number): void {
  const { cue, window } = view
  const local = at - look.stretch.first
  const side = at < cue.first ? BEFORE : at >= cue.last ? AFTER : WITHIN
  const gap = side === BEFORE ? cue.first - at : side === AFTER ? at - cue.last + 1 : 0
  const label = look.path[local] ?? OUTSIDE
  const sentences = (reading.sentence[at] as number) - (reading.sentence[cue.first] as number)
  place.at = at
  place.seen = at - window.first
  place.local = local
  place.side = side
  place.near = mix(side, distanceClass(gap))
  place.label = label
  place.around = mix(mix(look.path[local - 1] ?? 9, label), look.path[local + 1] ?? 9)
  place.between = crossed[at - window.first] as number
  place.order = order[at - window.first] as number
  place.sentences = sentences < -2 ? -2 : sentences > 2 ? 2 : sentences
  place.word = reading.word[at] as number
}

/** Features 1 to 15: the pieces of the first look. */
function structureFeatures(out: Int32Array, from: number, scene: Scene, place: Place): void {
  const { at, side, near, label, around, between, order, sentences } = place
  const { pattern, whole, head, next } = scene
  const { cue } = scene.view
  const opensCue = side === WITHIN ? (at === cue.first ? 1 : 2) : 0
  const closesCue = at === cue.last - 1 ? 1 : 0
  out[from] = blend(1, near, 0, 0)
  out[from + 1] = blend(2, around, side, 0)
  out[from + 2] = blend(3, label, between, side)
  out[from + 3] = blend(4, label, sentences, side)
  out[from + 4] = blend(5, mix(label, sentences), between, side)
  out[from + 5] = blend(6, pattern, order, label)
  out[from + 6] = blend(7, pattern, order, around)
  out[from + 7] = blend(8, order, around, sentences)
  out[from + 8] = blend(9, label, near, between)
  out[from + 9] = blend(10, opensCue, closesCue, label)
  out[from + 10] = blend(11, whole, side, around)
  out[from + 11] = blend(12, head, side, label)
  out[from + 12] = blend(13, head, order, label)
  out[from + 13] = blend(14, next, side, around)
  out[from + 14] = blend(15, whole, order, sentences)
}

/** The first look's odds of a role, in levels. */
const oddsOf = (odds: Float32Array, local: number, role: number): number =>
  level(odds[local * ROLES.length + role] ?? 0)

/** Features 16 to 21: how sure the first look was. */
function oddsFeatures(out: Int32Array, from: number, { look, head }: Scene, place: Place): void {
  const { odds } = look
  const { local, side, between } = place
  const content = oddsOf(odds, local, 0)
  const source = oddsOf(odds, local, 1)
  const cue = oddsOf(odds, local, 2)
  const all = content * 36 + source * 6 + cue
  const before = local - 1
  const after = local + 1
  out[from] = blend(16, all, side, 0)
  out[from + 1] = blend(17, all, between, side)
  out[from + 2] = blend(18, oddsOf(odds, before, 0) * 36 + content * 6 + oddsOf(odds, after, 0), 0, side)
  out[from + 3] = blend(19, oddsOf(odds, before, 1) * 36 + source * 6 + oddsOf(odds, after, 1), 1, side)
  out[from + 4] = blend(20, oddsOf(odds, before, 2) * 36 + cue * 6 + oddsOf(odds, after, 2), 2, side)
  out[from + 5] = blend(21, all, head, side)
}

/** Features 22 to 34: words and quotation marks. */
function lexicalFeatures(out: Int32Array, from: number, scene: Scene, place: Place): void {
  const { look, reading, view, head } = scene
  const { at, side, near, word: here } = place
  const opens = at === look.stretch.first
  const ends = at + 1 === look.stretch.last
  const before = opens ? EDGE : (reading.word[at - 1] as number)
  const after = ends ? EDGE : (reading.word[at + 1] as number)
  const shapeAfter = ends ? EDGE : (reading.shape[at + 1] as number)
  const quote = reading.quote[at] as number
  const quoteBefore = opens ? EDGE : (reading.quote[at - 1] as number)
  const quoteAfter = ends ? EDGE : (reading.quote[at + 1] as number)
  out[from] = blend(22, before, side, 0)
  out[from + 1] = blend(23, here, side, 0)
  out[from + 2] = blend(24, after, side, 0)
  out[from + 3] = blend(25, before, here, side)
  out[from + 4] = blend(26, here, after, side)
  out[from + 5] = blend(27, here, near, 0)
  out[from + 6] = blend(28, here, head, side)
  out[from + 7] = blend(29, reading.shape[at] as number, shapeAfter, side)
  out[from + 8] = blend(30, quoteBefore, quote, side)
  out[from + 9] = blend(31, quote, quoteAfter, near)
  out[from + 10] = blend(32, quote, here, side)
  out[from + 11] = blend(33, quote, reading.quote[view.cue.first] as number, side)
  out[from + 12] = blend(34, 0, 0, 0)
}

/** Whether a verb is the cue's (1), another one (0) or none (2). */
const inCue = (verb: number, { cue }: Viewpoint): number =>
  verb >= cue.first && verb < cue.last ? 1 : verb < 0 ? 2 : 0

/** Features 35 to 42: where a token hangs, by the relations: on the cue's verb, or on another one between. */
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

/** Features 43 to 50: how a token hangs on the cue by the parse, and whether its neighbours hang the same way. */
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

export const FRAME_FEATURES = 50

/** FRAME_FEATURES hashes for each token of the view's window. */
export function frameFeatures(reading: ParsedReading, look: FirstLook, view: Viewpoint): Int32Array {
  const { first, last } = view.window
  const out = new Int32Array((last - first) * FRAME_FEATURES)
  const scene = sceneOf(reading, look, view)
  const place: Place = {
    at: 0,
    seen: 0,
    local: 0,
    side: 0,
    near: 0,
    label: 0,
    around: 0,
    between: 0,
    order: 0,
    sentences: 0,
    word: 0,
  }
  for (let at = first; at < last; at++) {
    const from = (at - first) * FRAME_FEATURES
    stand(place, scene, at)
    structureFeatures(out, from, scene, place)
    oddsFeatures(out, from + 15, scene, place)
    lexicalFeatures(out, from + 21, scene, place)
    syntaxFeatures(out, from + 34, scene, place)
    pathFeatures(out, from + 42, scene, place)
  }
  return out
}
