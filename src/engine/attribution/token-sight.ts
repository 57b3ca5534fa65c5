// What the flat tagger sees of a stretch, with room on both sides so that neighbours can be read without asking where it ends.
import type { Stretch } from '../document.ts'
import { mix } from '../model/hashing.ts'
import { WholeRoom } from '../model/room.ts'
import { CAPITAL, EDGE, type ParsedReading, PUNCTUATION } from './reading.ts'

export type Range = Pick<Stretch, 'first' | 'last'>

/** Places before and after a stretch that hold EDGE. */
export const PAD = 3

/** By token minus `stretch.first` plus PAD; the last two by token minus `stretch.first`. Good until the next one is made. */
export interface Sight {
  readonly reading: ParsedReading
  /** The stretch's first token. */
  readonly first: number
  readonly form: Int32Array
  readonly prefix: Int32Array
  readonly word: Int32Array
  readonly suffix: Int32Array
  readonly shape: Int32Array
  readonly part: Int32Array
  readonly relation: Int32Array
  readonly quote: Int32Array
  readonly since: Int32Array
  readonly until: Int32Array
  readonly sentence: Int32Array
  readonly opening: number
  /** The last mark of the sentence so far and the word after it. */
  readonly lastMark: Int32Array
  readonly sinceName: Int32Array
}

const rooms = Array.from({ length: 13 }, () => new WholeRoom())

/** In the room of that number. One EDGE more at the end, since places are also read in pairs. */
function padded(room: number, values: Int32Array | Uint8Array, { first, last }: Range): Int32Array {
  const end = last - first + PAD
  const out = (rooms[room] as WholeRoom).of(end + PAD + 1)
  for (let at = 0; at < PAD; at++) out[at] = EDGE
  for (let at = PAD; at < end; at++) out[at] = values[first - PAD + at] as number
  for (let at = end; at <= end + PAD; at++) out[at] = EDGE
  return out
}

/** What the sentence said so far: its last mark with the word after it, and how far back a capital is. */
function soFar(reading: ParsedReading, stretch: Range): Pick<Sight, 'lastMark' | 'sinceName'> {
  const size = stretch.last - stretch.first
  const lastMark = (rooms[10] as WholeRoom).of(size)
  const sinceName = (rooms[11] as WholeRoom).of(size)
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
  return { lastMark, sinceName }
}

export const sightOf = (reading: ParsedReading, stretch: Range): Sight => ({
  reading,
  first: stretch.first,
  form: padded(0, reading.form, stretch),
  prefix: padded(1, reading.prefix, stretch),
  word: padded(2, reading.word, stretch),
  suffix: padded(3, reading.suffix3, stretch),
  shape: padded(4, reading.shape, stretch),
  part: padded(5, reading.tags, stretch),
  relation: padded(6, reading.relations, stretch),
  quote: padded(7, reading.quote, stretch),
  since: padded(8, reading.sinceQuote, stretch),
  until: padded(9, reading.untilQuote, stretch),
  sentence: padded(12, reading.sentence, stretch),
  opening: reading.quote[stretch.first] ?? 0,
  ...soFar(reading, stretch),
})

/** Whether the token opens its sentence or stretch (2), and whether it ends it (1). */
export const placeOf = ({ sentence }: Sight, at: number): number =>
  (sentence[at - 1] !== sentence[at] ? 2 : 0) + (sentence[at + 1] !== sentence[at] ? 1 : 0)
