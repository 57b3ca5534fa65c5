// Which persons a short name may mean, and what a mention says of gender.
// "Mr Vale" → Anton Vale and not Ida Vale
import type { Figure } from './figure.ts'
import { type Gender, listedGender } from './lexicon/first-names.ts'
import { FEMALE_TITLES, MALE_TITLES } from './lexicon/titles.ts'
import type { NameGroup } from './name-kinds.ts'
import type { NameMention } from './names.ts'
import type { Word } from './words.ts'

export function titleGender(title: readonly string[]): Gender | undefined {
  for (const word of title) {
    if (MALE_TITLES.has(word)) return 'male'
    if (FEMALE_TITLES.has(word)) return 'female'
  }
  return undefined
}

export function genderOfMention(words: readonly Word[], mention: NameMention): Gender | undefined {
  const byTitle = titleGender(mention.title)
  if (byTitle) return byTitle
  const first = words[mention.first]
  return mention.last - mention.first > 1 && first ? listedGender(first.text) : undefined
}

/** Figures of which the group's words are a first name or a surname. */
export function namesake(group: NameGroup, persons: readonly Figure[]): Figure[] {
  const short = group.words.map((word) => word.lower.replace(/\.$/, '')).join(' ')
  const ends = persons.filter((figure) => {
    const name = figure.name.toLowerCase().replace(/\u2019/g, "'")
    return name.endsWith(` ${short}`)
  })
  if (ends.length > 0) return ends
  const starts = persons.filter((figure) => figure.name.toLowerCase().startsWith(`${short} `))
  if (starts.length > 0) return starts
  const judge = /^(.+) (?:lj|j|jj|aja|ja)$/.exec(short)?.[1]
  return judge ? persons.filter((figure) => figure.name.toLowerCase().endsWith(judge)) : []
}
