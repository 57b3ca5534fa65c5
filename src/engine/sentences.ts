// Sentences within one paragraph: a stop ends one unless it belongs to an abbreviation, an initial or a number.
// “Why?” he asked. “Ask J. Orme.” → two sentences.
import { ABBREVIATIONS } from './lexicon/abbreviations.ts'
import type { Span } from './types.ts'

const ENDS = new Set(['.', '!', '?', '\u2026'])
const CLOSERS = new Set(['"', "''", '\u201d', '\u2019', "'", ')', ']', '\u00bb'])
const OPENERS = new Set([
  '"',
  "''",
  '``',
  '\u201c',
  '\u2018',
  "'",
  '(',
  '[',
  '\u00ab',
  '\u2014',
  '\u2013',
  '-',
])
/** After "U.S." only a word that rarely follows inside a sentence starts a new one. */
const OPENING_WORDS = new Set(
  'The A An He She It They We I But And In On At That This These Those His Her Its Their There When While As If For'.split(
    ' ',
  ),
)

const startsHigh = (word: string): boolean => /^[\p{Lu}\p{Lt}\p{N}]/u.test(word)

/** Longer words are cut. */
const cutEnd = ({ start, end }: Span): number => Math.min(end, start + 40)

/** Nearly every token ends no sentence, and is told by its last unit. */
function mayEnd(text: string, token: Span | undefined): boolean {
  const unit = token ? text.charCodeAt(cutEnd(token) - 1) : 0
  return unit === 46 || unit === 33 || unit === 63 || unit === 0x2026
}

type WordAt = (index: number) => string

function endsAt(word: WordAt, index: number, next: number, gap: boolean): boolean {
  if (!gap) return false
  const stop = word(index)
  let follower = word(next)
  if (OPENERS.has(follower)) follower = word(next + 1)
  if (stop !== '.') return startsHigh(follower) || follower === ''
  const before = word(index - 1)
  if (ABBREVIATIONS.has(before.toLowerCase()) || /^\p{Lu}$/u.test(before)) return false
  return startsHigh(follower) || follower === ''
}

/** Token ranges [first, last) of the sentences of a paragraph; a closing mark after the stop stays with its sentence. */
export function sentenceRanges(
  text: string,
  tokens: readonly Span[],
  first: number,
  end: number,
): [first: number, last: number][] {
  const ranges: [number, number][] = []
  const word: WordAt = (index) => {
    const token = index >= first && index < end ? tokens[index] : undefined
    return token ? text.slice(token.start, cutEnd(token)) : ''
  }
  let start = first
  for (let index = first; index < end; index++) {
    if (!mayEnd(text, tokens[index])) continue
    const current = word(index)
    const dotted = current.length > 1 && current.endsWith('.')
    if (!ENDS.has(current) && !dotted) continue
    let next = index + 1
    while (next < end && CLOSERS.has(word(next)) && tokens[next]?.start === tokens[next - 1]?.end) next++
    if (next >= end) break
    const gap = (tokens[next]?.start ?? 0) > (tokens[next - 1]?.end ?? 0)
    const ends = dotted ? gap && OPENING_WORDS.has(word(next)) : endsAt(word, index, next, gap)
    if (!ends) continue
    ranges.push([start, next])
    start = next
    index = next - 1
  }
  if (start < end) ranges.push([start, end])
  return ranges
}
