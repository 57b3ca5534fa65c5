// What is written by hand is what JSON.stringify would have written of the same thing.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presentClaim } from '../../src/claims/present.ts'
import type { PlacedClaim } from '../../src/exports/corpus.ts'
import { lineWriters } from '../../src/exports/lines.ts'
import { quoted, spansOf, spansWritten, timeWriter } from '../../src/exports/written.ts'

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

describe('a line', () => {
  it('of a claim has what the API shows of it', () => {
    fc.assert(
      fc.property(claim, (row) => {
        const stored = { content: JSON.stringify(row.content), cue: JSON.stringify(row.cue) }
        const entry = { ...row, ...stored, source: JSON.stringify(row.source), tags: [], rulings: [] }
        const shown = presentClaim(row as unknown as Parameters<typeof presentClaim>[0], 'codepoint')
        expect(lineWriters().claim(entry as unknown as PlacedClaim)).toBe(
          `${JSON.stringify({ record: 'claim', ...shown })}\n`,
        )
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

  it('is spans in code points, in one piece or several', () => {
    fc.assert(
      fc.property(spans, (given) => {
        const stored = JSON.stringify(given)
        expect(spansOf(stored)).toEqual(given)
        const shown = given.map(({ points: [start, end], exact }) => ({ start, end, exact }))
        expect(spansWritten(stored)).toBe(JSON.stringify(shown))
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
