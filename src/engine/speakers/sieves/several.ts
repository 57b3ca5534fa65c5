// Two or more who are named together speak together.
// "Vale and Quill wanted to know whether …" → both

import { resolvePronoun } from '../descriptions.ts'
import type { Figure } from '../figure.ts'
import { appositionIn, coreEnd } from '../noun-phrase.ts'
import type { Sieve, Stage } from './sieve.ts'

export const several: Sieve = ({ first, last }, stage) => {
  const { scene } = stage
  for (let index = first + 1; index < last - 1; index++) {
    const word = scene.words[index]
    if (!word || /^(?:who|which|whose|that)$/.test(word.lower)) return null
    if ((word.lower !== 'and' && word.lower !== 'or') || scene.names.has(index)) continue
    if (inApposition(stage, first, index)) return null
    const right = rightOf(stage, index + 1, last)
    const left = right ? leftOf(stage, first, index) : []
    if (right && left.length > 0 && !left.includes(right))
      return { figures: [...left, right], method: 'named', confidence: 0.9 }
  }
  return null
}

/** The figure whose name or whole description follows "and". */
function rightOf({ scene }: Stage, from: number, last: number): Figure | undefined {
  const end = coreEnd(scene.words, scene.names, from, last)
  const name = scene.names.at(end - 1)
  if (name && !name.office && name.last === end) return scene.figureOfName(name)
  const determined = /^(?:the|a|an|his|her|its|their)$/.test(scene.words[from]?.lower ?? '')
  if (!determined) return undefined
  const apposed = appositionIn(scene.words, scene.names, end, last)
  const person = apposed ? scene.figureOfName(apposed) : undefined
  return person?.kind === 'person' ? person : scene.figureAt.get(end - 1)
}

/** Those before "and": a name or pronoun, perhaps the last of a list. */
function leftOf(stage: Stage, first: number, at: number): Figure[] {
  const { scene } = stage
  const word = scene.words[at - 1]
  if (word && at - first === 1 && /^(?:he|she)$/.test(word.lower)) {
    const found = resolvePronoun(scene, first, word.lower, stage.training)
    return found ? [found.figure] : []
  }
  const name = scene.names.at(at - 1)
  const determined = /^(?:the|a|an|his|her|its|their|both)$/.test(scene.words[first]?.lower ?? '')
  const figure =
    name && !name.office && name.last === at
      ? scene.figureOfName(name)
      : determined
        ? scene.figureAt.get(at - 1)
        : undefined
  if (!figure) return []
  const start = name ? name.first - name.title.length : at
  const before = scene.words[start]?.before === ', ' ? scene.names.at(start - 1) : undefined
  const other = before && before.first >= first && !before.office ? scene.figureOfName(before) : undefined
  return other && other.kind === figure.kind ? [other, figure] : [figure]
}

/** Whether "and" stands inside an apposition: "Ida Quill, a lawyer from Vane and a former judge". */
function inApposition({ scene }: Stage, first: number, at: number): boolean {
  for (let index = first + 1; index < at; index++) {
    const word = scene.words[index]
    if (!word?.before.startsWith(', ') || scene.names.has(index)) continue
    return !scene.words[at]?.before.startsWith(', ')
  }
  return false
}
