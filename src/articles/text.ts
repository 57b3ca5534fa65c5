// The one text of an article: what is kept of what was given, and its two ways of counting.

import { createHash } from 'node:crypto'

/** As given, but for line ends and Unicode's normal form: CRLF becomes LF, and letters are composed (NFC). */
export const normalize = (given: string): string => given.replace(/\r\n/g, '\n').normalize('NFC')

export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Turns offsets between UTF-16 code units (inside) and Unicode code points (the API's unit). */
export interface Offsets {
  /** Code points before the UTF-16 offset. An offset inside a surrogate pair counts the pair as not yet passed. */
  toPoints(utf16: number): number
  /** UTF-16 offset after so many code points; the text's length when there are not as many. */
  toUtf16(points: number): number
}

const SURROGATE = /[\uD800-\uDBFF]/

export function offsetsOf(text: string): Offsets {
  const clamp = (n: number) => Math.min(n, text.length)
  if (!SURROGATE.test(text)) return { toPoints: clamp, toUtf16: clamp }
  // Where each surrogate pair begins, in order: all that the two counts differ by.
  const pairs: number[] = []
  for (let i = 0; i < text.length - 1; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00)
      pairs.push(i++)
  }
  return {
    toPoints: (utf16) => clamp(utf16) - below(pairs, (at) => at + 2 <= clamp(utf16)),
    toUtf16: (points) => clamp(points + below(pairs, (at, i) => at - i < points)),
  }
}

/** How many of the sorted entries, from the first on, pass the test. */
function below(pairs: readonly number[], passes: (at: number, i: number) => boolean): number {
  let low = 0
  let high = pairs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(pairs[middle] ?? 0, middle)) low = middle + 1
    else high = middle
  }
  return low
}
