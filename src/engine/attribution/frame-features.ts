// The second look's features: each token as seen from one cue, given what the first look found around it.
import { mix } from '../model/hashing.ts'
import type { FirstLook } from './flat-tagger.ts'
import { OUTSIDE, ROLES } from './labels.ts'
import { EDGE, type ParsedReading } from './reading.ts'
import { type Scene, sceneOf } from './scene.ts'
import { Slots } from './slots.ts'
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
    at + offset >= look.stretch.first && at + offset < look.stretch.last
      ? (array[at + offset] as number)
      : EDGE
  const word = get(reading.word, 0)
  const gap = side === 1 ? view.cue.first - at : side === 2 ? at - view.cue.last + 1 : 0
  const near = mix(side, distanceClass(gap))
  slots.pair(get(reading.word, -1), side)
  slots.pair(word, side)
  slots.pair(get(reading.word, 1), side)
  slots.triple(get(reading.word, -1), word, side)
  slots.triple(word, get(reading.word, 1), side)
  slots.pair(word, near)
  slots.triple(word, scene.head, side)
  slots.triple(get(reading.shape, 0), get(reading.shape, 1), side)
  slots.triple(get(reading.quote, -1), get(reading.quote, 0), side)
  slots.triple(get(reading.quote, 0), get(reading.quote, 1), near)
  slots.triple(get(reading.quote, 0), word, side)
  slots.triple(get(reading.quote, 0), reading.quote[view.cue.first] ?? 0, side)
  slots.add(0)
}

/** Where a token hangs, as far as the guessed relations tell: on the cue's verb, or on another one between. */
function syntaxSlots(slots: Slots, scene: Scene, at: number): void {
  const { view, reading, look, verbs } = scene
  const side = sideOf(view, at)
  const { tags: parts, relations } = reading
  const get = (array: Uint8Array, offset: number) =>
    at + offset >= look.stretch.first && at + offset < look.stretch.last
      ? (array[at + offset] as number)
      : EDGE
  const head = view.cue.last - 1
  const inCue = (token: number) => (token >= view.cue.first && token < view.cue.last ? 1 : token < 0 ? 2 : 0)
  const ties = inCue(reading.verbBefore[at] as number) * 3 + inCue(reading.verbAfter[at] as number)
  const between = Math.min(4, verbs[at - view.window.first] as number)
  const relation = get(relations, 0)
  slots.triple(relation, side, ties)
  slots.triple(relation, side, between)
  slots.triple(mix(get(parts, -1), get(parts, 0)), get(parts, 1), side)
  slots.triple(mix(get(relations, -1), relation), get(relations, 1), side)
  slots.triple(relation, mix(relations[head] as number, parts[head] as number), mix(side, ties))
  slots.triple(get(parts, 0), between, mix(side, ties))
  slots.triple(relation, scene.head, side)
  slots.triple(scene.head, mix(side, between), get(parts, 0))
}

/** How a token hangs on the cue by the parse, and whether its neighbours hang the same way. */
function pathSlots(slots: Slots, { view, look, reading, paths, head }: Scene, at: number): void {
  const { window } = view
  const path = (offset: number) => {
    const place = at + offset - window.first
    return place >= 0 && place < paths.length ? (paths[place] as number) : EDGE
  }
  const local = at - look.stretch.first
  const label = look.path[local] ?? OUTSIDE
  const around = mix(mix(look.path[local - 1] ?? 9, label), look.path[local + 1] ?? 9)
  const side = sideOf(view, at)
  const here = path(0)
  slots.pair(here, side)
  slots.triple(here, label, side)
  slots.triple(here, around, side)
  slots.triple(here, head, side)
  slots.triple(path(-1), here, path(1))
  slots.triple(path(-1), here, label)
  slots.triple(here, path(1), label)
  slots.triple(here, reading.word[at] as number, side)
}

export const FRAME_FEATURES = 50

/** FRAME_FEATURES hashes for each token of the view's window. */
export function frameFeatures(reading: ParsedReading, look: FirstLook, view: Viewpoint): Int32Array {
  const { first, last } = view.window
  const out = new Int32Array((last - first) * FRAME_FEATURES)
  const scene = sceneOf(reading, look, view)
  const slots = new Slots(out)
  for (let at = first; at < last; at++) {
    slots.begin((at - first) * FRAME_FEATURES)
    structureSlots(slots, scene, at)
    oddsSlots(slots, scene, at)
    lexicalSlots(slots, scene, at)
    syntaxSlots(slots, scene, at)
    pathSlots(slots, scene, at)
  }
  return out
}
