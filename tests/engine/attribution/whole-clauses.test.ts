import { describe, expect, it } from 'vitest'
import type { Draft, Range } from '../../../src/engine/attribution/draft.ts'
import { readingOf } from '../../../src/engine/attribution/reading.ts'
import { wholeClauses } from '../../../src/engine/attribution/whole-clauses.ts'
import { read } from '../../../src/engine/document.ts'

/** "<said> {that it} leaks": cue and content marked; the content that comes out. */
function whole(marked: string): string {
  const text = marked.replace(/[<>{}]/g, '')
  const reading = readingOf(read(text))
  const { tokens } = reading.document
  const range = (part: string): Range => {
    const start = text.indexOf(part)
    const inside = tokens.flatMap(({ start: at, end }, index) =>
      at >= start && end <= start + part.length ? [index] : [],
    )
    return { first: inside[0] ?? 0, last: (inside.at(-1) ?? 0) + 1 }
  }
  const drafts = [...marked.matchAll(/<([^>]*)>[^{]*\{([^}]*)\}/g)].map(
    ([, cue = '', content = '']): Draft => ({
      cue: [range(cue)],
      content: [range(content)],
      source: [],
      certainty: 1,
      form: 'cue',
    }),
  )
  const piece = wholeClauses(reading, drafts)[0]?.content[0]
  return text.slice(tokens[piece?.first ?? 0]?.start, tokens[(piece?.last ?? 1) - 1]?.end)
}

describe('reported speech in mid-phrase', () => {
  const examples: [marked: string, content: string][] = [
    ['Fenn <said> {that the lock leaks} in winter.', 'that the lock leaks in winter'],
    ['Fenn <said> {it leaks} and, in May, floods the yard.', 'it leaks and, in May, floods the yard'],
    ['Fenn <said> {it leaks}, which is true.', 'it leaks'],
    ['Fenn <said> {it leaks}.', 'it leaks'],
    ['Fenn <said> {it leaks} and Orme <added> {that it floods}.', 'it leaks'],
    ['Fenn <said> {it leaks} “like a sieve”.', 'it leaks'],
    ['Fenn <said> {the lock was “sound”} in May.', 'the lock was “sound” in May'],
    ['Fenn <said> {“it leaks,”} a line of hers.', '“it leaks,”'],
    ['Fenn <said> {it leaks} badly. Orme left.', 'it leaks badly'],
  ]
  it.each(examples)('%s', (marked, content) => expect(whole(marked)).toBe(content))
})
