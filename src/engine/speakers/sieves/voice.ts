// Unnamed spokespersons and papers speak for whoever sent or wrote them.
// "a spokesman for Merrivale" → Merrivale; "the agency's brief" → the agency

import { resolvePronoun } from '../descriptions.ts'
import type { Figure } from '../figure.ts'
import { isBody } from '../figure.ts'
import { COURT_PAPERS, PAPERS, VOICES } from '../lexicon/nouns.ts'
import { coreEnd } from '../noun-phrase.ts'
import { type Answer, NOBODY, type Sieve, type Source, type Stage } from './sieve.ts'

export const voice: Sieve = (source, stage) => {
  const { first, last } = source
  const { scene } = stage
  if (first >= last) return null
  const end = coreEnd(scene.words, scene.names, first, last)
  const head = scene.words[end - 1]?.lower ?? ''
  const speaks =
    VOICES.has(head) || /^(?:press|media) (?:office|team)$/.test(scene.text(end - 2, end).toLowerCase())
  if (!speaks && !PAPERS.has(head)) return null
  const owner = ownerIn(source, stage, end)
  if (owner) return answerOf(owner, 0.88)
  if (speaks) return behind(stage, first)
  return paperOf(source, stage, head)
}

const answerOf = (figure: Figure, confidence: number): Answer => ({
  figures: [figure],
  method: 'nominal',
  confidence,
})

/** Whose voice or paper it is, by the words of the source: "its", "Merrivale's", "ODE", "by the Institute", "for Sallowfield". */
function ownerIn({ first, last }: Source, stage: Stage, end: number): Figure | undefined {
  const { scene } = stage
  for (let index = first; index < end; index++) {
    const word = scene.words[index]?.lower ?? ''
    if (/^(?:its|his|her|their)$/.test(word))
      return resolvePronoun(scene, index, word, stage.training)?.figure
    const name = scene.names.at(index)
    const figure =
      name && !name.office
        ? scene.figureOfName(name)
        : index < end - 1
          ? scene.figureAt.get(index)
          : undefined
    if (
      figure &&
      (scene.words[index]?.possessive || isBody(figure) || figure.kind === 'unknown') &&
      (name ? index === name.last - 1 : true)
    )
      return figure
  }
  for (let index = end; index < last - 1; index++) {
    if (!/^(?:by|for|from|of|at)$/.test(scene.words[index]?.lower ?? '')) continue
    const stop = coreEnd(scene.words, scene.names, index + 1, last)
    const name = scene.names.at(stop - 1)
    const figure = name ? scene.figureOfName(name) : scene.figureAt.get(stop - 1)
    if (figure) return figure
  }
  return undefined
}

/** A spokesman of nobody in particular speaks for the body talked about. */
function behind({ scene }: Stage, first: number): Answer | null {
  const recent = scene.discourse
    .recent(first)
    .filter((one) => isBody(one.figure) && one.figure.kind !== 'court')
  const chosen =
    recent.find((one) => (scene.discourse.spoken.get(one.figure) ?? 0) > 0 && one.order < 4) ?? recent[0]
  return chosen ? answerOf(chosen.figure, 0.6) : null
}

/** "the ruling", "the complaint": whoever wrote one lately. */
function paperOf({ first }: Source, { scene }: Stage, head: string): Answer | null {
  const definite = /^(?:the|this|that)$/.test(scene.words[first]?.lower ?? '')
  if (!definite) return NOBODY
  const recent = scene.discourse.recent(first)
  const written = recent.find((one) => one.figure.descriptors.has(head))
  if (written) return answerOf(written.figure, 0.7)
  if (!COURT_PAPERS.has(head)) return null
  const judge = recent.find(
    (one) =>
      one.figure.kind === 'court' ||
      one.figure.descriptors.has('judge') ||
      one.figure.descriptors.has('justice'),
  )
  return judge ? answerOf(judge.figure, 0.6) : null
}
