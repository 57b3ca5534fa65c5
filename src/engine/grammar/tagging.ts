// The word class of each token, left to right: "said" → VBD, "that" → IN or WDT by what stands around it.

import { EDGE, type Reading } from '../attribution/reading.ts'
import { Slots } from '../attribution/slots.ts'

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
  const slots = new Slots(out)
  const get = (array: Int32Array | Uint8Array, index: number): number =>
    index >= first && index < last ? (array[index] as number) : EDGE
  const word = reading.word[at] as number
  const before = get(tags, at - 1)
  const earlier = get(tags, at - 2)
  slots.add(word)
  slots.add(reading.suffix2[at] as number)
  slots.add(reading.suffix3[at] as number)
  slots.add(reading.prefix[at] as number)
  slots.pair(reading.shape[at] as number, at === first ? 1 : 0)
  slots.pair(reading.shape[at] as number, reading.suffix2[at] as number)
  slots.add(before)
  slots.pair(before, earlier)
  slots.pair(before, word)
  slots.pair(before, reading.suffix3[at] as number)
  slots.add(get(reading.word, at - 1))
  slots.add(get(reading.word, at + 1))
  slots.add(get(reading.suffix3, at + 1))
  slots.add(get(reading.word, at + 2))
  slots.pair(word, get(reading.word, at + 1))
  slots.pair(get(reading.shape, at + 1), reading.shape[at] as number)
  slots.pair(get(reading.suffix3, at - 1), before)
}
