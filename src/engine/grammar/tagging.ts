// The word class of each token, left to right: "said" → VBD, "that" → IN or WDT by what stands around it.

import { EDGE, type Reading } from '../attribution/reading.ts'
import { blend } from '../model/hashing.ts'

export const TAG_FEATURES = 17

/** Features of the token at `at` in the sentence [first, last), given the classes chosen before it. */
export function tagFeatures(
  out: Int32Array,
  reading: Reading,
  tags: Uint8Array,
  at: number,
  first: number,
  last: number,
): void {
  const { word: words, suffix2, suffix3, prefix, shape: shapes } = reading
  const opens = at === first
  const ends = at + 1 === last
  const word = words[at] as number
  const shape = shapes[at] as number
  const ending = suffix3[at] as number
  const before = opens ? EDGE : (tags[at - 1] as number)
  const earlier = at - 2 < first ? EDGE : (tags[at - 2] as number)
  const wordAfter = ends ? EDGE : (words[at + 1] as number)
  out[0] = blend(1, word, 0, 0)
  out[1] = blend(2, suffix2[at] as number, 0, 0)
  out[2] = blend(3, ending, 0, 0)
  out[3] = blend(4, prefix[at] as number, 0, 0)
  out[4] = blend(5, shape, opens ? 1 : 0, 0)
  out[5] = blend(6, shape, suffix2[at] as number, 0)
  out[6] = blend(7, before, 0, 0)
  out[7] = blend(8, before, earlier, 0)
  out[8] = blend(9, before, word, 0)
  out[9] = blend(10, before, ending, 0)
  out[10] = blend(11, opens ? EDGE : (words[at - 1] as number), 0, 0)
  out[11] = blend(12, wordAfter, 0, 0)
  out[12] = blend(13, ends ? EDGE : (suffix3[at + 1] as number), 0, 0)
  out[13] = blend(14, at + 2 < last ? (words[at + 2] as number) : EDGE, 0, 0)
  out[14] = blend(15, word, wordAfter, 0)
  out[15] = blend(16, ends ? EDGE : (shapes[at + 1] as number), shape, 0)
  out[16] = blend(17, opens ? EDGE : (suffix3[at - 1] as number), before, 0)
}
