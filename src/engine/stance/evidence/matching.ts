// How well a stretch of words matches a position's definition, agreeing or crossed in negation: "no search" against "is a mass search".
import type { PositionProfile } from '../question.ts'
import { isFunctionWord, type Word } from '../words.ts'
import type { Rarity } from './evidence.ts'

export interface Match {
  /** Shared families, weighed by rarity and place in the definition, that stand alike under negation in both. */
  readonly same: number
  /** Shared families of which one is negated and the other is not. */
  readonly crossed: number
}

/** Short stretches would score by chance; this many words are added to every length. */
const PATIENCE = 4

export function matchOf(words: readonly Word[], position: PositionProfile, rarity: Rarity): Match {
  let same = 0
  let crossed = 0
  const seen = new Set<string>()
  for (const word of words) {
    if (isFunctionWord(word.form) || seen.has(word.stem)) continue
    seen.add(word.stem)
    const term = position.terms.get(word.stem)
    if (term === undefined) continue
    const value = rarity(word.stem) * term.weight
    if (term.negated === word.negated) same += value
    else crossed += value
  }
  const scale = 2 / Math.sqrt(PATIENCE + seen.size)
  return { same: same * scale, crossed: crossed * scale }
}

/** The best-covered phrase of the definition: a ground that the claim repeats whole weighs more than words strewn over many. */
export function bestPhrase(stems: ReadonlySet<string>, position: PositionProfile, rarity: Rarity): number {
  let best = 0
  for (const phrase of position.phrases) {
    let covered = 0
    let whole = 0
    for (const stem of phrase) {
      const value = rarity(stem)
      whole += value
      if (stems.has(stem)) covered += value
    }
    best = Math.max(best, covered / Math.sqrt(0.5 + whole))
  }
  return best
}
