// Finds the capitalised names of an article, word range by word range.
// "U.S. District Judge Arno Fell of the Office of Coastal Trade" → title + Arno Fell | Office of Coastal Trade
import { isHeadline, ordinaryOpener } from './capitals.ts'
import { PROPER_ADJECTIVES, PROPER_GROUPS } from './lexicon/adjectives.ts'
import { kindOfBodyNoun } from './lexicon/bodies.ts'
import { CLOSED_WORDS } from './lexicon/closed-words.ts'
import { isFirstName } from './lexicon/first-names.ts'
import { COURTESY, DEGREES, JUDICIAL_SUFFIXES, OFFICES } from './lexicon/titles.ts'
import { NUMBERED, OFFICE_MODIFIERS, ORDINALS } from './lexicon/topics.ts'
import { growth } from './name-links.ts'
import type { Word } from './words.ts'

export interface NameMention {
  /** Word range of the name proper, [first, last). */
  readonly first: number
  readonly last: number
  /** Lower-case words of the title before it ("u.s.", "district", "judge"); empty without one. */
  readonly title: readonly string[]
  /** The name is a title without a name ("the Solicitor General"). */
  readonly office: boolean
}

/** "Her Honour" and "his Lordship" are pronouns in robes. */
const FORMS_OF_ADDRESS = new Set([
  'honour',
  'honor',
  'lordship',
  'ladyship',
  'grace',
  'majesty',
  'excellency',
  'lordships',
])

/** In filings the parties' roles have capitals; they are descriptions all the same. */
const PARTIES = new Set(
  'plaintiff plaintiffs defendant defendants petitioner petitioners respondent respondents appellant appellants appellee appellees claimant claimants applicant applicants'.split(
    ' ',
  ),
)

/** Titles that are surnames when a title or a first name stands before them ("Mr. King"). */
const ALSO_SURNAMES = new Set(
  'king prince duke earl bishop dean baron master elder deacon page knight'.split(' '),
)

/** Longest name in words. */
const LONGEST_NAME = 14

export const isTitle = (word: string): boolean => COURTESY.has(word) || OFFICES.has(word)

export class NameScanner {
  readonly words: readonly Word[]
  /** Words seen in lower case, and words seen with a capital where a capital means something. */
  readonly low = new Set<string>()
  readonly high = new Set<string>()
  /** Words seen with a capital beside other capitals only. */
  readonly highInNames = new Set<string>()
  /** Word ranges of lines in title case, where every word has a capital. */
  readonly #headlines: ReadonlySet<number>

