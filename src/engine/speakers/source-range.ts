// The words of a source: as the extractor found them, less what hangs on, or sought around the cue where it found none.
// "Vale nevertheless | denied" → Vale; "“…,” said | Ida Quill, a trustee" without a source → Ida Quill
import type { Attribution, Span } from '../types.ts'
import { isSpeakingNoun } from './nominals.ts'
import { coreEnd } from './noun-phrase.ts'
import type { Scene } from './scene.ts'
import type { Source } from './sieves/sieve.ts'

/** Words of a source that are compared. */
const LONGEST = 60
const HANGING = new Set(
  'nevertheless nonetheless also then later still again too once now however meanwhile instead therefore and but both has have had did'.split(
    ' ',
  ),
)
const PRONOUN = /^(?:he|she|it|they|we|i)$/
const DETERMINER =
  /^(?:the|a|an|this|that|these|those|his|her|its|their|our|one|another|some|several|two|three|both)$/

export function sourceOf(scene: Scene, attribution: Attribution, index: number): Source {
  const span = attribution.source[0]
  const [first, last] = span ? trimmed(scene, scene.range(span)) : sought(scene, attribution)
  const text = scene
    .text(first, Math.min(last, first + LONGEST))
    .toLowerCase()
    .replaceAll('\u2019', "'")
    .replace(/'s$/, '')
  return { attribution, index, first, last, text }
}

function trimmed(scene: Scene, [first, last]: readonly [number, number]): [number, number] {
  let end = last
  while (end - first > 1 && isHanging(scene, end - 1)) end--
  return [first, end]
}

function isHanging(scene: Scene, index: number): boolean {
  const word = scene.words[index]
  if (!word || word.capital || scene.names.has(index)) return false
  return HANGING.has(word.lower) || /[a-z]{3}ly$/.test(word.lower)
}

/** Passives and questions put by nobody: "was told", "it is said", "Asked whether". */
const NOBODYS =
  /^(?:Asked|Told|Pressed|Informed|[Hh]eard|[Hh]ears?|question)$|\b(?:is|are|was|were|am|be|been|being)\s+(?:\w+\s+)?(?:said|told|asked|thought|expected|understood|reported|alleged|accused|rumou?red|believed|learn(?:t|ed)|suggested|put|warned|informed|heard|assumed|known|claimed|argued)\b|\btalk\b/

const none = (scene: Scene, attribution: Attribution): [number, number] => {
  const at = scene.range({ start: attribution.content[0]?.start ?? 0, end: 0 })[0]
  return [at, at]
}

/** The subject that follows the cue after a quotation, or that stands before it. */
function sought(scene: Scene, attribution: Attribution): [number, number] {
  const cue = attribution.cue[0]
  if (!cue || attribution.form !== 'cue') return none(scene, attribution)
  const words = attribution.cue.map(({ start, end }) =>
    scene.document.text.slice(start, Math.min(end, start + 80)),
  )
  if (NOBODYS.test(words.join(' '))) return none(scene, attribution)
  return follower(scene, attribution, cue) ?? leader(scene, attribution, cue) ?? none(scene, attribution)
}

const beginsPhrase = (scene: Scene, index: number): boolean => {
  const lower = scene.words[index]?.lower ?? ''
  return scene.names.has(index) || PRONOUN.test(lower) || DETERMINER.test(lower)
}

/** "said Ida Quill", where what is said stands before. */
function follower(scene: Scene, { content }: Attribution, cue: Span): [number, number] | null {
  if (!content.some((span) => span.end <= cue.start)) return null
  const [, first] = scene.range(cue)
  const word = scene.words[first]
  const free =
    word?.before === ' ' && !content.some((span) => span.start <= word.start && word.start < span.end)
  if (!word || !free || !beginsPhrase(scene, first)) return null
  let last = first + 1
  while (last < first + LONGEST && scene.words[last]?.sentence === word.sentence) last++
  return [first, coreEnd(scene.words, scene.names, first, last)]
}

/** The first phrase of the clause before the cue. */
function leader(scene: Scene, { content }: Attribution, cue: Span): [number, number] | null {
  const [last] = scene.range(cue)
  const sentence = scene.words[last]?.sentence
  const past = Math.max(-1, ...content.filter((span) => span.end <= cue.start).map((span) => span.end))
  let first = last
  while (first > 0 && first > last - LONGEST) {
    const word = scene.words[first - 1]
    if (!word || word.sentence !== sentence || word.start < past) break
    first--
  }
  if (/^(?:and|but|yet|while|as|although|though|when)$/.test(scene.words[first]?.lower ?? '') && first < last)
    first++
  if (first >= last || !beginsPhrase(scene, first)) return null
  const name = scene.names.at(first)
  if (name && !name.office) return [first, Math.min(name.last, last)]
  if (PRONOUN.test(scene.words[first]?.lower ?? '')) return [first, first + 1]
  for (let head = first + 1; head < Math.min(last, first + 8); head++) {
    const next = scene.words[head + 1]
    const inner = scene.names.at(head)
    if (inner) return [first, Math.min(inner.last, last)]
    if (
      isSpeakingNoun(scene.words[head]?.lower ?? '') &&
      !(next?.before === ' ' && isSpeakingNoun(next.lower))
    )
      return [first, head + 1]
  }
  return null
}
