// Each measure gives what its paper gives for its own worked example; and what follows where examples run out.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measure } from '../../src/agreement/measures.ts'
import type { Ratings } from '../../src/agreement/ratings.ts'

/** A row an annotator, a column a claim; 0 where the annotator has not placed it. */
function ratings(rows: readonly (readonly number[])[]): Ratings {
  const all = rows.flatMap((row, annotator) =>
    row.flatMap((position, claim) => (position > 0 ? [{ claim, annotator, position: position - 1 }] : [])),
  )
  return {
    claims: Math.max(0, ...rows.map((row) => row.length)),
    annotators: rows.length,
    positions: Math.max(0, ...rows.flat()),
    claim: Uint32Array.from(all, (one) => one.claim),
    annotator: Uint32Array.from(all, (one) => one.annotator),
    position: Uint32Array.from(all, (one) => one.position),
  }
}

/** From how often each position was chosen for each claim; who chose what is not known. */
function ratingsFrom(counts: readonly (readonly number[])[]): Ratings {
  const columns = counts.map((row) => row.flatMap((n, i) => new Array<number>(n).fill(i + 1)))
  return ratings(Array.from({ length: 6 }, (_, i) => columns.map((column) => column[i] ?? 0)))
}

describe("Krippendorff's alpha, nominal (Krippendorff 2011)", () => {
  it('is 0.743 for four observers of twelve units with data missing (section C)', () => {
    const found = measure(
      ratings([
        [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
        [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
      ]),
    )
    expect(found.alpha?.value).toBeCloseTo(0.743, 3)
    // The twelfth unit, which one observer alone has seen, says nothing.
    expect(found.claims).toBe(11)
  })

  it('is 0.692 for two observers and five names (section B)', () => {
    const letters = (text: string) => [...text].map((letter) => 'abcde'.indexOf(letter) + 1)
    const found = measure(ratings([letters('aabbdcccedda'), letters('babbbccceddd')]))
    expect(found.alpha?.value).toBeCloseTo(0.692, 3)
  })

  it('is 0.095 for two observers of ten units and two values (section A)', () => {
    const found = measure(
      ratings([
        [1, 2, 1, 1, 1, 1, 1, 1, 2, 1],
        [2, 2, 2, 1, 1, 2, 1, 1, 1, 1],
      ]),
    )
    expect(found.alpha?.value).toBeCloseTo(0.095, 3)
  })
})

it("Cohen's kappa is .492 for the 200 judgements of two judges (Cohen 1960, table 2)", () => {
  const table = [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ]
  const judgements = table.flatMap((row, i) =>
    row.flatMap((n, j) => new Array<[number, number]>(n).fill([i + 1, j + 1])),
  )
  const found = measure(ratings([judgements.map(([a]) => a), judgements.map(([, b]) => b)]))
  expect(found.pairs).toEqual([{ a: 0, b: 1, n: 200, kappa: expect.closeTo(0.492, 3) }])
  expect(found.observed).toBeCloseTo(0.7)
  expect(found.confusion).toEqual([
    [88, 24, 20],
    [24, 40, 16],
    [20, 16, 12],
  ])
})

/** Thirty patients, six psychiatrists each: depression, personality disorder, schizophrenia, neurosis, other. */
const FLEISS_1971 = [
  '00060 03003 01401 00006 03030 20400 00402 20310 20040 00006',
  '10050 11040 03300 10050 02031 00501 30012 51000 02040 10203',
  '00006 01050 02013 20040 10041 05010 40002 02040 10500 00006',
]
  .flatMap((line) => line.split(' '))
  .map((row) => [...row].map(Number))

it("Fleiss' kappa is .430 for thirty patients (Fleiss 1971), and that of each diagnosis as in the paper", () => {
  const found = measure(ratingsFrom(FLEISS_1971))
  expect(found.fleissKappa).toBeCloseTo(0.43, 3)
  expect(found.observed).toBeCloseTo(0.5556, 4)
  expect(found.positions.map((one) => one.kappa?.toFixed(3))).toEqual([
    '0.245',
    '0.245',
    '0.520',
    '0.471',
    '0.566',
  ])
})

describe('the 95 % interval of alpha', () => {
  const three = ratings([
    [1, 2, 1, 2, 1, 1, 2, 2, 1, 2, 1, 2],
    [1, 2, 1, 2, 1, 2, 2, 2, 1, 2, 1, 1],
    [1, 2, 1, 1, 1, 1, 2, 2, 1, 2, 2, 2],
  ])

  it('is the same for the same data, and holds the value', () => {
    const { alpha } = measure(three)
    expect(measure(three).alpha).toEqual(alpha)
    expect(alpha?.ci95[0]).toBeLessThan(alpha?.value ?? 0)
    expect(alpha?.ci95[1]).toBeGreaterThan(alpha?.value ?? 1)
  })

  it('is narrower with more claims of the same kind', () => {
    const width = (times: number) => {
      const rows = [
        [1, 2, 1, 2],
        [1, 2, 2, 2],
      ].map((row) => new Array(times).fill(row).flat() as number[])
      const [low, high] = measure(ratings(rows)).alpha?.ci95 ?? [0, 0]
      return high - low
    }
    expect(width(100)).toBeLessThan(width(10) / 2)
  })

  it('is a point where all agree', () => {
    const row = [1, 2, 1, 2, 1, 1, 2, 2, 1, 2, 1, 2]
    expect(measure(ratings([row, row])).alpha).toEqual({ value: 1, ci95: [1, 1] })
  })
})

it.each<[string, number[][]]>([
  ['nobody', []],
  ['one annotator', [[1, 2, 1]]],
  [
    'two who share no claim',
    [
      [1, 0],
      [0, 2],
    ],
  ],
])('%s: nothing can be said', (_name, rows) => {
  const found = measure(ratings(rows))
  expect(found).toMatchObject({ claims: 0, observed: null, alpha: null, fleissKappa: null })
  expect([found.pairs, found.divided]).toEqual([[], []])
})

it('one position throughout: all agree, and no coefficient says more than chance', () => {
  const found = measure(
    ratings([
      [1, 1],
      [1, 1],
    ]),
  )
  expect(found).toMatchObject({ observed: 1, alpha: null, fleissKappa: null })
  expect(found.pairs).toEqual([{ a: 0, b: 1, n: 2, kappa: null }])
})

it('the most divided come first, and the agreed not at all', () => {
  const found = measure(
    ratings([
      [1, 1, 1, 1],
      [1, 1, 2, 2],
      [1, 1, 1, 3],
      [1, 2, 2, 0],
    ]),
  )
  expect(found.divided).toEqual([
    {
      claim: 3,
      counts: [
        [0, 1],
        [1, 1],
        [2, 1],
      ],
    },
    {
      claim: 2,
      counts: [
        [0, 2],
        [1, 2],
      ],
    },
    {
      claim: 1,
      counts: [
        [0, 3],
        [1, 1],
      ],
    },
  ])
})

const anyRatings = fc
  .array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 12, maxLength: 12 }), { maxLength: 5 })
  .map(ratings)

