// The machine's working: which evidence spoke for what, and what the words alone would have given.
import { describe, expect, it } from 'vitest'
import { explain, suggest } from '../../../src/engine/stance/index.ts'
import { articleOf, GREENHOUSE, MODEL } from './greenhouse.ts'

const ARTICLE = articleOf(
  [
    '[Mina Halloway] {said} <a greenhouse is a garden with a lid>.',
    '[Odo Fenwick] {replied} <a greenhouse is a building, with walls and a roof>.',
    '[Mina Halloway] {said} <plants grow in it, as in any garden>.',
  ].join('\n'),
)

describe('an explanation', () => {
  const explanation = explain(MODEL, ARTICLE, 0, GREENHOUSE)

  it('explains the suggestion that is given', () => {
    expect(explanation?.suggestion).toEqual(suggest(MODEL, ARTICLE, GREENHOUSE)[0])
  })

  it('gives the probability of every position, which add up to one', () => {
    const probabilities = explanation?.probabilities ?? []
    expect(probabilities.map(({ position }) => position)).toEqual(
      GREENHOUSE.positions.map(({ slug }) => slug),
    )
    expect(probabilities.reduce((sum, one) => sum + one.probability, 0)).toBeCloseTo(1, 2)
    expect(probabilities.reduce((sum, one) => sum + one.wordsAlone, 0)).toBeCloseTo(1, 2)
  })

  it('lists weights of words and of context, the weightiest first', () => {
    const weights = explanation?.weights ?? []
    expect(new Set(weights.map(({ look }) => look))).toContain('words')
    const sizes = weights.map(({ weight }) => Math.abs(weight))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    expect(sizes.length).toBeLessThanOrEqual(40)
  })

  it('is null for a claim that the article does not have', () => {
    expect(explain(MODEL, ARTICLE, 3, GREENHOUSE)).toBeNull()
  })
})
