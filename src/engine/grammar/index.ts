// Grammar of a text, as far as the claim taggers need it: word classes, what hangs on what, and how.
import type { Reading } from '../attribution/reading.ts'
import type { Weights } from '../model/weights.ts'
import { ARC_FEATURES, arcFeatures, Building } from './arcs.ts'
import { RELATION_FEATURES, relationFeatures } from './relating.ts'
import { highest, sumInto } from './sums.ts'
import { TAG_FEATURES, tagFeatures } from './tagging.ts'
import { ACTIONS_OF } from './weights.ts'

export interface GrammarModel {
  readonly tags: Weights
  readonly arcs: Weights
  readonly relations: Weights
}

/** By token of the document. */
export interface Grammar {
  /** Word class, see `tags.ts`. */
  readonly tags: Uint8Array
  /** Token each token hangs on; -1 for the head of its sentence. Never crosses a sentence. */
  readonly heads: Int32Array
  readonly relations: Uint8Array
}

/** Sentences longer than this are read in parts: no printed one is, and time stays in proportion. */
const LONGEST = 120

export function tagSentence(
  reading: Reading,
  tags: Uint8Array,
  weights: Weights,
  first: number,
  last: number,
): void {
  const features = new Int32Array(TAG_FEATURES)
  const sums = new Float64Array(weights.labels)
  for (let at = first; at < last; at++) {
    tagFeatures(features, reading, tags, at, first, last)
    sumInto(sums, weights, features)
    tags[at] = highest(sums)
  }
}

/** The allowed action with the highest sum. */
export function bestAction(building: Building, sums: Float64Array): number {
  let best = -1
  for (const action of ACTIONS_OF) {
    if (building.allows(action) && (best < 0 || (sums[action] as number) > (sums[best] as number)))
      best = action
  }
  return best
}

function hangSentence(
  reading: Reading,
  grammar: Grammar,
  model: GrammarModel,
  first: number,
  last: number,
): void {
  const { tags, heads, relations } = grammar
  const building = new Building(last - first)
  const features = new Int32Array(ARC_FEATURES)
  const sums = new Float64Array(model.arcs.labels)
  while (!building.done) {
    arcFeatures(features, { reading, tags, first }, building)
    sumInto(sums, model.arcs, features)
    building.apply(bestAction(building, sums))
  }
  const leftmost = new Int32Array(reading.length === 0 ? 0 : last).fill(-1, first)
  for (let at = first; at < last; at++) {
    const head = building.heads[at - first] as number
    heads[at] = head === building.length ? -1 : head + first
    leftmost[at] =
      building.leftmost[at - first] === -1 ? -1 : (building.leftmost[at - first] as number) + first
  }
  const found = new Int32Array(RELATION_FEATURES)
  const scores = new Float64Array(model.relations.labels)
  for (let at = first; at < last; at++) {
    relationFeatures(found, { reading, tags, heads, leftmost, first, last }, at)
    sumInto(scores, model.relations, found)
    relations[at] = highest(scores)
  }
}

export function grammarOf(reading: Reading, model: GrammarModel): Grammar {
  const { length, document } = reading
  const grammar: Grammar = {
    tags: new Uint8Array(length),
    heads: new Int32Array(length).fill(-1),
    relations: new Uint8Array(length),
  }
  for (const sentence of document.sentences) {
    for (let first = sentence.first; first < sentence.last; first += LONGEST) {
      const last = Math.min(sentence.last, first + LONGEST)
      tagSentence(reading, grammar.tags, model.tags, first, last)
      hangSentence(reading, grammar, model, first, last)
    }
  }
  return grammar
}
