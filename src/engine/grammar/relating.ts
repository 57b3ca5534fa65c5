// The relation in which a word hangs on its head: "Fenn" on "said" → subject, "leaks" on "said" → clause.
// Summed up anew each time: so few of their groups recur in new text that to look for what is remembered costs more.
import { EDGE, type Reading } from '../attribution/reading.ts'
import { blend } from '../model/hashing.ts'
import { type ChoiceWeights, highest, sumInto } from './sums.ts'
import { RELATIONS, ROOT_TAG } from './tags.ts'

/** A parsed sentence: `heads` by document token, -1 for the root. */
export interface Hung {
  readonly reading: Reading
  readonly tags: Uint8Array
  readonly heads: Int32Array
  readonly leftmost: Int32Array
  readonly first: number
  readonly last: number
}

/** A word, its head and what stands around them; words as hashes, EDGE and ROOT_TAG for nothing. */
class Tie {
  at = 0
  form = 0
  word = 0
  ending = 0
  tag = 0
  wordBefore = 0
  tagBefore = 0
  tagAfter = 0
  headWord = 0
  headTag = 0
  /** Class of the head's head. */
  aboveTag = 0
  /** The leftmost word that hangs on the word from before it. */
  openerWord = 0
  openerTag = 0
  /** 0 for the root, 1 for a head before the word, 2 for one after it. */
  side = 0
  gap = 0

  stand({ reading, tags, heads, leftmost, first, last }: Hung, at: number): void {
    const words = reading.word
    const head = heads[at] as number
    const opener = leftmost[at] as number
    const above = head < 0 ? -1 : (heads[head] as number)
    this.at = at
    this.form = reading.form[at] as number
    this.word = words[at] as number
    this.ending = reading.suffix3[at] as number
    this.tag = tags[at] as number
    this.wordBefore = at === first ? EDGE : (words[at - 1] as number)
    this.tagBefore = at === first ? ROOT_TAG : (tags[at - 1] as number)
    this.tagAfter = at + 1 === last ? ROOT_TAG : (tags[at + 1] as number)
    this.headWord = head < 0 ? EDGE : (words[head] as number)
    this.headTag = head < 0 ? ROOT_TAG : (tags[head] as number)
    this.aboveTag = above < 0 ? ROOT_TAG : (tags[above] as number)
    this.openerWord = opener < 0 ? EDGE : (words[opener] as number)
    this.openerTag = opener < 0 ? ROOT_TAG : (tags[opener] as number)
    this.side = head < 0 ? 0 : head < at ? 1 : 2
    this.gap = Math.min(6, Math.abs(head - at))
  }
}

const GROUP = 3
const OTHERS = 4
export const RELATION_FEATURES = 4 * GROUP + OTHERS

function formFeatures(out: Int32Array, from: number, { word, headTag, ending, side }: Tie): void {
  out[from] = blend(1, word, headTag, 0)
  out[from + 1] = blend(6, word, 0, 0)
  out[from + 2] = blend(15, ending, headTag, side)
}

function headFeatures(out: Int32Array, from: number, { tag, headWord, side }: Tie): void {
  out[from] = blend(2, tag, headWord, 0)
  out[from + 1] = blend(7, headWord, side, 0)
  out[from + 2] = blend(8, tag, headWord, side)
}

function placeFeatures(out: Int32Array, from: number, { tag, headTag, side, gap, openerTag }: Tie): void {
  out[from] = blend(3, tag, headTag, side)
  out[from + 1] = blend(5, tag, headTag, side * 8 + gap)
  out[from + 2] = blend(10, tag, headTag, openerTag)
}

function classFeatures(out: Int32Array, from: number, tie: Tie): void {
  const { tag, headTag } = tie
  out[from] = blend(11, tie.tagBefore, tag, headTag)
  out[from + 1] = blend(12, tag, tie.tagAfter, headTag)
  out[from + 2] = blend(13, tie.aboveTag, headTag, tag)
}

function otherFeatures(out: Int32Array, from: number, tie: Tie): void {
  const { word, tag, headWord, headTag, openerWord, side } = tie
  out[from] = blend(4, word, headWord, 0)
  out[from + 1] = blend(9, tag, headTag, openerWord)
  out[from + 2] = blend(14, tie.wordBefore, tag, side)
  out[from + 3] = blend(16, openerWord, headWord, side)
}

const tie = new Tie()

/** All features of the token at `at`. */
export function relationFeatures(out: Int32Array, hung: Hung, at: number): void {
  tie.stand(hung, at)
  formFeatures(out, 0, tie)
  headFeatures(out, GROUP, tie)
  placeFeatures(out, 2 * GROUP, tie)
  classFeatures(out, 3 * GROUP, tie)
  otherFeatures(out, 4 * GROUP, tie)
}

const features = new Int32Array(RELATION_FEATURES)
const sums = new Float64Array(RELATIONS)

/** Writes the relation of each token of the sentence to `relations`. */
export function relateSentence(relations: Uint8Array, hung: Hung, weights: ChoiceWeights): void {
  for (let at = hung.first; at < hung.last; at++) {
    relationFeatures(features, hung, at)
    sumInto(sums, weights, features)
    relations[at] = highest(sums)
  }
}
