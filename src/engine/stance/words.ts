// Reads a stretch of text as words with their families, and marks those that a negation governs: "is [no record]".
import type { Span } from '../types.ts'
import { stemOf } from './stems.ts'

export interface Word {
  /** Lower case, straight apostrophe. */
  readonly form: string
  readonly stem: string
  readonly span: Span
  /** Stands after "not", "no", "never" … in the same clause. */
  readonly negated: boolean
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu
const NEGATION =
  /^(?:no|not|never|nor|neither|nobody|nothing|none|without|cannot|hardly|scarcely|fails?|failed|.*n't)$/
/** A negation reaches this many words, unless punctuation or a contrast ends its clause before: "not a record but a letter". */
const REACH = 6
const CLAUSE_END = /[.,;:!?()—–]/
const CONTRAST = /^(?:but|because|although|though|unless)$/

/** A text longer than this is read up to here: claims are sentences, and a runaway span must not cost the request its time. */
const LONGEST = 20_000

/** Function words carry no topic; they still count as cues of style where a rule asks for them. */
const FUNCTION = new Set(
  `a an the and or but nor of to in on at by for from with without as is are was were be been being am do does did done doing has have had having
  it its he him his she her hers they them their theirs we us our ours you your yours i me my mine this that these those there here who whom whose
  which what when where why how if then than so such not no only just also too very can could may might must shall should will would cannot
  about into over under after before between through during against out up down off again once all any both each few more most other some own same
  s t d ll re ve m don't isn't it's he's she's that's one two ground grounds including`
    .split(/\s+/)
    .filter((word) => word !== 'own'),
)

export const isFunctionWord = (form: string): boolean => FUNCTION.has(form) || form.length < 2

/** The words of the given spans, in order. Negation does not reach from one span into the next. */
export function wordsOf(text: string, spans: readonly Span[]): Word[] {
  return spans.flatMap((span) => wordsIn(text, span))
}

function wordsIn(text: string, { start, end }: Span): Word[] {
  const piece = text.slice(start, Math.min(end, start + LONGEST))
  const words: Word[] = []
  let reach = 0
  let last = 0
  for (const match of piece.matchAll(WORD)) {
    const form = match[0].toLowerCase().replaceAll('’', "'")
    if (reach > 0 && CLAUSE_END.test(piece.slice(last, match.index))) reach = 0
    if (CONTRAST.test(form)) reach = 0
    last = match.index + match[0].length
    words.push({
      form,
      stem: stemOf(form),
      span: { start: start + match.index, end: start + last },
      negated: reach > 0,
    })
    reach = NEGATION.test(form) ? REACH : Math.max(0, reach - 1)
  }
  return words
}

/** The words of a text that stands by itself, such as a definition. */
export const wordsOfText = (text: string): Word[] => wordsOf(text, [{ start: 0, end: text.length }])

/** The words that carry meaning. */
export const topical = (words: readonly Word[]): Word[] => words.filter((word) => !isFunctionWord(word.form))
