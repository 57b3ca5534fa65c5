// A source whose head or apposition is a name is whom that name means.
// "Ivo Vale, a professor of evidence" → Ivo Vale; "its lawyer, Ida Quill" → Ida Quill

import { kindOfNoun } from '../descriptions.ts'
import { DEGREES } from '../lexicon/titles.ts'
import type { NameMention } from '../names.ts'
import { appositionIn, coreEnd } from '../noun-phrase.ts'
import type { Sieve, Stage } from './sieve.ts'

export const named: Sieve = ({ first, last }, stage) => {
  if (first >= last) return null
  const { scene } = stage
  const end = coreEnd(scene.words, scene.names, first, last)
  const head = headName(stage, first, end)
  const figure = head ? scene.figureOfName(head) : undefined
  if (head && figure)
    return {
      figures: [figure],
      method: 'named',
      confidence: head.last - head.first > 1 || figure.kind !== 'person' ? 0.97 : 0.94,
    }
  const apposed = appositionIn(scene.words, scene.names, end, last) ?? closingName(stage, end, last)
  const other = apposed ? scene.figureOfName(apposed) : undefined
  if (!other) return null
  const kind = kindOfNoun(scene.words[end - 1]?.lower ?? '')
  const fitting = kind === 'group' || kind === 'unknown' || (kind === 'person') === (other.kind === 'person')
  return fitting ? { figures: [other], method: 'named', confidence: 0.94 } : null
}

/** The name that ends the core of the phrase ("Mail host Larkpost", "Lund himself"). */
function headName({ scene }: Stage, first: number, end: number): NameMention | undefined {
  const reflexive = /^(?:himself|herself|itself|themselves|too)$/.test(scene.words[end - 1]?.lower ?? '')
  const degree = end - first > 2 && DEGREES.has(scene.words[end - 1]?.lower ?? '')
  const at = reflexive || degree ? end - 2 : end - 1
  const name = at >= first ? scene.names.at(at) : undefined
  if (!name || name.office || name.last - 1 !== at) return undefined
  return name
}

/** "A chaplain who visited him that week, the Rev. Ida Vale": the name in apposition at the very end. */
function closingName({ scene }: Stage, from: number, last: number): NameMention | null {
  const name = scene.names.at(last - 1)
  if (!name || name.office || name.last !== last || scene.words[last - 1]?.possessive) return null
  let start = name.first - name.title.length
  if (scene.words[start - 1]?.lower === 'the' && scene.words[start]?.before === ' ') start--
  return start > from && scene.words[start]?.before === ', ' ? name : null
}
