// What a mention of a person says of gender, by title and then by first name.
// "Mr Vale" → male; "Ida Vale" → female
import { type Gender, listedGender } from './lexicon/first-names.ts'
import { FEMALE_TITLES, MALE_TITLES } from './lexicon/titles.ts'
import type { NameMention } from './names.ts'
import type { Word } from './words.ts'

export function titleGender(title: readonly string[]): Gender | undefined {
  for (const word of title) {
    const plain = word.replace(/\.$/, '')
    if (MALE_TITLES.has(plain)) return 'male'
    if (FEMALE_TITLES.has(plain)) return 'female'
  }
  return undefined
}

export function genderOfMention(words: readonly Word[], mention: NameMention): Gender | undefined {
  const byTitle = titleGender(mention.title)
  if (byTitle) return byTitle
  const first = words[mention.first]
  return first ? listedGender(first.text) : undefined
}
