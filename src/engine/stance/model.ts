// What was learnt: how rare words are, what each piece of evidence is worth in each look, and how sure to be.

/** Worth of evidence by name; a name that is not there is worth nothing. */
export type Worth = ReadonlyMap<string, number>

/** The weights of one look. Sides share theirs: no side of no question is known beforehand. */
export interface Layer {
  readonly sides: Worth
  readonly ambivalent: Worth
  readonly off: Worth
}

/**
 * Stated confidence is `1 / (1 + exp(-(slope · log-odds + company · theirs + offset)))`: the log-odds of the model's own
 * probability, and their mean over the article's claims, since an article is easy or hard as a whole.
 */
export interface Calibration {
  readonly slope: number
  readonly company: number
  readonly offset: number
}

export interface StanceModel {
  /** Changes whenever answers may. */
  readonly version: string
  /** Rarity by word family, 0 to 1; one that is not there was seen nowhere and is as rare as can be. */
  readonly rarity: ReadonlyMap<string, number>
  readonly words: Layer
  /** What a link between two claims says of their taking the same side. */
  readonly links: Worth
  /** Looks from context, each on what the one before it held. */
  readonly context: readonly Layer[]
  /** The last look instead where people have decided some of the article's claims. */
  readonly taught: Layer
  readonly calibration: Calibration
}
