// A token as seen from a cue: on which side, how far, what the first look found here, around and on the way.
import { mix } from '../model/hashing.ts'
import { OUTSIDE } from './labels.ts'
import type { Scene } from './scene.ts'

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

/** Which side of the cue. */
const BEFORE = 1
const AFTER = 2
export const WITHIN = 3

/** What several features of one token share. */
export interface Place {
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
  /** How sure the first look was of each role, here and on both sides; see `Scene.levels`. */
  levels: number
  levelsBefore: number
  levelsAfter: number
  /** What the first look found between the cue and here. */
  between: number
  order: number
  /** Sentences from the cue's, at most two. */
  sentences: number
  word: number
}

export function stand(
  place: Place,
  { view, look, reading, crossed, order, levels }: Scene,
  at: number,
): void {
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
  place.levelsBefore = levels[at - window.first] as number
  place.levels = levels[at - window.first + 1] as number
  place.levelsAfter = levels[at - window.first + 2] as number
  place.between = crossed[at - window.first] as number
  place.order = order[at - window.first] as number
  place.sentences = sentences < -2 ? -2 : sentences > 2 ? 2 : sentences
  place.word = reading.word[at] as number
}

export const somewhere = (): Place => ({
  at: 0,
  seen: 0,
  local: 0,
  side: 0,
  near: 0,
  label: 0,
  around: 0,
  levels: 0,
  levelsBefore: 0,
  levelsAfter: 0,
  between: 0,
  order: 0,
  sentences: 0,
  word: 0,
})
