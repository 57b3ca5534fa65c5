// One short sentence that names the deciding words and what they speak for: `"envelope", "owner" speak for personal-documents`.

import type { Deciding } from './deciding.ts'
import type { QuestionProfile } from './question.ts'
import type { ClaimReading } from './reading.ts'

/** Longest sentence, in UTF-16 units. */
const LONGEST = 160

export interface Reason {
  readonly position: string
  readonly kind: 'side' | 'ambivalent' | 'off-question'
  /** Words for the position, the weightiest first. */
  readonly words: readonly Deciding[]
  /** Words that only lie near the position's definition in meaning; named when no word of the definition itself is there. */
  readonly akin: readonly Deciding[]
  /** What of the context weighed most, when it changed or carried the answer. */
  readonly context: string | null
  /** People's decisions on this question weighed in. */
  readonly taught: boolean
}

export function rationaleOf(reason: Reason, claim: ClaimReading, question: QuestionProfile): string {
  const parts = [wordsPart(reason, claim, question)]
  if (reason.context !== null) parts.push(`context: ${reason.context}`)
  if (reason.taught) parts.push('taught by earlier decisions')
  return clip(parts.filter((part) => part !== '').join('; '))
}

function wordsPart(
  { position, kind, words, akin }: Reason,
  claim: ClaimReading,
  question: QuestionProfile,
): string {
  const quoted = listOf(words)
  if (kind === 'ambivalent') {
    if (claim.bench && claim.claim.polarity === 'questioned')
      return 'a question from the bench tests both sides'
    return quoted === ''
      ? 'speaks to the question without taking a side'
      : `${quoted} ${words.length > 1 ? 'weigh' : 'weighs'} without taking a side`
  }
  if (kind === 'off-question')
    return quoted === ''
      ? 'no words of the question'
      : `${quoted}: fact, procedure or reaction, not the question`
  if (quoted === '' && akin.length > 0) {
    return `${listOf(akin)} ${akin.length > 1 ? 'lie' : 'lies'} near what defines ${position}`
  }
  if (quoted === '') return `no word of its own decides for ${position}`
  const against = words[0]?.against
  if (against === undefined || against === null)
    return `${quoted} ${words.length > 1 ? 'speak' : 'speaks'} for ${position}`
  const other = question.sides.find((side) => side.slug === against)?.slug ?? 'the other side'
  return `${claim.claim.polarity === 'denied' ? 'denies' : 'turns against'} ${quoted}, which ${words.length > 1 ? 'speak' : 'speaks'} for ${other}`
}

const listOf = (words: readonly Deciding[]): string =>
  words
    .slice(0, 3)
    .map(({ form }) => `“${clipWord(form)}”`)
    .join(', ')

const clipWord = (form: string): string => (form.length > 24 ? `${[...form].slice(0, 22).join('')}…` : form)

/** Cut between code points, so that no surrogate is left alone. */
function clip(sentence: string): string {
  if (sentence.length <= LONGEST) return sentence
  const points = [...sentence.slice(0, LONGEST - 1)]
  if (/[\uD800-\uDBFF]$/.test(points.at(-1) ?? '')) points.pop()
  return `${points.join('')}…`
}
