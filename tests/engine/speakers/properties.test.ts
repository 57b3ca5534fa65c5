// Whatever the text and wherever the attributions point, speakers are answered, and answered the same again.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read } from '../../../src/engine/document.ts'
import { resolveSpeakers } from '../../../src/engine/speakers/index.ts'
import type { Attribution, Extraction, Span } from '../../../src/engine/types.ts'

const PIECES = [
  'Ada Moorfield',
  'Moorfield',
  'Mr Quill',
  'the Harbour Board (HB)',
  'HB',
  'Kestrel Works Ltd',
  'the company',
  'its counsel',
  'she',
  'he',
  'they',
  'it',
  'said',
  'denied that',
  '“We did not,”',
  '"No"',
  ',',
  '.',
  '\n',
  '\n\n',
  'a lawyer for',
  'who',
  '\u0000',
  '\ud800',
  'É',
  '’s',
  "'s",
  'JUDGE QUILL:',
  'Q.',
  'A.',
  '(',
  ')',
  '…',
  'and',
  'of the',
  'US',
  '42',
  'Judge',
  'their',
  'his own',
  'both',
]
const oddText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

const spanIn = (length: number): fc.Arbitrary<Span> =>
  fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))

const attributionIn = (length: number): fc.Arbitrary<Attribution> =>
  fc.record({
    content: fc.array(spanIn(length), { minLength: 1, maxLength: 2 }),
    cue: fc.array(spanIn(length), { maxLength: 1 }),
    source: fc.array(spanIn(length), { maxLength: 2 }),
    type: fc.constantFrom('direct', 'indirect', 'mixed'),
    polarity: fc.constantFrom('asserted', 'denied', 'questioned'),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    form: fc.constantFrom('cue', 'continuation', 'label'),
    parent: fc.option(fc.nat(6), { nil: null }),
  })

const article = oddText.chain((text) =>
  fc.record({
    text: fc.constant(text),
    attributions: fc.array(attributionIn(text.length), { maxLength: 7 }),
  }),
)

function expectWhole({ claims, speakers }: Extraction, attributions: readonly Attribution[]): void {
  expect(claims.length).toBe(attributions.length)
  const known = (index: number): boolean => Number.isInteger(index) && index >= 0 && index < speakers.length
  claims.forEach((claim, index) => {
    expect(claim.content).toEqual(attributions[index]?.content)
    expect(claim.speakers.every(known)).toBe(true)
    expect(new Set(claim.speakers).size).toBe(claim.speakers.length)
    expect(claim.attribution.confidence).toBeGreaterThanOrEqual(0)
    expect(claim.attribution.confidence).toBeLessThanOrEqual(1)
  })
  speakers.forEach((speaker, index) => {
    expect(speaker.name).not.toBe('')
    expect(speaker.aliases).not.toContain(speaker.name)
    expect(new Set(speaker.aliases).size).toBe(speaker.aliases.length)
    expect(speaker.affiliations.every((one) => known(one.speaker) && one.speaker !== index)).toBe(true)
  })
}

describe('any text', () => {
  test('has speakers with valid indices and whole names', () => {
    fc.assert(
      fc.property(article, ({ text, attributions }) => {
        expectWhole(resolveSpeakers(read(text), attributions), attributions)
      }),
      { numRuns: 300 },
    )
  })

  test('has the same speakers each time', () => {
    fc.assert(
      fc.property(article, ({ text, attributions }) => {
        const once = resolveSpeakers(read(text), attributions)
        expect(resolveSpeakers(read(text), attributions)).toEqual(once)
      }),
    )
  })
})

describe('long texts take time in proportion to their length', () => {
  const surname = (n: number): string =>
    `Q${[...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`
  const passage = (n: number): string =>
    `Ada ${surname(n)}, counsel for ${surname(n + 1)} Works Ltd, said the company was right. She denied that it was wrong.\n\n`

  /** Milliseconds for an article of so many passages, each with a named and a pronoun source. */
  function timeFor(passages: number): number {
    let text = ''
    const attributions: Attribution[] = []
    const point = (from: number, part: string): Span => ({
      start: text.indexOf(part, from),
      end: text.indexOf(part, from) + part.length,
    })
    for (let n = 0; n < passages; n++) {
      const from = text.length
      text += passage(n)
      const shared = { type: 'indirect', confidence: 1, form: 'cue', parent: null } as const
      attributions.push(
        {
          ...shared,
          polarity: 'asserted',
          source: [{ start: from, end: from + 4 + surname(n).length }],
          cue: [point(from, 'said')],
          content: [point(from, 'the company was right')],
        },
        {
          ...shared,
          polarity: 'denied',
          source: [point(from, 'She')],
          cue: [point(from, 'denied')],
          content: [point(from, 'that it was wrong')],
        },
      )
    }
    const document = read(text)
    const began = performance.now()
    resolveSpeakers(document, attributions)
    return performance.now() - began
  }

  test('many names', () => {
    timeFor(200)
    const small = Math.max(timeFor(500), 10)
    expect(timeFor(4000) / small).toBeLessThan(8 * 4)
  }, 60_000)
})
