// The flat tagger's features of one token, as hashes: words, endings, syntax and quotation marks around it.
import type { Stretch } from '../document.ts'
import { mix } from '../model/hashing.ts'
import { CAPITAL, EDGE, type ParsedReading, PUNCTUATION } from './reading.ts'
import { Slots } from './slots.ts'

type Range = Pick<Stretch, 'first' | 'last'>

interface Sight {
  readonly reading: ParsedReading
  readonly stretch: Range
  readonly context: StretchContext
}

/** Facts of the whole stretch and of what the sentence said so far, by token minus `stretch.first`. */
interface StretchContext {
  readonly opening: number
  readonly lastMark: Int32Array
  readonly sinceName: Int32Array
}

const get = (array: Int32Array | Uint8Array, at: number, { first, last }: Range): number =>
  at >= first && at < last ? (array[at] as number) : EDGE

function wordSlots(slots: Slots, { reading, stretch }: Sight, at: number): void {
  const word = (offset: number) => get(reading.word, at + offset, stretch)
  for (let offset = -3; offset <= 3; offset++) slots.add(word(offset))
  for (let offset = -2; offset <= 1; offset++) slots.pair(word(offset), word(offset + 1))
  slots.pair(word(-1), word(1))
  slots.triple(word(-2), word(-1), word(0))
  slots.triple(word(-1), word(0), word(1))
  slots.triple(word(0), word(1), word(2))
}

function formSlots(slots: Slots, { reading, stretch }: Sight, at: number): void {
  const suffix = (offset: number) => get(reading.suffix3, at + offset, stretch)
  const shape = (offset: number) => get(reading.shape, at + offset, stretch)
  for (let offset = -1; offset <= 1; offset++) slots.pair(suffix(offset), shape(offset))
  slots.add(get(reading.prefix, at, stretch))
  slots.triple(shape(-1), shape(0), shape(1))
}

function syntaxSlots(slots: Slots, { reading, stretch }: Sight, at: number): void {
  const { tags: parts, relations } = reading
  const part = (offset: number) => get(parts, at + offset, stretch)
  const relation = (offset: number) => get(relations, at + offset, stretch)
  const word = get(reading.word, at, stretch)
  for (let offset = -2; offset <= 1; offset++) slots.triple(part(offset), part(offset + 1), offset)
  slots.triple(part(-1), part(0), part(1))
  slots.triple(mix(part(-2), part(-1)), part(0), mix(part(1), part(2)))
  slots.pair(part(-3), part(-2))
  slots.pair(part(2), part(3))
  for (let offset = -1; offset <= 1; offset++) slots.pair(relation(offset), part(offset))
  slots.triple(relation(-1), relation(0), relation(1))
  slots.triple(relation(0), relation(1), relation(2))
  slots.pair(relation(0), word)
  slots.triple(part(-1), word, part(1))
  verbSlots(slots, reading, at, part(0), relation(0), word)
}

function verbSlots(
  slots: Slots,
  reading: ParsedReading,
  at: number,
  part: number,
  relation: number,
  word: number,
): void {
  const before = reading.verbBefore[at] as number
  const after = reading.verbAfter[at] as number
  const { relations } = reading
  const wordBefore = before < 0 ? EDGE : (reading.word[before] as number)
  const wordAfter = after < 0 ? EDGE : (reading.word[after] as number)
  slots.triple(wordBefore, part, relation)
  slots.triple(wordAfter, part, relation)
  slots.pair(wordBefore, word)
  slots.pair(wordAfter, word)
  slots.triple(before < 0 ? EDGE : (relations[before] as number), relation, Math.min(5, at - before))
  slots.triple(after < 0 ? EDGE : (relations[after] as number), relation, Math.min(5, after - at))
}

function quoteSlots(slots: Slots, { reading, stretch }: Sight, at: number): void {
  const quote = get(reading.quote, at, stretch)
  const before = get(reading.quote, at - 1, stretch)
  const after = get(reading.quote, at + 1, stretch)
  const word = get(reading.word, at, stretch)
  const part = get(reading.tags, at, stretch)
  const since = get(reading.sinceQuote, at, stretch)
  const until = get(reading.untilQuote, at, stretch)
  slots.triple(before, quote, after)
  slots.triple(before, quote, word)
  slots.pair(quote, get(reading.word, at + 1, stretch))
  slots.pair(since, until)
  slots.pair(since, word)
  slots.pair(until, word)
  slots.pair(since, part)
  slots.pair(until, part)
  slots.triple(since, part, get(reading.word, at - 1, stretch))
  slots.triple(quote, part, get(reading.relations, at, stretch))
}

function placeSlots(slots: Slots, { reading, stretch, context }: Sight, at: number): void {
  const sentence = get(reading.sentence, at, stretch)
  const first = get(reading.sentence, at - 1, stretch) !== sentence ? 1 : 0
  const last = get(reading.sentence, at + 1, stretch) !== sentence ? 1 : 0
  const word = get(reading.word, at, stretch)
  const local = at - stretch.first
  slots.pair(first * 2 + last, context.opening)
  slots.pair(first * 2 + last, word)
  slots.pair(context.lastMark[local] as number, word)
  slots.pair(context.lastMark[local] as number, get(reading.relations, at, stretch))
  slots.pair(context.sinceName[local] as number, word)
  slots.add(0)
}

function contextOf(reading: ParsedReading, stretch: Range): StretchContext {
  const size = stretch.last - stretch.first
  const lastMark = new Int32Array(size)
  const sinceName = new Int32Array(size)
  let mark = 0
  let name = 0
  for (let at = stretch.first; at < stretch.last; at++) {
    if (at === stretch.first || reading.sentence[at] !== reading.sentence[at - 1]) {
      mark = 0
      name = 0
    }
    lastMark[at - stretch.first] = mark
    sinceName[at - stretch.first] = name
    const flags = reading.flags[at] as number
    if (flags & PUNCTUATION) mark = mix(reading.word[at] as number, reading.word[at + 1] ?? 0)
    name = flags & CAPITAL ? 1 : Math.min(6, name > 0 ? name + 1 : 0)
  }
  return { opening: reading.quote[stretch.first] ?? 0, lastMark, sinceName }
}

export const TOKEN_FEATURES = 57

/** TOKEN_FEATURES hashes for each token of the stretch. */
export function tokenFeatures(reading: ParsedReading, stretch: Range): Int32Array {
  const size = stretch.last - stretch.first
  const out = new Int32Array(size * TOKEN_FEATURES)
  const sight: Sight = { reading, stretch, context: contextOf(reading, stretch) }
  const slots = new Slots(out)
  for (let at = stretch.first; at < stretch.last; at++) {
    slots.begin((at - stretch.first) * TOKEN_FEATURES)
    wordSlots(slots, sight, at)
    formSlots(slots, sight, at)
    syntaxSlots(slots, sight, at)
    quoteSlots(slots, sight, at)
    placeSlots(slots, sight, at)
  }
  return out
}
