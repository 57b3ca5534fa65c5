// Which word each word hangs on, built left to right with a stack (arc-hybrid: shift, hang left, hang right).
// Kuhlmann, Gómez-Rodríguez and Satta 2011; features after Zhang and Nivre 2011, without relations.
import { EDGE, type Reading } from '../attribution/reading.ts'
import { blend, mix } from '../model/hashing.ts'
import { ROOT_TAG } from './tags.ts'

export const SHIFT = 0
/** The top of the stack hangs on the next word. */
export const LEFT = 1
/** The top of the stack hangs on the word below it. */
export const RIGHT = 2
export const ACTIONS = 3

/** A sentence half built. Words are numbered from 0; `length` itself stands for the root, after the last word. */
export class Building {
  readonly stack: number[] = []
  next = 0
  readonly heads: Int32Array
  readonly leftmost: Int32Array
  readonly rightmost: Int32Array
  readonly children: Uint8Array
  readonly length: number

  constructor(length: number) {
    this.length = length
    this.heads = new Int32Array(length).fill(-1)
    this.leftmost = new Int32Array(length + 1).fill(-1)
    this.rightmost = new Int32Array(length + 1).fill(-1)
    this.children = new Uint8Array(length + 1)
  }

  get done(): boolean {
    return this.next === this.length && this.stack.length === 0
  }

  allows(action: number): boolean {
    if (action === SHIFT) return this.length > this.next
    return this.stack.length > (action === LEFT ? 0 : 1)
  }

  apply(action: number): void {
    if (action === SHIFT) {
      this.stack.push(this.next++)
      return
    }
    const word = this.stack.pop() as number
    const head = action === LEFT ? this.next : (this.stack[this.stack.length - 1] as number)
    this.heads[word] = head
    this.children[head] = Math.min(9, (this.children[head] as number) + 1)
    if (action === LEFT) {
      if (this.leftmost[head] === -1 || word < (this.leftmost[head] as number)) this.leftmost[head] = word
    } else this.rightmost[head] = Math.max(this.rightmost[head] as number, word)
  }
}

/** A sentence as the arc features see it: hashes by place, two places more for the root and for "nothing there". */
export interface Sight {
  readonly words: Int32Array
  readonly tags: Int32Array
  /** Word and class as one number. */
  readonly both: Int32Array
  /** 1 inside quotation marks. */
  readonly quoted: Uint8Array
}

const NOTHING_TAG = ROOT_TAG + 1

export function sightOf(reading: Reading, tags: Uint8Array, first: number, last: number): Sight {
  const length = last - first
  const words = new Int32Array(length + 2)
  const classes = new Int32Array(length + 2)
  words.set(reading.word.subarray(first, last))
  classes.set(tags.subarray(first, last))
  words[length] = 77
  words[length + 1] = EDGE
  classes[length] = ROOT_TAG
  classes[length + 1] = NOTHING_TAG
  const quoted = new Uint8Array(length + 2)
  for (let at = 0; at < length; at++) quoted[at] = (reading.quote[first + at] as number) > 0 ? 1 : 0
  return { words, tags: classes, both: words.map((word, at) => mix(word, classes[at] as number)), quoted }
}

export const ARC_FEATURES = 34

const far = (distance: number): number => (distance < 5 ? distance : distance < 10 ? 5 : 6)

/** Fills `out` with the features of the next decision. Kept free of closures and lists: this runs twice a word. */
export function arcFeatures(out: Int32Array, sight: Sight, building: Building): void {
  const { words, tags, both, quoted } = sight
  const { stack, next, length, leftmost, rightmost, children } = building
  const none = length + 1
  const depth = stack.length
  const s0 = depth > 0 ? (stack[depth - 1] as number) : none
  const s1 = depth > 1 ? (stack[depth - 2] as number) : none
  const s2 = depth > 2 ? (stack[depth - 3] as number) : none
  const b1 = Math.min(next + 1, none)
  const b2 = Math.min(next + 2, none)
  const s0w = words[s0] as number
  const s0t = tags[s0] as number
  const s0wt = both[s0] as number
  const s1t = tags[s1] as number
  const s1wt = both[s1] as number
  const b0w = words[next] as number
  const b0t = tags[next] as number
  const b0wt = both[next] as number
  const b1t = tags[b1] as number
  const s0l = tagOfChild(tags, leftmost, s0, none)
  const s0r = tagOfChild(tags, rightmost, s0, none)
  const s1r = tagOfChild(tags, rightmost, s1, none)
  const b0l = tagOfChild(tags, leftmost, next, none)
  const tops = s0t * 64 + b0t
  const pair = s1t * 64 + s0t
  const apart = s0 === none ? 9 : far(next - s0)
  const s0kids = s0 === none ? 15 : (children[s0] as number)
  const quotes = (quoted[s0] as number) * 4 + (quoted[next] as number) * 2 + (quoted[s1] as number)
  out[0] = blend(0, s0wt, 0, 0)
  out[1] = blend(1, b0wt, 0, 0)
  out[2] = blend(2, s1wt, 0, 0)
  out[3] = blend(3, both[b1] as number, 0, 0)
  out[4] = blend(4, s0wt, b0wt, 0)
  out[5] = blend(5, s0wt, b0t, 0)
  out[6] = blend(6, s0t, b0wt, 0)
  out[7] = blend(7, s0w, b0w, 0)
  out[8] = blend(8, tops, 0, 0)
  out[9] = blend(9, pair, 0, 0)
  out[10] = blend(10, s1wt, s0t, 0)
  out[11] = blend(11, s1t, s0wt, 0)
  out[12] = blend(12, s1wt, s0wt, 0)
  out[13] = blend(13, b0t, b1t, 0)
  out[14] = blend(14, tops, b1t, 0)
  out[15] = blend(15, b0t, b1t, tags[b2] as number)
  out[16] = blend(16, pair, b0t, 0)
  out[17] = blend(17, pair, b0t, tags[s2] as number)
  out[18] = blend(18, s1wt, s0t, b0t)
  out[19] = blend(19, s1t, s0wt, b0t)
  out[20] = blend(20, pair, b0wt, 0)
  out[21] = blend(21, pair, b0t, b1t)
  out[22] = blend(22, s0w, b0t, b1t)
  out[23] = blend(23, tops, s0l, 0)
  out[24] = blend(24, tops, s0r, 0)
  out[25] = blend(25, tops, b0l, 0)
  out[26] = blend(26, pair, s1r, b0t)
  out[27] = blend(27, pair, s0l, 0)
  out[28] = blend(28, tops, apart, 0)
  out[29] = blend(29, s0w, apart, s0kids)
  out[30] = blend(30, tops, s0kids, b1t)
  out[31] = blend(31, b0t, children[next] as number, s0t)
  out[32] = blend(32, tops, quotes, 0)
  out[33] = blend(33, pair, b0t, quotes)
}

function tagOfChild(tags: Int32Array, children: Int32Array, word: number, none: number): number {
  const child = word === none ? -1 : (children[word] as number)
  return child < 0 ? NOTHING_TAG : (tags[child] as number)
}
