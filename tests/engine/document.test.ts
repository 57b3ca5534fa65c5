import { describe, expect, it } from 'vitest'
import { read } from '../../src/engine/document.ts'

const words = (text: string) => read(text).tokens.map(({ start, end }) => text.slice(start, end))
const sentences = (text: string) => read(text).sentences.map(({ start, end }) => text.slice(start, end))

describe('tokens', () => {
  const examples: [text: string, tokens: string][] = [
    ['The U.S. paid 1,000.50 at 14:30.', 'The|U.S.|paid|1,000.50|at|14:30|.'],
    ['A well-known 24-year-old', 'A|well-known|24|-|year-old'],
    ["It isn't Vane's, they’ve said", "It|is|n't|Vane|'s|,|they|’ve|said"],
    ["''We can't''", "''|We|ca|n't|''"],
    ['“No”—she said…', '“|No|”|—|she|said|…'],
    ['§ 2703(a) 🙂 é', '§|2703|(|a|)|🙂|é'],
    ['', ''],
  ]
  it.each(examples)('%s', (text, tokens) => expect(words(text).join('|')).toBe(tokens))
})

describe('sentences', () => {
  const examples: [text: string, sentences: string[]][] = [
    ['Mr. Vane left at 5 p.m. and slept. She knew.', ['Mr. Vane left at 5 p.m. and slept.', 'She knew.']],
    ['“Why?” he asked. “Ask J. Orme.”', ['“Why?” he asked.', '“Ask J. Orme.”']],
    ['It lost in the U.S. The court agreed.', ['It lost in the U.S.', 'The court agreed.']],
    ['One line\nAnother. Third', ['One line', 'Another.', 'Third']],
  ]
  it.each(examples)('%s', (text, expected) => expect(sentences(text)).toEqual(expected))
})
