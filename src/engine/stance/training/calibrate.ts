// Learns how a stated confidence follows from the model's own probability, so that answers given 70 in 100 are right 70 times in 100.
import type { Calibration } from '../model.ts'
import { minimise } from './minimise.ts'

export interface Sureness {
  /** The model's probability of its answer. */
  readonly probability: number
  readonly right: boolean
}

export const oddsOf = (probability: number): number => {
  const safe = Math.min(0.999, Math.max(0.001, probability))
  return Math.log(safe / (1 - safe))
}

/** Two numbers, by logistic regression (Platt 1999). */
export function calibrate(answers: readonly Sureness[]): Calibration {
  if (answers.length === 0) return { slope: 1, offset: 0 }
  const [slope = 1, offset = 0] = minimise(
    (at, gradient) => {
      const [slope = 0, offset = 0] = at
      gradient.fill(0)
      let loss = 0
      for (const { probability, right } of answers) {
        const odds = oddsOf(probability)
        const stated = 1 / (1 + Math.exp(-(slope * odds + offset)))
        const error = stated - (right ? 1 : 0)
        gradient[0] = (gradient[0] ?? 0) + error * odds
        gradient[1] = (gradient[1] ?? 0) + error
        loss -= Math.log(Math.max(1e-12, right ? stated : 1 - stated))
      }
      return loss
    },
    2,
    50,
  )
  return { slope, offset }
}
