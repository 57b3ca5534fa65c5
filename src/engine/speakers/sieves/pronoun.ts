// A pronoun speaks for whom it stands; "Her Honour" is one in a robe.
// "Holm …. She argued that …" → Holm
import { resolvePronoun } from '../descriptions.ts'
import type { Sieve } from './sieve.ts'

const PRONOUN =
  /^(he|she|it|they|his|her|its|their|him|them|who)(?: (?:himself|herself|itself|themselves|both|all|too))?$/
const ROBED = /^(his|her) (?:honou?r|lordship|ladyship|grace|excellency)$/

export const pronoun: Sieve = ({ first, last, text }, { scene, training }) => {
  const word = (PRONOUN.exec(text) ?? ROBED.exec(text))?.[1]
  if (first >= last || !word) return null
  const found = resolvePronoun(scene, first, word, training)
  return found ? { figures: [found.figure], method: 'pronoun', confidence: found.probability } : null
}
