// Scores of positions, worked out by hand on a question small enough to count on the fingers.
import { expect, test } from 'vitest'
import { scorePositions } from '../../src/commands/scoring/positions.ts'

const claim = (question: string, gold: string, predicted: string | null, confidence?: number) =>
  confidence === undefined ? { question, gold, predicted } : { question, gold, predicted, confidence }

const rounded = (value: number) => Number(value.toFixed(4))

test('accuracy and F1 are those of each question, averaged over the questions', () => {
  const scores = scorePositions([
    claim('ferry', 'toll', 'toll'),
    claim('ferry', 'toll', 'free'),
    claim('ferry', 'free', 'free'),
    claim('ferry', 'off-question', null),
    claim('bridge', 'stay', 'stay'),
  ])
  // ferry: toll 2/3, free 2/3, off-question 0. bridge: 1.
  expect(
    scores.questions.map((q) => [q.question, q.claims, q.accuracy, rounded(q.macroF1), rounded(q.sidesF1)]),
  ).toEqual([
    ['ferry', 4, 0.5, 0.4444, 0.6667],
    ['bridge', 1, 1, 1, 1],
  ])
  expect([scores.accuracy, rounded(scores.macroF1), rounded(scores.sidesF1)]).toEqual([0.75, 0.7222, 0.8333])
  expect(scores.questions[0]?.confusion).toEqual({
    toll: { toll: 1, free: 1 },
    free: { free: 1 },
    'off-question': { '': 1 },
  })
})

test('calibration counts the claims that state a confidence', () => {
  const sure = [1, 2, 3, 4].map((n) => claim('ferry', n < 4 ? 'toll' : 'free', 'toll', 0.95))
  expect(rounded(scorePositions([...sure, claim('ferry', 'toll', 'free')]).calibrationError)).toBe(0.2)
})

test('nothing to score gives zeros', () => {
  expect(scorePositions([])).toMatchObject({
    accuracy: 0,
    macroF1: 0,
    sidesF1: 0,
    calibrationError: 0,
    questions: [],
  })
})
