// How well a stretch of words matches each position's definition, agreeing or crossed in negation: "no search" against "is a mass search".
import type { QuestionProfile } from '../question.ts'
import type { Word } from '../words.ts'

/** One number per position of the question. */
export interface Matches {
  /** Shared families, weighed by rarity and place in the definition, that stand alike under negation in both. */
  readonly same: readonly number[]
  /** Shared families of which one is negated and the other is not. */
  readonly crossed: readonly number[]
}

/** Short stretches would score by chance; this many words are added to every length. */
const PATIENCE = 4

export const scaleFor = (words: readonly Word[]): number => 2 / Math.sqrt(PATIENCE + words.length)

/** `words` are distinct and meaningful. */
export function matchesOf(words: readonly Word[], question: QuestionProfile): Matches {
  const same = question.positions.map(() => 0)
  const crossed = question.positions.map(() => 0)
  const scale = scaleFor(words)
  for (const word of words) {
    for (const { position, weight, negated } of question.terms.get(word.stem) ?? []) {
      const into = negated === word.negated ? same : crossed
      into[position] = (into[position] ?? 0) + weight * scale
    }
  }
  return { same, crossed }
}

/** How far the words speak of the question's own subject. */
export function topicOf(words: readonly Word[], question: QuestionProfile): number {
  let sum = 0
  for (const { stem } of words) sum += question.topic.get(stem) ?? 0
  return sum * scaleFor(words)
}

/** For each position the best-covered phrase of its definition: a ground that the claim repeats whole weighs more than words strewn over many. */
export function bestPhrases(words: readonly Word[], question: QuestionProfile): number[] {
  const covered = new Map<number, number>()
  for (const { stem } of words) {
    const phrases = question.phrasesWith.get(stem)
    if (phrases === undefined) continue
    const rarity = question.rarity.of(stem)
    for (const phrase of phrases) covered.set(phrase, (covered.get(phrase) ?? 0) + rarity)
  }
  const best = question.positions.map(() => 0)
  for (const [index, sum] of covered) {
    const phrase = question.phrases[index]
    if (phrase === undefined) continue
    best[phrase.position] = Math.max(best[phrase.position] ?? 0, sum / Math.sqrt(0.5 + phrase.rarity))
  }
  return best
}
