// One text read once: tokens, sentences and paragraphs as spans that everything else points into.
import { sentenceRanges } from './sentences.ts'
import { tokensOf } from './tokens.ts'
import type { Span } from './types.ts'

/** Whole tokens: `tokens[first]` up to, not including, `tokens[last]`. */
export interface Stretch extends Span {
  readonly first: number
  readonly last: number
}

export interface Sentence extends Stretch {
  /** Index into `paragraphs`. */
  readonly paragraph: number
}

export interface Document {
  readonly text: string
  readonly tokens: readonly Span[]
  /** Lines with at least one token; a paragraph is a line. */
  readonly paragraphs: readonly Stretch[]
  readonly sentences: readonly Sentence[]
}

const stretch = (tokens: readonly Span[], first: number, last: number): Stretch => ({
  start: tokens[first]?.start ?? 0,
  end: tokens[last - 1]?.end ?? 0,
  first,
  last,
})

function paragraphsOf(text: string, tokens: readonly Span[]): Stretch[] {
  const paragraphs: Stretch[] = []
  let first = 0
  let lineEnd = text.indexOf('\n')
  for (let index = 0; index <= tokens.length; index++) {
    const token = tokens[index]
    if (token && (lineEnd < 0 || token.start < lineEnd)) continue
    if (index > first) paragraphs.push(stretch(tokens, first, index))
    first = index
    if (token) lineEnd = text.indexOf('\n', token.start)
  }
  return paragraphs
}

export function read(text: string): Document {
  const tokens = tokensOf(text)
  const paragraphs = paragraphsOf(text, tokens)
  const sentences = paragraphs.flatMap((paragraph, index) =>
    sentenceRanges(text, tokens, paragraph.first, paragraph.last).map(([first, last]) => ({
      ...stretch(tokens, first, last),
      paragraph: index,
    })),
  )
  return { text, tokens, paragraphs, sentences }
}

/** The token as written; "" past either end. */
export function wordOf(document: Document, index: number): string {
  const token = document.tokens[index]
  return token ? document.text.slice(token.start, token.end) : ''
}
