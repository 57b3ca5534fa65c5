// What decides the next step of the arc builder: the top of its stack, the next words, and what hangs on them already.
// After Zhang and Nivre 2011, without relations. Kept free of closures and lists: this runs twice a word.
import { EDGE, type Reading } from '../attribution/reading.ts'
import { blend, mix } from '../model/hashing.ts'
import { WholeRoom } from '../model/room.ts'
import type { Building } from './arcs.ts'
import { ROOT_TAG } from './tags.ts'

/**
 * A sentence as the arc features see it: hashes by place, two places more for the root and for "nothing there". Good until
 * the next one is made.
 */
export interface Sight {
  readonly words: Int32Array
  readonly tags: Int32Array
  /** Word and class as one number. */
  readonly both: Int32Array
  /** 1 inside quotation marks. */
  readonly quoted: Int32Array
}

const NOTHING_TAG = ROOT_TAG + 1

const wordRoom = new WholeRoom()
const tagRoom = new WholeRoom()
const bothRoom = new WholeRoom()
const quotedRoom = new WholeRoom()

export function sightOf(reading: Reading, tags: Uint8Array, first: number, last: number): Sight {
  const length = last - first
  const words = wordRoom.of(length + 2)
  const classes = tagRoom.of(length + 2)
  const both = bothRoom.of(length + 2)
  const quoted = quotedRoom.cleared(length + 2)
  for (let at = 0; at < length; at++) {
    words[at] = reading.word[first + at] as number
    classes[at] = tags[first + at] as number
    quoted[at] = (reading.quote[first + at] as number) > 0 ? 1 : 0
  }
  words[length] = 77
  words[length + 1] = EDGE
  classes[length] = ROOT_TAG
  classes[length + 1] = NOTHING_TAG
  for (let at = 0; at < length + 2; at++) both[at] = mix(words[at] as number, classes[at] as number)
  return { words, tags: classes, both, quoted }
}

/** The three topmost words of the stack and the next three of the sentence as places, and what is asked about them. */
export class Crossing {
  s0 = 0
  s1 = 0
  b0 = 0
  b1 = 0
  s0t = 0
  s1t = 0
  s2t = 0
  b0t = 0
  b1t = 0
  b2t = 0
  /** Classes of the outermost words that hang on them. */
  s0l = 0
  s0r = 0
  s1r = 0
  b0l = 0
  /** How far the top is from the next word, and how many words hang on each. */
  apart = 0
  s0kids = 0
  b0kids = 0
  /** Which of them stand in quotation marks. */
  quotes = 0

  stand({ tags, quoted }: Sight, building: Building): void {
    const { stack, next, length, leftmost, rightmost, children } = building
    const none = length + 1
    const depth = stack.length
    const s0 = depth > 0 ? (stack[depth - 1] as number) : none
    const s1 = depth > 1 ? (stack[depth - 2] as number) : none
    this.s0 = s0
    this.s1 = s1
    this.b0 = next
    this.b1 = Math.min(next + 1, none)
    this.s0t = tags[s0] as number
    this.s1t = tags[s1] as number
    this.s2t = tags[depth > 2 ? (stack[depth - 3] as number) : none] as number
    this.b0t = tags[next] as number
    this.b1t = tags[this.b1] as number
    this.b2t = tags[Math.min(next + 2, none)] as number
    this.s0l = tagOfChild(tags, leftmost, s0, none)
    this.s0r = tagOfChild(tags, rightmost, s0, none)
    this.s1r = tagOfChild(tags, rightmost, s1, none)
    this.b0l = tagOfChild(tags, leftmost, next, none)
    this.apart = s0 === none ? 9 : far(next - s0)
    this.s0kids = s0 === none ? 15 : (children[s0] as number)
    this.b0kids = children[next] as number
    this.quotes = (quoted[s0] as number) * 4 + (quoted[next] as number) * 2 + (quoted[s1] as number)
  }
}

const far = (distance: number): number => (distance < 5 ? distance : distance < 10 ? 5 : 6)

function tagOfChild(tags: Int32Array, children: Int32Array, word: number, none: number): number {
  const child = word === none ? -1 : (children[word] as number)
  return child < 0 ? NOTHING_TAG : (tags[child] as number)
}

export const WORD_FEATURES = 4

/** A word by itself, at each of the four places where it may stand: top, next, below the top, after the next. */
export function wordFeatures(out: Int32Array, top: number, next: number, below: number, after: number): void {
  out[0] = blend(0, top, 0, 0)
  out[1] = blend(1, next, 0, 0)
  out[2] = blend(2, below, 0, 0)
  out[3] = blend(3, after, 0, 0)
}

/** Classes, and whatever counts as one here, are below this. */
export const CLASSES = 32

