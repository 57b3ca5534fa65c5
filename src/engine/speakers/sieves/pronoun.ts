// A pronoun speaks for whom it stands.
// "Voss …. She argued that …" → Voss
import { resolvePronoun } from '../descriptions.ts'
import type { Sieve } from './sieve.ts'

export const pronoun: Sieve = ({ first, last, text }, { scene, training }) => {
  const word =
    /^(he|she|it|they|his|her|its|their|him|them|who)(?: (?:himself|herself|itself|themselves|both|all|too|himself))?$/.exec(
      text,
    )?.[1]
  if (first >= last || !word) return null
  const found = resolvePronoun(scene, first, word, training)
  return found ? { figures: [found.figure], method: 'pronoun', confidence: found.probability } : null
}
