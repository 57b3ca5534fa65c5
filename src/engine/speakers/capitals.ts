// What a capital is worth: little at the start of a sentence, nothing in a headline.
// "Reviewers have said" → no name; "Tax Agency Tells Firm" → a headline
import { CLOSED_WORDS } from './lexicon/closed-words.ts'
import { isFirstName } from './lexicon/first-names.ts'
import { bodyNounKind, PAPERS, PERSON_NOUNS, PLURAL_GROUP_NOUNS, VOICES } from './lexicon/nouns.ts'
import { LOOSE_MODIFIERS } from './lexicon/topics.ts'
import { isTitle, type NameScanner } from './names.ts'
import type { Word } from './words.ts'

const isCommonNoun = (word: string): boolean =>
  PERSON_NOUNS.has(word) ||
  PLURAL_GROUP_NOUNS.has(word) ||
  PAPERS.has(word) ||
  VOICES.has(word) ||
  bodyNounKind(word) !== undefined

/** Whether a line is in title case: nearly all its longer words have capitals, and not all of them throughout. */
export function isHeadline(words: readonly Word[]): boolean {
  const telling = words.filter((word) => word.text.length > 3 && /^\p{L}/u.test(word.text))
  if (telling.length < 4 || words.length > 30) return false
  const high = telling.filter((word) => word.capital).length
  const plain = telling.filter(
    (word) => word.capital && !CLOSED_WORDS.has(word.lower) && !word.allCapitals,
  ).length
  return high / telling.length > 0.8 && plain >= 4
}

/** A sentence's first word whose capital comes from its place and not from a name. */
export function ordinaryOpener(
  { words, low, high, highInNames }: NameScanner,
  first: number,
  last: number,
): boolean {
  const word = words[first]
  if (!word?.opens || isFirstName(word.text)) return false
  const next = words[first + 1]
  if (last - first > 1) {
    if (isTitle(word.lower)) return false
    if (next && isFirstName(next.text) && last - first > 2)
      return !high.has(word.lower) && !highInNames.has(word.lower) && next.before === ' '
    return LOOSE_MODIFIERS.has(word.lower) || PERSON_NOUNS.has(word.lower)
  }
  const lowNext = next !== undefined && !next.capital
  if (lowNext && PERSON_NOUNS.has(word.lower)) return true
  if (high.has(word.lower)) return false
  if (highInNames.has(word.lower) && !low.has(word.lower) && !bodyNounKind(next?.lower ?? '')) return false
  const plain = next !== undefined && !next.capital && next.before === ' '
  if (plain && (isCommonNoun(next.lower) || /[^s]s$/.test(word.lower)))
    return !word.possessive || low.has(word.lower)
  return (
    low.has(word.lower) ||
    isCommonNoun(word.lower) ||
    LOOSE_MODIFIERS.has(word.lower) ||
    /(?:ly|ing)$/.test(word.lower)
  )
}
