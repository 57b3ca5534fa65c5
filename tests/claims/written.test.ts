// What is written by hand is what JSON.stringify would have written of the same thing.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimWriter, type ShownText } from '../../src/claims/claim-writer.ts'
import { type ClaimRow, presentClaim } from '../../src/claims/present.ts'
import { quoted, spansOf, spansWritten, timeWriter } from '../../src/claims/written.ts'
import type { PlacedClaim } from '../../src/exports/corpus.ts'
import { lineWriters } from '../../src/exports/lines.ts'

/** Whole characters, quotation marks and control characters among them. */
const words = fc
  .string({ unit: 'grapheme' })
  .chain((text) => fc.constantFrom(text, `"${text}\\`, `\u0001\n${text}`, '],"points":['))
const share = fc.double({ min: 0, max: 1, noNaN: true })
const offset = fc.nat(6_000_000)
const spans = fc.array(
  fc.record({ utf16: fc.tuple(offset, offset), points: fc.tuple(offset, offset), exact: words }),
  { maxLength: 3 },
)
const time = fc.integer({ min: -1e12, max: 4e12 })
const perhaps = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const alone = fc.record({ position: fc.constant('personal-documents'), confidence: share })

const claim = fc.record({
  id: fc.constant('clm_1'),
  articleId: fc.constant('art_1'),
  ordinal: fc.nat(),
  type: fc.constantFrom('direct', 'indirect'),
  polarity: fc.constant('asserted'),
  status: fc.constant('proposed'),
  quote: words,
  ...{ content: spans, cue: spans, source: spans, prefix: words, suffix: words },
  method: fc.constant('named'),
  methodConfidence: share,
  parentId: perhaps(fc.constant('clm_0')),
  confidence: share,
  createdBy: fc.constant('ann_1'),
  createdVersion: perhaps(words),
  creatorKind: fc.constant('person'),
  creatorName: words,
  speakers: fc.array(fc.record({ id: fc.constant('spk_1'), name: words, kind: fc.constant('person') })),
  positions: fc.array(
    fc.record({
      ...{
        question: fc.constant('who-owns-it'),
        position: fc.constant('theirs'),
        basis: fc.constant('people'),
      },
      ...{ confidence: share, settled: fc.boolean(), wordsAlone: perhaps(alone) },
    }),
  ),
  createdAt: time,
  updatedAt: time,
})

type Example = typeof claim extends fc.Arbitrary<infer T> ? T : never

/** A claim's row with its spans as text. */
const asStored = ({ content, cue, source, ...row }: Example) => {
  const spans = { content: JSON.stringify(content), cue: JSON.stringify(cue), source: JSON.stringify(source) }
  return { ...row, ...spans } as unknown as ShownText
}

describe('a claim', () => {
  it.each(['codepoint', 'utf16'] as const)('has what the API shows of it in %s', (unit) => {
    const write = claimWriter(unit)
    fc.assert(
      fc.property(claim, (row) => {
        const shown = presentClaim(row as unknown as ClaimRow, unit)
        expect(write(asStored(row))).toBe(JSON.stringify(shown))
      }),
    )
  })
})

describe('a line', () => {
  it('of a claim has what the API shows of it', () => {
    fc.assert(
      fc.property(claim, (row) => {
        const shown = presentClaim(row as unknown as ClaimRow, 'codepoint')
        const placed = { ...asStored(row), tags: [], rulings: [] } as unknown as PlacedClaim
        expect(lineWriters().claim(placed)).toBe(`${JSON.stringify({ record: 'claim', ...shown })}\n`)
      }),
    )
  })

  it('of a tag has what is stored of it', () => {
    fc.assert(
      fc.property(
        words,
        perhaps(words),
        perhaps(share),
        perhaps(alone),
        time,
        (version, why, sure, words, at) => {
          const [placed, made] = [
            { id: 'tag_1', claimId: 'clm_1', question: 'q', questionVersion: 2, position: 'theirs' },
            { annotatorVersion: version, confidence: sure, rationale: why, wordsAlone: words },
          ]
          const row = { ...placed, annotatorId: 'ann_1', ...made, kind: 'person', createdAt: at, current: 1 }
          const { kind, current: _, createdAt: __, ...same } = row
          const shown = { ...same, annotatorKind: kind, createdAt: new Date(at).toISOString(), current: true }
          expect(lineWriters().tag({ ...row, annotatorName: '' })).toBe(
            `${JSON.stringify({ record: 'tag', ...shown })}\n`,
          )
        },
      ),
    )
  })
})

describe('a part of a line', () => {
  it('is a time to the millisecond, whichever came before', () => {
    const write = timeWriter()
    fc.assert(
      fc.property(time, (at) => {
        expect(write(at)).toBe(JSON.stringify(new Date(at)))
      }),
    )
  })

  it.each([
    ['code points', 'codepoint', 'points'],
    ['UTF-16', 'utf16', 'utf16'],
  ] as const)('is spans in %s, in one piece or several', (_, unit, pair) => {
    fc.assert(
      fc.property(spans, (given) => {
        const stored = JSON.stringify(given)
        expect(spansOf(stored)).toEqual(given)
        const shown = given.map(({ [pair]: [start, end], exact }) => ({ start, end, exact }))
        expect(spansWritten(stored, unit)).toBe(JSON.stringify(shown))
      }),
    )
  })

  it('is a text with its quotation marks', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(quoted(text)).toBe(JSON.stringify(text))
      }),
    )
  })
})
