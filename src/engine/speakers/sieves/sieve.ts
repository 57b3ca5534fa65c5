// What a sieve is: a question put to one source, answered by the figures that speak or passed on.
import type { Attribution, AttributionMethod } from '../../types.ts'
import type { Figure } from '../figure.ts'
import type { Introductions } from '../introductions.ts'
import type { Scene } from '../scene.ts'
import type { Training } from '../training/examples.ts'

export interface Source {
  readonly attribution: Attribution
  readonly index: number
  /** Word range of the first piece of the source, [first, last); empty without a source. */
  readonly first: number
  readonly last: number
  /** Lower-case text of that piece, a possessive aside. */
  readonly text: string
}

export interface Answer {
  readonly figures: readonly Figure[]
  readonly method: AttributionMethod
  /** Probability that the figures are right, given that the source is. */
  readonly confidence: number
}

export interface Stage {
  readonly scene: Scene
  readonly introductions: Introductions
  /** Answers so far, by attribution. */
  readonly answers: readonly (Answer | undefined)[]
  readonly attributions: readonly Attribution[]
  readonly training: Training | undefined
}

export type Sieve = (source: Source, stage: Stage) => Answer | null

export const NOBODY: Answer = { figures: [], method: 'none', confidence: 0.8 }
