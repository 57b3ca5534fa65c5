// One text read once: its tokens, sentences and paragraphs as spans that everything else points into.

import { firstEndingAfter } from './span.ts'
import { sentencesOf } from './sentences.ts'
import { tokensOf } from './tokens.ts'
import type { Span } from './types.ts'

/** A stretch of whole tokens: `tokens[from]` to `tokens[to - 1]`, never empty. */
export interface Stretch extends Span {
  readonly from: number
  readonly to: number
}

export interface Sentence extends Stretch {
  /** Index into `paragraphs`. */
  readonly paragraph: number
}

export interface Document {
  readonly text: string
  readonly tokens: readonly Span[]
  /** The words of the tokens, as written. */
  readonly words: readonly string[]
  readonly sentences: readonly Sentence[]
  /** Non-blank lines; the spans run from the first to the last token. */
  readonly paragraphs: readonly Stretch[]
}

export function read(text: string): Document {
  const tokens = tokensOf(text)
  const words = tokens.map(({ start, end }) => text.slice(start, end))
  const paragraphs = paragraphsOf(text, tokens)
  const sentences = paragraphs.flatMap(({ from, to }, paragraph) =>
    sentencesOf(text, tokens, from, to).map((range) => ({ ...stretch(tokens, range.from, range.to), paragraph })),
  )
  return { text, tokens, words, sentences, paragraphs }
}

export function stretch(tokens: readonly Span[], from: number, to: number): Stretch {
  return { from, to, start: (tokens[from] as Span).start, end: (tokens[to - 1] as Span).end }
}

/** Token range [from, to) of every token that shares a character with the span; empty when there is none. */
export function tokenRange(document: Document, { start, end }: Span): { from: number; to: number } {
  const from = firstEndingAfter(document.tokens, start)
  let to = from
  while (to < document.tokens.length && (document.tokens[to] as Span).start < end) to++
  return { from, to }
}

function paragraphsOf(text: string, tokens: readonly Span[]): Stretch[] {
  const out: Stretch[] = []
  let from = 0
  for (let i = 1; i <= tokens.length; i++) {
    const before = tokens[i - 1] as Span
    const here = tokens[i]
    if (here !== undefined && !hasLineBreak(text, before.end, here.start)) continue
    out.push(stretch(tokens, from, i))
    from = i
  }
  return out
}

function hasLineBreak(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return true
  }
  return false
}
