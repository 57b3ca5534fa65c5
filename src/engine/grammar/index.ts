// Grammar of a text, as far as the claim taggers need it: word classes, what hangs on what, and how.
import type { Reading } from '../attribution/reading.ts'
import { type ArcWeights, bestAction, forcedAction, sumActions } from './actions.ts'
import { ARC_FEATURES, arcFeatures, type Sight, sightOf } from './arc-features.ts'
import { arcSumsOf } from './arc-sums.ts'
import { ACTIONS, Building } from './arcs.ts'
import { relateSentence } from './relating.ts'
import type { ChoiceWeights } from './sums.ts'
import { tagSentence } from './tagging.ts'

export interface GrammarModel {
  readonly tags: ChoiceWeights
  readonly arcs: ArcWeights
  readonly relations: ChoiceWeights
}

/** By token of the document. */
export interface Grammar {
  /** Word class, see `tags.ts`. */
  readonly tags: Uint8Array
  /** Token each token hangs on; -1 for the head of its sentence. Never crosses a sentence. */
  readonly heads: Int32Array
  readonly relations: Uint8Array
}

interface Part {
  readonly first: number
  readonly last: number
}

/** Sentences longer than this are read in parts: no printed one is, and time stays in proportion. */
const LONGEST = 120

/** The sentence [first, last) of `tags` as a finished building. */
export function build(sight: Sight, length: number, weights: ArcWeights): Building {
  const building = new Building(length)
  const features = new Int32Array(ARC_FEATURES)
  const sums = new Float64Array(ACTIONS)
  const remembered = weights.leads ? arcSumsOf(weights.leads) : null
  remembered?.begin(sight, length + 2)
  while (!building.done) {
    const forced = forcedAction(building)
    if (forced >= 0) {
      building.apply(forced)
      continue
    }
    if (remembered) remembered.sumInto(sums, sight, building)
    else {
      arcFeatures(features, sight, building)
      sumActions(sums, weights, features)
    }
    building.apply(bestAction(building, sums))
  }
  return building
}

/** Sentences, the longest of them in parts. */
function partsOf({ document }: Reading): Part[] {
  const parts: Part[] = []
  for (const { first, last } of document.sentences) {
    for (let from = first; from < last; from += LONGEST)
      parts.push({ first: from, last: Math.min(last, from + LONGEST) })
  }
  return parts
}

function hang(
  { tags, heads }: Grammar,
  leftmost: Int32Array,
  reading: Reading,
  { first, last }: Part,
  weights: ArcWeights,
): void {
  const building = build(sightOf(reading, tags, first, last), last - first, weights)
  for (let place = 0; place < building.length; place++) {
    const head = building.heads[place] as number
    const left = building.leftmost[place] as number
    heads[first + place] = head === building.length ? -1 : first + head
    leftmost[first + place] = left < 0 ? -1 : first + left
  }
}

/** Reads the whole text one step after the other: each step's weights then stay near the processor. */
export function grammarOf(reading: Reading, model: GrammarModel): Grammar {
  const { length } = reading
  const grammar: Grammar = {
    tags: new Uint8Array(length),
    heads: new Int32Array(length).fill(-1),
    relations: new Uint8Array(length),
  }
  const leftmost = new Int32Array(length).fill(-1)
  const parts = partsOf(reading)
  for (const { first, last } of parts) tagSentence(reading, grammar.tags, model.tags, first, last)
  for (const part of parts) hang(grammar, leftmost, reading, part, model.arcs)
  for (const part of parts) {
    const hung = { reading, tags: grammar.tags, heads: grammar.heads, leftmost, ...part }
    relateSentence(grammar.relations, hung, model.relations)
  }
  return grammar
}
