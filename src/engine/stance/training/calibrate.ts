// Learns how a stated confidence follows from the model's own probability, so that answers given 70 in 100 are right 70 times in 100.
import { companyOf, oddsOf } from '../confidence.ts'
import type { Calibration } from '../model.ts'
import { minimise } from './minimise.ts'

export interface Sureness {
  /** The model's probability of its answer. */
  readonly probability: number
  /** Null where people gave no position. */
  readonly right: boolean | null
}

/** The answers of one set, article by article. */
export type SurenessSet = readonly (readonly Sureness[])[]

/** Three numbers, by logistic regression (Platt 1999). Every set weighs the same, however large: none is more like what users will bring. */
export function calibrate(sets: readonly SurenessSet[]): Calibration {
  const rows = sets.flatMap((articles) => evenly(articles.flatMap(rowsOf)))
  if (rows.length === 0) return { slope: 1, company: 0, offset: 0 }
  const [slope = 1, company = 0, offset = 0] = minimise(
    (at, gradient) => {
      gradient.fill(0)
      return rows.reduce((loss, row) => loss + addRow(row, at, gradient), 0)
    },
    3,
    50,
  )
  return { slope, company, offset }
}

interface Row {
  /** Log-odds, the company's, and one for the offset. */
  readonly values: readonly [number, number, number]
  readonly right: boolean
  readonly weight: number
}

const evenly = (rows: readonly Row[]): Row[] => rows.map((row) => ({ ...row, weight: 1_000 / rows.length }))

function rowsOf(answers: readonly Sureness[]): Row[] {
  const company = companyOf(answers.map((answer) => answer.probability))
  return answers.flatMap(({ probability, right }) =>
    right === null ? [] : [{ values: [oddsOf(probability), company, 1] as const, right, weight: 1 }],
  )
}

function addRow({ values, right, weight }: Row, at: Float64Array, gradient: Float64Array): number {
  const score = values.reduce((sum, value, index) => sum + value * (at[index] ?? 0), 0)
  const stated = 1 / (1 + Math.exp(-score))
  const error = weight * (stated - (right ? 1 : 0))
  values.forEach((value, index) => {
    gradient[index] = (gradient[index] ?? 0) + error * value
  })
  return -weight * Math.log(Math.max(1e-12, right ? stated : 1 - stated))
}
