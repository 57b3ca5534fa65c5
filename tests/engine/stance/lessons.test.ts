// What people decide teaches: later claims follow, contradictions cancel, and a flood of decisions stays cheap.
import { describe, expect, it } from 'vitest'
import { type LessonExample, learn, suggest } from '../../../src/engine/stance/index.ts'
import type { StanceArticle } from '../../../src/engine/types.ts'
import { articleOf, GREENHOUSE, MODEL } from './greenhouse.ts'

/** A debate on the question in words that its definition does not know. */
const DEBATE = [
  '[Odo Fenwick] {said} <a greenhouse is an ornery zorb, and the law should treat it so>.',
  '[Mina Halloway] {replied} <a greenhouse is a gentle fenk, and the law ought to leave it alone>.',
  '[Odo Fenwick] {argued} <every greenhouse is a zorb in law and in fact>.',
  '[Mina Halloway] {argued} <no greenhouse has ever been anything but a fenk>.',
].join('\n')

const decide = (article: StanceArticle, positions: readonly string[]): LessonExample[] =>
  positions.map((position, index) => ({ article, index, position }))

const sideOf = (article: StanceArticle, examples: readonly LessonExample[], index: number): string => {
  const lessons = learn(MODEL, GREENHOUSE, examples)
  return suggest(MODEL, article, GREENHOUSE, JSON.parse(JSON.stringify(lessons)))[index]?.position ?? ''
}

describe('decisions teach', () => {
  const debate = articleOf(DEBATE)

  it.each([
    [['building', 'garden'], 'building', 'garden'],
    [['garden', 'building'], 'garden', 'building'],
  ])('the speakers of %s keep to their sides', (decided, third, fourth) => {
    const examples = decide(debate, decided)
    expect(sideOf(debate, examples, 2)).toBe(third)
    expect(sideOf(debate, examples, 3)).toBe(fourth)
  })

  it('does not touch what it was not taught', () => {
    expect(suggest(MODEL, debate, GREENHOUSE, learn(MODEL, GREENHOUSE, []))).toEqual(
      suggest(MODEL, debate, GREENHOUSE),
    )
  })

  it('is the same each time', () => {
    const examples = decide(debate, ['building', 'garden', 'building'])
    expect(learn(MODEL, GREENHOUSE, examples)).toEqual(learn(MODEL, GREENHOUSE, examples))
  })
})

describe('odd decisions', () => {
  const debate = articleOf(DEBATE)

  it('the last decision on a claim counts', () => {
    const examples = [...decide(debate, ['garden', 'building']), ...decide(debate, ['building', 'garden'])]
    expect(learn(MODEL, GREENHOUSE, examples).decided).toEqual(
      learn(MODEL, GREENHOUSE, decide(debate, ['building', 'garden'])).decided,
    )
  })

  it('unknown positions and claims are passed over', () => {
    const examples = [
      { article: debate, index: 0, position: 'no-such-position' },
      { article: debate, index: 99, position: 'garden' },
    ]
    expect(learn(MODEL, GREENHOUSE, examples).decided).toEqual({})
  })

  it('ten thousand of them are learnt in seconds', () => {
    const articles = Array.from({ length: 2_500 }, (_, i) => articleOf(DEBATE, `Debate ${i}`))
    const examples = articles.flatMap((article) =>
      decide(article, ['building', 'building', 'building', 'building']),
    )
    const begun = performance.now()
    const lessons = learn(MODEL, GREENHOUSE, examples)
    expect(performance.now() - begun).toBeLessThan(20_000)
    expect(lessons.examples).toBe(10_000)
    const [first] = suggest(MODEL, articleOf(DEBATE), GREENHOUSE, lessons)
    expect(first?.position).toBe('building')
  })
})
