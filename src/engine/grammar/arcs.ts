// Which word each word hangs on, built left to right with a stack (arc-hybrid: shift, hang left, hang right).
// Kuhlmann, Gómez-Rodríguez and Satta 2011; features after Zhang and Nivre 2011, without relations.
import { EDGE, type Reading } from '../attribution/reading.ts'
import { Slots } from '../attribution/slots.ts'
import { mix } from '../model/hashing.ts'
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

/** What the features see of a sentence: hashes of its words by place. */
export interface Sight {
  readonly reading: Reading
  readonly tags: Uint8Array
  readonly first: number
}

export const ARC_FEATURES = 40

const far = (distance: number): number => (distance < 5 ? distance : distance < 10 ? 5 : 6)

export function arcFeatures(out: Int32Array, { reading, tags, first }: Sight, building: Building): void {
  const slots = new Slots(out, 0)
  const { stack, next, length } = building
  const wordAt = (index: number): number =>
    index < 0 || index > length ? EDGE : index === length ? 77 : (reading.word[first + index] as number)
  const tagAt = (index: number): number =>
    index < 0 || index > length ? EDGE : index === length ? ROOT_TAG : (tags[first + index] as number)
  const quoteAt = (index: number): number =>
    index >= 0 && index < length && (reading.quote[first + index] as number) > 0 ? 1 : 0
  const s0 = stack.length > 0 ? (stack[stack.length - 1] as number) : -1
  const s1 = stack.length > 1 ? (stack[stack.length - 2] as number) : -1
  const s2 = stack.length > 2 ? (stack[stack.length - 3] as number) : -1
  const b1 = next + 1 <= length ? next + 1 : -1
  const b2 = next + 2 <= length ? next + 2 : -1
  const [s0w, s0t, s1w, s1t] = [wordAt(s0), tagAt(s0), wordAt(s1), tagAt(s1)]
  const [b0w, b0t, b1t] = [wordAt(next), tagAt(next), tagAt(b1)]
  const s0wt = mix(s0w, s0t)
  const b0wt = mix(b0w, b0t)
  const s1wt = mix(s1w, s1t)
  const apart = s0 < 0 ? 9 : far(next - s0)
  const quotes = quoteAt(s0) * 4 + quoteAt(next) * 2 + quoteAt(s1)
  const kids = (index: number): number => (index < 0 ? 15 : (building.children[index] as number))
  const left = (index: number): number => (index < 0 ? EDGE : tagAt(building.leftmost[index] as number))
  const right = (index: number): number => (index < 0 ? EDGE : tagAt(building.rightmost[index] as number))
  slots.add(s0wt)
  slots.add(s0t)
  slots.add(b0wt)
  slots.add(b0t)
  slots.add(s1wt)
  slots.pair(wordAt(b1), b1t)
  slots.pair(s0wt, b0wt)
  slots.pair(s0wt, b0t)
  slots.pair(s0t, b0wt)
  slots.pair(s0w, b0w)
  slots.pair(s0t, b0t)
  slots.pair(s1t, s0t)
  slots.pair(s1wt, s0t)
  slots.pair(s1t, s0wt)
  slots.pair(s1wt, s0wt)
  slots.pair(b0t, b1t)
  slots.triple(s0t, b0t, b1t)
  slots.triple(b0t, b1t, tagAt(b2))
  slots.triple(s1t, s0t, b0t)
  slots.triple(mix(s1t, tagAt(s2)), s0t, b0t)
  slots.triple(s1wt, s0t, b0t)
  slots.triple(s1t, s0wt, b0t)
  slots.triple(s1t, s0t, b0wt)
  slots.triple(mix(s1t, s0t), b0t, b1t)
  slots.triple(mix(s0w, b1t), s0t, b0t)
  slots.triple(s0t, b0t, left(s0))
  slots.triple(s0t, b0t, right(s0))
  slots.triple(s0t, b0t, left(next))
  slots.triple(s1t, s0t, right(s1))
  slots.triple(s1t, s0t, left(s0))
  slots.triple(s0t, b0t, apart)
  slots.pair(s0w, apart)
  slots.pair(b0w, apart)
  slots.triple(s0t, kids(s0), b0t)
  slots.triple(s0w, kids(s0), b0t)
  slots.triple(b0t, kids(next), s0t)
  slots.triple(s0t, b0t, quotes)
  slots.triple(s1t, s0t, mix(b0t, quotes))
  slots.triple(s1w, s0t, b0w)
  slots.triple(wordAt(s0 < 0 ? -1 : (building.leftmost[s0] as number)), s0t, b0t)
}
