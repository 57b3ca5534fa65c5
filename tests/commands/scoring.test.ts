import { describe, expect, it } from 'vitest'
import { calibrationError } from '../../src/commands/scoring/calibration.ts'
import { comparableArticle } from '../../src/commands/scoring/comparable.ts'
import { scoreSpans } from '../../src/commands/scoring/spans.ts'
import { plainName } from '../../src/commands/scoring/speakers.ts'

const text = 'Orla Fenn said that the locks “will hold”. “We doubt it,” replied the guild.'
const span = (part: string) => {
  const start = text.indexOf(part)
  return [{ start, end: start + part.length }]
}
const parts = (source: string, cue: string, content: string) => ({
  source: source ? span(source) : [],
  cue: span(cue),
  content: span(content),
})
const gold = [
  parts('Orla Fenn', 'said', 'that the locks “will hold”'),
  parts('the guild', 'replied', '“We doubt it,”'),
]
const score = (predicted: typeof gold) => scoreSpans([comparableArticle(text, gold, predicted)])

describe('scoring of spans', () => {
  const [first, second] = gold as [(typeof gold)[0], (typeof gold)[0]]
  const examples: [name: string, predicted: typeof gold, quoteExact: number, loose: number][] = [
    ['the annotation itself', gold, 1, 1],
    ['nothing found', [], 0, 0],
    ['half found', [first], 2 / 3, 2 / 3],
    ['"that" left out', [parts('Orla Fenn', 'said', 'the locks “will hold”'), second], 1 / 2, 1],
    ['the wrong source', [first, parts('Orla Fenn', 'replied', '“We doubt it,”')], 1 / 2, 1 / 2],
    ['no source where there is one', [first, parts('', 'replied', '“We doubt it,”')], 1 / 2, 1 / 2],
    ['half a word is a whole one', [parts('Orla Fen', 'said', 'that the locks “will hold”'), second], 1, 1],
    ['named twice: exact forgives, one to one does not', [...gold, ...gold], 1, 2 / 3],
  ]
  it.each(examples)('%s', (_name, predicted, quoteExact, loose) => {
    const scores = score(predicted)
    expect(scores.exact.quote.f1).toBeCloseTo(quoteExact, 10)
    expect(scores.loose.f1).toBeCloseTo(loose, 10)
  })
  it('tells the types by the marks', () => {
    const { mixed, direct, indirect } = score(gold).looseByType
    expect([direct.f1, mixed.f1, indirect.f1]).toEqual([1, 1, 0])
  })
})

describe('names compared without titles', () => {
  const examples: [written: string, plain: string][] = [
    ['the Guild’s', 'guild'],
    ['Chief Justice  Fenn', 'fenn'],
    ['Mr. Fenn', 'fenn'],
    ['Dame Orla Fenn', 'orla fenn'],
  ]
  it.each(examples)('%s', (written, plain) => expect(plainName(written)).toBe(plain))
})

describe('calibration error', () => {
  const judged = (confidence: number, right: number, of: number) =>
    Array.from({ length: of }, (_, i) => ({ confidence, right: i < right }))
  it('is nothing when confidences are true', () =>
    expect(calibrationError(judged(0.7, 7, 10))).toBeCloseTo(0))
  it('is the mean gap by bin', () =>
    expect(calibrationError([...judged(1, 5, 10), ...judged(0.2, 2, 10)])).toBeCloseTo(0.25))
  it('is nothing for no answers', () => expect(calibrationError([])).toBe(0))
})
