import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arcRoom, packed, sumActions, unpacked } from '../../../src/engine/grammar/actions.ts'
import { bucketsFrom, bucketsOf } from '../../../src/engine/model/buckets.ts'
import { cellsOf, STEP, scoresOf, weightsFrom } from '../../../src/engine/model/weights.ts'

const BITS = 8
const cell = fc.integer({ min: -127, max: 127 })

/** Some buckets with a row of `labels` cells each, and the features of one token. */
const tables = fc.integer({ min: 1, max: 8 }).chain((labels) =>
  fc.record({
    labels: fc.constant(labels),
    rows: fc.dictionary(
      fc.integer({ min: 0, max: 2 ** BITS - 1 }).map(String),
      fc.array(cell, { minLength: labels, maxLength: labels }),
      { noNullPrototype: true },
    ),
    features: fc.array(fc.integer(), { minLength: 1, maxLength: 60 }),
  }),
)

describe('rows added up several labels at a time', () => {
  it('give what adding up label by label gives', () => {
    fc.assert(
      fc.property(tables, ({ labels, rows, features }) => {
        const buckets = Object.keys(rows).map(Number)
        const cells = Int8Array.from(Object.values(rows).flat())
        const weights = weightsFrom(labels, bucketsFrom(BITS, buckets), cells)
        expect(bucketsOf(weights)).toEqual(buckets)
        expect(buckets.map((_, row) => cellsOf(weights, row))).toEqual(Object.values(rows))
        const hashes = Int32Array.from(features)
        const found = [...hashes].map((hash) => rows[hash >>> (32 - BITS)])
        const sums = Array.from({ length: labels }, (_, label) =>
          found.reduce((sum, row) => sum + (row?.[label] ?? 0), 0),
        )
        const scores = scoresOf(weights, hashes, hashes.length, 1)
        expect([...scores]).toEqual(sums.map((sum) => sum * STEP))
      }),
    )
  })

  it('have room for eight labels', () => {
    expect(() => weightsFrom(9, bucketsFrom(BITS, []), new Int8Array(0))).toThrow(RangeError)
  })
})

describe('actions added up as one number', () => {
  it('keep their distances', () => {
    const weights = fc.array(fc.integer({ min: -16129, max: 16129 }), { minLength: 90, maxLength: 90 })
    fc.assert(
      fc.property(weights, (values) => {
        const cells = new Int16Array(arcRoom())
        const features = Int32Array.from({ length: 30 }, (_, bucket) => bucket << 14)
        values.forEach((value, at) => {
          cells[Math.floor(at / 3) * 4 + (at % 3)] = value
        })
        const [one, three] = [packed(cells), unpacked(cells)].map((table) => {
          const sums = new Float64Array(3)
          sumActions(sums, table, features)
          return [...sums].map((sum) => sum - (sums[0] ?? 0))
        })
        expect(one).toEqual(three)
      }),
      { numRuns: 20 },
    )
  })
})
