// A cue and the stretch of text around it in which its source and content are looked for.
import type { Range } from './draft.ts'
import type { FirstLook } from './flat-tagger.ts'
import { ROLES } from './labels.ts'
import type { Reading } from './reading.ts'

/** A cue to look from, and the tokens in its sight. */
export interface Viewpoint {
  readonly cue: Range
  readonly window: Range
}

/** Tokens further from the cue than this are out of its sight. */
const REACH = 120

const CONTENT = ROLES.indexOf('content')
const SOURCE = ROLES.indexOf('source')
const CUE = ROLES.indexOf('cue')

/** A neighbouring sentence in which the first look is this sure of a cue speaks of something else. */
const CITES_ITSELF = 0.5
/** One without marks in which no token has this probability of being a source or a content speaks of nothing. */
const SAYS_SOMETHING = 0.3

/** Whether the sentence that holds the token next to the cue's may hold a part of what the cue cites. */
function belongs(look: FirstLook, reading: Reading, { first, last }: Range): boolean {
  let says = false
  for (let at = Math.max(first, look.stretch.first); at < Math.min(last, look.stretch.last); at++) {
    const from = (at - look.stretch.first) * ROLES.length
    if ((look.odds[from + CUE] as number) > CITES_ITSELF) return false
    const odds = (look.odds[from + CONTENT] as number) + (look.odds[from + SOURCE] as number)
    says ||= odds >= SAYS_SOMETHING || (reading.quote[at] as number) > 0
  }
  return says
}

/** The window from one token to another, within reach of the cue, and on to the end of a quotation that is cut. */
function windowOf(cue: Range, { stretch }: FirstLook, reading: Reading, from: number, to: number): Range {
  const least = Math.max(stretch.first, cue.first - REACH)
  const most = Math.min(stretch.last, cue.last + REACH)
  let first = Math.max(least, from)
  let last = Math.min(most, to)
  while (first > least && goesOn(reading, first)) first--
  while (last < most && goesOn(reading, last)) last++
  return { first, last }
}

/** The sentences that hold the cue's first and last token, and the ones before and after. */
function sentencesAround({ first, last }: Range, { document, sentence }: Reading) {
  const { sentences } = document
  const opening = sentence[first] ?? 0
  const closing = sentence[last - 1] ?? opening
  return {
    before: sentences[opening - 1],
    first: sentences[opening],
    last: sentences[closing],
    after: sentences[closing + 1],
  }
}

/**
 * The cue's sentence, and the ones before and after where they may belong to it: nearly nothing is found in the others,
 * and looking at them was half of the second look's time.
 */
export function viewpointOf(cue: Range, look: FirstLook, reading: Reading): Viewpoint {
  const { before, first, last, after } = sentencesAround(cue, reading)
  const from = before && belongs(look, reading, before) ? before.first : (first?.first ?? 0)
  const to = after && belongs(look, reading, after) ? after.last : (last?.last ?? reading.length)
  return { cue, window: windowOf(cue, look, reading, from, to) }
}

/** With both neighbours, whatever they hold: what the second look learns from. */
export function wholeViewpointOf(cue: Range, look: FirstLook, reading: Reading): Viewpoint {
  const { before, after } = sentencesAround(cue, reading)
  return {
    cue,
    window: windowOf(cue, look, reading, before?.first ?? 0, after?.last ?? reading.length),
  }
}

/** Inside a quotation that began before this token. */
const goesOn = (reading: Reading, at: number): boolean => {
  const quote = reading.quote[at] ?? 0
  return quote > 0 && quote % 3 !== 1
}
