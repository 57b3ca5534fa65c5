// The words of a text by paragraph, each paragraph read when first asked for: claims that share one share the reading.
import type { Span } from '../types.ts'
import { negate, type Word, wordsIn } from './words.ts'

export interface Paragraphs {
  /** Index of the paragraph that holds the offset. */
  at(offset: number): number
  span(paragraph: number): Span
  /** The words that lie wholly within the spans, in order. */
  words(spans: readonly Span[]): Word[]
}

export function paragraphsOf(text: string): Paragraphs {
  const starts = startsOf(text)
  const stems = new Map<string, string>()
  const read = new Map<number, Word[]>()
  const at = (offset: number): number => lastWithin(starts, offset, (start) => start)
  const span = (paragraph: number): Span => ({
    start: starts[paragraph] ?? 0,
    end: starts[paragraph + 1] ?? text.length,
  })
  const wordsOfParagraph = (paragraph: number): Word[] => {
    const known = read.get(paragraph) ?? wordsIn(text, span(paragraph), stems)
    read.set(paragraph, known)
    return known
  }
  const wordsWithin = ({ start, end }: Span): Word[] => {
    const words: Word[] = []
    for (let paragraph = at(start); paragraph < starts.length && span(paragraph).start < end; paragraph++) {
      const all = wordsOfParagraph(paragraph)
      for (let index = firstFrom(all, start); index < all.length; index++) {
        const word = all[index]
        if (word === undefined || word.end > end) break
        words.push(word)
      }
    }
    return negate(words)
  }
  return { at, span, words: (spans) => spans.flatMap(wordsWithin) }
}

/** Starts of paragraphs, ascending, 0 first. */
function startsOf(text: string): number[] {
  const starts = [0]
  for (const match of text.matchAll(/\n+/g)) starts.push(match.index + match[0].length)
  return starts
}

/** Index of the last item whose key is at or before the offset, 0 if none is. */
function lastWithin<Item>(items: readonly Item[], offset: number, keyOf: (item: Item) => number): number {
  let low = 0
  let high = items.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const item = items[middle]
    if (item !== undefined && keyOf(item) <= offset) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}

/** Index of the first word that begins at or after the offset. */
function firstFrom(words: readonly Word[], offset: number): number {
  const at = lastWithin(words, offset, (word) => word.start)
  const word = words[at]
  return word === undefined || word.start >= offset ? at : at + 1
}
