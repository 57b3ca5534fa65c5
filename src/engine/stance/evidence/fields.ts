// Likeness of meaning: a claim that speaks of a postman leans to the side whose definition speaks of carrying, though they share no word.
import { fieldsOf } from '../lexicon/index.ts'
import type { QuestionProfile } from '../question.ts'
import type { Rarity } from '../rarity.ts'
import type { Word } from '../words.ts'

/** What a negated word says of its field: "not a record" is about records, yet against them. */
const NEGATED = -0.5

/** Adds a word's weight to its fields; a word of many fields says less of each. */
export function addFields(into: Map<number, number>, stem: string, weight: number, negated: boolean): void {
  const fields = fieldsOf(stem)
  const share = ((negated ? NEGATED : 1) * weight) / Math.sqrt(fields.length)
  for (const field of fields) into.set(field, (into.get(field) ?? 0) + share)
}

/** For each position how far the words lie in the fields of its definition. Saturating: ten words of a field do not say ten times as much. */
export function likenessOf(words: readonly Word[], question: QuestionProfile, rarity: Rarity): number[] {
  const fields = new Map<number, number>()
  for (const { stem, negated } of words) addFields(fields, stem, rarity.of(stem), negated)
  const likeness = question.positions.map(() => 0)
  for (const [field, weight] of fields) {
    const defined = question.fields.get(field)
    if (defined === undefined) continue
    const strength = Math.tanh(weight)
    defined.forEach((share, position) => {
      likeness[position] = (likeness[position] ?? 0) + strength * share
    })
  }
  return likeness
}
