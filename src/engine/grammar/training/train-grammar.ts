// Learns word classes, arcs and relations from parsed sentences: deterministic, one core, some minutes for 30,000 sentences.

import { shuffled } from '../../training/chance.ts'
import { type ArcWeights, bestAction, sumActions } from '../actions.ts'
import { ARC_FEATURES, arcFeatures, sightOf } from '../arc-features.ts'
import { ACTIONS, Building } from '../arcs.ts'
import type { GrammarModel } from '../index.ts'
import { RELATION_FEATURES, relationFeatures } from '../relating.ts'
import { type ChoiceWeights, highest, sumInto } from '../sums.ts'
import { TAG_FEATURES, tagFeatures, tagSentence } from '../tagging.ts'
import { RELATIONS, TAGS } from '../tags.ts'
import { costOf } from './oracle.ts'
import { ArcPerceptron, Perceptron } from './perceptron.ts'
import type { ParsedSentence } from './sentences.ts'

type Report = (line: string) => void

export interface GrammarSettings {
  readonly bits: number
  readonly tagPasses: number
  readonly arcPasses: number
  readonly relationPasses: number
  /** Rows whose largest mean weight is smaller are left out. */
  readonly threshold: { readonly tags: number; readonly arcs: number; readonly relations: number }
}

function eachShuffled<T>(items: readonly T[], passes: number, visit: (item: T, pass: number) => void): void {
  for (let pass = 0; pass < passes; pass++) {
    for (const index of shuffled(items.length, 11 + pass)) visit(items[index] as T, pass)
  }
}

function trainTags(
  sentences: readonly ParsedSentence[],
  { bits, tagPasses, threshold }: GrammarSettings,
): ChoiceWeights {
  const perceptron = new Perceptron(TAGS, bits)
  const features = new Int32Array(TAG_FEATURES)
  const sums = new Float64Array(TAGS)
  eachShuffled(sentences, tagPasses, ({ reading, first, last, tags }) => {
    const chosen = new Uint8Array(reading.length)
    for (let at = first; at < last; at++) {
      tagFeatures(features, reading, chosen, at, first, last)
      sumInto(sums, perceptron.weights, features)
      chosen[at] = highest(sums)
      perceptron.learn(features, tags[at - first] as number, chosen[at] as number)
    }
  })
  return perceptron.averaged(threshold.tags)
}

/** The sentence with the classes that the tagger gives it, so that the parser learns to live with its mistakes. */
function tagged(sentence: ParsedSentence, weights: ChoiceWeights): Uint8Array {
  const tags = new Uint8Array(sentence.last)
  tagSentence(sentence.reading, tags, weights, sentence.first, sentence.last)
  return tags
}

interface Tagged {
  readonly sentence: ParsedSentence
  readonly tags: Uint8Array
}

/** Every sentence tagged by a tagger that did not see it. */
function crossTagged(sentences: readonly ParsedSentence[], settings: GrammarSettings): Tagged[] {
  const halves = [0, 1].map((half) =>
    trainTags(
      sentences.filter((_, index) => (index >> 6) % 2 !== half),
      settings,
    ),
  )
  return sentences.map((sentence, index) => ({
    sentence,
    tags: tagged(sentence, halves[(index >> 6) % 2] as ChoiceWeights),
  }))
}

/** The cheapest allowed action; of equally cheap ones, the one with the highest sum. */
function cheapest(building: Building, heads: Int32Array, sums: Float64Array): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (let action = 0; action < ACTIONS; action++) {
    if (!building.allows(action)) continue
    const cost = costOf(building, heads, action)
    const better = cost === least && (sums[action] as number) > (sums[best] as number)
    if (cost < least || better) {
      best = action
      least = cost
    }
  }
  return best
}

function trainArcs(examples: readonly Tagged[], settings: GrammarSettings, report: Report): ArcWeights {
  const perceptron = new ArcPerceptron()
  const features = new Int32Array(ARC_FEATURES)
  const sums = new Float64Array(ACTIONS)
  eachShuffled(examples, settings.arcPasses, ({ sentence, tags }, pass) => {
    const { reading, first, last, heads } = sentence
    const building = new Building(last - first)
    const sight = sightOf(reading, tags, first, last)
    while (!building.done) {
      arcFeatures(features, sight, building)
      sumActions(sums, perceptron.weights, features)
      const found = bestAction(building, sums)
      const wanted = cheapest(building, heads, sums)
      const right = costOf(building, heads, found) === costOf(building, heads, wanted)
      perceptron.learn(features, right ? found : wanted, found)
      // From the second pass on the sentence is built as the parser would, mistakes and all.
      building.apply(pass === 0 && !right ? wanted : found)
    }
  })
  report('arcs learnt')
  return perceptron.averaged(settings.threshold.arcs)
}

function trainRelations(examples: readonly Tagged[], settings: GrammarSettings): ChoiceWeights {
  const perceptron = new Perceptron(RELATIONS, settings.bits)
  const features = new Int32Array(RELATION_FEATURES)
  const sums = new Float64Array(RELATIONS)
  eachShuffled(examples, settings.relationPasses, ({ sentence, tags }) => {
    const { reading, first, last, relations } = sentence
    const heads = new Int32Array(last).fill(-1)
    const leftmost = new Int32Array(last).fill(-1)
    sentence.heads.forEach((head, place) => {
      heads[first + place] = head === last - first ? -1 : first + head
    })
    for (let at = last - 1; at >= first; at--) {
      const head = heads[at] as number
      if (head > at) leftmost[head] = at
    }
    for (let at = first; at < last; at++) {
      relationFeatures(features, { reading, tags, heads, leftmost, first, last }, at)
      sumInto(sums, perceptron.weights, features)
      perceptron.learn(features, relations[at - first] as number, highest(sums))
    }
  })
  return perceptron.averaged(settings.threshold.relations)
}

export function trainGrammar(
  sentences: readonly ParsedSentence[],
  settings: GrammarSettings,
  report: Report,
): GrammarModel {
  const examples = crossTagged(sentences, settings)
  report('sentences tagged')
  const arcs = trainArcs(examples, settings, report)
  const relations = trainRelations(examples, settings)
  report('relations learnt')
  return { tags: trainTags(sentences, settings), arcs, relations }
}
