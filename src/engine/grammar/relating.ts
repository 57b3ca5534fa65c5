// The relation in which a word hangs on its head: "Fenn" on "said" → subject, "leaks" on "said" → clause.
import { EDGE, type Reading } from '../attribution/reading.ts'
import { blend } from '../model/hashing.ts'
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

/** Features of the token at `at`. */
export function relationFeatures(out: Int32Array, hung: Hung, at: number): void {
  const { reading, tags, heads, leftmost, first, last } = hung
  const words = reading.word
  const head = heads[at] as number
  const opener = leftmost[at] as number
  const above = head < 0 ? -1 : (heads[head] as number)
  const word = words[at] as number
  const tag = tags[at] as number
  const headWord = head < 0 ? EDGE : (words[head] as number)
  const headTag = head < 0 ? ROOT_TAG : (tags[head] as number)
  const openerWord = opener < 0 ? EDGE : (words[opener] as number)
  const openerTag = opener < 0 ? ROOT_TAG : (tags[opener] as number)
  const tagBefore = at === first ? ROOT_TAG : (tags[at - 1] as number)
  const tagAfter = at + 1 === last ? ROOT_TAG : (tags[at + 1] as number)
  const side = head < 0 ? 0 : head < at ? 1 : 2
  const gap = Math.min(6, Math.abs(head - at))
  out[0] = blend(1, word, headTag, 0)
  out[1] = blend(2, tag, headWord, 0)
  out[2] = blend(3, tag, headTag, side)
  out[3] = blend(4, word, headWord, 0)
  out[4] = blend(5, tag, headTag, side * 8 + gap)
  out[5] = blend(6, word, 0, 0)
  out[6] = blend(7, headWord, side, 0)
  out[7] = blend(8, tag, headWord, side)
  out[8] = blend(9, tag, headTag, openerWord)
  out[9] = blend(10, tag, headTag, openerTag)
  out[10] = blend(11, tagBefore, tag, headTag)
  out[11] = blend(12, tag, tagAfter, headTag)
  out[12] = blend(13, above < 0 ? ROOT_TAG : (tags[above] as number), headTag, tag)
  out[13] = blend(14, at === first ? EDGE : (words[at - 1] as number), tag, side)
  out[14] = blend(15, reading.suffix3[at] as number, headTag, side)
  out[15] = blend(16, openerWord, headWord, side)
}
