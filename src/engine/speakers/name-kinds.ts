// What kind of somebody a name is, from its own words and from the words around its mentions.
// "Pondlight Inc." → organization; "Ida Vale, professor of statistics" → person
import type { SpeakerKind } from '../types.ts'
import { COMPANY_SUFFIXES, kindOfBodyNoun } from './lexicon/bodies.ts'
import { NAME_PARTICLES } from './lexicon/closed-words.ts'
import { isFirstName } from './lexicon/first-names.ts'
import { bodyNounKind, PERSON_NOUNS } from './lexicon/nouns.ts'
import { PLACES } from './lexicon/places.ts'
import { JUDICIAL_SUFFIXES } from './lexicon/titles.ts'
import type { NameMention } from './names.ts'
import type { Word } from './words.ts'

const wordAt = (words: readonly Word[], index: number): Word | undefined => words[index]

/** Kind by the name's own words; the last telling noun wins ("Bank of the State" is a bank). */
export function kindByWords(words: readonly Word[]): SpeakerKind | undefined {
  const last = words[words.length - 1]
  if (last && COMPANY_SUFFIXES.has(last.lower)) return 'organization'
  const head = words.findIndex((word) => /^(?:of|for|on)$/.test(word.lower))
  const nouns = head > 0 ? words.slice(0, head) : words
  for (let index = nouns.length - 1; index >= 0; index--) {
    const kind = kindOfBodyNoun(nouns[index]?.lower ?? '')
    if (kind) return kind
  }
  return undefined
}

/** What the name's own words say for a person. */
function looksPersonal(name: readonly Word[]): number {
  const first = name[0]
  const last = name[name.length - 1]
  if (!first || !last || name.length > 5) return -3
  let score = 0
  if (isFirstName(first.text)) score += name.length > 1 ? 4 : 2
  if (name.some((word) => NAME_PARTICLES.has(word.lower))) score += 2
  if (name.length > 1 && name.some((word) => /^\p{Lu}\.$/u.test(word.text))) score += 3
  if (name.length > 1 && JUDICIAL_SUFFIXES.has(last.lower) && last.allCapitals) score += 4
  if (/\p{Ll}-\p{Lu}/u.test(last.text)) score += 2
  if (name.some((word) => word.before === ' & ')) score -= 6
  if (first.allCapitals && name.length === 1 && first.text.length <= 6) score -= 2
  return score
}

/** Score of one mention's surroundings: above 0 speaks for a person. */
function surroundings(words: readonly Word[], mention: NameMention): number {
  const before = wordAt(words, mention.first - 1)
  const name = wordAt(words, mention.last - 1)
  const after = wordAt(words, mention.last)
  let score = 0
  const adjacent = wordAt(words, mention.first)?.before === ' '
  if (before && adjacent && PERSON_NOUNS.has(before.lower)) score += 3
  if (before && PERSON_NOUNS.has(before.lower) && wordAt(words, mention.first)?.before === ', ') score += 2
  if (before && adjacent && /^(?:named|called)$/.test(before.lower)) score += 2
  if (before && adjacent && bodyNounKind(before.lower) && !PERSON_NOUNS.has(before.lower)) score -= 2
  if (before && adjacent && /^(?:the|at|in)$/.test(before.lower)) score -= 3
  if (after?.before === ', ' && /^\d\d$/.test(after.text)) score += 4
  if (after?.before === ', ' && after.lower === 'who') score += 2
  if (after && isJudicial(words, mention.last)) score += 4
  if (after?.before.startsWith(':') && words[mention.first]?.opens) score += 4
  if (after?.before === ', ' && after.lower === 'which') score -= 3
  if (after?.before === ' ' && name?.possessive === false && PERSON_NOUNS.has(after.lower)) score -= 2
  if (after?.before === ', ' && !after.capital) score += apposition(words, mention.last)
  return score
}

/** "VALE, Circuit Judge", "QUILL, J.": how opinions name their judges. */
function isJudicial(words: readonly Word[], from: number): boolean {
  for (let index = from; index < from + 3; index++) {
    const word = wordAt(words, index)
    if (!word || (index === from ? word.before !== ', ' : word.before !== ' ')) return false
    if (/^(?:judge|justice|c?j)\.?$/.test(word.lower)) return true
  }
  return false
}

function apposition(words: readonly Word[], from: number): number {
  for (let index = from; index < from + 7; index++) {
    const word = wordAt(words, index)
    if (!word || (index > from && word.before !== ' ' && !/^['\u2019]s? $/.test(word.before))) return 0
    if (/^(?:who|which|and|but|said|says|told|asked)$/.test(word.lower)) return 0
    if (PERSON_NOUNS.has(word.lower) && !word.possessive) return 3
    if (bodyNounKind(word.lower) && !word.possessive && wordAt(words, index + 1)?.before !== ' ') return -3
  }
  return 0
}

/** A person is called again by the last word of the name or with a title, a body by the first word. */
function shortForms(name: readonly Word[], alone: ReadonlyMap<string, boolean>): number {
  const first = name[0]
  const last = name[name.length - 1]
  if (!first || !last || name.length < 2 || name.length > 3) return 0
  if (alone.has(last.lower) || alone.get(first.lower) === true) return 2
  return alone.has(first.lower) && !isFirstName(first.text) ? -2 : 0
}

export interface NameGroup {
  readonly words: readonly Word[]
  readonly mentions: readonly NameMention[]
}

/** `person`, the kind of a body, or `unknown` where nothing speaks for either. */
export function kindOfName(
  words: readonly Word[],
  group: NameGroup,
  alone: ReadonlyMap<string, boolean>,
): SpeakerKind {
  const titled = group.mentions.some((mention) => mention.title.length > 0)
  if (titled) return 'person'
  const byWords = kindByWords(group.words)
  if (COMPANY_SUFFIXES.has(group.words[group.words.length - 1]?.lower ?? '')) return 'organization'
  const personal = looksPersonal(group.words)
  if (byWords && personal < 4) return byWords
  let score = personal + shortForms(group.words, alone)
  for (const mention of group.mentions.slice(0, 8)) score += surroundings(words, mention)
  if (score >= 2) return 'person'
  if (byWords) return byWords
  return 'unknown'
}

/** A known place, or a name that mostly stands after "in" or "near". */
export function isPlace(words: readonly Word[], group: NameGroup): boolean {
  if (group.words.every((word) => PLACES.has(word.lower.replace(/\.$/, '')))) return true
  const placed = group.mentions.filter((mention) =>
    /^(?:in|near|outside|across|throughout)$/.test(words[mention.first - 1]?.lower ?? ''),
  )
  return placed.length * 2 > group.mentions.length
}
