// Tokens: words with inner hyphens, numbers, initialisms, clitics on their own ("does|n't", "court|'s"), single marks.

import type { Span } from './types.ts'

const SPACE = 0
const LETTER = 1
const MARK = 2
const NUMBER = 3
const OTHER = 4

const kinds = new Uint8Array(0x250)
for (let code = 0; code < kinds.length; code++) kinds[code] = classify(String.fromCharCode(code))

function classify(character: string): number {
  if (/\s/u.test(character)) return SPACE
  if (/\p{L}/u.test(character)) return LETTER
  if (/\p{N}/u.test(character)) return NUMBER
  return /\p{M}/u.test(character) ? MARK : OTHER
}

function kindAt(text: string, at: number): number {
  const code = text.codePointAt(at)
  if (code === undefined) return SPACE
  return code < kinds.length ? (kinds[code] as number) : classify(String.fromCodePoint(code))
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

const isWordKind = (kind: number) => kind === LETTER || kind === MARK || kind === NUMBER
const isHyphen = (character: string | undefined) =>
  character === '-' || character === '\u2010' || character === '\u2011'
const isApostrophe = (character: string | undefined) => character === "'" || character === '\u2019'

/** All tokens of the text, in order, without white space. */
export function tokensOf(text: string): Span[] {
  const out: Span[] = []
  let at = 0
  while (at < text.length) {
    const kind = kindAt(text, at)
    if (kind === SPACE) {
      at++
      continue
    }
    const end = endOfToken(text, at, kind)
    out.push({ start: at, end })
    at = end
  }
  return splitClitics(text, out)
}

function endOfToken(text: string, at: number, kind: number): number {
  if (kind === LETTER) {
    const initials = endOfInitials(text, at)
    return initials > at ? initials : endOfWord(text, at)
  }
  if (kind === MARK) return endOfWord(text, at)
  if (kind === NUMBER) return endOfNumber(text, at)
  const character = text[at]
  if ((character === "'" || character === '`') && text[at + 1] === character) return at + 2
  return at + widthAt(text, at)
}

/** "U.S." and longer; a single letter with its full stop is not enough. */
function endOfInitials(text: string, start: number): number {
  let at = start
  let letters = 0
  while (kindAt(text, at) === LETTER) {
    const next = at + widthAt(text, at)
    if (text[next] !== '.') break
    at = next + 1
    letters++
  }
  return letters >= 2 ? at : start
}

function endOfWord(text: string, start: number): number {
  let at = endOfRun(text, start)
  while (isHyphen(text[at]) && isWordKind(kindAt(text, at + 1))) at = endOfRun(text, at + 1)
  return at
}

function endOfRun(text: string, start: number): number {
  let at = start
  while (at < text.length && isWordKind(kindAt(text, at))) at += widthAt(text, at)
  return at
}

/** "1,000", "3.5", "10:30". */
function endOfNumber(text: string, start: number): number {
  let at = endOfDigits(text, start)
  while (/[.,:]/.test(text[at] ?? '') && kindAt(text, at + 1) === NUMBER) at = endOfDigits(text, at + 1)
  return at
}

function endOfDigits(text: string, start: number): number {
  let at = start
  while (at < text.length && kindAt(text, at) === NUMBER) at += widthAt(text, at)
  return at
}

const CLITIC = /^(?:s|re|ve|ll|d|m)$/i

/** Word, apostrophe and ending become word and clitic: "court's" is court|'s, "didn't" is did|n't. */
function splitClitics(text: string, raw: readonly Span[]): Span[] {
  const out: Span[] = []
  for (let i = 0; i < raw.length; i++) {
    const word = raw[i] as Span
    const mark = raw[i + 1]
    const ending = raw[i + 2]
    const joined =
      mark !== undefined &&
      ending !== undefined &&
      mark.start === word.end &&
      ending.start === mark.end &&
      mark.end - mark.start === 1 &&
      ending.end - ending.start <= 2 &&
      isApostrophe(text[mark.start])
    if (!joined) {
      out.push(word)
      continue
    }
    const tail = text.slice(ending.start, ending.end)
    const head = text.slice(word.start, word.end)
    if (CLITIC.test(tail) && /^\p{L}+$/u.test(head)) {
      out.push(word, { start: mark.start, end: ending.end })
      i += 2
    } else if (/^t$/i.test(tail) && /.n$/i.test(head)) {
      out.push({ start: word.start, end: word.end - 1 }, { start: word.end - 1, end: ending.end })
      i += 2
    } else out.push(word)
  }
  return out
}
