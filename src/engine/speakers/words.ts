// The document's words as names are read from them: "Kestrel Post's" is Kestrel Post with a possessive, "Mr." one word.
import { classAt, DIGIT, LETTER } from '../characters.ts'
import type { Document } from '../document.ts'
import { KeptFacts } from '../kept-facts.ts'
import { ABBREVIATIONS } from '../lexicon/abbreviations.ts'
import { COMPANY_SUFFIXES } from './lexicon/bodies.ts'

export interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Lower case, curly apostrophes straightened, without the stop of an abbreviation. */
  readonly lower: string
  readonly capital: boolean
  readonly allCapitals: boolean
  possessive: boolean
  /** What stands between the word before and this one, white space as one blank; a line break after a new line. */
  readonly before: string
  readonly sentence: number
  readonly paragraph: number
  /** First word of its sentence, or first after an opening mark or a colon: its capital says little. */
  readonly opens: boolean
}

const APOSTROPHE = /^['\u2019]$/
const OPENING = /["\u201c\u2018:\u2014\u2013]\s?$|(?:^|\s)'+$/
const POSSESSIVE = /^['\u2019]s$/i

interface Draft {
  start: number
  end: number
  possessive: boolean
}

/** Longest name or gap that is looked at; longer ones are cut, so that odd texts stay linear. */
const LONGEST = 60

/** Token stretches that make words, over one range of tokens. */
function draftsOf(document: Document, first: number, last: number): Draft[] {
  const { text, tokens } = document
  const drafts: Draft[] = []
  let previous: Draft | undefined
  for (let index = first; index < last; index++) {
    const token = tokens[index]
    if (!token) break
    const touching = previous !== undefined && previous.end === token.start
    const piece = text.slice(token.start, Math.min(token.end, token.start + LONGEST))
    if (previous && touching && POSSESSIVE.test(piece)) {
      previous.possessive = true
      previous = undefined
    } else if (startsWord(text, token.start)) {
      previous = { start: token.start, end: token.end, possessive: false }
      drafts.push(previous)
    } else if (previous && touching && piece === '.' && takesStop(text.slice(previous.start, previous.end))) {
      previous.end = token.end
    } else if (previous && touching && APOSTROPHE.test(piece)) {
      index = joinApostrophe(document, previous, index)
    } else previous = undefined
  }
  return drafts
}

function startsWord(text: string, offset: number): boolean {
  const kind = classAt(text, offset)
  return kind === LETTER || kind === DIGIT
}

const takesStop = (word: string): boolean => {
  const lower = word.toLowerCase()
  return (
    /^\p{Lu}$/u.test(word) ||
    ((ABBREVIATIONS.has(lower) || COMPANY_SUFFIXES.has(lower)) && /^\p{Lu}/u.test(word))
  )
}

/** "O" + "'" + "Brien" is one word; "nurses" + "'" is a plural possessive. Answers the last token used. */
function joinApostrophe(document: Document, word: Draft, index: number): number {
  const { text, tokens } = document
  const mark = tokens[index]
  const next = tokens[index + 1]
  const glued =
    mark && next && next.start === mark.end && /^\p{L}/u.test(text.slice(next.start, next.start + 2))
  if (glued && word.end - word.start <= 2) {
    word.end = next.end
    return index + 1
  }
  if (/[sz]$/i.test(text[word.end - 1] ?? '') && !glued) word.possessive = true
  return index
}

/** Lower case, apostrophes straight, without a stop at the end unless another stands before it. */
function plain(text: string): string {
  const lower = text.toLowerCase().replaceAll('\u2019', "'")
  const stop = lower.indexOf('.')
  return stop >= 0 && stop === lower.length - 1 ? lower.slice(0, -1) : lower
}

/** White space as one blank, or as a line break where it holds one. */
const gapOf = (text: string): string =>
  text === ' ' || text === '' ? text : text.replace(/\s+/g, (space) => (space.includes('\n') ? '\n' : ' '))

/** Capital letters of plain English are told without asking Unicode. */
function isCapital(text: string): boolean {
  const unit = text.charCodeAt(0)
  return unit < 128 ? unit >= 65 && unit <= 90 : /^\p{Lu}/u.test(text)
}

/** What is told by the word as it is written. */
type Written = Pick<Word, 'text' | 'lower' | 'capital' | 'allCapitals'>

/** One string for a word that recurs also makes every look-up of it cheaper. */
const written = new KeptFacts(20_000, (text): Written => {
  const capital = isCapital(text)
  return {
    text,
    lower: plain(text),
    capital,
    allCapitals: capital && /^\p{Lu}[\p{Lu}\p{M}.\-\u2019']+$/u.test(text),
  }
})

/** A blank opens nothing; most gaps are one. */
const opensAfter = (gap: string): boolean => gap !== ' ' && OPENING.test(gap)

export function wordsOf(document: Document): Word[] {
  const words: Word[] = []
  let reach = 0
  document.sentences.forEach((sentence, number) => {
    draftsOf(document, sentence.first, sentence.last).forEach((draft, position) => {
      const { text, lower, capital, allCapitals } = written.of(
        document.text.slice(draft.start, Math.min(draft.end, draft.start + LONGEST)),
      )
      const gap = gapOf(document.text.slice(reach, Math.min(draft.start, reach + LONGEST)))
      words.push({
        start: draft.start,
        end: draft.end,
        possessive: draft.possessive,
        text,
        lower,
        capital,
        allCapitals,
        before: gap,
        sentence: number,
        paragraph: sentence.paragraph,
        opens: position === 0 || opensAfter(gap),
      })
      reach = draft.end
    })
  })
  return words
}

/** Index of the first word that ends after the offset. */
export function wordAt(words: readonly Word[], offset: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
