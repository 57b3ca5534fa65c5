// Finds the words that decided: for a side those of its definition, for a neutral position those that its weights favour.
import type { Rarity } from './evidence/evidence.ts'
import { mannerOf } from './evidence/rejection.ts'
import type { Layer } from './model.ts'
import type { PositionProfile, QuestionProfile } from './question.ts'
import type { ClaimReading } from './reading.ts'
import { isFunctionWord, type Word } from './words.ts'

export interface Deciding {
  /** As the claim has it. */
  readonly form: string
  readonly weight: number
  /** Slug of the side that the word itself speaks for, when the claim turns it round; null when it speaks for the position. */
  readonly against: string | null
}

/** Words that speak for a side; when the claim denies or rejects, words of the other sides that it turns round. */
export function wordsForSide(
  claim: ClaimReading,
  position: PositionProfile,
  question: QuestionProfile,
  rarity: Rarity,
): Deciding[] {
  const others = question.sides.filter((side) => side !== position)
  const plain = distinct(claim.content).flatMap((word) => {
    const weight = weightIn(word, position, rarity) - mean(others.map((side) => weightIn(word, side, rarity)))
    return weight > 0 ? [{ form: word.form, weight, against: null }] : []
  })
  const turns = mannerOf(claim) === 'denied'
  const turned = distinct(claim.content).flatMap((word) => {
    const side = strongest(word, others, rarity)
    const weight = side === undefined ? 0 : weightIn(word, side, rarity) - weightIn(word, position, rarity)
    return side !== undefined && weight > 0 && (turns || word.negated)
      ? [{ form: word.form, weight, against: side.slug }]
      : []
  })
  const chosen = turned.length > 0 && (turns || plain.length === 0) ? turned : plain
  return chosen.sort((a, b) => b.weight - a.weight)
}

/** Words whose learnt weight favours the neutral position most over the other. */
export function wordsForNeutral(
  claim: ClaimReading,
  kind: 'ambivalent' | 'off-question',
  layer: Layer,
): Deciding[] {
  const [own, other] = kind === 'ambivalent' ? [layer.ambivalent, layer.off] : [layer.off, layer.ambivalent]
  return distinct(claim.content)
    .flatMap((word) => {
      const name = `w ${isFunctionWord(word.form) ? word.form : word.stem}`
      const weight = (own.get(name) ?? 0) - Math.max(0, other.get(name) ?? 0)
      return weight > 0.1 && word.form.length > 2 ? [{ form: word.form, weight, against: null }] : []
    })
    .sort((a, b) => b.weight - a.weight)
}

const weightIn = (word: Word, side: PositionProfile, rarity: Rarity): number => {
  const term = side.terms.get(word.stem)
  return term === undefined || isFunctionWord(word.form) ? 0 : term.weight * rarity(word.stem)
}

const strongest = (
  word: Word,
  sides: readonly PositionProfile[],
  rarity: Rarity,
): PositionProfile | undefined =>
  sides.reduce<PositionProfile | undefined>(
    (best, side) =>
      best === undefined || weightIn(word, side, rarity) > weightIn(word, best, rarity) ? side : best,
    undefined,
  )

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

function distinct(words: readonly Word[]): Word[] {
  const seen = new Set<string>()
  return words.filter(({ stem }) => (seen.has(stem) ? false : seen.add(stem)))
}
