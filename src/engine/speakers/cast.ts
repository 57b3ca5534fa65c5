// The cast of an article: every name grouped into figures before anyone speaks.
// "Kestrel Post Inc." … "Kestrel Post" … "Ada Holm" … "Holm" → two figures with their aliases
import type { SpeakerKind } from '../types.ts'
import { BodyIndex } from './body-index.ts'
import type { Figure } from './figure.ts'
import { kindOfBodyNoun } from './lexicon/bodies.ts'
import type { Gender } from './lexicon/first-names.ts'
import { bodyNounKind } from './lexicon/nouns.ts'
import { JUDICIAL_SUFFIXES } from './lexicon/titles.ts'
import { groupsOf, isPeer, type NamedGroup, withTitle, writtenName } from './name-groups.ts'
import { isPlace, kindOfName } from './name-kinds.ts'
import type { NameMention } from './names.ts'
import { PersonIndex } from './person-index.ts'
import { genderOfMention, titleGender } from './person-names.ts'
import type { Word } from './words.ts'

export class Cast {
  readonly figures: Figure[] = []
  readonly persons = new PersonIndex()
  readonly bodies = new BodyIndex()
  /** Figures that a name may mean, by the name's key; more than one where a surname is shared. */
  readonly #byKey = new Map<string, readonly Figure[]>()
  /** Figures that have no name, by their description. */
  readonly #byPhrase = new Map<string, Figure>()

  add(name: string, kind: SpeakerKind, proper: boolean): Figure {
    const figure: Figure = {
      id: this.figures.length,
      name,
      kind,
      gender: undefined,
      plural: false,
      proper,
      place: false,
      aliases: new Set(),
      descriptors: new Set(),
      affiliations: [],
      voices: [],
      members: [],
    }
    this.figures.push(figure)
    if (!proper && !this.#byPhrase.has(name)) this.#byPhrase.set(name, figure)
    return figure
  }

  named(key: string): readonly Figure[] {
    return this.#byKey.get(key) ?? []
  }

  /** The figure first described by exactly these words. */
  described(phrase: string): Figure | undefined {
    const figure = this.#byPhrase.get(phrase)
    return figure?.name === phrase ? figure : undefined
  }

  link(key: string, figures: readonly Figure[]): void {
    this.#byKey.set(key, figures)
  }
}

/** Builds the cast: full names of persons first, then whatever may be short for them, then bodies. */
class Casting {
  readonly cast = new Cast()
  readonly #text: string
  readonly #words: readonly Word[]

  constructor(text: string, words: readonly Word[]) {
    this.#text = text
    this.#words = words
  }

