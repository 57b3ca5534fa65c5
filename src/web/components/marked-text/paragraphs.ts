// Where the paragraphs of a text stand.

import type { Range } from './segments.ts'

/**
 * Blank lines part paragraphs; in a text without any, every line is one. What is only space belongs to none, and no
 * paragraph begins or ends with a line break.
 */
export function paragraphsOf(text: string): Range[] {
  const parting = /\n[^\S\n]*\n/.test(text.trim()) ? /\n(?:[^\S\n]*\n)+/g : /\n+/g
  const paragraphs: Range[] = []
  let start = 0
  for (const { index, 0: between } of text.matchAll(parting)) {
    paragraphs.push({ start, end: index })
    start = index + between.length
  }
  paragraphs.push({ start, end: text.length })
  return paragraphs.map((one) => withoutBreaks(text, one)).filter(({ start, end }) => end > start)
}

function withoutBreaks(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end)
  if (words.trim() === '') return { start, end: start }
  const before = /^(?:[^\S\n]*\n)*/.exec(words)?.[0].length ?? 0
  const after = /(?:\n[^\S\n]*)*$/.exec(words)?.[0].length ?? 0
  return { start: start + before, end: end - after }
}
