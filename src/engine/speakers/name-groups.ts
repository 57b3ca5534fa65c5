// Gathers the mentions of one and the same written name.
import type { NameGroup } from './name-kinds.ts'
import type { NameMention } from './names.ts'
import { titleGender } from './person-names.ts'
import type { Word } from './words.ts'

export interface NamedGroup extends NameGroup {
  readonly key: string
  readonly mentions: readonly NameMention[]
  /** Keys of the names right before a mention in brackets, by the mention's first word. */
  readonly preceding: ReadonlyMap<number, string>
  /** Keys of the names after "and", by the word that "and" is. */
  readonly following: ReadonlyMap<number, string>
}

/** Case, possessives and stops aside; a surname with a gendered title is a name of its own ("Mr Vale", "Ms Vale"). */
export function keyOf(words: readonly Word[], mention: NameMention): string {
  const name = words
    .slice(mention.first, mention.last)
    .map((word) => word.lower.replace(/\.$/, ''))
    .join(' ')
  const gender = mention.last - mention.first === 1 ? titleGender(mention.title) : undefined
  return gender ? `${gender} ${name}` : name
}

interface Gathering {
  key: string
  words: readonly Word[]
  mentions: NameMention[]
  preceding: Map<number, string>
  following: Map<number, string>
}

export function groupsOf(words: readonly Word[], mentions: readonly NameMention[]): NamedGroup[] {
  const groups = new Map<string, Gathering>()
  mentions.forEach((mention, index) => {
    if (mention.office) return
    const range = words.slice(mention.first, mention.last)
    const key = keyOf(words, mention)
    const group: Gathering = groups.get(key) ?? {
      key,
      words: range,
      mentions: [],
      preceding: new Map(),
      following: new Map(),
    }
    groups.set(key, group)
    group.mentions.push(mention)
    const shouts = (list: readonly Word[]): boolean => list.every((word) => word.allCapitals)
    if (shouts(group.words) && !shouts(range)) group.words = range
    const before = mentions[index - 1]
    if (before && !before.office && before.last === mention.first)
      group.preceding.set(mention.first, keyOf(words, before))
    const after = mentions[index + 1]
    if (after && !after.office && after.first === mention.last + 1)
      group.following.set(mention.last, keyOf(words, after))
  })
  return [...groups.values()]
}

export const titleCase = (text: string): string =>
  text
    .replace(/[\p{L}\p{M}'\u2019]+/gu, (part) => part.slice(0, 1) + part.slice(1).toLowerCase())
    .replace(/ (?:Of|The|For|And|On|In|At)(?= )/g, (part) => part.toLowerCase())

/** The name as written, from its first word to its last; all capitals become a title case ("ORTEGA" → "Ortega"). */
export function writtenName(text: string, words: readonly Word[], shout: boolean): string {
  const first = words[0]
  const last = words[words.length - 1]
  if (!first || !last) return ''
  const written = text.slice(first.start, last.end).replace(/\s+/g, ' ')
  return shout ? titleCase(written) : written
}

/** "Baroness Vale of Lunden": a name that is not complete without its title. */
export const isPeer = (group: NamedGroup): boolean =>
  group.words.some((word) => word.lower === 'of') &&
  group.mentions.some((mention) =>
    /^(?:lady|lord|baroness|baron|viscount|earl)$/.test(mention.title.at(-1) ?? ''),
  )

/** Somebody known by a surname alone keeps the title: "Justice Ortega", "Mr. Vale". */
export function withTitle(text: string, words: readonly Word[], group: NamedGroup, name: string): string {
  const mention = group.mentions.find((one) => one.title.length > 0)
  if (!mention) return name
  const title = words
    .slice(mention.first - Math.min(mention.title.length, 2), mention.first)
    .filter((word) => word.capital)
  const [first] = title
  const last = words[mention.first - 1]
  if (!first || !last) return name
  const written = text.slice(first.start, last.end).replace(/\s+/g, ' ')
  return `${title.every((word) => word.allCapitals) ? titleCase(written) : written} ${name}`
}
