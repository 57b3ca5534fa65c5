// The relation in which a word hangs on its head: "Fenn" on "said" → subject, "leaks" on "said" → clause.
import { EDGE, type Reading } from '../attribution/reading.ts'
import { Slots } from '../attribution/slots.ts'
import { ROOT_TAG } from './tags.ts'

export const RELATION_FEATURES = 16

/** A parsed sentence: `heads` by document token, -1 for the root. */
export interface Hung {
  readonly reading: Reading
  readonly tags: Uint8Array
  readonly heads: Int32Array
  readonly leftmost: Int32Array
  readonly first: number
  readonly last: number
}

export function relationFeatures(out: Int32Array, hung: Hung, at: number): void {
  const { reading, tags, heads, leftmost, first, last } = hung
  const slots = new Slots(out)
  const wordAt = (index: number): number =>
    index >= first && index < last ? (reading.word[index] as number) : EDGE
  const tagAt = (index: number): number =>
    index >= first && index < last ? (tags[index] as number) : ROOT_TAG
  const head = heads[at] as number
  const [word, tag, headWord, headTag] = [wordAt(at), tagAt(at), wordAt(head), tagAt(head)]
  const side = head < 0 ? 0 : head < at ? 1 : 2
  const gap = Math.min(6, Math.abs(head - at))
  const opener = leftmost[at] as number
  slots.pair(word, headTag)
  slots.pair(tag, headWord)
  slots.triple(tag, headTag, side)
  slots.pair(word, headWord)
  slots.triple(tag, headTag, side * 8 + gap)
  slots.add(word)
  slots.pair(headWord, side)
  slots.triple(tag, headWord, side)
  slots.triple(tag, headTag, wordAt(opener))
  slots.triple(tag, headTag, tagAt(opener))
  slots.triple(tagAt(at - 1), tag, headTag)
  slots.triple(tag, tagAt(at + 1), headTag)
  slots.triple(tagAt(head < 0 ? -1 : (heads[head] as number)), headTag, tag)
  slots.triple(wordAt(at - 1), tag, side)
  slots.triple(reading.suffix3[at] as number, headTag, side)
  slots.triple(wordAt(opener), headWord, side)
}
