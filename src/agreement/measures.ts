// How far those who placed the same claims agree: every measure at once, from the ratings alone.
// Fleiss' kappa and the agreement on each position: J. L. Fleiss, "Measuring Nominal Scale Agreement Among Many
// Raters", Psychological Bulletin 76, 1971. There every claim has as many ratings; here they may differ.

import { type Alpha, alphaOf } from './alpha.ts'
import { type PairKappa, pairKappas } from './pairs.ts'
import { byClaim, type Counts, type Profile, type Profiles, profilesOf, type Ratings } from './ratings.ts'

/** Claims shown that divide people, at most. */
const MOST_DIVIDED = 20

export interface PositionAgreement {
  /** Of all choices, how many are this one. */
  readonly share: number
  /** One having chosen it, how probably another does; null when nobody chose it. */
  readonly agreement: number | null
  /** The same beyond chance. */
  readonly kappa: number | null
}

export interface Measures {
  /** Claims that at least two placed: all measures are taken on these. */
  readonly claims: number
  /** Mean over claims of the share of pairs that agree; null without a claim that two placed. */
  readonly observed: number | null
  readonly alpha: Alpha | null
  readonly fleissKappa: number | null
  readonly pairs: readonly PairKappa[]
  /** By position. */
  readonly positions: readonly PositionAgreement[]
  /** confusion[i][j]: how often one chose i and another j for a claim; the same as confusion[j][i]. */
  readonly confusion: readonly (readonly number[])[]
  /** The claims with the fewest pairs that agree first, then those that more people placed. */
  readonly divided: readonly { readonly claim: number; readonly counts: Counts }[]
}

export function measure(ratings: Ratings): Measures {
  const grouped = byClaim(ratings)
  const { profiles, comparable } = profilesOf(ratings, grouped)
  const observed = mean(profiles, comparable.length)
  const choices = choicesOf(profiles, ratings.positions)
  return {
    claims: comparable.length,
    observed,
    alpha: alphaOf(profiles, ratings.positions),
    fleissKappa: observed === null ? null : beyondChance(observed, sumOfSquares(choices)),
    pairs: pairKappas(ratings, grouped),
    positions: choices.map((choice) => positionAgreement(choice)),
    confusion: confusionOf(profiles, ratings.positions),
    divided: dividedOf(comparable),
  }
}

function dividedOf(comparable: Profiles['comparable']): Measures['divided'] {
  return comparable
    .map(({ claim, profile }) => ({ claim, profile, agreeing: agreeing(profile) }))
    .filter((one) => one.agreeing < 1)
    .sort((a, b) => a.agreeing - b.agreeing || b.profile.ratings - a.profile.ratings || a.claim - b.claim)
    .slice(0, MOST_DIVIDED)
    .map(({ claim, profile }) => ({ claim, counts: profile.counts }))
}

/** The share of the pairs of ratings of a claim that agree. */
const agreeing = ({ counts, ratings }: Profile) =>
  counts.reduce((sum, [, n]) => sum + n * (n - 1), 0) / (ratings * (ratings - 1))

const mean = (profiles: readonly Profile[], claims: number) =>
  claims === 0 ? null : profiles.reduce((sum, one) => sum + one.claims * agreeing(one), 0) / claims

const beyondChance = (observed: number, chance: number) =>
  chance === 1 ? null : (observed - chance) / (1 - chance)

/** How often a position was chosen, of how many choices; and of the pairs with one that chose it, in how many both. */
interface Choice {
  chosen: number
  all: number
  pairs: number
  both: number
}

function choicesOf(profiles: readonly Profile[], positions: number): Choice[] {
  const all = profiles.reduce((sum, { claims, ratings }) => sum + claims * ratings, 0)
  const choices = Array.from({ length: positions }, () => ({ chosen: 0, all, pairs: 0, both: 0 }))
  for (const { counts, ratings, claims } of profiles) {
    for (const [position, n] of counts) {
      const choice = choices[position]
      if (!choice) continue
      choice.chosen += claims * n
      choice.pairs += claims * n * (ratings - 1)
      choice.both += claims * n * (n - 1)
    }
  }
  return choices
}

const shareOf = ({ chosen, all }: Choice) => (all === 0 ? 0 : chosen / all)
const sumOfSquares = (choices: readonly Choice[]) => choices.reduce((sum, one) => sum + shareOf(one) ** 2, 0)

function positionAgreement(choice: Choice): PositionAgreement {
  const share = shareOf(choice)
  if (choice.pairs === 0) return { share, agreement: null, kappa: null }
  const agreement = choice.both / choice.pairs
  return { share, agreement, kappa: beyondChance(agreement, share) }
}

function confusionOf(profiles: readonly Profile[], positions: number): number[][] {
  const table = Array.from({ length: positions }, () => new Array<number>(positions).fill(0))
  for (const { counts, claims } of profiles) {
    for (const [one, n] of counts) {
      for (const [other, m] of counts) {
        const row = table[one]
        if (row) row[other] = (row[other] ?? 0) + claims * (one === other ? (n * (n - 1)) / 2 : n * m)
      }
    }
  }
  return table
}