  run(mentions: readonly NameMention[]): Cast {
    const groups = groupsOf(this.#words, mentions)
    const alone = aloneOf(groups)
    const kinds = new Map(groups.map((group) => [group, kindOfName(this.#words, group, alone)]))
    const bySize = [...groups].sort((a, b) => b.words.length - a.words.length)
    for (const group of bySize)
      if (kinds.get(group) === 'person' && group.words.length > 1) this.#person(group)
    for (const group of groups) this.#sharedSurname(group)
    for (const group of bySize) {
      if (this.cast.named(group.key).length > 0) continue
      if (this.#namesake(group)) continue
      if (kinds.get(group) === 'person') this.#person(group)
      else this.#body(group, kinds.get(group) ?? 'unknown')
    }
    return this.cast
  }

  #person(group: NamedGroup): void {
    const single = group.words.length === 1
    const shout =
      group.words.every((word) => word.allCapitals) && group.words.some((word) => word.text.length > 3)
    const name = writtenName(this.#text, group.words, shout)
    const known = single ? undefined : this.cast.persons.same(group.key)
    const figure =
      known ??
      this.cast.add(
        single || isPeer(group) ? withTitle(this.#text, this.#words, group, name) : name,
        'person',
        true,
      )
    figure.aliases.add(name)
    if (!known) this.cast.persons.add(figure)
    this.#learn(figure, group)
    this.cast.link(group.key, [figure])
  }

  #learn(figure: Figure, group: NamedGroup): void {
    for (const mention of group.mentions) {
      figure.gender ??= genderOfMention(this.#words, mention)
      for (const title of mention.title) describeOffice(figure, title)
    }
    const last = group.words[group.words.length - 1]
    if (last && group.words.length > 1 && JUDICIAL_SUFFIXES.has(last.lower)) figure.descriptors.add('judge')
  }

  /** "Ivo and Ada Lund": the first of two first names has the surname too. */
  #sharedSurname(group: NamedGroup): void {
    const [word] = group.words
    if (group.words.length !== 1 || !word || this.cast.named(group.key).length > 0) return
    for (const { last } of group.mentions) {
      const and = this.#words[last]
      const other = group.following.get(last)
      if (and?.lower !== 'and' || !other) continue
      const [figure] = this.cast.named(other)
      const surname = figure?.kind === 'person' ? figure.name.split(' ').slice(1).join(' ') : ''
      if (surname === '' || this.cast.persons.namesakes(word.lower).length > 0) continue
      const relative = this.cast.add(`${word.text} ${surname}`, 'person', true)
      relative.aliases.add(word.text)
      this.cast.persons.add(relative)
      this.#learn(relative, group)
      this.cast.link(group.key, [relative])
      return
    }
  }

  /** A short form of a person's name: "Holm", "Mr Vale", "the Vales". */
  #namesake(group: NamedGroup): boolean {
    const short = group.words.map((word) => word.lower.replace(/\.$/, '')).join(' ')
    const gender = genderOfTitles(group)
    let fitting: readonly Figure[] = this.cast.persons.namesakes(short)
    if (gender) fitting = fitting.filter((one) => one.gender === undefined || one.gender === gender)
    const plural =
      fitting.length === 0 && short.endsWith('s')
        ? this.cast.persons.namesakes(short.replace(/(?:e?s)$/, ''))
        : []
    if (plural.length > 0 && this.#words[(group.mentions[0]?.first ?? 0) - 1]?.lower === 'the')
      return this.#family(group, plural)
    if (fitting.length === 0) return false
    this.cast.link(group.key, fitting)
    const [only] = fitting
    if (fitting.length === 1 && only) {
      only.aliases.add(writtenName(this.#text, group.words, false))
      this.#learn(only, group)
    }
    return true
  }

  #family(group: NamedGroup, members: readonly Figure[]): boolean {
    const figure = this.cast.add(writtenName(this.#text, group.words, false), 'group', true)
    figure.members = members
    figure.plural = true
    this.cast.link(group.key, [figure])
    return true
  }

  #body(group: NamedGroup, kind: SpeakerKind): void {
    const shout = group.words.length > 1 && group.words.every((word) => word.allCapitals)
    const name = writtenName(this.#text, group.words, shout)
    const defined = this.#definedBy(group)
    const known = defined ? [defined] : this.cast.bodies.find(name)
    if (known.length > 0) {
      this.cast.link(group.key, known)
      if (known.length === 1) known[0]?.aliases.add(name)
      return
    }
    const figure = this.cast.add(name, kind, true)
    figure.place = kind === 'unknown' && isPlace(this.#words, group)
    for (const { lower } of group.words)
      if (bodyNounKind(lower) || kindOfBodyNoun(lower)) figure.descriptors.add(lower)
    this.cast.bodies.add(figure)
    this.cast.link(group.key, [figure])
  }

  /** "the Office of Coastal Trade (OCT)": the bracket says whose other name this is. */
  #definedBy(group: NamedGroup): Figure | undefined {
    for (const mention of group.mentions.slice(0, 8)) {
      const word = this.#words[mention.first]
      const before = group.preceding.get(mention.first)
      const bracketed = word?.before.endsWith('(') && /^\p{Lu}[\p{L}.&]*$/u.test(word.text)
      if (!bracketed || !before || mention.last - mention.first !== 1) continue
      const [figure] = this.cast.named(before)
      const single = !before.includes(' ')
      const fits = !single || before.slice(0, 1) === word?.lower.slice(0, 1)
      if (figure && figure.kind !== 'person' && fits) return figure
    }
    return undefined
  }
}

export const castOf = (text: string, words: readonly Word[], mentions: readonly NameMention[]): Cast =>
  new Casting(text, words).run(mentions)

function genderOfTitles(group: NamedGroup): Gender | undefined {
  for (const mention of group.mentions) {
    const gender = titleGender(mention.title)
    if (gender) return gender
  }
  return undefined
}

const JUDGES = new Set(['judge', 'justice', 'magistrate'])

/** A title is also a description, and every justice is a judge. */
function describeOffice(figure: Figure, title: string): void {
  figure.descriptors.add(title)
  if (JUDGES.has(title)) figure.descriptors.add('judge')
}

/** Names of one word, and whether they bear a title. */
function aloneOf(groups: readonly NamedGroup[]): Map<string, boolean> {
  const alone = new Map<string, boolean>()
  for (const { words, mentions } of groups) {
    const word = words[0]?.lower
    if (words.length !== 1 || word === undefined) continue
    alone.set(word, alone.get(word) === true || mentions.some((mention) => mention.title.length > 0))
  }
  return alone
}
