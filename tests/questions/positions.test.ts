// Positions as they are given and as they come out.

import { describe, expect, it } from 'vitest'
import { Invalid } from '../../src/errors.ts'
import { complete, type GivenPosition, meansSomethingElse } from '../../src/questions/positions.ts'

const given = (slug: string, more: Partial<GivenPosition> = {}): GivenPosition => ({
  slug,
  definition: '',
  ...more,
})

const short = (positions: readonly GivenPosition[]) =>
  complete(positions).map(({ slug, label, kind }) => `${slug} | ${label} | ${kind}`)

const faultsOf = (positions: readonly GivenPosition[]) => {
  try {
    complete(positions)
  } catch (error) {
    if (error instanceof Invalid) return error.faults.map(({ pointer, code }) => `${pointer} ${code}`)
    throw error
  }
  return []
}

describe('positions', () => {
  it.each<[string, GivenPosition[], string[]]>([
    [
      'get labels, kinds, and the two that every question has',
      [given('in-favour'), given('against', { label: 'No!' })],
      [
        'in-favour | In favour | side',
        'against | No! | side',
        'ambivalent | Ambivalent | ambivalent',
        'off-question | Off the question | off-question',
      ],
    ],
    [
      'stay where they are given',
      [given('off-question'), given('yes'), given('ambivalent', { label: 'Torn' })],
      [
        'off-question | Off the question | off-question',
        'yes | Yes | side',
        'ambivalent | Torn | ambivalent',
      ],
    ],
  ])('%s', (_what, positions, expected) => {
    expect(short(positions)).toEqual(expected)
  })

  it('may be as many sides as a question has', () => {
    expect(complete(Array.from({ length: 60 }, (_, i) => given(`side-${i}`)))).toHaveLength(62)
  })

  it.each<[string, GivenPosition[], string[]]>([
    ['without a side', [given('ambivalent')], ['/positions no_side']],
    ['none at all', [], ['/positions no_side']],
    ['one twice', [given('a'), given('b'), given('a')], ['/positions/2/slug duplicate_position']],
    [
      'a reserved slug of another kind',
      [given('a'), given('ambivalent', { kind: 'side' })],
      ['/positions/1/kind wrong_kind'],
    ],
    [
      'a reserved kind under another slug',
      [given('a'), given('torn', { kind: 'ambivalent' })],
      ['/positions/1/kind wrong_kind'],
    ],
  ])('%s are refused', (_what, positions, expected) => {
    expect(faultsOf(positions)).toEqual(expected)
  })
})

describe('a question means something else', () => {
  const before = { text: 'A or B?', guidelines: '', positions: complete([given('a'), given('b')]) }
  const label = complete([given('a', { label: 'Side A' }), given('b')])
  const example = complete([given('a', { examples: ['A, they say.'] }), given('b')])
  const definition = complete([given('a', { definition: 'A it is.' }), given('b')])
  it.each([
    ['when nothing changes', {}, false, false],
    ['when its text changes', { text: 'B or A?' }, false, true],
    ['when its text is only put better', { text: 'B or A?' }, true, false],
    ['when its guidelines change', { guidelines: 'Think.' }, false, true],
    ['when a label is only put better', { positions: label }, true, false],
    ['when it gets an example', { positions: example }, false, true],
    ['when an example only helps', { positions: example }, true, false],
    ['when a definition changes, whatever is said', { positions: definition }, true, true],
    ['when a side is added', { positions: complete([given('a'), given('b'), given('c')]) }, true, true],
  ])('%s: %j', (_what, change, wordingOnly, expected) => {
    expect(meansSomethingElse(before, { ...before, ...change }, wordingOnly)).toBe(expected)
  })
})
