// Learns one look's weights: a log-linear choice among the sides, which share their weights, and the two neutral positions.
import type { ClaimEvidence, Evidence } from '../evidence/index.ts'
import type { Layer } from '../model.ts'
import { minimise } from './minimise.ts'

export interface Example {
  readonly evidence: ClaimEvidence
  /** Index of the side that people gave, or the neutral kind. */
  readonly gold: number | 'ambivalent' | 'off'
}

export interface FitSettings {
  /** Evidence seen in fewer examples is left out. */
  readonly least: number
  /** Pull towards zero of ordinary evidence, and of single words, which are many and each say little. */
  readonly pull: number
  readonly pullOfWords: number
  readonly rounds: number
}

/** Names that stand for single words ("w depend", "b rather than"). */
const LEXICAL = /^[wbcsf~] /

interface Row {
  readonly at: Int32Array
  readonly value: Float64Array
}

interface Case {
  readonly sides: readonly Row[]
  readonly neutral: Row
  /** Which of [...sides, ambivalent, off] is right. */
  readonly right: number
}

/** The weights under which the examples are most likely, less the pull. */
export function fitLayer(examples: readonly Example[], settings: FitSettings): Layer {
  const sideNames = namesOf(
    examples.flatMap(({ evidence }) => evidence.sides),
    settings.least * 2,
  )
  const neutralNames = namesOf(
    examples.map(({ evidence }) => evidence.neutral),
    settings.least,
  )
  const cases = examples.map((example) => caseOf(example, sideNames, neutralNames))
  const pulls = [
    ...pullsOf(sideNames, settings),
    ...pullsOf(neutralNames, settings),
    ...pullsOf(neutralNames, settings),
  ]
  const offsets = [sideNames.size, sideNames.size + neutralNames.size] as const
  const weights = minimise(
    (at, gradient) => lossOf(cases, offsets, pulls, at, gradient),
    pulls.length,
    settings.rounds,
  )
  return {
    sides: worth(sideNames, weights, 0),
    ambivalent: worth(neutralNames, weights, offsets[0]),
    off: worth(neutralNames, weights, offsets[1]),
  }
}

function namesOf(bags: readonly Evidence[], least: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const bag of bags) for (const name of bag.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const frequent = [...counts].filter(([, count]) => count >= least)
  return new Map(frequent.map(([name], index) => [name, index]))
}

const pullsOf = (names: ReadonlyMap<string, number>, { pull, pullOfWords }: FitSettings): number[] =>
  [...names.keys()].map((name) => (LEXICAL.test(name) ? pullOfWords : pull))

const worth = (
  names: ReadonlyMap<string, number>,
  weights: Float64Array,
  offset: number,
): Map<string, number> => new Map([...names].map(([name, index]) => [name, weights[offset + index] ?? 0]))

function rowOf(bag: Evidence, names: ReadonlyMap<string, number>): Row {
  const known = [...bag].flatMap(([name, value]) => {
    const at = names.get(name)
    return at === undefined ? [] : [{ at, value }]
  })
  return { at: Int32Array.from(known, ({ at }) => at), value: Float64Array.from(known, ({ value }) => value) }
}

function caseOf(
  { evidence, gold }: Example,
  sideNames: ReadonlyMap<string, number>,
  neutralNames: ReadonlyMap<string, number>,
): Case {
  const sides = evidence.sides.map((bag) => rowOf(bag, sideNames))
  const right = gold === 'ambivalent' ? sides.length : gold === 'off' ? sides.length + 1 : gold
  return { sides, neutral: rowOf(evidence.neutral, neutralNames), right }
}

function lossOf(
  cases: readonly Case[],
  offsets: readonly [number, number],
  pulls: readonly number[],
  at: Float64Array,
  gradient: Float64Array,
): number {
  let loss = 0
  for (let i = 0; i < at.length; i++) {
    const pulled = (pulls[i] ?? 0) * (at[i] ?? 0)
    gradient[i] = pulled
    loss += 0.5 * pulled * (at[i] ?? 0)
  }
  for (const one of cases) loss += addCase(one, offsets, at, gradient)
  return loss
}

/** Adds the case's part to the gradient and returns its loss. */
function addCase(
  one: Case,
  [ambivalent, off]: readonly [number, number],
  at: Float64Array,
  gradient: Float64Array,
): number {
  const scores = one.sides.map((row) => dot(row, at, 0))
  scores.push(dot(one.neutral, at, ambivalent), dot(one.neutral, at, off))
  const most = Math.max(...scores)
  const sum = scores.reduce((total, score) => total + Math.exp(score - most), 0)
  const errorOf = (choice: number): number =>
    Math.exp((scores[choice] ?? 0) - most) / sum - (choice === one.right ? 1 : 0)
  one.sides.forEach((row, side) => {
    addRow(row, gradient, 0, errorOf(side))
  })
  addRow(one.neutral, gradient, ambivalent, errorOf(one.sides.length))
  addRow(one.neutral, gradient, off, errorOf(one.sides.length + 1))
  return Math.log(sum) - ((scores[one.right] ?? 0) - most)
}

function addRow({ at, value }: Row, gradient: Float64Array, offset: number, error: number): void {
  for (let i = 0; i < at.length; i++) {
    const place = offset + (at[i] ?? 0)
    gradient[place] = (gradient[place] ?? 0) + error * (value[i] ?? 0)
  }
}

function dot(row: Row, weights: Float64Array, offset: number): number {
  let sum = 0
  for (let i = 0; i < row.at.length; i++)
    sum += (row.value[i] ?? 0) * (weights[offset + (row.at[i] ?? 0)] ?? 0)
  return sum
}
