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

/**
 * The cue's sentence, the ones before and after where they may belong to it, and on to the end of a quotation that is
 * cut. Nearly nothing is found in the others, and looking at them was half of the second look's time.
 */
export function viewpointOf(cue: Range, look: FirstLook, reading: Reading): Viewpoint {
  const { sentences } = reading.document
  const home = sentences[reading.sentence[cue.first] ?? 0]
  const end = sentences[reading.sentence[cue.last - 1] ?? 0]
  const before = sentences[(reading.sentence[cue.first] ?? 0) - 1]
  const after = sentences[(reading.sentence[cue.last - 1] ?? 0) + 1]
  const least = Math.max(look.stretch.first, cue.first - REACH)
  const most = Math.min(look.stretch.last, cue.last + REACH)
  const from = before && belongs(look, reading, before) ? before.first : (home?.first ?? least)
  const to = after && belongs(look, reading, after) ? after.last : (end?.last ?? most)
  let first = Math.max(least, from)
  let last = Math.min(most, to)
  while (first > least && goesOn(reading, first)) first--
  while (last < most && goesOn(reading, last)) last++
  return { cue, window: { first, last } }
}

/** Inside a quotation that began before this token. */
const goesOn = (reading: Reading, at: number): boolean => {
  const quote = reading.quote[at] ?? 0
  return quote > 0 && quote % 3 !== 1
}
