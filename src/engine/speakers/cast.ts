// The cast of an article: every name grouped into figures before anyone speaks.
// "Skeinmail Inc." … "Skeinmail" … "Dana Voss" … "Voss" → two figures with their aliases
import type { SpeakerKind } from '../types.ts'
import { BodyIndex } from './body-index.ts'
import type { Figure } from './figure.ts'
import { kindOfBodyNoun } from './lexicon/bodies.ts'
import { bodyNounKind } from './lexicon/nouns.ts'
import { kindOfName, type NameGroup } from './name-kinds.ts'
import type { NameMention } from './names.ts'
import { PersonIndex } from './person-index.ts'
import { genderOfMention } from './person-names.ts'
import type { Word } from './words.ts'

export class Cast {
  readonly figures: Figure[] = []
  readonly persons = new PersonIndex()
  readonly bodies = new BodyIndex()
  /** Figures that a name may mean, by the name's key; more than one where a surname is shared. */
  readonly #byKey = new Map<string, Figure[]>()
  readonly #byDescription = new Map<string, Figure>()

  add(name: string, kind: SpeakerKind, proper: boolean): Figure {
    const figure: Figure = {
      id: this.figures.length,
      name,
      kind,
      gender: undefined,
      plural: false,
      proper,
      aliases: new Set(),
      descriptors: new Set(),
      affiliations: [],
      voices: [],
      members: [],
    }
    this.figures.push(figure)
    if (!proper && !this.described(name)) this.#byDescription.set(name, figure)
    return figure
  }

  /** The figure that is known by exactly this description. */
  described(name: string): Figure | undefined {
    const figure = this.#byDescription.get(name)
    return figure?.name === name ? figure : undefined
  }

  named(key: string): readonly Figure[] {
    return this.#byKey.get(key) ?? []
  }

  link(key: string, figures: readonly Figure[]): void {
    this.#byKey.set(key, [...figures])
  }
}

/** Case, possessives and courtesy aside. */
export const keyOf = (words: readonly Word[]): string =>
  words.map((word) => word.lower.replace(/\.$/, '')).join(' ')

const titleCase = (text: string): string =>
  text.replace(/[\p{L}\p{M}'\u2019]+/gu, (part) => part.slice(0, 1) + part.slice(1).toLowerCase())

/** The name as written, from its first word to its last; all capitals become a title case ("ORTEGA" → "Ortega"). */
export function writtenName(text: string, words: readonly Word[], shout: boolean): string {
  const first = words[0]
  const last = words[words.length - 1]
  if (!first || !last) return ''
  const written = text.slice(first.start, last.end).replace(/\s+/g, ' ')
  return shout ? titleCase(written) : written
}

interface Draft extends NameGroup {
  readonly key: string
}

function groupsOf(words: readonly Word[], mentions: readonly NameMention[]): Draft[] {
  const groups = new Map<string, { key: string; words: readonly Word[]; mentions: NameMention[] }>()
  for (const mention of mentions) {
    const range = words.slice(mention.first, mention.last)
    const key = (mention.office ? 'office ' : '') + keyOf(range)
    const group = groups.get(key)
    if (!group) groups.set(key, { key, words: range, mentions: [mention] })
    else {
      group.mentions.push(mention)
      if (group.words.every((word) => word.allCapitals) && !range.every((word) => word.allCapitals))
        group.words = range
    }
  }
  return [...groups.values()]
}

export function castOf(text: string, words: readonly Word[], mentions: readonly NameMention[]): Cast {
  const cast = new Cast()
  const groups = groupsOf(words, mentions).filter((group) => !group.key.startsWith('office '))
  const kinds = new Map(groups.map((group) => [group.key, kindOfName(words, group)]))
  const bySize = [...groups].sort((a, b) => b.words.length - a.words.length)
  const people = bySize.filter((group) => kinds.get(group.key) === 'person' && group.words.length > 1)
  for (const group of people) addPerson(cast, text, words, group)
  for (const group of bySize) {
    if (cast.named(group.key).length > 0) continue
    const namesakes = cast.persons.namesakes(group.key)
    if (namesakes.length > 0) {
      cast.link(group.key, namesakes)
      if (namesakes.length === 1) namesakes[0]?.aliases.add(writtenName(text, group.words, false))
    } else if (kinds.get(group.key) === 'person') addPerson(cast, text, words, group)
    else addBody(cast, text, words, group, kinds.get(group.key) ?? 'unknown')
  }
  return cast
}

function addPerson(cast: Cast, text: string, words: readonly Word[], group: Draft): Figure {
  const single = group.words.length === 1
  const known = single ? undefined : cast.persons.same(group.key)
  const shout =
    group.words.every((word) => word.allCapitals) && group.words.some((word) => word.text.length > 3)
  const name = writtenName(text, group.words, shout)
  const figure = known ?? cast.add(single ? withTitle(text, words, group, name) : name, 'person', true)
  if (!known) cast.persons.add(figure)
  figure.aliases.add(name)
  for (const mention of group.mentions) figure.gender ??= genderOfMention(words, mention)
  for (const mention of group.mentions) for (const title of mention.title) figure.descriptors.add(title)
  cast.link(group.key, [figure])
  return figure
}

/** Somebody known by a surname alone keeps the title: "Justice Ortega", "Mr. Vale". */
function withTitle(text: string, words: readonly Word[], group: Draft, name: string): string {
  const mention = group.mentions.find((one) => one.title.length > 0)
  if (!mention) return name
  const title = words.slice(mention.first - Math.min(mention.title.length, 2), mention.first)
  const courtesy = title.filter((word) => word.capital)
  const first = courtesy[0]
  if (!first) return name
  const written = text.slice(first.start, words[mention.first - 1]?.end ?? first.end).replace(/\s+/g, ' ')
  return `${courtesy.every((word) => word.allCapitals) ? titleCase(written) : written} ${name}`
}

function addBody(cast: Cast, text: string, words: readonly Word[], group: Draft, kind: SpeakerKind): void {
  const name = writtenName(
    text,
    group.words,
    group.words.length > 1 && group.words.every((word) => word.allCapitals),
  )
  const defined = definedBy(cast, words, group)
  const known = defined ? [defined] : cast.bodies.find(name)
  if (known.length > 0) {
    cast.link(group.key, known)
    if (known.length === 1) known[0]?.aliases.add(name)
    return
  }
  const figure = cast.add(name, kind, true)
  cast.bodies.add(figure)
  for (const word of group.words) {
    const noun = word.lower
    if (bodyNounKind(noun) || kindOfBodyNoun(noun)) figure.descriptors.add(noun)
  }
  cast.link(group.key, [figure])
}

/** "the Office of Digital Enforcement (ODE)": the bracket says whose other name this is. */
function definedBy(cast: Cast, words: readonly Word[], group: Draft): Figure | undefined {
  for (const mention of group.mentions.slice(0, 8)) {
    const word = words[mention.first]
    if (
      !word?.before.endsWith('(') ||
      !/^\p{Lu}[\p{L}.&]*$/u.test(word.text) ||
      mention.last - mention.first !== 1
    )
      continue
    for (let length = 12; length >= 1; length--) {
      const range = words.slice(Math.max(0, mention.first - length), mention.first)
      const figure = cast.named(keyOf(range))[0]
      if (figure && figure.kind !== 'person') return figure
    }
  }
  return undefined
}
