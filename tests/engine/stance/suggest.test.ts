// Places the claims of small articles through the door, with the shipped weights.
import { describe, expect, it } from 'vitest'
import { suggest } from '../../../src/engine/stance/index.ts'
import { articleOf, GREENHOUSE, MODEL } from './greenhouse.ts'

const placed = (text: string): string[] =>
  suggest(MODEL, articleOf(text), GREENHOUSE).map(({ position }) => position)

describe('positions from the definition alone', () => {
  const examples: [what: string, text: string, position: string][] = [
    ['words of a side', '[Odo Fenwick] {said} <a greenhouse is a building, like any garage>.', 'building'],
    ['words of the other side', '[Mina Halloway] {said} <a greenhouse is a garden with a lid>.', 'garden'],
    [
      'a denial turns its words round',
      '[Mina Halloway] {denied} <that a greenhouse is a building>.',
      'garden',
    ],
    [
      'a notion that is called absurd',
      '<“The notion that a greenhouse is a building is absurd,”> {said} [Mina Halloway].',
      'garden',
    ],
    [
      'a question from the bench',
      '[Judge Tarrant] {asked} <whether a greenhouse was a building or a garden>?',
      'ambivalent',
    ],
    ['procedure', '[The clerk] {said} <the hearing had been moved to 14 March>.', 'off-question'],
  ]
  it.each(examples)('%s', (_what, text, position) => {
    expect(placed(text)).toEqual([position])
  })
})

describe('the reason', () => {
  it('names the deciding words in at most 160 characters', () => {
    const [one] = suggest(
      MODEL,
      articleOf('[Mina Halloway] {said} <a greenhouse is a garden with a lid>.'),
      GREENHOUSE,
    )
    expect(one?.rationale).toContain('“garden”')
    expect(one?.rationale).toContain('garden')
    expect(one?.rationale.length).toBeLessThanOrEqual(160)
  })
})
