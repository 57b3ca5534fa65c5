// Whether a claim is put forward, denied or asked: by the cue, a question mark, or a bare negative answer; never by a "not" inside the content.
// [She] <denied> that the log was kept → denied; “Who keeps it?” <asked> → questioned; “No,” he <said> → denied.
import { ASKING, DENYING, KNOWING, NEGATING } from '../lexicon/stances-of-cues.ts'
import type { Polarity, Span } from '../types.ts'

export interface PolarityParts {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

const anyOf = (stems: readonly string[]): RegExp =>
  new RegExp(`(?:^|[^\\p{L}])(?:${stems.join('|').replaceAll('$', '(?!\\p{L})')})`, 'iu')

const denying = anyOf(DENYING)
const asking = anyOf(ASKING)
const knowing = anyOf(KNOWING)
const negating = new RegExp(`n['\u2019]t(?!\\p{L})|${anyOf(NEGATING).source}`, 'iu')

/** How much of a content is looked at from either end: enough for an answer's first words and a question's mark. */
const REACH = 160

const textOf = (text: string, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => text.slice(start, Math.min(end, start + REACH))).join(' ')

const OPENING_MARKS = /^[\s"'\u201c\u2018\u00ab`(\u2026.\u2014\u2013-]+/u

/** "No," "Not so", "It is not." and their like as the whole first sentence. */
const BARE_NEGATIVE =
  /^(?:(?:no|nope|never|nonsense|not so|not at all|not quite|certainly not|of course not|hardly)(?=$|[\s]*[,.;:!?"\u201d'\u2019\u2014\u2013-])|no (?:\u2014|because|god|sir|ma)|(?:[\p{L}'\u2019]+ ){1,4}?(?:(?:is|was|are|were|do|does|did|has|have|had|would|could|will|can|should|may|must)(?: not|n['\u2019]t)|cannot|can['\u2019]t|won['\u2019]t)(?:,? (?:actually|so|true))?\s*(?:$|[,.;!"\u201d\u2019\u2014\u2013]))/iu

/** An answer stands as its own sentence: "It would not." but not "said that she would not" or "said he would not". */
function answersNo(opening: string): boolean {
  const bare = opening.replace(OPENING_MARKS, '')
  return BARE_NEGATIVE.test(bare) && /^(?:\p{Lu}|no[,\s])/u.test(bare)
}

/** A turn that starts by asking asks, whatever it says after: "Whose room? Your friend says it is hers." */
function startsAsQuestion(content: string): boolean {
  return /^[^.!?\n]{1,120}\?/u.test(content.replace(OPENING_MARKS, ''))
}

/** The content's last sentence is a question: "Is that art, too?” */
function endsAsQuestion(text: string, content: readonly Span[]): boolean {
  const last = content.at(-1)
  if (!last) return false
  const tail = text.slice(Math.max(last.start, last.end - 8), last.end + 1)
  return /\?['"\u201d\u2019\u00bb)\s]*$/u.test(tail) || /\?['"\u201d\u2019\u00bb)]*.$/u.test(tail)
}

function byCue(cue: string, source: string, content: string): Polarity | null {
  const bare = content.replace(OPENING_MARKS, '')
  const negated = negating.test(cue) || /^(?:no|nobody|none|neither|nothing)(?!\p{L})/iu.test(source)
  if (denying.test(cue)) return negated ? 'asserted' : 'denied'
  if (asking.test(cue)) {
    if (negated) return 'asserted'
    return /^(?:that|to|for)(?!\p{L})/iu.test(bare) && /(?:^|\W)ask/i.test(cue) ? 'asserted' : 'questioned'
  }
  if (/(?:want|wish|like|love|need|demand)\p{L}* to know/iu.test(cue)) return 'questioned'
  if (negated) return knowing.test(cue) ? 'questioned' : 'denied'
  return null
}

/** Decided by the cue first, then by a bare negative answer, then by a question mark or an open "whether". */
export function polarityOf(text: string, { source, cue, content }: PolarityParts): Polarity {
  const opening = textOf(text, content.slice(0, 1))
  const found = byCue(textOf(text, cue), textOf(text, source.slice(0, 1)), opening)
  if (found) return found
  if (answersNo(opening)) return 'denied'
  if (endsAsQuestion(text, content)) return 'questioned'
  if (!/\p{L}/u.test(textOf(text, cue)) && startsAsQuestion(opening)) return 'questioned'
  return /^whether(?!\p{L})/iu.test(opening.replace(OPENING_MARKS, '')) ? 'questioned' : 'asserted'
}
