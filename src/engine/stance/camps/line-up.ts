// Lines the claims of an article up by side: each pulls those it is linked with towards its own side or away from it (mean field).
import type { Belief } from '../belief.ts'

/** Log-odds that two claims take the same side, given that both take one. */
export interface Pull {
  readonly first: number
  readonly second: number
  readonly pull: number
}

/** Links go round in circles and would count the same evidence again; half of each is about what one of them is worth. */
const SHARE = 0.5
/** Claims of one paragraph share its words, so what their words say is less than it seems. */
const OWN = 0.7
const ROUNDS = 20
const DAMPING = 0.5
/** When no share moves more than this in a round, the debate has settled. */
const STILL = 1e-3
const TINY = 1e-9

/** Rows of one number per side, claim after claim in one array. */
type Rows = Float64Array

interface Field {
  readonly sides: number
  /** What the claim's own words say of each side, in log. */
  readonly own: Rows
  /** How much of each claim's belief is on sides at all: what it can pull with. */
  readonly mass: readonly number[]
  readonly fixed: readonly boolean[]
  readonly pulls: readonly Pull[]
}

/**
 * The beliefs with the probability of the sides dealt out anew among them; `ambivalent` and `off` stay as they were.
 * What people have `decided` stands fast and pulls with full weight.
 */
export function lineUp(
  beliefs: readonly Belief[],
  pulls: readonly Pull[],
  decided: readonly (Belief | null)[] = [],
): Belief[] {
  const sides = beliefs[0]?.sides.length ?? 0
  if (sides < 2) return [...beliefs]
  const used = beliefs.map((belief, i) => decided[i] ?? belief)
  const mass = used.map(massOf)
  const field: Field = {
    sides,
    own: Float64Array.from(beliefs.flatMap((one) => one.sides.map((value) => OWN * Math.log(value + TINY)))),
    mass,
    fixed: beliefs.map((_, i) => (decided[i] ?? null) !== null),
    pulls,
  }
  const start = used.flatMap((one, i) => one.sides.map((value) => value / Math.max(TINY, mass[i] ?? 0)))
  const scores = heard(field, settleBest(field, Float64Array.from(start)))
  for (let at = 0; at < scores.length; at += sides) softmax(scores, at, sides)
  return beliefs.map((belief, i) => {
    const all = massOf(belief)
    return { ...belief, sides: belief.sides.map((_, side) => all * (scores[i * sides + side] ?? 0)) }
  })
}

const massOf = (belief: Belief): number => belief.sides.reduce((a, b) => a + b, 0)

/** A debate may be read the right way round or the wrong: with two sides both readings are tried and the better one kept. */
function settleBest(field: Field, start: Rows): Rows {
  const straight = settle(field, start)
  if (field.sides !== 2) return straight
  const turned = straight.map((value, at) => (field.fixed[at >> 1] ? value : (straight[at ^ 1] ?? 0)))
  const crossed = settle(field, turned)
  return strain(field, crossed) < strain(field, straight) ? crossed : straight
}

function settle(field: Field, start: Rows): Rows {
  const shares = start.slice()
  for (let round = 0; round < ROUNDS; round++) {
    const next = heard(field, shares)
    let moved = 0
    for (let at = 0; at < shares.length; at++) {
      if (at % field.sides === 0) softmax(next, at, field.sides)
      if (field.fixed[Math.floor(at / field.sides)]) continue
      const before = shares[at] ?? 0
      shares[at] = DAMPING * before + (1 - DAMPING) * (next[at] ?? 0)
      moved = Math.max(moved, Math.abs((shares[at] ?? 0) - before))
    }
    if (moved < STILL) break
  }
  return shares
}

/** Each claim's scores for the sides: its own, and what it hears from those it is linked with. */
function heard(field: Field, shares: Rows): Rows {
  const { sides, own, pulls } = field
  const scores = own.slice()
  const leans = leansOf(field, shares)
  for (const { first, second, pull } of pulls) {
    const weight = (SHARE / 2) * pull
    for (let side = 0; side < sides; side++) {
      const [one, other] = [first * sides + side, second * sides + side]
      scores[one] = (scores[one] ?? 0) + weight * (leans[other] ?? 0)
      scores[other] = (scores[other] ?? 0) + weight * (leans[one] ?? 0)
    }
  }
  return scores
}

/** How far each claim leans to each side rather than to the mean of the others, by what it can pull with. */
function leansOf({ sides, mass }: Field, shares: Rows): Rows {
  const leans = new Float64Array(shares.length)
  for (let claim = 0; claim < mass.length; claim++) {
    let sum = 0
    for (let side = 0; side < sides; side++) sum += shares[claim * sides + side] ?? 0
    for (let side = 0; side < sides; side++) {
      const value = shares[claim * sides + side] ?? 0
      leans[claim * sides + side] = (mass[claim] ?? 0) * (value - (sum - value) / (sides - 1))
    }
  }
  return leans
}

/** Variational free energy: low where the reading agrees with both the words and the links. */
function strain(field: Field, shares: Rows): number {
  const { sides, own, mass, pulls } = field
  const leans = leansOf(field, shares)
  let energy = 0
  for (let at = 0; at < shares.length; at++) {
    const share = shares[at] ?? 0
    energy += (mass[Math.floor(at / sides)] ?? 0) * share * (Math.log(share + TINY) - (own[at] ?? 0))
  }
  for (const { first, second, pull } of pulls)
    for (let side = 0; side < sides; side++)
      energy -= (SHARE / 4) * pull * (leans[first * sides + side] ?? 0) * (leans[second * sides + side] ?? 0)
  return energy
}

/** Scores of one row become shares, in place. */
function softmax(rows: Rows, from: number, count: number): void {
  let most = Number.NEGATIVE_INFINITY
  for (let at = from; at < from + count; at++) most = Math.max(most, rows[at] ?? 0)
  let sum = 0
  for (let at = from; at < from + count; at++) {
    rows[at] = Math.exp((rows[at] ?? 0) - most)
    sum += rows[at] ?? 0
  }
  for (let at = from; at < from + count; at++) rows[at] = (rows[at] ?? 0) / sum
}
