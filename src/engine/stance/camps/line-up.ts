// Lines the claims of an article up by side: each pulls those it is linked with towards its own side or away from it (mean field).
import { type Belief, leanOf } from '../belief.ts'

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
const TINY = 1e-9

interface Field {
  readonly own: readonly (readonly number[])[]
  /** How much of the claim's belief is on sides at all: what it can pull with. */
  readonly mass: readonly number[]
  readonly fixed: readonly boolean[]
  readonly pulls: readonly Pull[]
}

type Shares = readonly (readonly number[])[]

/**
 * The beliefs with the probability of the sides dealt out anew among them; `ambivalent` and `off` stay as they were.
 * What people have `decided` stands fast and pulls with full weight.
 */
export function lineUp(
  beliefs: readonly Belief[],
  pulls: readonly Pull[],
  decided: readonly (Belief | null)[] = [],
): Belief[] {
  const used = beliefs.map((belief, i) => decided[i] ?? belief)
  const mass = used.map((belief) => belief.sides.reduce((a, b) => a + b, 0))
  const field: Field = {
    own: beliefs.map(({ sides }) => sides.map((value) => OWN * Math.log(value + TINY))),
    mass,
    fixed: beliefs.map((_, i) => decided[i] !== undefined && decided[i] !== null),
    pulls,
  }
  const start = used.map(({ sides }, i) => sides.map((value) => value / Math.max(TINY, mass[i] ?? 0)))
  const shares = settleBest(field, start)
  const final = heard(field, shares).map(softmax)
  return beliefs.map((belief, i) => {
    const all = belief.sides.reduce((a, b) => a + b, 0)
    return { ...belief, sides: (final[i] ?? []).map((share) => share * all) }
  })
}

/** A debate may be read the right way round or the wrong: with two sides both readings are tried and the better one kept. */
function settleBest(field: Field, start: Shares): Shares {
  const straight = settle(field, start)
  if (straight[0]?.length !== 2) return straight
  const turned = straight.map((own, i) => (field.fixed[i] ? own : [...own].reverse()))
  const crossed = settle(field, turned)
  return strain(field, crossed) < strain(field, straight) ? crossed : straight
}

function settle(field: Field, start: Shares): Shares {
  let shares = start
  for (let round = 0; round < ROUNDS; round++) {
    const scores = heard(field, shares)
    shares = shares.map((own, i) => {
      if (field.fixed[i]) return own
      const next = softmax(scores[i] ?? [])
      return own.map((value, side) => DAMPING * value + (1 - DAMPING) * (next[side] ?? 0))
    })
  }
  return shares
}

/** Each claim's scores for the sides: its own, and what it hears from those it is linked with. */
function heard(field: Field, shares: Shares): number[][] {
  const scores = field.own.map((own) => [...own])
  const leans = leansOf(field, shares)
  for (const { first, second, pull } of field.pulls) {
    addLean(scores[first], leans[second], pull)
    addLean(scores[second], leans[first], pull)
  }
  return scores
}

const leansOf = ({ mass }: Field, shares: Shares): number[][] =>
  shares.map((sides, i) =>
    sides.map((_, side) => (mass[i] ?? 0) * leanOf({ sides, ambivalent: 0, off: 0 }, side)),
  )

function addLean(scores: number[] | undefined, leans: readonly number[] | undefined, pull: number): void {
  if (scores === undefined || leans === undefined) return
  for (let side = 0; side < scores.length; side++)
    scores[side] = (scores[side] ?? 0) + (SHARE / 2) * pull * (leans[side] ?? 0)
}

/** Variational free energy: low where the reading agrees with both the words and the links. */
function strain(field: Field, shares: Shares): number {
  const leans = leansOf(field, shares)
  let energy = 0
  shares.forEach((own, i) => {
    const mass = field.mass[i] ?? 0
    own.forEach((share, side) => {
      energy += mass * share * (Math.log(share + TINY) - (field.own[i]?.[side] ?? 0))
    })
  })
  for (const { first, second, pull } of field.pulls) {
    const one = leans[first] ?? []
    one.forEach((lean, side) => {
      energy -= (SHARE / 4) * pull * lean * (leans[second]?.[side] ?? 0)
    })
  }
  return energy
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}
