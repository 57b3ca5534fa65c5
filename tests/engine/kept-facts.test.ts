import { describe, expect, it } from 'vitest'
import { KeptFacts } from '../../src/engine/kept-facts.ts'

describe('facts of words', () => {
  it('are found out once, until there are too many', () => {
    const asked: string[] = []
    const lengths = new KeptFacts(2, (word) => {
      asked.push(word)
      return word.length
    })
    expect(['lock', 'lock', 'leak', 'lock', 'a', 'lock'].map((word) => lengths.of(word))).toEqual([
      4, 4, 4, 4, 1, 4,
    ])
    expect(asked).toEqual(['lock', 'leak', 'a', 'lock'])
  })

  it('are kept of nothing, too, and of odd words', () => {
    const same = new KeptFacts(10, (word) => word)
    for (const word of ['', ' ', '\ud800', 'x'.repeat(500)]) expect(same.of(word)).toBe(word)
  })
})
