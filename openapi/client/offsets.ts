// Offsets in JavaScript strings and offsets in Unicode code points, the one made of the other.

export interface Range {
  readonly start: number
  readonly end: number
}

/** A range in code points, as stored and exported, to one that `text.slice` takes. */
export function toUtf16(text: string, { start, end }: Range): Range {
  let points = 0
  let from: number | undefined
  for (let i = 0; i <= text.length; i += widthAt(text, i), points++) {
    if (points === start) from = i
    if (points === end) return rangeOf(from, i)
  }
  throw new RangeError(`The text has ${points - 1} code points; ${start}-${end} is not within it.`)
}

/** A range of a JavaScript string to one in code points. Half of a surrogate pair has none. */
export function toCodePoints(text: string, { start, end }: Range): Range {
  let points = 0
  let from: number | undefined
  for (let i = 0; i <= text.length; i += widthAt(text, i), points++) {
    if (i === start) from = points
    if (i === end) return rangeOf(from, points)
  }
  throw new RangeError(`${start}-${end} is not within the text, or cuts a surrogate pair.`)
}

const widthAt = (text: string, i: number): number => ((text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1)

function rangeOf(start: number | undefined, end: number): Range {
  if (start === undefined)
    throw new RangeError('A range ends where it starts or after, and cuts no surrogate pair.')
  return { start, end }
}
