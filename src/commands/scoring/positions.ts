// Scores positions against people's: accuracy and macro-F1 by question, then averaged, so that no large question drowns a small one.

import { calibrationError, type Judged } from './calibration.ts'

export interface JudgedClaim {
  readonly question: string
  readonly gold: string
  /** What the machine said; null counts as wrong. */
  readonly predicted: string | null
  /** Probability the machine gave its answer, where it gave one. */
  readonly confidence?: number
}

export interface QuestionScore {
  readonly question: string
  readonly claims: number
  readonly accuracy: number
  /** Mean F1 over the positions that people gave in this question. */
  readonly macroF1: number
  /** The same without ambivalent and off-question. */
  readonly sidesF1: number
  readonly f1: Readonly<Record<string, number>>
  /** Gold position → predicted position ("" for none) → claims. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>
}

export interface PositionScores {
  readonly accuracy: number
  readonly macroF1: number
  readonly sidesF1: number
  /** Over the claims that state a confidence; 0 where none does. */
  readonly calibrationError: number
  readonly questions: readonly QuestionScore[]
}

const NEUTRAL: ReadonlySet<string> = new Set(['ambivalent', 'off-question'])

export function scorePositions(claims: readonly JudgedClaim[]): PositionScores {
  const names = [...new Set(claims.map((claim) => claim.question))]
  const questions = names.map((question) =>
    scoreQuestion(
      question,
      claims.filter((claim) => claim.question === question),
    ),
  )
  return {
    accuracy: mean(questions.map((q) => q.accuracy)),
    macroF1: mean(questions.map((q) => q.macroF1)),
    sidesF1: mean(questions.map((q) => q.sidesF1)),
    calibrationError: calibrationError(claims.flatMap(judged)),
    questions,
  }
}

function judged({ gold, predicted, confidence }: JudgedClaim): Judged[] {
  return confidence === undefined ? [] : [{ confidence, right: gold === predicted }]
}

function scoreQuestion(question: string, claims: readonly JudgedClaim[]): QuestionScore {
  const labels = [...new Set(claims.map((claim) => claim.gold))]
  const f1 = Object.fromEntries(labels.map((label) => [label, f1Of(label, claims)]))
  const sides = labels.filter((label) => !NEUTRAL.has(label))
  return {
    question,
    claims: claims.length,
    accuracy: mean(claims.map((claim) => (claim.gold === claim.predicted ? 1 : 0))),
    macroF1: mean(Object.values(f1)),
    sidesF1: mean(sides.map((label) => f1[label] ?? 0)),
    f1,
    confusion: confusionOf(claims),
  }
}

function f1Of(label: string, claims: readonly JudgedClaim[]): number {
  const right = claims.filter((claim) => claim.gold === label && claim.predicted === label).length
  const gold = claims.filter((claim) => claim.gold === label).length
  const predicted = claims.filter((claim) => claim.predicted === label).length
  return right === 0 ? 0 : (2 * right) / (gold + predicted)
}

function confusionOf(claims: readonly JudgedClaim[]): Record<string, Record<string, number>> {
  const table: Record<string, Record<string, number>> = {}
  for (const { gold, predicted } of claims) {
    const row = table[gold] ?? {}
    row[predicted ?? ''] = (row[predicted ?? ''] ?? 0) + 1
    table[gold] = row
  }
  return table
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length
}
