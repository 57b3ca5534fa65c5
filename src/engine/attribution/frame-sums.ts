// The second look's scores, the same as over all features of each token: what is as for the token before is not summed up again.
import { rowsOf } from '../model/buckets.ts'
import { WholeRoom } from '../model/room.ts'
import { addBlankRows, addRow, LANE_WORDS, scoresOf, type Weights } from '../model/weights.ts'
import type { FirstLook } from './flat-tagger.ts'
import {
  CHANGING_FEATURES,
  changingFeatures,
  FRAME_FEATURES,
  MARK_FEATURES,
  markFeatures,
  ODDS_FEATURES,
  oddsFeatures,
  PIECE_FEATURES,
  pieceFeatures,
} from './frame-features.ts'
import { type Place, somewhere, stand, WITHIN } from './frame-place.ts'
import type { ParsedReading } from './reading.ts'
import { type Scene, sceneOf } from './scene.ts'
import type { Viewpoint } from './viewpoint.ts'

/** The sum of a group's features, until its tokens differ. */
class Held {
  readonly features: Int32Array
  readonly lanes = new Int32Array(LANE_WORDS)
  private readonly rows: Int32Array

  constructor(width: number) {
    this.features = new Int32Array(width)
    this.rows = new Int32Array(width + 1)
  }

  sum(weights: Weights): void {
    const { features, rows, lanes } = this
    const count = rowsOf(weights, features, 0, features.length, rows)
    lanes.fill(0)
    for (let next = 0; next < count; next++) addRow(lanes, 0, weights, rows[next] as number)
    addBlankRows(lanes, 0, features.length - count)
  }

  addTo(sums: Int32Array, at: number): void {
    for (let word = 0; word < LANE_WORDS; word++)
      sums[at + word] = (sums[at + word] as number) + (this.lanes[word] as number)
  }
}

const samePieces = (a: Place, b: Place): boolean =>
  a.around === b.around &&
  a.label === b.label &&
  a.side === b.side &&
  a.between === b.between &&
  a.order === b.order &&
  a.sentences === b.sentences &&
  a.side !== WITHIN

const sameOdds = (a: Place, b: Place): boolean =>
  a.levels === b.levels &&
  a.levelsBefore === b.levelsBefore &&
  a.levelsAfter === b.levelsAfter &&
  a.between === b.between &&
  a.side === b.side

const pieces = new Held(PIECE_FEATURES)
const odds = new Held(ODDS_FEATURES)
const marks = new Held(MARK_FEATURES)

function hold(scene: Scene, place: Place, before: Place, weights: Weights): void {
  const { quote } = scene.reading
  const { at } = place
  if (!samePieces(place, before)) {
    pieceFeatures(pieces.features, scene, place)
    pieces.sum(weights)
  }
  if (!sameOdds(place, before)) {
    oddsFeatures(odds.features, scene, place)
    odds.sum(weights)
  }
  const sameMarks = place.side === before.side && quote[at] === quote[at - 1] && quote[at] === quote[at - 2]
  if (!sameMarks || at - 2 < scene.look.stretch.first) {
    markFeatures(marks.features, scene, place)
    marks.sum(weights)
  }
}

const featureRoom = new WholeRoom()
const laneRoom = new WholeRoom()

/** The scores of each token in the view's window, by label. */
export function frameScores(
  reading: ParsedReading,
  look: FirstLook,
  view: Viewpoint,
  weights: Weights,
): Float64Array {
  const { first, last } = view.window
  const scene = sceneOf(reading, look, view)
  const features = featureRoom.of((last - first) * CHANGING_FEATURES)
  const lanes = laneRoom.cleared((last - first) * LANE_WORDS)
  let place = somewhere()
  let before = somewhere()
  for (let at = first; at < last; at++) {
    stand(place, scene, at)
    hold(scene, place, before, weights)
    const to = (at - first) * LANE_WORDS
    pieces.addTo(lanes, to)
    odds.addTo(lanes, to)
    marks.addTo(lanes, to)
    changingFeatures(features, (at - first) * CHANGING_FEATURES, scene, place)
    const spare = before
    before = place
    place = spare
  }
  const begun = { lanes, from: 0, rows: FRAME_FEATURES - CHANGING_FEATURES }
  return scoresOf(weights, features, CHANGING_FEATURES, last - first, begun)
}
