// Grammar of a text, as far as the claim taggers need it: word classes, what hangs on what, and how.
import type { Reading } from '../attribution/reading.ts'
import type { FloatWeights as Weights } from '../model/weights.ts'
import { type ArcWeights, bestAction, sumActions } from './actions.ts'
import { ACTIONS, ARC_FEATURES, arcFeatures, Building, type Sight, sightOf } from './arcs.ts'
import { RELATION_FEATURES, relationFeatures } from './relating.ts'
import { highest, sumInto } from './sums.ts'
import { TAG_FEATURES, tagFeatures } from './tagging.ts'

export interface GrammarModel {
  readonly tags: Weights
  readonly arcs: ArcWeights
  readonly relations: Weights
}

/** By token of the document; filled sentence by sentence, as they are asked for. */
export interface Grammar {
  /** Word class, see `tags.ts`. */
  readonly tags: Uint8Array
  /** Token each token hangs on; -1 for the head of its sentence. Never crosses a sentence. */
  readonly heads: Int32Array
  readonly relations: Uint8Array
  /** Reads the sentence that holds the token, unless that was done before. */
  reach(token: number): void
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

/** The sentence [first, last) of `tags` as a finished building. */
export function build(sight: Sight, length: number, weights: ArcWeights): Building {
  const building = new Building(length)
  const features = new Int32Array(ARC_FEATURES)
  const sums = new Float64Array(ACTIONS)
  while (!building.done) {
    arcFeatures(features, sight, building)
    sumActions(sums, weights, features)
    building.apply(bestAction(building, sums))
  }
  return building
}

class LazyGrammar implements Grammar {
  readonly tags: Uint8Array
  readonly heads: Int32Array
  readonly relations: Uint8Array
  private readonly leftmost: Int32Array
  private readonly done: Uint8Array
  private readonly reading: Reading
  private readonly model: GrammarModel

  constructor(reading: Reading, model: GrammarModel) {
    this.reading = reading
    this.model = model
    this.tags = new Uint8Array(reading.length)
    this.heads = new Int32Array(reading.length).fill(-1)
    this.leftmost = new Int32Array(reading.length).fill(-1)
    this.relations = new Uint8Array(reading.length)
    this.done = new Uint8Array(reading.document.sentences.length)
  }

  reach(token: number): void {
    const index = this.reading.sentence[token]
    const sentence = index === undefined ? undefined : this.reading.document.sentences[index]
    if (index === undefined || !sentence || this.done[index] === 1) return
    this.done[index] = 1
    for (let first = sentence.first; first < sentence.last; first += LONGEST) {
      this.readPart(first, Math.min(sentence.last, first + LONGEST))
    }
  }

  private readPart(first: number, last: number): void {
    const { reading, model, tags, heads, leftmost } = this
    tagSentence(reading, tags, model.tags, first, last)
    const building = build(sightOf(reading, tags, first, last), last - first, model.arcs)
    for (let place = 0; place < building.length; place++) {
      const head = building.heads[place] as number
      const left = building.leftmost[place] as number
      heads[first + place] = head === building.length ? -1 : first + head
      leftmost[first + place] = left < 0 ? -1 : first + left
    }
    const features = new Int32Array(RELATION_FEATURES)
    const sums = new Float64Array(model.relations.labels)
    for (let at = first; at < last; at++) {
      relationFeatures(features, { reading, tags, heads, leftmost, first, last }, at)
      sumInto(sums, model.relations, features)
      this.relations[at] = highest(sums)
    }
  }
}

/** Reads nothing yet: `reach` does, sentence by sentence. */
export const grammarOf = (reading: Reading, model: GrammarModel): Grammar => new LazyGrammar(reading, model)
