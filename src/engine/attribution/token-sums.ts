// The first look's scores, the same as over all features of each token: the sums of what recurs are remembered.
import { RememberedRows } from '../model/remembered-rows.ts'
import { WholeRoom } from '../model/room.ts'
import { type Begun, LANE_WORDS, scoresOf, type Weights } from '../model/weights.ts'
import { EDGE, type ParsedReading } from './reading.ts'
import {
  CLASS_FEATURES,
  CLASS_PAIR_SETS,
  classFeatures,
  classPairFeatures,
  FORM_SETS,
  formFeatures,
  RARE_FEATURES,
  rareFeatures,
  STATE_FEATURES,
  stateFeatures,
  TOKEN_FEATURES,
  WORD_STATE_FEATURES,
  wordStateFeatures,
} from './token-features.ts'
import { PAD, placeOf, type Range, type Sight, sightOf } from './token-sight.ts'

/** A class or the place in a quotation as five or six bits, with a number for EDGE. */
const codeOf = (value: number): number => (value === EDGE ? 31 : value)

class TokenSums {
  private readonly weights: Weights
  private readonly forms: RememberedRows
  private readonly classPairs: RememberedRows
  private readonly classes: RememberedRows
  private readonly states: RememberedRows
  private readonly wordStates: RememberedRows
  private readonly featureRoom = new WholeRoom()
  private readonly laneRoom = new WholeRoom()

  constructor(weights: Weights) {
    this.weights = weights
    this.forms = new RememberedRows(weights, FORM_SETS, 2 ** 12)
    this.classPairs = new RememberedRows(weights, CLASS_PAIR_SETS, 2 ** 11)
    this.classes = new RememberedRows(weights, [CLASS_FEATURES], 2 ** 12)
    this.states = new RememberedRows(weights, [STATE_FEATURES], 2 ** 12)
    this.wordStates = new RememberedRows(weights, [WORD_STATE_FEATURES], 2 ** 12)
  }

  scores(sight: Sight, size: number): Float64Array {
    const features = this.featureRoom.of(size * RARE_FEATURES)
    for (let token = 0; token < size; token++)
      rareFeatures(features, token * RARE_FEATURES, sight, token + PAD)
    return scoresOf(this.weights, features, RARE_FEATURES, size, this.begun(sight, size))
  }

  /** What recurs; `lanes` has room for PAD tokens more at both ends of the sight, for what falls outside. */
  private begun(sight: Sight, size: number): Begun {
    const lanes = this.laneRoom.cleared((size + 4 * PAD) * LANE_WORDS)
    for (let at = 0; at < size + 2 * PAD; at++) {
      const to = (at + PAD) * LANE_WORDS
      this.forms.addTo(lanes, to - 3 * LANE_WORDS, this.formSlot(sight, at), 0, 7)
      const pair = this.classPairSlot(sight, at)
      this.classPairs.addTo(lanes, to - 2 * LANE_WORDS, pair, 0, 2)
      this.classPairs.addTo(lanes, to + 2 * LANE_WORDS, pair, 2, 4)
    }
    for (let at = PAD; at < size + PAD; at++) {
      const to = (at + PAD) * LANE_WORDS
      this.classes.addTo(lanes, to, this.classSlot(sight, at), 0, 1)
      this.states.addTo(lanes, to, this.stateSlot(sight, at), 0, 1)
      this.wordStates.addTo(lanes, to, this.wordStateSlot(sight, at), 0, 1)
    }
    return { lanes, from: 2 * PAD * LANE_WORDS, rows: TOKEN_FEATURES - RARE_FEATURES }
  }

  private formSlot(sight: Sight, at: number): number {
    const slot = this.forms.find(sight.form[at] as number, sight.word[at] === EDGE ? 1 : 0)
    if (slot >= 0) return slot
    formFeatures(this.forms.features, sight, at)
    return this.forms.filled(slot)
  }

  private classPairSlot({ part }: Sight, at: number): number {
    const slot = this.classPairs.find(codeOf(part[at] as number), codeOf(part[at + 1] as number))
    if (slot >= 0) return slot
    classPairFeatures(this.classPairs.features, part, at)
    return this.classPairs.filled(slot)
  }

  private classSlot({ part }: Sight, at: number): number {
    const around = (codeOf(part[at - 1] as number) << 5) | codeOf(part[at + 1] as number)
    const slot = this.classes.find(around, part[at] as number)
    if (slot >= 0) return slot
    classFeatures(this.classes.features, part, at)
    return this.classes.filled(slot)
  }

  private stateSlot(sight: Sight, at: number): number {
    const { quote, since, until, part, relation, opening } = sight
    const before = codeOf(quote[at - 1] as number)
    const after = codeOf(quote[at + 1] as number)
    const marks = (((((before << 5) | (quote[at] as number)) << 5) | after) << 5) | opening
    const near = ((since[at] as number) << 4) | (until[at] as number)
    const hangs = ((part[at] as number) << 6) | (relation[at] as number)
    const slot = this.states.find((marks << 8) | near, (hangs << 2) | placeOf(sight, at))
    if (slot >= 0) return slot
    stateFeatures(this.states.features, sight, at)
    return this.states.filled(slot)
  }

  private wordStateSlot(sight: Sight, at: number): number {
    const { quote, since, until, word } = sight
    const marks = (codeOf(quote[at - 1] as number) << 5) | (quote[at] as number)
    const near = ((since[at] as number) << 4) | (until[at] as number)
    const slot = this.wordStates.find(word[at] as number, (((marks << 8) | near) << 2) | placeOf(sight, at))
    if (slot >= 0) return slot
    wordStateFeatures(this.wordStates.features, sight, at)
    return this.wordStates.filled(slot)
  }
}

const remembered = new WeakMap<Weights, TokenSums>()

/** The scores of each token of the stretch, by label. */
export function tokenScores(reading: ParsedReading, stretch: Range, weights: Weights): Float64Array {
  let sums = remembered.get(weights)
  if (!sums) {
    sums = new TokenSums(weights)
    remembered.set(weights, sums)
  }
  return sums.scores(sightOf(reading, stretch), stretch.last - stretch.first)
}
