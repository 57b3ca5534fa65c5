import { describe, expect, it } from 'vitest'
import { type Draft, spanOf } from '../../../src/engine/attribution/draft.ts'
import { readingOf } from '../../../src/engine/attribution/reading.ts'
import { wholeQuotations } from '../../../src/engine/attribution/whole-quotations.ts'
import { read } from '../../../src/engine/document.ts'

/** "{“It leaks,”} Fenn <said>. “It floods.”": contents and cue of one draft marked; the contents that come out. */
function whole(marked: string): string[] {
  const text = marked.replace(/[<>{}]/g, '')
  const reading = readingOf(read(text))
  const range = (part: string) => {
    const start = text.indexOf(part)
    const inside = reading.document.tokens.flatMap(({ start: at, end }, index) =>
      at >= start && end <= start + part.length ? [index] : [],
    )
    return { first: inside[0] ?? 0, last: (inside.at(-1) ?? 0) + 1 }
  }
  const parts = (pattern: RegExp) => [...marked.matchAll(pattern)].map(([, part = '']) => range(part))
  const draft: Draft = {
    content: parts(/\{([^}]*)\}/g),
    cue: parts(/<([^>]*)>/g),
    source: [],
    certainty: 1,
    form: 'cue',
  }
  return (wholeQuotations(reading, [draft])[0]?.content ?? []).map((piece) => {
    const { start, end } = spanOf(reading.document, piece)
    return text.slice(start, end)
  })
}

describe('quotations are whole', () => {
  const examples: [marked: string, contents: string[]][] = [
    ['“It {leaks,”} Fenn <said>.', ['“It leaks,”']],
    ['{“It leaks,”} Fenn <said>. “It has leaked for years.”', ['“It leaks,”', '“It has leaked for years.”']],
    [
      '{“Each time,”} Fenn <said>, pointing at it, “you say it leaks.”',
      ['“Each time,”', '“you say it leaks.”'],
    ],
    ['{“It leaks,”} Fenn <said>, beside a sign, “No Entry After Dark.”', ['“It leaks,”']],
    // What follows the speaker outside of marks is told by the article.
    ['{“It leaks,”} Fenn <said> {as the hall emptied}.', ['“It leaks,”']],
    ['{“It leaks,”} Fenn <said>, {and “badly” so}.', ['“It leaks,”', 'and “badly” so']],
    ['{That it leaks}, Fenn <said>, {was plain}.', ['That it leaks', 'was plain']],
    ['Fenn <said> {it leaks}.', ['it leaks']],
  ]
  it.each(examples)('%s', (marked, contents) => expect(whole(marked)).toEqual(contents))
})
