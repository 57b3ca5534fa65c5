// Regions between double quotation marks within one line: “…”, „…“, "…", ''…'', ``…'', «…».
// An unclosed mark runs to the end of its line: “First paragraph.⏎“Second paragraph,” she said.
import type { Region } from './region.ts'

const OPENING = new Set(['\u201c', '\u201e', '\u301d', '\u00ab', '``'])
const CLOSING = new Set(['\u201d', '\u301e', '\u00bb'])
const EITHER = new Set(['"', '\uff02', "''"])
const BEFORE_OPENING = /[\s([{\u2014\u2013\u2015-]/
const AFTER_CLOSING = /[\s)\]},.;:!?\u2014\u2013-]/

type Side = 'opens' | 'closes' | 'ignored'

/** Nearly every unit is none, and told by its number. */
const mayMark = (unit: number): boolean => unit > 127 || unit === 34 || unit === 39 || unit === 96

/** The double mark at `offset` ("" when there is none): two single marks count as one double. */
function markAt(text: string, offset: number): string {
  const mark = text[offset] ?? ''
  if ((mark === "'" || mark === '`') && text[offset + 1] === mark) return mark + mark
  return OPENING.has(mark) || CLOSING.has(mark) || EITHER.has(mark) ? mark : ''
}

/** Straight marks have no side of their own: the characters around them and what is open decide. */
function sideOf(
  text: string,
  mark: string,
  offset: number,
  line: { start: number; end: number },
  open: boolean,
): Side {
  if (OPENING.has(mark)) return open ? 'ignored' : 'opens'
  if (CLOSING.has(mark)) return open ? 'closes' : 'ignored'
  const after = offset + mark.length
  const afterGap = offset === line.start || BEFORE_OPENING.test(text[offset - 1] ?? ' ')
  const beforeGap = after >= line.end || AFTER_CLOSING.test(text[after] ?? ' ')
  if (open) return afterGap && !beforeGap ? 'ignored' : 'closes'
  return !afterGap && beforeGap ? 'ignored' : 'opens'
}

export function doubleRegions(text: string, start: number, end: number): Region[] {
  const regions: Region[] = []
  const line = { start, end }
  let open = -1
  for (let at = start; at < end; at++) {
    const mark = mayMark(text.charCodeAt(at)) ? markAt(text, at) : ''
    if (mark === '') continue
    const side = sideOf(text, mark, at, line, open >= 0)
    if (side === 'opens') open = at
    else if (side === 'closes') {
      regions.push({ start: open, end: at + mark.length, kind: 'double', closed: true })
      open = -1
    }
    at += mark.length - 1
  }
  if (open >= 0) regions.push({ start: open, end, kind: 'double', closed: false })
  return regions
}
