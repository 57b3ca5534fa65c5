// The flat tagger's features of one token, as hashes: words, endings, tags and quotation marks around it.
import type { Stretch } from '../document.ts'
import { mix } from '../model/hashing.ts'
import { CAPITAL, EDGE, PUNCTUATION, type Reading } from './reading.ts'
import { Slots } from './slots.ts'

export interface Sight {
  readonly reading: Reading
  readonly stretch: Stretch
  readonly context: ParagraphContext
}

/** Facts of the whole paragraph and of what the sentence said so far, by token minus `stretch.first`. */
export interface ParagraphContext {
  readonly opening: number
  readonly lastVerb: Int32Array
  readonly lastName: Int32Array
}

const get = (array: Int32Array | Uint8Array, at: number, { first, last }: Stretch): number =>
  at >= first && at < last ? (array[at] ?? EDGE) : EDGE

function wordSlots(slots: Slots, { reading, stretch }: Sight, at: number): void {
  const word = (offset: number) => get(reading.word, at + offset, stretch)
  for (let offset = -4; offset <= 4; offset++) slots.add(word(offset))
  for (let offset = -3; offset <= 2; offset++) slots.pair(word(offset), word(offset + 1))
  slots.pair(word(-1), word(1))
  slots.pair(mix(word(-2), word(-1)), word(0))
  slots.pair(mix(word(-1), word(0)), word(1))
  slots.pair(mix(word(0), word(1)), word(2))
}

function formSlots(slots: Slots, { reading, stretch }: Sight, at: number): void {
  for (let offset = -2; offset <= 2; offset++) {
    slots.add(get(reading.suffix3, at + offset, stretch))
    slots.add(get(reading.shape, at + offset, stretch))
  }
  slots.add(get(reading.suffix2, at, stretch))
  slots.add(get(reading.prefix, at, stretch))
  slots.pair(get(reading.shape, at, stretch), get(reading.shape, at + 1, stretch))
  slots.pair(get(reading.suffix3, at, stretch), get(reading.suffix3, at + 1, stretch))
  slots.pair(get(reading.suffix3, at - 1, stretch), get(reading.suffix3, at, stretch))
}

function quoteSlots(slots: Slots, { reading, stretch }: Sight, at: number): void {
  const quote = get(reading.quote, at, stretch)
  const before = get(reading.quote, at - 1, stretch)
  const after = get(reading.quote, at + 1, stretch)
  const word = get(reading.word, at, stretch)
  const since = get(reading.sinceQuote, at, stretch)
  const until = get(reading.untilQuote, at, stretch)
  slots.add(mix(mix(before, quote), after))
  slots.pair(mix(before, quote), word)
  slots.pair(quote, get(reading.word, at + 1, stretch))
  slots.pair(since, until)
  slots.pair(since, word)
  slots.pair(until, word)
  slots.pair(since, get(reading.shape, at, stretch))
  slots.pair(since, get(reading.word, at - 1, stretch))
}

function placeSlots(slots: Slots, { reading, stretch, context }: Sight, at: number): void {
  const sentence = get(reading.sentence, at, stretch)
  const first = get(reading.sentence, at - 1, stretch) !== sentence ? 1 : 0
  const last = get(reading.sentence, at + 1, stretch) !== sentence ? 1 : 0
  const word = get(reading.word, at, stretch)
  slots.pair(first * 2 + last, context.opening)
  slots.pair(first * 2 + last, word)
  slots.pair(first, get(reading.shape, at, stretch))
  slots.add(context.lastVerb[at - stretch.first] ?? 0)
  slots.pair(context.lastVerb[at - stretch.first] ?? 0, word)
  slots.pair(context.lastName[at - stretch.first] ?? 0, word)
}

/** Reporting-verb-like endings are left to the weights; here "verb" is any word that ends in -ed, -s, -id or is short and irregular. */
export function paragraphContext(reading: Reading, stretch: Stretch): ParagraphContext {
  const size = stretch.last - stretch.first
  const lastVerb = new Int32Array(size)
  const lastName = new Int32Array(size)
  let comma = 0
  let name = 0
  for (let at = stretch.first; at < stretch.last; at++) {
    if (at === stretch.first || reading.sentence[at] !== reading.sentence[at - 1]) {
      comma = 0
      name = 0
    }
    lastVerb[at - stretch.first] = comma
    lastName[at - stretch.first] = name
    const flags = reading.flags[at] ?? 0
    if (flags & PUNCTUATION) comma = mix(reading.word[at] ?? 0, reading.word[at + 1] ?? 0)
    name = flags & CAPITAL ? 1 : Math.min(6, name > 0 ? name + 1 : 0)
  }
  const opening = reading.quote[stretch.first] ?? 0
  return { opening, lastVerb, lastName }
}

function fill(out: Int32Array, from: number, sight: Sight, at: number): number {
  const slots = new Slots(out, from)
  wordSlots(slots, sight, at)
  formSlots(slots, sight, at)
  quoteSlots(slots, sight, at)
  placeSlots(slots, sight, at)
  slots.add(0)
  return slots.count
}

export const TOKEN_FEATURES = 49

/** TOKEN_FEATURES hashes for each token of the stretch. */
export function tokenFeatures(reading: Reading, stretch: Stretch): Int32Array {
  const size = stretch.last - stretch.first
  const out = new Int32Array(size * TOKEN_FEATURES)
  const sight: Sight = { reading, stretch, context: paragraphContext(reading, stretch) }
  for (let at = stretch.first; at < stretch.last; at++) {
    fill(out, (at - stretch.first) * TOKEN_FEATURES, sight, at)
  }
  return out
}
