// Whole sentences in quotation marks that the learnt layer gave to nobody, led in by a verb or a colon right before them.
// [Protesters] <chanted>, {“What curfew?”} [The Courier] <wrote:> ⏎ {“The locks were never sound. …”}
import type { Region } from '../quotations/index.ts'
import { firstEndingAfter } from '../span.ts'
import type { Draft, Range } from './draft.ts'
import {
  groupStart,
  isFiniteVerb,
  isParticiple,
  phraseBefore,
  subjectOf,
  type Tagged,
  wordAt,
} from './plain/phrases.ts'

/** Most of what looks like this is annotated; the verb may still be one that cites nobody. */
const CERTAINTY = 0.75
/** Shorter ones are names and titles. */
const FEW_WORDS = 2
/** "made the following comment:", "used one of her lines as its headline:": words between the verb and its colon. */
const LONGEST_LEAD = 10
/** Right before a mark they say what something is, or to whom something was said. */
const CITES_NOBODY = /^(?:is|are|was|were|be|been|has|have|had|'s|\u2019s|'re|\u2019re|tells?|told)$/iu
/** Without a comma or a colon, other verbs are followed by titles and signs as often as by speech. */
const VOICES =
  /^(?:chant|shout|sing|yell|scream|cr(?:y|ied|ies)|sang|ask|repl(?:y|ied|ies)|answer|exclaim|whisper|mutter|boom)/iu
const SENTENCE_END = /^(?:[.!?,\u2026]|--|\u2014)$/u

interface Quoted extends Range {
  readonly closed: boolean
}

function rangeOf({ document: { tokens } }: Tagged, { start, end, closed }: Region): Quoted {
  const first = firstEndingAfter(tokens, start)
  let last = first
  while ((tokens[last]?.start ?? Number.POSITIVE_INFINITY) < end) last++
  return { first, last, closed }
}

/** Begins with a capital and ends as sentences in quotation marks do. */
function isSentence(reading: Tagged, { first, last, closed }: Quoted): boolean {
  const opening = wordAt(reading, first + 1)
  if (last - first < FEW_WORDS + 2 || !/^[\p{Lu}\p{N}]/u.test(opening)) return false
  return !closed || SENTENCE_END.test(wordAt(reading, last - 2))
}

/** Whether the verb right before the mark, or before its comma, leads in speech. */
const leadsIn = (reading: Tagged, verb: number, comma: boolean): boolean =>
  !CITES_NOBODY.test(wordAt(reading, verb)) && (comma || VOICES.test(wordAt(reading, verb)))

/** The verb before a colon, with all that stands between them. */
function verbBeforeColon(reading: Tagged, colon: number, floor: number): number {
  for (let at = colon - 1; at >= Math.max(floor, colon - LONGEST_LEAD); at--) {
    if (isFiniteVerb(reading, at)) return at === colon - 1 && CITES_NOBODY.test(wordAt(reading, at)) ? -1 : at
  }
  return -1
}

interface Lead {
  readonly verb: number
  /** One past the last token of what leads in. */
  readonly end: number
  /** Where its sentence begins. */
  readonly floor: number
}

function leadOf(reading: Tagged, { first }: Quoted): Lead | null {
  const mark = wordAt(reading, first - 1)
  const sentence = reading.document.sentences[reading.sentence[first - 1] ?? -1]
  if (!sentence) return null
  const floor = sentence.first
  if (mark === ':') {
    const verb = verbBeforeColon(reading, first - 1, floor)
    return verb < 0 ? null : { verb, end: first, floor }
  }
  const verb = mark === ',' ? first - 2 : first - 1
  const speaks = isFiniteVerb(reading, verb) || isParticiple(reading, verb)
  const together = verb >= floor && reading.paragraph[verb] === reading.paragraph[first]
  return speaks && together && leadsIn(reading, verb, mark === ',') ? { verb, end: verb + 1, floor } : null
}

function led(reading: Tagged, quoted: Quoted): Draft | null {
  const lead = leadOf(reading, quoted)
  if (!lead) return null
  const start = groupStart(reading, lead.verb, lead.floor)
  const source = phraseBefore(reading, start, lead.floor) ?? subjectOf(reading, lead.floor, lead.verb)
  if (!source) return null
  return {
    source: [source],
    cue: [{ first: start, last: lead.end }],
    content: [{ first: quoted.first, last: quoted.last }],
    certainty: CERTAINTY,
    form: 'cue',
  }
}

/** Drafts for quotations that nobody is cited with yet. */
export function introducedQuotations(reading: Tagged, drafts: readonly Draft[]): Draft[] {
  const taken = new Uint8Array(reading.length)
  for (const { content, cue, source } of drafts) {
    for (const { first, last } of [...content, ...cue, ...source]) taken.fill(1, first, last)
  }
  return reading.regions.flatMap((region) => {
    const quoted = rangeOf(reading, region)
    const free = !taken.subarray(quoted.first, quoted.last).includes(1)
    return (free && isSentence(reading, quoted) && led(reading, quoted)) || []
  })
}
