// What the ranking learns from: the candidates for each reference, with their features.
import type { Figure } from '../figure.ts'

export interface RankingExample {
  /** Index of the word that refers. */
  readonly word: number
  readonly figures: readonly Figure[]
  readonly features: readonly (readonly string[])[]
  /** Features of "somebody new", or null where that cannot be. */
  readonly fresh: readonly string[] | null
}

/** Keeps the choices that a reading of an article met, and has them made by weights that are still being learnt. */
export class Training {
  readonly weights: Readonly<Record<string, number>>
  readonly examples: RankingExample[] = []

  constructor(weights: Readonly<Record<string, number>>) {
    this.weights = weights
  }

  record(
    word: number,
    figures: readonly Figure[],
    features: readonly (readonly string[])[],
    fresh: readonly string[] | null,
  ): void {
    this.examples.push({ word, figures, features, fresh })
  }
}
