// Texts with marks, by brackets: where they are cut, where paragraphs stand, how ends move.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moved, placed, trimmed } from '../../src/web/components/marked-text/ends.ts'
import { paragraphsOf } from '../../src/web/components/marked-text/paragraphs.ts'
import {
  type Mark,
  marksOfEach,
  type Range,
  segmentsOf,
  stretchAt,
} from '../../src/web/components/marked-text/segments.ts'

const OPENING = '[{<'
const CLOSING = ']}>'

/** `a[b{c]d}`: marks called [ and {, over the text without brackets. A name opened again is another piece. */
function read(marked: string): { text: string; marks: Mark[] } {
  let text = ''
  const open = new Map<string, number>()
  const marks: Mark[] = []
  for (const letter of marked) {
    const id = OPENING[CLOSING.indexOf(letter)] ?? ''
    if (OPENING.includes(letter)) open.set(letter, text.length)
    else if (CLOSING.includes(letter))
      marks.push({ id, part: 'content', start: open.get(id) ?? 0, end: text.length })
    else text += letter
  }
  return { text, marks }
}

const cut = (marked: string): string[] => {
  const { text, marks } = read(marked)
  return segmentsOf({ start: 0, end: text.length }, marks).map(
    (segment) => `${segment.marks.map(({ id }) => id).join('')} ${text.slice(segment.start, segment.end)}`,
  )
}

describe('a text with marks is cut', () => {
  it.each([
    ['where there are none, not at all', 'plain words', [' plain words']],
    ['where one begins and ends', 'a [claim] here', [' a ', '[ claim', '  here']],
    [
      'where one lies in another, the outermost first',
      '[He said {she lies} often]',
      ['[ He said ', '[{ she lies', '[  often'],
    ],
    ['where two begin together, the longer first', '{[both] more}', ['{[ both', '{  more']],
    ['where they overlap', '[a{b]c}', ['[ a', '[{ b', '{ c']],
    ['where one goes on after a pause', '[one] pause [two]', ['[ one', '  pause ', '[ two']],
    ['where three lie in each other', '<a{b[c]}>', ['< a', '<{ b', '<{[ c']],
    ['beside characters of two code units', '😀[😀]😀', [' 😀', '[ 😀', ' 😀']],
    ['not where one is empty', 'a[]b', [' ab']],
  ])('%s', (_what, marked, pieces) => {
    expect(cut(marked)).toEqual(pieces)
  })

  it('so that the pieces are the stretch, and each knows all that covers it', () => {
    const range = fc
      .tuple(fc.nat(60), fc.nat(60))
      .map(([a, b]): Range => ({ start: Math.min(a, b), end: Math.max(a, b) }))
    fc.assert(
      fc.property(range, fc.array(range, { maxLength: 12 }), (stretch, ranges) => {
        fc.pre(stretch.start < stretch.end)
        const marks = ranges.map((one, i): Mark => ({ ...one, id: String(i), part: 'content' }))
        const segments = segmentsOf(stretch, marks)
        expect(segments[0]?.start).toBe(stretch.start)
        expect(segments.at(-1)?.end).toBe(stretch.end)
        segments.forEach((segment, i) => {
          expect(segment.end).toBeGreaterThan(segment.start)
          if (i > 0) expect(segment.start).toBe(segments[i - 1]?.end)
          const covering = marks.filter(({ start, end }) => start <= segment.start && end >= segment.end)
          expect(new Set(segment.marks)).toEqual(new Set(covering))
          expect(
            segment.marks.every(
              (mark, n) => n === 0 || lengthOf(mark) <= lengthOf(segment.marks[n - 1] ?? mark),
            ),
          ).toBe(true)
        })
      }),
      { numRuns: 300 },
    )
  })
})

const lengthOf = ({ start, end }: Range) => end - start

describe('paragraphs', () => {
  it.each([
    [
      'stand between blank lines',
      'One\nof two lines.\n\nTwo.\n \n\nThree.',
      ['One\nof two lines.', 'Two.', 'Three.'],
    ],
    ['are lines where no line is blank', 'One.\nTwo.\nThree.', ['One.', 'Two.', 'Three.']],
    ['lose no indentation', '\n\n  One.\n\nTwo.  \n', ['  One.', 'Two.  ']],
    ['are none in what is only space', ' \n\n ', []],
    ['are none in nothing', '', []],
  ])('%s', (_what, text, paragraphs) => {
    expect(paragraphsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(paragraphs)
  })

  it('hold each mark that reaches into them, and every offset belongs to one', () => {
    const stretches = paragraphsOf('One.\n\nTwo.\n\nThree.')
    const mark = (start: number, end: number): Mark => ({ id: `${start}`, part: 'cue', start, end })
    const found = marksOfEach(stretches, [mark(0, 3), mark(2, 8), mark(12, 14), mark(4, 6)])
    expect(found.map((marks) => marks.map(({ id }) => id))).toEqual([['0', '2'], ['2'], ['12']])
    expect([0, 4, 5, 6, 11, 12, 99].map((at) => stretchAt(stretches, at))).toEqual([0, 1, 1, 1, 2, 2, 2])
  })
})

/** The range in brackets, moved, in brackets again. */
const shown = (text: string, { start, end }: Range) =>
  `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`
const ranged = (marked: string) => {
  const { text, marks } = read(marked)
  return { text, range: { start: marks[0]?.start ?? 0, end: marks[0]?.end ?? 0 } }
}

describe('an end moves', () => {
  it.each([
    ['a word [on] and on', 'end', 'word', 1, 'a word [on and] on'],
    ['a word [on and] on', 'end', 'word', -1, 'a word [on] and on'],
    ['a word [on] and on', 'end', 'word', -1, 'a word [on] and on'],
    ['a word [on] and on', 'start', 'word', -1, 'a [word on] and on'],
    ['a [word on] and on', 'start', 'word', 1, 'a word [on] and on'],
    ['a word [on] and on', 'start', 'word', 1, 'a word [on] and on'],
    ['[a] “quoted” word', 'end', 'word', 1, '[a “quoted]” word'],
    ['[a “quoted]” word', 'end', 'character', 1, '[a “quoted”] word'],
    ['so [👩‍👩‍👧 is] here', 'start', 'character', 1, 'so 👩‍👩‍👧[ is] here'],
    ['הוא [אמר] לה', 'end', 'word', 1, 'הוא [אמר לה]'],
    ['the [last]', 'end', 'word', 1, 'the [last]'],
    [`[a]${' '.repeat(900)}b`, 'end', 'word', 1, `[a${' '.repeat(900)}b]`],
  ] as const)('%s: %s by a %s, %i', (marked, end, step, direction, after) => {
    const { text, range } = ranged(marked)
    expect(shown(text, moved(text, range, end, step, direction))).toBe(after)
  })

  it.each([
    ['a [claim] of words', 'end', 12, 'a [claim of] words'],
    ['a [claim] of words', 'end', 0, 'a [claim] of words'],
    ['a claim [of] words', 'start', 3, 'a [claim of] words'],
    ['a claim [of] words', 'start', 16, 'a claim [of] words'],
  ] as const)('%s: its %s is dragged to %i', (marked, end, at, after) => {
    const { text, range } = ranged(marked)
    expect(shown(text, placed(text, range, end, at))).toBe(after)
  })

  it.each([
    ['a[ claim ]b', 'a [claim] b'],
    ['a[\n\n]b', null],
  ])('%s: without the space around it', (marked, after) => {
    const { text, range } = ranged(marked)
    const kept = trimmed(text, range)
    expect(kept && shown(text, kept)).toBe(after)
  })
})
