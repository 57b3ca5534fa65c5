// Questions and claims that nobody should write: an answer for each claim, never an exception, and little confidence.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain, learn, suggest } from '../../../src/engine/stance/index.ts'
import type { Lessons } from '../../../src/engine/stance/lessons.ts'
import type { QuestionDefinition, StanceArticle } from '../../../src/engine/types.ts'
import { articleOf, GREENHOUSE, MODEL } from './greenhouse.ts'

const ARTICLE = articleOf(
  '[Odo Fenwick] {said} <a greenhouse is a building>.\n[Mina Halloway] {denied} <it>.\n[She] {asked} <“Why?”>.',
)

const withSides = (sides: readonly string[]): QuestionDefinition => ({
  ...GREENHOUSE,
  positions: [
    ...sides.map((definition, i) => ({
      slug: `side-${i}`,
      label: '',
      definition,
      kind: 'side' as const,
    })),
    ...GREENHOUSE.positions.slice(2),
  ],
})

const odd: [name: string, question: QuestionDefinition][] = [
  ['no definitions', withSides(['', ''])],
  ['one side', withSides(['A greenhouse is a building.'])],
  ['no side', withSides([])],
  ['twenty sides', withSides(Array.from({ length: 20 }, (_, i) => `It is a building of kind ${i}.`))],
  ['two sides in the same words', withSides(['A greenhouse is a building.', 'A greenhouse is a building.'])],
  ['another language', withSides(['Das Gewächshaus ist ein Gebäude.', 'Das Gewächshaus gehört zum Garten.'])],
  ['no neutral positions', { ...GREENHOUSE, positions: GREENHOUSE.positions.slice(0, 2) }],
  ['no positions', { ...GREENHOUSE, positions: [] }],
  ['no text', { ...GREENHOUSE, text: '' }],
]

describe('odd questions', () => {
  it.each(odd)('%s', (_name, question) => {
    const slugs = question.positions.map((position) => position.slug)
    const suggestions = suggest(MODEL, ARTICLE, question)
    expect(suggestions).toHaveLength(ARTICLE.claims.length)
    for (const { position, confidence, rationale } of suggestions) {
      expect(slugs.length === 0 ? [''] : slugs).toContain(position)
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
      expect(rationale.length).toBeLessThanOrEqual(160)
    }
  })

  it.each([
    ['one side', withSides(['A greenhouse is a building.'])],
    ['sides that say the same', withSides(['A greenhouse is a building.', 'A greenhouse is a building.'])],
  ])('of %s: mostly a guess, until people have decided', (_name, question) => {
    const sides = (lessons?: Lessons) =>
      suggest(MODEL, ARTICLE, question, lessons).filter(({ position }) => position.startsWith('side-'))
    const guesses = sides()
    expect(guesses.length).toBeGreaterThan(0)
    for (const { confidence } of guesses) expect(confidence).toBeLessThan(0.6)
    const decisions = [0, 1, 2].map((index) => ({ article: ARTICLE, index, position: 'side-0' }))
    const most = (found: readonly { confidence: number }[]) =>
      Math.max(...found.map(({ confidence }) => confidence))
    expect(most(sides(learn(MODEL, question, decisions)))).toBeGreaterThan(most(guesses))
  })

  it('is unsure of a claim in another language', () => {
    const german = articleOf('[Odo Fenwick] {sagte} <das Gewächshaus sei zweifellos ein Gebäude>.')
    expect(suggest(MODEL, german, GREENHOUSE)[0]?.confidence).toBeLessThan(0.6)
  })
})

/** Articles of any text whose spans may lie anywhere, even outside it. */
const anyArticle: fc.Arbitrary<StanceArticle> = fc
  .tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', maxLength: 400 }))
  .chain(([title, text]) => {
    const span = fc
      .tuple(fc.nat(450), fc.nat(450))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
    const claim = fc.record({
      content: fc.array(span, { maxLength: 3 }),
      cue: fc.array(span, { maxLength: 2 }),
      source: fc.array(span, { maxLength: 2 }),
      type: fc.constantFrom('direct' as const, 'indirect' as const, 'mixed' as const),
      polarity: fc.constantFrom('asserted' as const, 'denied' as const, 'questioned' as const),
      speakers: fc.array(fc.constantFrom('a', 'b', '__proto__', ''), { maxLength: 2 }),
      affiliations: fc.array(fc.constantFrom('a', 'constructor'), { maxLength: 2 }),
    })
    return fc.array(claim, { maxLength: 8 }).map((claims) => ({ title, text, claims }))
  })

describe('any text', () => {
  it('gets one answer per claim, the same each time', () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const suggestions = suggest(MODEL, article, GREENHOUSE)
        expect(suggestions).toHaveLength(article.claims.length)
        expect(suggest(MODEL, { ...article }, GREENHOUSE)).toEqual(suggestions)
      }),
      { numRuns: 100 },
    )
  })

  it('can be taught and explained', () => {
    fc.assert(
      fc.property(anyArticle, fc.nat(9), fc.nat(5), (article, index, position) => {
        const slug = GREENHOUSE.positions[position]?.slug ?? 'no-such-position'
        const lessons = learn(MODEL, GREENHOUSE, [{ article, index, position: slug }])
        expect(suggest(MODEL, article, GREENHOUSE, lessons)).toHaveLength(article.claims.length)
        expect(explain(MODEL, article, index, GREENHOUSE, lessons) === null).toBe(
          index >= article.claims.length,
        )
      }),
      { numRuns: 50 },
    )
  })
})
