// The class of each UTF-16 unit or code point, remembered so that Unicode tables are asked once.

export const OTHER = 0
export const SPACE = 1
export const LETTER = 2
export const MARK = 3
export const DIGIT = 4

const classes = new Uint8Array(65536).fill(255)

function ask(character: string): number {
  if (/\p{L}/u.test(character)) return LETTER
  if (/\p{N}/u.test(character)) return DIGIT
  if (/\p{M}/u.test(character)) return MARK
  return /\s/u.test(character) ? SPACE : OTHER
}

/** Class of the code point that starts at `offset`; `OTHER` past the end. */
export function classAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset)
  if (Number.isNaN(unit)) return OTHER
  if (unit >= 0xd800 && unit <= 0xdbff) {
    const point = text.codePointAt(offset) ?? unit
    return point > 0xffff ? ask(String.fromCodePoint(point)) : OTHER
  }
  const known = classes[unit] ?? OTHER
  if (known !== 255) return known
  const found = ask(String.fromCharCode(unit))
  classes[unit] = found
  return found
}

/** Length in UTF-16 units of the code point at `offset`. */
export function widthAt(text: string, offset: number): number {
  return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1
}

export const isWordClass = (kind: number): boolean => kind >= LETTER
