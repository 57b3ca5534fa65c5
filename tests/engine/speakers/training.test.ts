// The ranking is learnt from annotated articles, the same weights from the same articles.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { AnnotatedArticle } from '../../../src/engine/speakers/training/choices.ts'
import { choicesOf } from '../../../src/engine/speakers/training/choices.ts'
import { learn } from '../../../src/engine/speakers/training/learn.ts'
import { trainRanking, weightsModule } from '../../../src/engine/speakers/training/train-ranking.ts'
import type { Attribution } from '../../../src/engine/types.ts'

const NAMES = ['Laura Quill', 'Emma Vane', 'Sarah Marram', 'Julia Dyke', 'Clara Fenn', 'Alice Moor']

/** "Laura Quill sued. Later Thomas Holt came. She said it was late." with "She" as Laura Quill. */
function article(name: string): AnnotatedArticle {
  const text = `${name} sued. Later Thomas Holt came. She said it was late.`
  const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })
  const attribution: Attribution = {
    source: [at('She')],
    cue: [at('said')],
    content: [at('it was late')],
    type: 'indirect',
    polarity: 'asserted',
    confidence: 1,
    form: 'cue',
    parent: null,
  }
  return { text, attributions: [attribution], speakers: [[name]], cast: [{ name, aliases: [] }] }
}

const ARTICLES = NAMES.map(article)

describe('choices', () => {
  test('offer those mentioned before, with the annotated one as right', () => {
    const [choice] = choicesOf(article('Laura Quill'), {})
    expect(choice?.right.filter(Boolean)).toEqual([true])
    expect(choice?.features.length).toBe(choice?.right.length)
  })
})

describe('learning', () => {
  test('prefers what the right candidates share', () => {
    const choice = { features: [['near'], ['far']], right: [true, false] }
    const weights = learn(Array.from({ length: 10 }, () => choice))
    expect(weights.get('near') ?? 0).toBeGreaterThan(weights.get('far') ?? 0)
  })

  test('gives the same weights again', () => {
    expect(trainRanking(ARTICLES)).toEqual(trainRanking(ARTICLES))
  })
})

describe('the shipped weights', () => {
  const head = readFileSync(
    new URL('../../../src/engine/speakers/weights.ts', import.meta.url),
    'utf8',
  ).slice(0, 600)

  test('name their corpus, settings and figures', () => {
    expect(head).toMatch(/Corpora: \S+/)
    expect(head).toMatch(/Settings: \{.*"rounds":\d+/)
    expect(head).toMatch(/[\d.]+ % of choices right/)
  })

  test('have the head that the trainer writes', () => {
    const written = weightsModule({}, ['some-corpus'], '').split('\n')[0]
    expect(head.split('\n')[0]).toBe(written)
  })
})
