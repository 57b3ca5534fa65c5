// Unnamed spokespersons and papers speak for whoever sent or wrote them.
// "a spokesman for Larkpost" → Larkpost; "the agency's brief" → the agency
import { resolveBehind, resolveDefinite, resolvePronoun } from '../descriptions.ts'
import type { Figure } from '../figure.ts'
import { isBody } from '../figure.ts'
import { bodyNounKind, PAPERS, STAFF, VOICES } from '../lexicon/nouns.ts'
import { coreEnd } from '../noun-phrase.ts'
import { type Answer, NOBODY, type Sieve, type Source, type Stage } from './sieve.ts'

const OFFICE = /^(?:press|media|communications) (?:office|team|department)$/

export const voice: Sieve = (source, stage) => {
  const { first, last } = source
  const { scene } = stage
  if (first >= last) return null
  const end = coreEnd(scene.words, scene.names, first, last)
  const head = scene.words[end - 1]?.lower ?? ''
  if (STAFF.has(head)) return staff(source, stage, end)
  const speaks = VOICES.has(head) || OFFICE.test(scene.text(Math.max(first, end - 2), end).toLowerCase())
  if (!speaks && !PAPERS.has(head)) return null
  const owner = signedBy(end, last, stage) ?? ownerBefore(first, end, stage) ?? ownerAfter(end, last, stage)
  if (owner) return answerOf(owner, 0.88)
  if (!speaks && UNSIGNED.has(head) && !isDefinite(scene.words[first]?.lower ?? '')) return NOBODY
  const found = resolveBehind(scene, first, end, speaks ? 'voice' : 'paper', head, stage.training)
  return found ? { figures: [found.figure], method: 'nominal', confidence: found.probability } : null
}

const isDefinite = (word: string): boolean => /^(?:the|this|that|your|my|our)$/.test(word)

/** Papers that without an owner are nobody's in particular. */
const UNSIGNED = new Set(
  'survey study poll research statistics transcript article data figures records documents papers emails'.split(
    ' ',
  ),
)

const answerOf = (figure: Figure, confidence: number): Answer => ({
  figures: [figure],
  method: 'nominal',
  confidence,
})

/** "OCT officials", "ministry lawyers": the body, when nothing sets them apart from it. */
function staff({ first, last }: Source, { scene }: Stage, end: number): Answer | null {
  if (end < last) return null
  const name = scene.names.at(end - 2)
  const bodyName = name && !name.office && name.last === end - 1 && !scene.words[end - 2]?.possessive
  const figure = bodyName ? scene.figureOfName(name) : undefined
  const lawyers = scene.words[end - 1]?.lower === 'lawyers'
  return figure && isBody(figure) && name?.first === first && !lawyers ? answerOf(figure, 0.75) : null
}

/** Whose it is, by what stands before the noun: "its", "Larkpost's", "OCT", "company". */
function ownerBefore(first: number, end: number, stage: Stage): Figure | undefined {
  const { scene } = stage
  for (let index = first; index < end; index++) {
    const word = scene.words[index]
    if (!word) break
    if (/^(?:its|his|her|their)$/.test(word.lower))
      return resolvePronoun(scene, index, word.lower, stage.training)?.figure
    const name = scene.names.at(index)
    if (name && index < name.last - 1) continue
    const figure =
      name && !name.office
        ? scene.figureOfName(name)
        : index < end - 1
          ? scene.figureAt.get(index)
          : undefined
    if (figure && (word.possessive || isBody(figure)) && !(figure.place && !word.possessive)) return figure
    if (index < end - 1 && !name && bodyNounKind(word.lower) && index > first - 1)
      return bodyMeant(index, stage)
  }
  return undefined
}

/** "a company spokesman": the company. */
function bodyMeant(index: number, { scene }: Stage): Figure {
  const head = scene.words[index]?.lower ?? ''
  return resolveDefinite(scene, {
    first: index,
    last: index + 1,
    determiner: 'bare',
    head,
    possessor: null,
  }).figure
}

/** "the majority opinion, by Judge Ida Vale": whoever signed it. */
function signedBy(end: number, last: number, { scene }: Stage): Figure | undefined {
  const by = scene.words[end]
  if (by?.lower !== 'by' || end >= last - 1) return undefined
  const stop = coreEnd(scene.words, scene.names, end + 1, last)
  const name = scene.names.at(stop - 1)
  return name && !name.office ? scene.figureOfName(name) : undefined
}

/** Whose it is, by what follows: "by the Institute", "for Larkpost", "compiled by Vane Research". */
function ownerAfter(end: number, last: number, { scene }: Stage): Figure | undefined {
  for (let index = end; index < last - 1; index++) {
    const word = scene.words[index]?.lower ?? ''
    if (/^(?:who|which|that|about|against)$/.test(word)) return undefined
    if (!/^(?:by|for|from|of|at)$/.test(word)) continue
    const stop = coreEnd(scene.words, scene.names, index + 1, last)
    const name = scene.names.at(stop - 1)
    const figure = name && !name.office ? scene.figureOfName(name) : scene.figureAt.get(stop - 1)
    if (figure && !figure.place && (word !== 'of' || isBody(figure))) return figure
  }
  return undefined
}
