// The head of a noun phrase, and the name that stands in apposition to it.
// "the trust's lawyer, Ida Quill, who…" → head "lawyer", apposition Ida Quill
import { PAPERS } from './lexicon/nouns.ts'
import type { NameMention } from './names.ts'
import { isSpeakingNoun } from './nominals.ts'
import type { Word } from './words.ts'

const RELATIVE = new Set(['who', 'which', 'that', 'whose', 'whom', 'where', 'when'])
const PREPOSITION = new Set(
  (
    'of for at in from with to on by about against among near under over between after before such as named ' +
    'called familiar close without within inside outside across behind who like than speaking appearing representing ' +
    'briefed commissioned published released obtained filed signed circulated passed written issued led based'
  ).split(' '),
)

/** Names by the words they cover. */
export class NameIndex {
  readonly mentions: readonly NameMention[]
  readonly #covering = new Map<number, NameMention>()

  constructor(mentions: readonly NameMention[]) {
    this.mentions = mentions
    for (const mention of mentions)
      for (let index = mention.first - mention.title.length; index < mention.last; index++)
        this.#covering.set(index, mention)
  }

  /** The name, or its title, that covers the word. */
  at(index: number): NameMention | undefined {
    return this.#covering.get(index)
  }

  has(index: number): boolean {
    return this.#covering.has(index)
  }
}

/** A participle after a noun that can speak opens a clause: "patients suing Vane", "a report compiled by". */
const isSpeaking = (word: string): boolean => isSpeakingNoun(word) || PAPERS.has(word)

const isBreak = (word: Word): boolean => /[,(;:\u2014\u2013[]| - /.test(word.before)

/** End of the phrase's core: where its first comma, preposition or relative clause stands. */
export function coreEnd(words: readonly Word[], names: NameIndex, first: number, last: number): number {
  let index = first + 1
  while (index < last) {
    const word = words[index]
    if (!word) break
    const name = names.at(index)
    const inside = name !== undefined && index > name.first - name.title.length
    if (!inside && (isBreak(word) || RELATIVE.has(word.lower) || PREPOSITION.has(word.lower))) return index
    const before = words[index - 1]
    if (!name && /(?:ing|ed)$/.test(word.lower) && !before?.possessive && isSpeaking(before?.lower ?? ''))
      return index
    index++
  }
  return last
}

/** The name right before which, after a comma or "named", a description ends: "his lawyer, Ida Quill". */
export function appositionIn(
  words: readonly Word[],
  names: NameIndex,
  from: number,
  last: number,
): NameMention | null {
  for (let index = from; index < last; index++) {
    const word = words[index]
    if (!word) return null
    if (RELATIVE.has(word.lower)) return knownAs(words, names, index, last)
    const opens =
      word.before.startsWith(', ') ||
      word.before.startsWith(' \u2014') ||
      /^(?:named|called)$/.test(words[index - 1]?.lower ?? '') ||
      isKnownAs(words, index)
    if (!opens) continue
    const name = nameAfterDescription(words, names, index, last)
    if (name) return name
  }
  return null
}

/** A name at the word, perhaps after a few lower-case words: ", the retired teacher Ida Quill". */
function nameAfterDescription(
  words: readonly Word[],
  names: NameIndex,
  from: number,
  last: number,
): NameMention | null {
  for (let index = from; index < Math.min(last, from + 6); index++) {
    const word = words[index]
    if (!word || (index > from && word.before !== ' ')) return null
    const name = names.at(index)
    if (name && isModifier(words, names, name, last)) index = name.last - 1
    else if (name) return name.office || words[name.last - 1]?.possessive ? null : name
    if (PREPOSITION.has(word.lower) || RELATIVE.has(word.lower)) return null
  }
  return null
}

/** "the Lunden physicist Ida Vale": the first name only says from where. */
function isModifier(words: readonly Word[], names: NameIndex, name: NameMention, last: number): boolean {
  const noun = words[name.last]
  if (
    name.office ||
    name.last >= last - 1 ||
    noun?.before !== ' ' ||
    noun.capital ||
    PREPOSITION.has(noun.lower)
  )
    return false
  return words[name.last + 1]?.before === ' ' && names.has(name.last + 1)
}

/** "such as Ida Vale", "identified only as Clerk V." */
function isKnownAs(words: readonly Word[], index: number): boolean {
  if (words[index - 1]?.lower !== 'as') return false
  return [2, 3].some((back) =>
    /^(?:such|name|identified|signs|known|styled)$/.test(words[index - back]?.lower ?? ''),
  )
}

/** "a developer who gave his name only as Ash". */
function knownAs(words: readonly Word[], names: NameIndex, from: number, last: number): NameMention | null {
  for (let index = from + 1; index < last; index++) {
    const name = isKnownAs(words, index) ? names.at(index) : undefined
    if (name) return name
  }
  return null
}
