// Moves the ends of a range of text by words or by characters, and puts one where a hand has pointed.

import type { Range } from './segments.ts'

export type End = 'start' | 'end'
export type Step = 'word' | 'character'
export type Direction = -1 | 1

/** Characters looked at around an offset; twice as many when there is no boundary among them. */
const WINDOW = 200

/** The range with one end a step on; the same when there is nowhere to go, so that it is never empty. */
export function moved(text: string, range: Range, end: End, step: Step, direction: Direction): Range {
  for (let reach = WINDOW; ; reach *= 2) {
    const boundaries = boundariesNear(text, range[end], reach, end, step).filter((at) =>
      end === 'start' ? at < range.end : at > range.start,
    )
    const found =
      direction < 0 ? boundaries.findLast((at) => at < range[end]) : boundaries.find((at) => at > range[end])
    if (found !== undefined) return { ...range, [end]: found }
    if (reach >= text.length) return range
  }
}

/** The range with one end at the word nearest to where a hand points; past the other end it stays apart from it. */
export function placed(text: string, range: Range, end: End, at: number): Range {
  const boundaries = boundariesNear(text, at, WINDOW, end, 'word').filter((one) =>
    end === 'start' ? one < range.end : one > range.start,
  )
  const nearest = boundaries.reduce<number | undefined>(
    (best, one) => (best === undefined || Math.abs(one - at) < Math.abs(best - at) ? one : best),
    undefined,
  )
  return nearest === undefined ? range : { ...range, [end]: nearest }
}

/** Without the space around it; null when there is nothing else. */
export function trimmed(text: string, { start, end }: Range): Range | null {
  const words = text.slice(start, end)
  const kept = words.trim()
  if (kept === '') return null
  const from = start + words.indexOf(kept)
  return { start: from, end: from + kept.length }
}

/** Where words begin (for a start) or end (for an end); or the characters as readers count them. */
function boundariesNear(text: string, at: number, reach: number, end: End, step: Step): number[] {
  const from = Math.max(0, at - reach)
  const to = Math.min(text.length, at + reach)
  const granularity = step === 'word' ? 'word' : 'grapheme'
  const pieces = [...new Intl.Segmenter(undefined, { granularity }).segment(text.slice(from, to))].map(
    ({ index, segment, isWordLike = true }) => ({
      start: from + index,
      end: from + index + segment.length,
      isWordLike,
    }),
  )
  return (
    pieces
      .filter(({ isWordLike }) => isWordLike)
      // What touches the edge of the window may go on beyond it.
      .filter(({ start, end }) => (start > from || from === 0) && (end < to || to === text.length))
      .map((piece) => piece[end])
  )
}
