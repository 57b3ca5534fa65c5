// The words around a claim that one needs to judge it: its paragraphs, and no more than can be read at a glance.

import type { Span } from '../../../../openapi/client/index.ts'
import { type Part, segmentsOf } from '../marked-text/segments.ts'

export interface Piece {
  readonly text: string
  readonly part: Part | null
}

export interface Passage {
  /** The paragraph before, or its end: what "that" may point at. Empty at the beginning. */
  readonly before: string
  readonly pieces: readonly Piece[]
  /** Whether words before or after were left out of the paragraph. */
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

type Marked = Readonly<Record<Part, readonly Span[]>>
const PARTS: readonly Part[] = ['content', 'cue', 'source']

/** Code units on either side of what the claim covers, at most. */
const MOST_AROUND = 700
/** Code units of the paragraph before, at most. */
const MOST_BEFORE = 400

/** The paragraphs that the claim's spans stand in. Offsets are UTF-16, half-open. */
export function passageOf(text: string, marked: Marked): Passage {
  const spans = [...marked.content, ...marked.cue, ...marked.source]
  const first = Math.min(...spans.map(({ start }) => start))
  const last = Math.max(...spans.map(({ end }) => end))
  const paragraphStart = text.lastIndexOf('\n', first - 1) + 1
  const lineEnd = text.indexOf('\n', last)
  const paragraphEnd = lineEnd < 0 ? text.length : lineEnd
  const start = wordStart(text, Math.max(paragraphStart, first - MOST_AROUND), first)
  const end = wordEnd(text, Math.min(paragraphEnd, last + MOST_AROUND), last)
  return {
    before: paragraphBefore(text, paragraphStart),
    pieces: piecesOf(text, start, end, marked),
    cutBefore: start > paragraphStart,
    cutAfter: end < paragraphEnd,
  }
}

function paragraphBefore(text: string, start: number): string {
  const earlier = text.slice(Math.max(0, start - 4 * MOST_BEFORE), start).trimEnd()
  const paragraph = earlier.slice(earlier.lastIndexOf('\n') + 1)
  if (paragraph.length <= MOST_BEFORE) return paragraph
  const at = paragraph.length - MOST_BEFORE
  return `… ${paragraph.slice(wordStart(paragraph, at, paragraph.length))}`
}

/** Forward to where a word begins, so that none is cut; never beyond `limit`. */
function wordStart(text: string, at: number, limit: number): number {
  if (at === 0 || /\s/.test(text.charAt(at - 1))) return at
  const space = text.slice(at, limit).search(/\s/)
  return space < 0 ? limit : at + space + 1
}

/** Back to where a word ends; never before `limit`. */
function wordEnd(text: string, at: number, limit: number): number {
  if (at === text.length || /\s/.test(text.charAt(at))) return at
  const back = text.slice(limit, at).search(/\s\S*$/)
  return back < 0 ? limit : limit + back
}

/** Content goes before cue and source where they overlap, as in hearsay. */
function piecesOf(text: string, start: number, end: number, marked: Marked): Piece[] {
  const marks = PARTS.flatMap((part) => marked[part].map((span) => ({ ...span, part, id: part })))
  return segmentsOf({ start, end }, marks).map((segment) => ({
    text: text.slice(segment.start, segment.end),
    part: PARTS.find((part) => segment.marks.some((mark) => mark.part === part)) ?? null,
  }))
}
