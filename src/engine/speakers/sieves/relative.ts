// "who" and "which" are whoever stands right before them; "you" and "that" are nobody known.
// "Ida Quill, who said …" → Ida Quill
import type { Figure } from '../figure.ts'
import { NOBODY, type Sieve } from './sieve.ts'

const RELATIVE = /^(?:who|which|that|whose|whom)$/
const EMPTY = /^(?:you|your|yours|yourself|this|these|those|what|there|said|says|the|a|an|and|or)$/
/** Words between the antecedent and its relative that are looked over: "critics of the bill, who say". */
const REACH = 12

const unknown = { ...NOBODY, confidence: 0.3 }

export const relative: Sieve = ({ first, last, text }, { scene }) => {
  if (first >= last) return null
  if (EMPTY.test(text)) return unknown
  if (!RELATIVE.test(text)) return null
  const sentence = scene.words[first]?.sentence
  for (let index = first - 1; index >= 0 && index > first - REACH; index--) {
    if (scene.words[index]?.sentence !== sentence) break
    const figure = scene.figureAt.get(index)
    if (figure && fits(text, figure))
      return { figures: [figure], method: 'pronoun', confidence: index === first - 1 ? 0.85 : 0.5 }
  }
  return unknown
}

const fits = (word: string, figure: Figure): boolean =>
  word === 'which'
    ? figure.kind !== 'person'
    : word === 'that' || figure.kind === 'person' || figure.plural || figure.kind === 'group'
