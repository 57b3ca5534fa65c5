// Tokens: words with inner hyphens, numbers, initialisms, clitics on their own (court|'s, did|n't), single marks.
// They match the convention by which span scorers of this field compare, so boundaries agree with annotated corpora.
import { classAt, DIGIT, isWordClass, LETTER, OTHER, SPACE, widthAt } from './characters.ts'
import type { Span } from './types.ts'

const HYPHEN = /[-\u2010\u2011]/
const CLITIC = /^(?:s|re|ve|ll|d|m)$/i

function wordEnd(text: string, offset: number): number {
  let at = offset
  while (at < text.length && isWordClass(classAt(text, at))) at += widthAt(text, at)
  return at
}

/** "U.S." and longer; one letter with its stop is not enough. */
function initialsEnd(text: string, offset: number): number {
  let at = offset
  let count = 0
  while (classAt(text, at) === LETTER) {
    const dot = at + widthAt(text, at)
    if (text[dot] !== '.') break
    at = dot + 1
    count++
  }
  return count >= 2 ? at : offset
}

/** "1,000.50", "14:30". */
function numberEnd(text: string, offset: number): number {
  let at = offset
  for (;;) {
    while (classAt(text, at) === DIGIT) at += widthAt(text, at)
    const mark = text[at]
    if ((mark === '.' || mark === ',' || mark === ':') && classAt(text, at + 1) === DIGIT) at++
    else return at
  }
}

function hyphenatedEnd(text: string, offset: number): number {
  let at = wordEnd(text, offset)
  while (HYPHEN.test(text[at] ?? '') && isWordClass(classAt(text, at + 1))) at = wordEnd(text, at + 1)
  return at
}

function tokenEnd(text: string, offset: number, kind: number): number {
  if (kind === DIGIT) return numberEnd(text, offset)
  if (kind !== OTHER) {
    const initials = kind === LETTER ? initialsEnd(text, offset) : offset
    return initials > offset ? initials : hyphenatedEnd(text, offset)
  }
  const mark = text[offset]
  if ((mark === "'" || mark === '`') && text[offset + 1] === mark) return offset + 2
  return offset + widthAt(text, offset)
}

function rawTokens(text: string): Span[] {
  const tokens: Span[] = []
  let at = 0
  while (at < text.length) {
    const kind = classAt(text, at)
    if (kind === SPACE) {
      at++
      continue
    }
    const end = tokenEnd(text, at, kind)
    tokens.push({ start: at, end })
    at = end
  }
  return tokens
}

const isApostrophe = (text: string, token: Span): boolean => {
  const mark = text[token.start]
  return token.end - token.start === 1 && (mark === "'" || mark === '\u2019')
}

/** Where word, apostrophe and tail are cut in two: before 's, before n't, or -1 when they stay three tokens. */
function cliticCut(text: string, word: Span, apostrophe: Span, tail: Span): number {
  if (apostrophe.start !== word.end || tail.start !== apostrophe.end || !isApostrophe(text, apostrophe))
    return -1
  if (tail.end - tail.start > 2) return -1
  const ending = text.slice(tail.start, tail.end)
  if (CLITIC.test(ending) && /^\p{L}+$/u.test(text.slice(word.start, word.end))) return word.end
  const negated = /^t$/i.test(ending) && /n/i.test(text[word.end - 1] ?? '') && word.end - word.start > 1
  return negated ? word.end - 1 : -1
}

/** All tokens of the text in order; white space belongs to none. */
export function tokensOf(text: string): Span[] {
  const raw = rawTokens(text)
  const tokens: Span[] = []
  for (let index = 0; index < raw.length; index++) {
    const word = raw[index]
    const apostrophe = raw[index + 1]
    const tail = raw[index + 2]
    if (!word) break
    const cut = apostrophe && tail ? cliticCut(text, word, apostrophe, tail) : -1
    if (cut < 0 || !tail) {
      tokens.push(word)
      continue
    }
    tokens.push({ start: word.start, end: cut }, { start: cut, end: tail.end })
    index += 2
  }
  return tokens
}
