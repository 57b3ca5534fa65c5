// The flat tagger's features of one token, as hashes: words, endings, syntax and quotation marks around it.
// In groups by what they depend on, since what depends on little recurs: see `token-sums.ts`. `at` counts as in `Sight`.
// Kept free of closures and lists: features are most of the work of reading a text.
import { blend, mix } from '../model/hashing.ts'
import { EDGE, type ParsedReading } from './reading.ts'
import { PAD, placeOf, type Range, type Sight, sightOf } from './token-sight.ts'

/** How many features of a form there are from three tokens before it, two, one, from itself, from one after it … */
export const FORM_SETS = [1, 1, 2, 3, 2, 1, 1] as const

/** A form: what it tells each of the seven tokens around it, in text order. */
export function formFeatures(out: Int32Array, sight: Sight, at: number): void {
  const word = sight.word[at] as number
  const suffix = sight.suffix[at] as number
  const shape = sight.shape[at] as number
  out[0] = blend(7, word, 0, 0)
  out[1] = blend(6, word, 0, 0)
  out[2] = blend(5, word, 0, 0)
  out[3] = blend(18, suffix, shape, 0)
  out[4] = blend(4, word, 0, 0)
  out[5] = blend(17, suffix, shape, 0)
  out[6] = blend(19, sight.prefix[at] as number, 0, 0)
  out[7] = blend(3, word, 0, 0)
  out[8] = blend(16, suffix, shape, 0)
  out[9] = blend(2, word, 0, 0)
  out[10] = blend(1, word, 0, 0)
}

/** Two tokens side by side: what they tell the token two before the first, one before, two after and three after. */
export const CLASS_PAIR_SETS = [1, 1, 1, 1] as const

export function classPairFeatures(out: Int32Array, part: Int32Array, at: number): void {
  const here = part[at] as number
  const next = part[at + 1] as number
  out[0] = blend(28, here, next, 0)
  out[1] = blend(24, here, next, 1)
  out[2] = blend(21, here, next, -2)
  out[3] = blend(27, here, next, 0)
}

export const CLASS_FEATURES = 3

/** Word classes: its own and its neighbours'. */
export function classFeatures(out: Int32Array, part: Int32Array, at: number): void {
  const before = part[at - 1] as number
  const here = part[at] as number
  const after = part[at + 1] as number
  out[0] = blend(22, before, here, -1)
  out[1] = blend(23, here, after, 0)
  out[2] = blend(25, before, here, after)
}

export const STATE_FEATURES = 8

/** Where it stands, whatever the word: class, relation, quotation marks, place in the sentence; one for all tokens. */
export function stateFeatures(out: Int32Array, sight: Sight, at: number): void {
  const part = sight.part[at] as number
  const relation = sight.relation[at] as number
  const quote = sight.quote[at] as number
  const since = sight.since[at] as number
  const until = sight.until[at] as number
  out[0] = blend(30, relation, part, 0)
  out[1] = blend(42, sight.quote[at - 1] as number, quote, sight.quote[at + 1] as number)
  out[2] = blend(45, since, until, 0)
  out[3] = blend(48, since, part, 0)
  out[4] = blend(49, until, part, 0)
  out[5] = blend(51, quote, part, relation)
  out[6] = blend(52, placeOf(sight, at), sight.opening, 0)
  out[7] = blend(57, 0, 0, 0)
}

export const WORD_STATE_FEATURES = 4

/** The word and where it stands. */
export function wordStateFeatures(out: Int32Array, sight: Sight, at: number): void {
  const word = sight.word[at] as number
  out[0] = blend(43, sight.quote[at - 1] as number, sight.quote[at] as number, word)
  out[1] = blend(46, sight.since[at] as number, word, 0)
  out[2] = blend(47, sight.until[at] as number, word, 0)
  out[3] = blend(53, placeOf(sight, at), word, 0)
}

/** Words together, and shapes. */
function wordPairFeatures(out: Int32Array, from: number, { word, shape }: Sight, at: number): void {
  const second = word[at - 2] as number
  const before = word[at - 1] as number
  const here = word[at] as number
  const after = word[at + 1] as number
  const next = word[at + 2] as number
  out[from] = blend(8, second, before, 0)
  out[from + 1] = blend(9, before, here, 0)
  out[from + 2] = blend(10, here, after, 0)
  out[from + 3] = blend(11, after, next, 0)
  out[from + 4] = blend(12, before, after, 0)
  out[from + 5] = blend(13, second, before, here)
  out[from + 6] = blend(14, before, here, after)
  out[from + 7] = blend(15, here, after, next)
  out[from + 8] = blend(20, shape[at - 1] as number, shape[at] as number, shape[at + 1] as number)
}

