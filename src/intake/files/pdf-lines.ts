// The lines of a page of PDF, from pieces of text with their places; a wider gap between lines becomes a blank one.

export interface Piece {
  readonly str: string
  readonly hasEOL: boolean
  /** The last two are where it stands, from the left and from the bottom. */
  readonly transform: readonly number[]
  readonly height: number
}

/** Beyond this many heights of a line apart, lines belong to different paragraphs. */
const PARAGRAPH_GAP = 1.75

interface Line {
  text: string
  readonly y: number
  height: number
}

/** Blank strings stand between paragraphs. What the library gives beside pieces of text is left out. */
export function linesOf(items: readonly object[]): string[] {
  const lines: Line[] = []
  let isOpen = false
  for (const item of items) {
    if (!isPiece(item)) continue
    const last = lines.at(-1)
    if (isOpen && last) {
      last.text += item.str
      last.height = Math.max(last.height, item.height)
    } else if (item.str !== '') lines.push({ text: item.str, y: item.transform[5] ?? 0, height: item.height })
    isOpen = !item.hasEOL && (isOpen || item.str !== '')
  }
  const tidy = lines.map((line) => ({ ...line, text: tidied(line.text) })).filter(({ text }) => text !== '')
  const usual = usualGap(tidy)
  return tidy.flatMap((line, i) => {
    const before = tidy[i - 1]
    const gap = before ? Math.abs(before.y - line.y) : 0
    const isApart = gap > usual * 1.3 || gap > Math.max(before?.height ?? 0, line.height) * PARAGRAPH_GAP
    return before && isApart ? ['', line.text] : [line.text]
  })
}

const isPiece = (item: object): item is Piece => 'str' in item && 'transform' in item

/** Control characters are traces of the program that wrote it. */
const tidied = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** How far apart most lines stand; without end when there are too few to tell. */
function usualGap(lines: readonly Line[]): number {
  if (lines.length < 4) return Number.POSITIVE_INFINITY
  const gaps = lines
    .slice(1)
    .map((line, i) => Math.abs((lines[i]?.y ?? 0) - line.y))
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b)
  return gaps[gaps.length >> 1] ?? Number.POSITIVE_INFINITY
}