/** Features of three classes and no word, or of fewer; small counts stand as classes. All of one kind are asked together. */
export const CLASS_FEATURES: readonly ((a: number, b: number, c: number) => readonly number[])[] = [
  // Top, next and the one after.
  (s0t, b0t, b1t) => [
    blend(8, s0t * 64 + b0t, 0, 0),
    blend(13, b0t, b1t, 0),
    blend(14, s0t * 64 + b0t, b1t, 0),
  ],
  // The two topmost and the next.
  (s1t, s0t, b0t) => [blend(9, s1t * 64 + s0t, 0, 0), blend(16, s1t * 64 + s0t, b0t, 0)],
  // The next three.
  (b0t, b1t, b2t) => [blend(15, b0t, b1t, b2t)],
  // Top and next with: marks, the outermost that hang on them, how far apart they are, how much hangs on the next.
  (s0t, b0t, quotes) => [blend(32, s0t * 64 + b0t, quotes, 0)],
  (s0t, b0t, s0l) => [blend(23, s0t * 64 + b0t, s0l, 0)],
  (s0t, b0t, s0r) => [blend(24, s0t * 64 + b0t, s0r, 0)],
  (s0t, b0t, b0l) => [blend(25, s0t * 64 + b0t, b0l, 0)],
  (s0t, b0t, apart) => [blend(28, s0t * 64 + b0t, apart, 0)],
  (s0t, b0t, b0kids) => [blend(31, b0t, b0kids, s0t)],
  // The two topmost with the outermost that hangs on the top.
  (s1t, s0t, s0l) => [blend(27, s1t * 64 + s0t, s0l, 0)],
]

const three = (a: number, b: number, c: number): number => (a * CLASSES + b) * CLASSES + c

/** The classes that each of CLASS_FEATURES is asked with, three as one number. */
export function classesAt(out: Int32Array, crossing: Crossing): void {
  const { s0t, s1t, b0t, b1t, s0l } = crossing
  out[0] = three(s0t, b0t, b1t)
  out[1] = three(s1t, s0t, b0t)
  out[2] = three(b0t, b1t, crossing.b2t)
  out[3] = three(s0t, b0t, crossing.quotes)
  out[4] = three(s0t, b0t, s0l)
  out[5] = three(s0t, b0t, crossing.s0r)
  out[6] = three(s0t, b0t, crossing.b0l)
  out[7] = three(s0t, b0t, crossing.apart)
  out[8] = three(s0t, b0t, crossing.b0kids)
  out[9] = three(s1t, s0t, s0l)
}

export const PAIR_FEATURES = 17

/** Words with classes or together, and more than three classes. */
export function pairFeatures(
  out: Int32Array,
  from: number,
  { words, both }: Sight,
  crossing: Crossing,
): void {
  const { s0, s1, b0, s0t, s1t, b0t, b1t, s0kids } = crossing
  const s0w = words[s0] as number
  const b0w = words[b0] as number
  const s0wt = both[s0] as number
  const s1wt = both[s1] as number
  const b0wt = both[b0] as number
  const tops = s0t * 64 + b0t
  const pair = s1t * 64 + s0t
  out[from] = blend(4, s0wt, b0wt, 0)
  out[from + 1] = blend(5, s0wt, b0t, 0)
  out[from + 2] = blend(6, s0t, b0wt, 0)
  out[from + 3] = blend(7, s0w, b0w, 0)
  out[from + 4] = blend(10, s1wt, s0t, 0)
  out[from + 5] = blend(11, s1t, s0wt, 0)
  out[from + 6] = blend(12, s1wt, s0wt, 0)
  out[from + 7] = blend(17, pair, b0t, crossing.s2t)
  out[from + 8] = blend(18, s1wt, s0t, b0t)
  out[from + 9] = blend(19, s1t, s0wt, b0t)
  out[from + 10] = blend(20, pair, b0wt, 0)
  out[from + 11] = blend(21, pair, b0t, b1t)
  out[from + 12] = blend(22, s0w, b0t, b1t)
  out[from + 13] = blend(26, pair, crossing.s1r, b0t)
  out[from + 14] = blend(29, s0w, crossing.apart, s0kids)
  out[from + 15] = blend(30, tops, s0kids, b1t)
  out[from + 16] = blend(33, pair, b0t, crossing.quotes)
}

export const ARC_FEATURES = 34

const crossing = new Crossing()
const classes = new Int32Array(CLASS_FEATURES.length)

/** Fills `out` with all features of the next step. */
export function arcFeatures(out: Int32Array, sight: Sight, building: Building): void {
  const { both } = sight
  crossing.stand(sight, building)
  const { s0, s1, b0, b1 } = crossing
  wordFeatures(out, both[s0] as number, both[b0] as number, both[s1] as number, both[b1] as number)
  pairFeatures(out, WORD_FEATURES, sight, crossing)
  classesAt(classes, crossing)
  let next = WORD_FEATURES + PAIR_FEATURES
  CLASS_FEATURES.forEach((features, index) => {
    const key = classes[index] as number
    const first = Math.trunc(key / CLASSES / CLASSES)
    const second = Math.trunc(key / CLASSES) % CLASSES
    for (const feature of features(first, second, key % CLASSES)) out[next++] = feature
  })
}