/** Classes and relations of several tokens, with and without words. */
function syntaxFeatures(out: Int32Array, from: number, { part, relation, word }: Sight, at: number): void {
  const partBefore = part[at - 1] as number
  const partAfter = part[at + 1] as number
  const before = relation[at - 1] as number
  const here = relation[at] as number
  const after = relation[at + 1] as number
  const own = word[at] as number
  out[from] = blend(
    26,
    mix(part[at - 2] as number, partBefore),
    part[at] as number,
    mix(partAfter, part[at + 2] as number),
  )
  out[from + 1] = blend(29, before, partBefore, 0)
  out[from + 2] = blend(31, after, partAfter, 0)
  out[from + 3] = blend(32, before, here, after)
  out[from + 4] = blend(33, here, after, relation[at + 2] as number)
  out[from + 5] = blend(34, here, own, 0)
  out[from + 6] = blend(35, partBefore, own, partAfter)
}

/** The nearest verbs of the sentence. */
function verbFeatures(out: Int32Array, from: number, sight: Sight, at: number): void {
  const { reading, part: parts, relation: hung, word: words } = sight
  const { verbBefore, verbAfter, relations } = reading
  const token = at - PAD + sight.first
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

/** Marks with words: quotation marks near by, the last mark of the sentence, the last capital. */
function markFeatures(out: Int32Array, from: number, sight: Sight, at: number): void {
  const { word, relation } = sight
  const mark = sight.lastMark[at - PAD] as number
  const own = word[at] as number
  out[from] = blend(44, sight.quote[at] as number, word[at + 1] as number, 0)
  out[from + 1] = blend(50, sight.since[at] as number, sight.part[at] as number, word[at - 1] as number)
  out[from + 2] = blend(54, mark, own, 0)
  out[from + 3] = blend(55, mark, relation[at] as number, 0)
  out[from + 4] = blend(56, sight.sinceName[at - PAD] as number, own, 0)
}

/** Features that depend on too much to recur. */
export const RARE_FEATURES = 27

export function rareFeatures(out: Int32Array, from: number, sight: Sight, at: number): void {
  wordPairFeatures(out, from, sight, at)
  syntaxFeatures(out, from + 9, sight, at)
  verbFeatures(out, from + 16, sight, at)
  markFeatures(out, from + 22, sight, at)
}

/** The numbers of a group's features, in its order, and the tokens that they are told, counted from the group's place. */
interface Group {
  readonly numbers: readonly number[]
  readonly offsets?: readonly number[]
}

const FORM: Group = {
  numbers: [7, 6, 5, 18, 4, 17, 19, 3, 16, 2, 1],
  offsets: [-3, -2, -1, -1, 0, 0, 0, 1, 1, 2, 3],
}
const CLASS_PAIR: Group = { numbers: [28, 24, 21, 27], offsets: [-2, -1, 2, 3] }
const CLASSES: Group = { numbers: [22, 23, 25] }
const STATE: Group = { numbers: [30, 42, 45, 48, 49, 51, 52, 57] }
const WORD_STATE: Group = { numbers: [43, 46, 47, 53] }
const RARE: Group = {
  numbers: [
    8, 9, 10, 11, 12, 13, 14, 15, 20, 26, 29, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 44, 50, 54, 55, 56,
  ],
}

export const TOKEN_FEATURES = 57

/** All of them, TOKEN_FEATURES hashes for each token of the stretch in the order of their numbers. */
export function tokenFeatures(reading: ParsedReading, stretch: Range): Int32Array {
  const size = stretch.last - stretch.first
  const out = new Int32Array(size * TOKEN_FEATURES)
  const sight = sightOf(reading, stretch)
  const group = new Int32Array(RARE_FEATURES)
  const put = ({ numbers, offsets }: Group, at: number) => {
    numbers.forEach((number, index) => {
      const token = at - PAD + (offsets?.[index] ?? 0)
      if (token >= 0 && token < size) out[token * TOKEN_FEATURES + number - 1] = group[index] as number
    })
  }
  for (let at = 0; at < size + 2 * PAD; at++) {
    formFeatures(group, sight, at)
    put(FORM, at)
    classPairFeatures(group, sight.part, at)
    put(CLASS_PAIR, at)
    if (at < PAD || at >= size + PAD) continue
    classFeatures(group, sight.part, at)
    put(CLASSES, at)
    stateFeatures(group, sight, at)
    put(STATE, at)
    wordStateFeatures(group, sight, at)
    put(WORD_STATE, at)
    rareFeatures(group, 0, sight, at)
    put(RARE, at)
  }
  return out
}