it('no measure exceeds 1, every pair is in the confusion, and order does not matter', () => {
  fc.assert(
    fc.property(anyRatings, (some) => {
      const found = measure(some)
      for (const value of [found.observed, found.alpha?.value, found.fleissKappa])
        expect(value ?? 0).toBeLessThanOrEqual(1 + 1e-9)
      const both = found.confusion.flatMap((row, i) => row.slice(i)).reduce((sum, n) => sum + n, 0)
      expect(both).toBe(found.pairs.reduce((sum, { n }) => sum + n, 0))
      const turned = {
        ...some,
        claim: some.claim.slice().reverse(),
        annotator: some.annotator.slice().reverse(),
        position: some.position.slice().reverse(),
      }
      expect(measure(turned)).toEqual(found)
    }),
    { numRuns: 50 },
  )
})

it('measures 300,000 ratings of 100,000 claims in a second or two', () => {
  const claims = 100_000
  const size = claims * 3
  const large: Ratings = {
    claims,
    annotators: 40,
    positions: 4,
    claim: Uint32Array.from({ length: size }, (_, i) => i % claims),
    annotator: Uint32Array.from({ length: size }, (_, i) => ((i % claims) + Math.floor(i / claims) * 7) % 40),
    position: Uint32Array.from({ length: size }, (_, i) => (i % 7 === 0 ? i % 4 : (i % claims) % 4)),
  }
  const before = process.cpuUsage()
  expect(measure(large).claims).toBe(claims)
  const { user } = process.cpuUsage(before)
  expect(user / 1e6).toBeLessThan(4)
})
