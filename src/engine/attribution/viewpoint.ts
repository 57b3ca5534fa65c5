// A cue and the stretch of text around it in which its source and content are looked for.
import type { Range } from './draft.ts'
import type { Reading } from './reading.ts'

/** A cue to look from, and the tokens in its sight. */
export interface Viewpoint {
  readonly cue: Range
  readonly window: Range
}

/** Tokens further from the cue than this are out of its sight. */
const REACH = 120

/** From the start of the sentence before the cue's to the end of the one after, and on to the end of a quotation that is cut. */
export function viewpointOf(cue: Range, stretch: Range, reading: Reading): Viewpoint {
  const { sentences } = reading.document
  const home = reading.sentence[cue.first] ?? 0
  const least = Math.max(stretch.first, cue.first - REACH)
  const most = Math.min(stretch.last, cue.last + REACH)
  let first = Math.max(least, sentences[home - 1]?.first ?? 0)
  let last = Math.min(most, sentences[(reading.sentence[cue.last - 1] ?? home) + 1]?.last ?? most)
  while (first > least && goesOn(reading, first)) first--
  while (last < most && goesOn(reading, last)) last++
  return { cue, window: { first, last } }
}

/** Inside a quotation that began before this token. */
const goesOn = (reading: Reading, at: number): boolean => {
  const quote = reading.quote[at] ?? 0
  return quote > 0 && quote % 3 !== 1
}
