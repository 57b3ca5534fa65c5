// When two names of bodies are one: short forms, missing suffixes, initials.
// "Skeinmail" is "Skeinmail Inc."; "DFI" is "Department of Federal Investigations"; "US Department of Justice" is "Department of Justice"
import { COMPANY_SUFFIXES, kindOfBodyNoun } from './lexicon/bodies.ts'
import { KNOWN_BODIES } from './lexicon/known-bodies.ts'

const SMALL = new Set(['of', 'the', 'for', 'and', 'on', 'in', 'to', '&'])
const COUNTRIES = /^(?:us|u\.s\.?|united states|uk|u\.k\.?|british|american|federal|the) /

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\u2019/g, "'")
    .replace(/[,.]/g, (mark) => (mark === '.' ? '.' : ''))
    .trim()

const coreOf = (name: string): string[] => {
  const words = bare(name).replace(COUNTRIES, '').split(' ')
  while (words.length > 1 && COMPANY_SUFFIXES.has((words[words.length - 1] ?? '').replace(/\.$/, '')))
    words.pop()
  return words
}

const KNOWN = new Map<string, (typeof KNOWN_BODIES)[number]>()
for (const body of KNOWN_BODIES) for (const name of [body.name, ...body.other]) KNOWN.set(bare(name), body)

/** The well-known body of that name, if there is one. */
export const knownBody = (name: string): (typeof KNOWN_BODIES)[number] | undefined => KNOWN.get(bare(name))

/** Whether the shorter name is a usual short form of the longer one. */
export function sameBody(longer: string, shorter: string): boolean {
  const known = knownBody(longer)
  if (known && known === knownBody(shorter)) return true
  const long = coreOf(longer)
  const short = coreOf(shorter)
  if (short.length > long.length) return false
  if (short.every((word, index) => word === long[index])) {
    return (
      short.length === long.length || short.length > 1 || !kindOfBodyNoun(short[0] ?? '') || long.length <= 2
    )
  }
  return isLoneHead(short, long)
}

/** "the Guild" for "Guild of Stage Managers", "the Commission" for "Federal Markets Commission". */
const isLoneHead = (short: string[], long: string[]): boolean => {
  if (short.length !== 1) return false
  const [head] = short
  if (!head || !kindOfBodyNoun(head)) return false
  const link = long.findIndex((word) => word === 'of' || word === 'for')
  return head === (link > 0 ? long[link - 1] : long[long.length - 1])
}

/** Whether `short` is made of the initials of `name`: "DFI", "DoJ", "GISO". */
export function acronymOf(name: string, short: string): boolean {
  const letters = short.replace(/\./g, '')
  if (letters.length < 2 || letters.length > 8 || !/^\p{Lu}[\p{L}&]*\p{Lu}$/u.test(letters)) return false
  const words = name.split(/[\s-]+/).filter(Boolean)
  const initials = (kept: string[]): string =>
    kept
      .map((word) => word.slice(0, 1))
      .join('')
      .toUpperCase()
  const main = words.filter((word) => !SMALL.has(word.toLowerCase()))
  const sought = letters.toUpperCase()
  return (
    initials(words) === sought ||
    initials(main) === sought ||
    initials(words.filter((word) => word.toLowerCase() !== 'the')) === sought
  )
}
