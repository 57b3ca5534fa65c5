// Reads a stretch of text as words with their families, and marks those that a negation governs: "is [no record]".
import type { Span } from '../types.ts'
import { isFunctionWord } from './function-words.ts'
import { stemOf } from './stems.ts'

export interface Word {
  /** Lower case, straight apostrophe. */
  readonly form: string
  readonly stem: string
  readonly start: number
  readonly end: number
  /** Carries meaning, unlike "the" or "of". */
  readonly topical: boolean
  /** Punctuation that ends a clause stands before it. */
  readonly opensClause: boolean
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

/** A stretch longer than this is read up to here: claims are sentences, and a runaway span must not cost the request its time. */
const LONGEST = 20_000

/** The words of one stretch. `stems` keeps what has been stemmed already, for the articles' many repetitions. */
export function wordsIn(text: string, { start, end }: Span, stems: Map<string, string> = new Map()): Word[] {
  const piece = text.slice(start, Math.min(end, start + LONGEST))
  const words: Word[] = []
  let last = 0
  for (const match of piece.matchAll(WORD)) {
    const form = match[0].toLowerCase().replaceAll('’', "'")
    const stem = stems.get(form) ?? stemOf(form)
    stems.set(form, stem)
    const opensClause = CLAUSE_END.test(piece.slice(last, match.index))
    last = match.index + match[0].length
    const place = { start: start + match.index, end: start + last }
    words.push({ form, stem, ...place, topical: !isFunctionWord(form), opensClause, negated: false })
  }
  return negate(words)
}

/** "nothing less than a search", "not only a search": these take the negation back. */
const TAKES_BACK = /^(?:less|short|only)$/

/** Marks what a negation governs. Done anew for every stretch, since a negation does not reach into a claim from outside it. */
export function negate(words: readonly Word[]): Word[] {
  let reach = 0
  return words.map((word) => {
    if (word.opensClause || CONTRAST.test(word.form)) reach = 0
    if (reach === REACH && TAKES_BACK.test(word.form)) reach = 0
    const negated = reach > 0
    reach = NEGATION.test(word.form) ? REACH : Math.max(0, reach - 1)
    return negated === word.negated ? word : { ...word, negated }
  })
}

/** The words of a text that stands by itself, such as a definition. */
export const wordsOfText = (text: string): Word[] => wordsIn(text, { start: 0, end: text.length })

/** The words that carry meaning. */
export const topical = (words: readonly Word[]): Word[] => words.filter((word) => word.topical)

/** The words that carry meaning, the first of each family. */
export function distinct(words: readonly Word[]): Word[] {
  const seen = new Set<string>()
  return words.filter((word) => {
    if (!word.topical || seen.has(word.stem)) return false
    seen.add(word.stem)
    return true
  })
}
