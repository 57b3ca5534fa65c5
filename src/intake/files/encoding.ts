// Bytes as text: UTF-8, UTF-16 with its mark, Windows-1252 where nothing speaks against it. Anything else is refused,
// since a wrong guess would garble names and quotation marks without anybody noticing.

import { isUtf8 } from 'node:buffer'
import { Unreadable } from './reading.ts'

/** `declared` is the encoding that the file itself names, as HTML does; it is believed where the bytes allow it. */
export function decoded(bytes: Uint8Array, declared?: string): string {
  const [a, b, c, d] = bytes
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff))
    throw unknown('It is UTF-32.')
  if (a === 0xff && b === 0xfe) return by('utf-16le', bytes)
  if (a === 0xfe && b === 0xff) return by('utf-16be', bytes)
  if (bytes.includes(0)) throw unknown('It holds NUL bytes, as UTF-16 without a byte order mark does.')
  if (isUtf8(bytes)) return by('utf-8', bytes)
  if (declared !== undefined && !/^utf-?(8|16)/i.test(declared)) return by(declared, bytes)
  return windows1252(bytes)
}

const DECLARED = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i

/** The encoding that a page of HTML names for itself; browsers look at its first kilobyte, too. */
export const declaredIn = (bytes: Uint8Array): string | undefined =>
  DECLARED.exec(Buffer.from(bytes.subarray(0, 2048)).toString('latin1'))?.[1]

function by(encoding: string, bytes: Uint8Array): string {
  try {
    return withQuotationMarks(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch {
    throw unknown(`It is marked as ${encoding} and is not.`)
  }
}

/** What Windows-1252 has from 0x80 to 0x9f; five places are empty. */
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Several versions of Node decode Windows-1252 as Latin-1, in which quotation marks and dashes become controls that no
 * text has. So wherever those stand, the signs were meant.
 */
export const withQuotationMarks = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (control) => SIGNS[control.charCodeAt(0) - 0x80] ?? control)

/** Letters of western languages; and the controls that no text has, as which the bytes that stand for nothing are read. */
const LETTER = /[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ffŠšŒœŽžŸªº]/
const NO_CHARACTER = /[^\t-\r\P{Cc}]/u

/**
 * What other encodings look like when they are read as this one: a sign within a word (`Wa³êsa`, `caf‚`), a capital
 * after a small letter (`donÕt`), or a text that is mostly such letters (Cyrillic, Greek, Chinese).
 */
function windows1252(bytes: Uint8Array): string {
  const text = withQuotationMarks(Buffer.from(bytes).toString('latin1'))
  const beyond = [...text.matchAll(/\P{ASCII}/gu)].map(({ index }) => index)
  const letters = text.match(/[A-Za-z]/g)?.length ?? 0
  const odd = NO_CHARACTER.test(text) || beyond.length > letters / 4 || beyond.some((at) => isOdd(text, at))
  if (odd) throw unknown('It is neither UTF-8 nor Windows-1252.')
  return text
}

function isOdd(text: string, at: number): boolean {
  const [before, here, after] = [text[at - 1] ?? ' ', text[at] ?? ' ', text[at + 1] ?? ' ']
  if (/[À-ÖØ-Þ]/.test(here)) return /[a-zß-öø-ÿ]/.test(before)
  // Dashes, dots, apostrophes and a soft hyphen do stand between letters.
  return LETTER.test(before) && LETTER.test(after) && !LETTER.test(here) && !/[’‘–—…·\u00a0\u00ad]/.test(here)
}

const unknown = (why: string) =>
  new Unreadable('unknown_encoding', `${why} Save it as UTF-8 and send it again; nothing was guessed.`)
