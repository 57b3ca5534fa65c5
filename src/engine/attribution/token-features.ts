// The flat tagger's features of one token, as hashes: words, endings, syntax and quotation marks around it.
// Kept free of closures and lists: features are most of the work of reading a text.
import type { Stretch } from '../document.ts'
import { blend, mix } from '../model/hashing.ts'
import { CAPITAL, EDGE, type ParsedReading, PUNCTUATION } from './reading.ts'

type Range = Pick<Stretch, 'first' | 'last'>

/** Places before and after a stretch that hold EDGE, so that its neighbours can be read without asking where it ends. */
const PAD = 3

/** What is read of a stretch, by token minus `stretch.first` plus PAD; the last three by token minus `stretch.first`. */
interface Sight {
  readonly reading: ParsedReading
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

function padded(values: Int32Array | Uint8Array, { first, last }: Range): Int32Array {
  const out = new Int32Array(last - first + 2 * PAD).fill(EDGE)
  out.set(values.subarray(first, last), PAD)
  return out
}

/** Features 1 to 15: words. */
function wordFeatures(out: Int32Array, from: number, word: Int32Array, at: number): void {
  const third = word[at - 3] as number
  const second = word[at - 2] as number
  const before = word[at - 1] as number
  const here = word[at] as number
  const after = word[at + 1] as number
  const next = word[at + 2] as number
  out[from] = blend(1, third, 0, 0)
  out[from + 1] = blend(2, second, 0, 0)
  out[from + 2] = blend(3, before, 0, 0)
  out[from + 3] = blend(4, here, 0, 0)
  out[from + 4] = blend(5, after, 0, 0)
  out[from + 5] = blend(6, next, 0, 0)
  out[from + 6] = blend(7, word[at + 3] as number, 0, 0)
  out[from + 7] = blend(8, second, before, 0)
  out[from + 8] = blend(9, before, here, 0)
  out[from + 9] = blend(10, here, after, 0)
  out[from + 10] = blend(11, after, next, 0)
  out[from + 11] = blend(12, before, after, 0)
  out[from + 12] = blend(13, second, before, here)
  out[from + 13] = blend(14, before, here, after)
  out[from + 14] = blend(15, here, after, next)
}

/** Features 16 to 20: endings and shapes. */
function formFeatures(out: Int32Array, from: number, { suffix, shape }: Sight, at: number, prefix: number) {
  const before = shape[at - 1] as number
  const here = shape[at] as number
  const after = shape[at + 1] as number
  out[from] = blend(16, suffix[at - 1] as number, before, 0)
  out[from + 1] = blend(17, suffix[at] as number, here, 0)
  out[from + 2] = blend(18, suffix[at + 1] as number, after, 0)
  out[from + 3] = blend(19, prefix, 0, 0)
  out[from + 4] = blend(20, before, here, after)
}

/** Features 21 to 28: word classes. */
function partFeatures(out: Int32Array, from: number, part: Int32Array, at: number): void {
  const second = part[at - 2] as number
  const before = part[at - 1] as number
  const here = part[at] as number
  const after = part[at + 1] as number
  const next = part[at + 2] as number
  out[from] = blend(21, second, before, -2)
  out[from + 1] = blend(22, before, here, -1)
  out[from + 2] = blend(23, here, after, 0)
  out[from + 3] = blend(24, after, next, 1)
  out[from + 4] = blend(25, before, here, after)
  out[from + 5] = blend(26, mix(second, before), here, mix(after, next))
  out[from + 6] = blend(27, part[at - 3] as number, second, 0)
  out[from + 7] = blend(28, next, part[at + 3] as number, 0)
}

/** Features 29 to 35: relations. */
function relationFeatures(out: Int32Array, from: number, sight: Sight, at: number): void {
  const { part, relation, word } = sight
  const before = relation[at - 1] as number
  const here = relation[at] as number
  const after = relation[at + 1] as number
  const own = word[at] as number
  out[from] = blend(29, before, part[at - 1] as number, 0)
  out[from + 1] = blend(30, here, part[at] as number, 0)
  out[from + 2] = blend(31, after, part[at + 1] as number, 0)
  out[from + 3] = blend(32, before, here, after)
  out[from + 4] = blend(33, here, after, relation[at + 2] as number)
  out[from + 5] = blend(34, here, own, 0)
  out[from + 6] = blend(35, part[at - 1] as number, own, part[at + 1] as number)
}

/** Features 36 to 41: the nearest verbs of the sentence. */
function verbFeatures(out: Int32Array, from: number, sight: Sight, at: number, token: number): void {
  const { reading, part: parts, relation: hung, word: words } = sight
  const { verbBefore, verbAfter, relations } = reading
  const before = verbBefore[token] as number
  const after = verbAfter[token] as number
  const wordBefore = before < 0 ? EDGE : (reading.word[before] as number)
  const wordAfter = after < 0 ? EDGE : (reading.word[after] as number)
  const part = parts[at] as number
  const relation = hung[at] as number
  const word = words[at] as number
  out[from] = blend(36, wordBefore, part, relation)
  out[from + 1] = blend(37, wordAfter, part, relation)
  out[from + 2] = blend(38, wordBefore, word, 0)
  out[from + 3] = blend(39, wordAfter, word, 0)
  const hungBefore = before < 0 ? EDGE : (relations[before] as number)
  const hungAfter = after < 0 ? EDGE : (relations[after] as number)
  out[from + 4] = blend(40, hungBefore, relation, Math.min(5, token - before))
  out[from + 5] = blend(41, hungAfter, relation, Math.min(5, after - token))
}

/** Features 42 to 51: quotation marks. */
function quoteFeatures(out: Int32Array, from: number, sight: Sight, at: number): void {
  const { word, part: parts, relation } = sight
  const before = sight.quote[at - 1] as number
  const quote = sight.quote[at] as number
  const since = sight.since[at] as number
  const until = sight.until[at] as number
  const own = word[at] as number
  const part = parts[at] as number
  out[from] = blend(42, before, quote, sight.quote[at + 1] as number)
  out[from + 1] = blend(43, before, quote, own)
  out[from + 2] = blend(44, quote, word[at + 1] as number, 0)
  out[from + 3] = blend(45, since, until, 0)
  out[from + 4] = blend(46, since, own, 0)
  out[from + 5] = blend(47, until, own, 0)
  out[from + 6] = blend(48, since, part, 0)
  out[from + 7] = blend(49, until, part, 0)
  out[from + 8] = blend(50, since, part, word[at - 1] as number)
  out[from + 9] = blend(51, quote, part, relation[at] as number)
}

/** Features 52 to 57: the place in the sentence, and one for all tokens. */
function placeFeatures(out: Int32Array, from: number, sight: Sight, at: number): void {
  const { sentence, word } = sight
  const first = sentence[at - 1] !== sentence[at] ? 1 : 0
  const last = sentence[at + 1] !== sentence[at] ? 1 : 0
  const place = first * 2 + last
  const mark = sight.lastMark[at - PAD] as number
  const own = word[at] as number
  out[from] = blend(52, place, sight.opening, 0)
  out[from + 1] = blend(53, place, own, 0)
  out[from + 2] = blend(54, mark, own, 0)
  out[from + 3] = blend(55, mark, sight.relation[at] as number, 0)
  out[from + 4] = blend(56, sight.sinceName[at - PAD] as number, own, 0)
  out[from + 5] = blend(57, 0, 0, 0)
}

/** What the sentence said so far: its last mark with the word after it, and how far back a capital is. */
function soFar(reading: ParsedReading, stretch: Range): Pick<Sight, 'lastMark' | 'sinceName'> {
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
  return { lastMark, sinceName }
}

const sightOf = (reading: ParsedReading, stretch: Range): Sight => ({
  reading,
  word: padded(reading.word, stretch),
  suffix: padded(reading.suffix3, stretch),
  shape: padded(reading.shape, stretch),
  part: padded(reading.tags, stretch),
  relation: padded(reading.relations, stretch),
  quote: padded(reading.quote, stretch),
  since: padded(reading.sinceQuote, stretch),
  until: padded(reading.untilQuote, stretch),
  sentence: padded(reading.sentence, stretch),
  opening: reading.quote[stretch.first] ?? 0,
  ...soFar(reading, stretch),
})

export const TOKEN_FEATURES = 57

/** TOKEN_FEATURES hashes for each token of the stretch. */
export function tokenFeatures(reading: ParsedReading, stretch: Range): Int32Array {
  const out = new Int32Array((stretch.last - stretch.first) * TOKEN_FEATURES)
  const sight = sightOf(reading, stretch)
  for (let token = stretch.first; token < stretch.last; token++) {
    const at = token - stretch.first + PAD
    const from = (token - stretch.first) * TOKEN_FEATURES
    wordFeatures(out, from, sight.word, at)
    formFeatures(out, from + 15, sight, at, reading.prefix[token] as number)
    partFeatures(out, from + 20, sight.part, at)
    relationFeatures(out, from + 28, sight, at)
    verbFeatures(out, from + 35, sight, at, token)
    quoteFeatures(out, from + 41, sight, at)
    placeFeatures(out, from + 51, sight, at)
  }
  return out
}
