// The word class of each token, left to right: "said" → VBD, "that" → IN or WDT by what stands around it.
// The features are in groups by what they depend on, since what depends on little recurs.
import { EDGE, type Reading } from '../attribution/reading.ts'
import { blend } from '../model/hashing.ts'
import { Decision, RememberedSums } from './remembered.ts'
import { type ChoiceWeights, highest, sumInto } from './sums.ts'

/** A token of the sentence [first, last), with the classes chosen before it; EDGE for what lies outside. */
class Stand {
  at = 0
  opens = false
  ends = false
  before = 0
  earlier = 0

  move(tags: Uint8Array, at: number, first: number, last: number): void {
    this.at = at
    this.opens = at === first
    this.ends = at + 1 === last
    this.before = at === first ? EDGE : (tags[at - 1] as number)
    this.earlier = at - 2 < first ? EDGE : (tags[at - 2] as number)
  }
}

const OWN = 8
const CLASSES = 2
const PREVIOUS = 2
const NEXT = 2
const OTHERS = 3
export const TAG_FEATURES = OWN + CLASSES + PREVIOUS + NEXT + OTHERS

/** What the token says by itself, where it stands first, and after a token of a class. */
function ownFeatures(out: Int32Array, from: number, reading: Reading, { at, opens, before }: Stand): void {
  const { word, suffix2, suffix3, prefix, shape } = reading
  out[from] = blend(1, word[at] as number, 0, 0)
  out[from + 1] = blend(2, suffix2[at] as number, 0, 0)
  out[from + 2] = blend(3, suffix3[at] as number, 0, 0)
  out[from + 3] = blend(4, prefix[at] as number, 0, 0)
  out[from + 4] = blend(5, shape[at] as number, opens ? 1 : 0, 0)
  out[from + 5] = blend(6, shape[at] as number, suffix2[at] as number, 0)
  out[from + 6] = blend(9, before, word[at] as number, 0)
  out[from + 7] = blend(10, before, suffix3[at] as number, 0)
}

/** The classes chosen for the two tokens before. */
function classFeatures(out: Int32Array, from: number, { before, earlier }: Stand): void {
  out[from] = blend(7, before, 0, 0)
  out[from + 1] = blend(8, before, earlier, 0)
}

/** The token before. */
function previousFeatures(
  out: Int32Array,
  from: number,
  reading: Reading,
  { at, opens, before }: Stand,
): void {
  out[from] = blend(11, opens ? EDGE : (reading.word[at - 1] as number), 0, 0)
  out[from + 1] = blend(17, opens ? EDGE : (reading.suffix3[at - 1] as number), before, 0)
}

/** The token after. */
function nextFeatures(out: Int32Array, from: number, { word, suffix3 }: Reading, { at, ends }: Stand): void {
  out[from] = blend(12, ends ? EDGE : (word[at + 1] as number), 0, 0)
  out[from + 1] = blend(13, ends ? EDGE : (suffix3[at + 1] as number), 0, 0)
}

/** Tokens together, and the one after the next. */
function otherFeatures(
  out: Int32Array,
  from: number,
  { word, shape }: Reading,
  { at, ends }: Stand,
  last: number,
): void {
  out[from] = blend(14, at + 2 < last ? (word[at + 2] as number) : EDGE, 0, 0)
  out[from + 1] = blend(15, word[at] as number, ends ? EDGE : (word[at + 1] as number), 0)
  out[from + 2] = blend(16, ends ? EDGE : (shape[at + 1] as number), shape[at] as number, 0)
}

const stand = new Stand()

/** Features of the token at `at` in the sentence [first, last), given the classes chosen before it. */
export function tagFeatures(
  out: Int32Array,
  reading: Reading,
  tags: Uint8Array,
  at: number,
  first: number,
  last: number,
): void {
  stand.move(tags, at, first, last)
  ownFeatures(out, 0, reading, stand)
  classFeatures(out, OWN, stand)
  previousFeatures(out, OWN + CLASSES, reading, stand)
  nextFeatures(out, OWN + CLASSES + PREVIOUS, reading, stand)
  otherFeatures(out, TAG_FEATURES - OTHERS, reading, stand, last)
}

/** A class in six bits. */
const codeOf = (tag: number): number => (tag === EDGE ? 63 : tag)

class Tagging extends Decision {
  constructor(weights: ChoiceWeights) {
    const own = new RememberedSums(weights, OWN, 2 ** 13)
    const classes = new RememberedSums(weights, CLASSES, 2 ** 10)
    const previous = new RememberedSums(weights, PREVIOUS, 2 ** 11)
    const next = new RememberedSums(weights, NEXT, 2 ** 11)
    super(weights, [own, classes, previous, next], OTHERS)
  }

  /** The class of the token that `stand` is at. */
  tag(reading: Reading, last: number): number {
    const { slots, groups } = this
    const { at, opens, ends } = stand
    const [own, classes, previous, next] = groups
    const before = codeOf(stand.before)
    let slot = own.find(reading.form[at] as number, (before << 1) | (opens ? 1 : 0))
    if (slot < 0) ownFeatures(own.features, 0, reading, stand)
    slots[0] = slot < 0 ? own.filled(slot) : slot
    slot = classes.find(before, codeOf(stand.earlier))
    if (slot < 0) classFeatures(classes.features, 0, stand)
    slots[1] = slot < 0 ? classes.filled(slot) : slot
    slot = previous.find(opens ? -1 : (reading.form[at - 1] as number), before)
    if (slot < 0) previousFeatures(previous.features, 0, reading, stand)
    slots[2] = slot < 0 ? previous.filled(slot) : slot
    slot = next.find(ends ? -1 : (reading.form[at + 1] as number), ends ? 1 : 0)
    if (slot < 0) nextFeatures(next.features, 0, reading, stand)
    slots[3] = slot < 0 ? next.filled(slot) : slot
    otherFeatures(this.features, 0, reading, stand, last)
    return this.label()
  }
}

const known = new WeakMap<ChoiceWeights, Tagging>()

function taggingBy(weights: ChoiceWeights): Tagging {
  const before = known.get(weights)
  if (before) return before
  const tagging = new Tagging(weights)
  known.set(weights, tagging)
  return tagging
}

/** By weights that are no whole numbers, whose sums depend on their order. */
function tagPlainly(
  reading: Reading,
  tags: Uint8Array,
  weights: ChoiceWeights,
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

/** Chooses the classes of the sentence [first, last). */
export function tagSentence(
  reading: Reading,
  tags: Uint8Array,
  weights: ChoiceWeights,
  first: number,
  last: number,
): void {
  if (!(weights.values instanceof Int16Array)) {
    tagPlainly(reading, tags, weights, first, last)
    return
  }
  const tagging = taggingBy(weights)
  for (let at = first; at < last; at++) {
    stand.move(tags, at, first, last)
    tags[at] = tagging.tag(reading, last)
  }
}
