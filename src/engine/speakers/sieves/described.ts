// A description is somebody known, or somebody who has no other name in this article.
// "the supplier" → Kestrel Post; "privacy groups" → privacy groups

import { kindOfNoun, lowered } from '../descriptions.ts'
import type { Figure } from '../figure.ts'
import { coreEnd } from '../noun-phrase.ts'
import { NOBODY, type Sieve, type Source, type Stage } from './sieve.ts'

const CUT = new Set(['who', 'which', 'whose', 'whom'])

export const described: Sieve = (source, stage) => {
  const { first, last } = source
  const { scene } = stage
  if (first >= last) return null
  const end = coreEnd(scene.words, scene.names, first, last)
  if (isEmpty(source, stage)) return NOBODY
  const known = scene.figureAt.has(end - 1)
  if (!known) {
    const nominal = scene.nominalAt(end - 1, first)
    if (nominal) stage.introductions.nominal({ ...nominal, first: Math.max(nominal.first, first) })
  }
  const figure = scene.figureAt.get(end - 1) ?? scene.cast.add(phraseOf(source, stage), 'unknown', false)
  rename(figure, source, stage, end)
  return { figures: [figure], method: 'nominal', confidence: confidenceOf(figure, source) }
}

/** Shares right on annotated articles: somebody possessed is often named elsewhere in another way. */
function confidenceOf(figure: Figure, { text }: Source): number {
  if (figure.proper) return 0.88
  return /^(?:his|her|its|their|my|our|your)\b/.test(text) ? 0.4 : 0.82
}

const FUNCTION_WORD =
  /^(?:the|a|an|that|this|these|those|and|or|of|to|it|its|you|your|what|which|who|said|says|even|\d+)$/

/** Nothing but small words: a slip of the extractor, not somebody. */
const isEmpty = ({ first, last }: Source, { scene }: Stage): boolean =>
  scene.words.slice(first, Math.min(last, first + 8)).every((word) => FUNCTION_WORD.test(word.lower))

/** Where the phrase stops naming and starts telling: a relative clause, a comma, a bracket. */
function phraseEnd({ first, last }: Source, { scene }: Stage): number {
  for (let index = first + 1; index < last; index++) {
    const word = scene.words[index]
    if (!word || CUT.has(word.lower) || /[,(;:\u2014]/.test(word.before)) return index
  }
  return last
}

function phraseOf(source: Source, stage: Stage): string {
  const telling = tellingPart(source, stage)
  if (telling) return telling
  const end = phraseEnd(source, stage)
  const from =
    /^(?:the|this|that|these|those|and|or|but)$/.test(stage.scene.words[source.first]?.lower ?? '') &&
    end > source.first + 1
      ? source.first + 1
      : source.first
  return lowered(stage.scene, from, end)
}

/** "One of them, a retired ghillie who …": what is told of somebody who is only counted. */
function tellingPart({ first, last }: Source, stage: Stage): string | null {
  const { words } = stage.scene
  if (!/^(?:one|another)$/.test(words[first]?.lower ?? '')) return null
  if (words[first + 1]?.lower !== 'of' && words[first + 1]?.before !== ', ') return null
  for (let index = first + 1; index < Math.min(last - 1, first + 8); index++) {
    if (words[index]?.before !== ', ' || !/^an?$/.test(words[index]?.lower ?? '')) continue
    let end = index + 2
    while (
      end < last &&
      words[end]?.before === ' ' &&
      !/^(?:who|which|that|with|in|from)$/.test(words[end]?.lower ?? '')
    )
      end++
    return `unnamed ${stage.scene.text(index + 1, end)}`
  }
  return null
}

/** Somebody first met here is called by the whole phrase ("a lawyer for the DOR"). */
function rename(figure: Figure, source: Source, stage: Stage, end: number): void {
  const { scene } = stage
  if (figure.proper || (scene.discourse.counts.get(figure) ?? 0) > 1) return
  if (figure.kind === 'unknown') figure.kind = kindOfNoun(scene.words[end - 1]?.lower ?? '')
  const phrase = phraseOf(source, stage)
  if (/^(?:his|her|its|their)\b/i.test(phrase)) figure.aliases.add(phrase)
  else {
    figure.aliases.add(figure.name)
    figure.name = phrase
  }
}