  constructor(words: readonly Word[]) {
    this.words = words
    this.#headlines = headlinesOf(words)
    words.forEach((word, index) => {
      if (this.#headlines.has(word.paragraph)) return
      if (!word.capital) this.low.add(word.lower)
      else if (!word.opens) (isAlone(words, index) ? this.high : this.highInNames).add(word.lower)
    })
  }

  scan(): NameMention[] {
    const mentions: NameMention[] = []
    const known = new Set<string>()
    let index = 0
    while (index < this.words.length) {
      const headline = this.#headlines.has(this.words[index]?.paragraph ?? -1)
      const last = !headline && this.isNamePart(index) ? this.#runEnd(index) : index
      if (last > index) mentions.push(...this.#split(index, last))
      index = Math.max(last, index + 1)
    }
    for (const { first, last } of mentions) known.add(this.#key(first, last))
    mentions.push(...this.#inHeadlines(known))
    return mentions.sort((a, b) => a.first - b.first)
  }

  #key(first: number, last: number): string {
    return this.words
      .slice(first, last)
      .map((word) => word.lower)
      .join(' ')
  }

  /** In a headline only those names are read that stand in the text as well. */
  #inHeadlines(known: ReadonlySet<string>): NameMention[] {
    const mentions: NameMention[] = []
    for (let index = 0; index < this.words.length; index++) {
      if (!this.#headlines.has(this.words[index]?.paragraph ?? -1)) continue
      for (let last = Math.min(index + 6, this.words.length); last > index; last--) {
        if (!known.has(this.#key(index, last))) continue
        mentions.push({
          first: index,
          last,
          title: [],
          office: isTitle(this.words[last - 1]?.lower ?? '') && last - index === 1,
        })
        index = last - 1
        break
      }
    }
    return mentions
  }

  isNamePart(index: number): boolean {
    const word = this.words[index]
    if (!word?.capital || /^(?:\p{Lu}+-\p{Ll}|I$|[QA]\.?$|\p{Lu}\d+$)/u.test(word.text)) return false
    if (
      FORMS_OF_ADDRESS.has(word.lower) &&
      /^(?:his|her|your|their)$/.test(this.words[index - 1]?.lower ?? '')
    )
      return false
    if (PARTIES.has(word.lower) || this.#isAdjective(index)) return false
    if (!CLOSED_WORDS.has(word.lower)) return true
    const next = this.words[index + 1]
    return (
      ORDINALS.has(word.lower) && next?.capital === true && next.before === ' ' && NUMBERED.has(next.lower)
    )
  }

  /** "Chinese officials", "Republicans": an adjective or its plural that no other capital follows. */
  #isAdjective(index: number): boolean {
    const word = this.words[index]
    if (!word || (!PROPER_ADJECTIVES.has(word.lower) && !PROPER_GROUPS.has(word.lower))) return false
    const next = this.words[index + 1]
    const before = this.words[index - 1]
    const after = next?.before === ' ' && next.capital && !PROPER_ADJECTIVES.has(next.lower)
    const inside =
      word.before === ' ' && before?.capital === true && !word.opens && !CLOSED_WORDS.has(before.lower)
    return !after && !inside
  }

  #runEnd(first: number): number {
    let last = first + 1
    while (last < this.words.length && last - first < LONGEST_NAME) {
      const step = growth(this, first, last)
      if (step === 0) break
      last += step
    }
    return last
  }

  /** A run of capitals as title and name. */
  #split(from: number, to: number): NameMention[] {
    const opener = ordinaryOpener(this, from, to) ? 1 : 0
    const first = from + opener
    let last = to
    if (last > first && DEGREES.has(this.words[last - 1]?.lower ?? '') && last - first > 2) last--
    if (first >= last || (last - first === 1 && /^\p{Lu}\p{Ll}?\.?$/u.test(this.words[first]?.text ?? '')))
      return []
    const start = this.#nameStart(first, last)
    const prefix = start > first ? this.#bodyBeforeTitle(first, start) : first
    const before: NameMention[] = prefix > first ? [{ first, last: prefix, title: [], office: false }] : []
    const title = this.words.slice(prefix, start).map((word) => word.lower)
    if (start >= last) return [...before, { first: prefix, last, title: title.slice(0, -1), office: true }]
    return [...before, { first: start, last, title, office: false }]
  }

  /** "OCT Director Ida Vale": end of the body's name before the title, or `first` without one. */
  #bodyBeforeTitle(first: number, start: number): number {
    let end = first
    while (
      end < start &&
      !isTitle(this.words[end]?.lower ?? '') &&
      !OFFICE_MODIFIERS.has(this.words[end]?.lower ?? '')
    )
      end++
    return end < start ? end : first
  }

  /** First word after the last title, or `first` when the run is the name of a body or has no title. */
  #nameStart(first: number, last: number): number {
    let start = first
    for (let index = first; index < last; index++) {
      const word = this.words[index]
      if (index > first && index === last - 1 && ALSO_SURNAMES.has(word?.lower ?? '')) continue
      if (word && isTitle(word.lower) && !(JUDICIAL_SUFFIXES.has(word.lower) && index > first))
        start = this.#belongsToBody(first, index) ? start : index + 1
    }
    if (start === first) return first
    if (/^(?:of|for)$/.test(this.words[start]?.lower ?? '')) start = this.#afterRealm(start, last)
    const courteous = COURTESY.has(this.words[start - 1]?.lower ?? '')
    const body = this.words
      .slice(start, last)
      .some((word) => kindOfBodyNoun(word.lower) && !isFirstName(word.text))
    return body && !courteous ? first : start
  }

  /** "Department of Justice": what a ministry is for and not a title. */
  #belongsToBody(first: number, index: number): boolean {
    const before = this.words.slice(first, index)
    const link = before.findIndex((word) => word.lower === 'of' || word.lower === 'for')
    const near = link === before.length - 1 || (link === before.length - 2 && before[link]?.lower === 'for')
    const joined = /^(?:of|for|and)$/.test(before.at(-1)?.lower ?? '')
    return (near || joined) && before.some((word) => kindOfBodyNoun(word.lower) !== undefined)
  }

  /** "Secretary of State Ida Quill": past "of State". */
  #afterRealm(at: number, last: number): number {
    let index = at + 1
    while (index < last && !isFirstName(this.words[index]?.text ?? '')) index++
    return index
  }
}

/** Whether no other capital stands right beside the word. */
function isAlone(words: readonly Word[], index: number): boolean {
  const next = words[index + 1]
  const besideNext = next?.before === ' ' && next.capital
  const besideLast = words[index]?.before === ' ' && words[index - 1]?.capital === true
  return !besideNext && !besideLast
}

function headlinesOf(words: readonly Word[]): Set<number> {
  const headlines = new Set<number>()
  let first = 0
  for (let index = 1; index <= words.length; index++) {
    if (index < words.length && words[index]?.paragraph === words[first]?.paragraph) continue
    if (isHeadline(words.slice(first, Math.min(index, first + 40))))
      headlines.add(words[first]?.paragraph ?? -1)
    first = index
  }
  return headlines
}
