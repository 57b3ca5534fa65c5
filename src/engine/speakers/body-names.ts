// When two names of bodies are one: short forms, missing suffixes, initials.
// "Kestrel Post" is "Kestrel Post Inc."; "DOR" is "Department of Open Roads"; "US Department of Justice" is "Department of Justice"
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

/** The words that tell one body from another: "the US Kestrel Works, Inc." → kestrel works. */
export const coreOf = (name: string): string[] => {
  const words = bare(name).replace(COUNTRIES, '').split(' ')
  while (words.length > 1 && COMPANY_SUFFIXES.has((words[words.length - 1] ?? '').replace(/\.$/, '')))
    words.pop()
  return words
}

const KNOWN = new Map<string, (typeof KNOWN_BODIES)[number]>()
for (const body of KNOWN_BODIES) for (const name of [body.name, ...body.other]) KNOWN.set(bare(name), body)

/** The well-known body of that name, if there is one. */
export const knownBody = (name: string): (typeof KNOWN_BODIES)[number] | undefined => KNOWN.get(bare(name))

/** The noun that stands for the body: "guild" for "Guild of Stage Managers", "commission" for "Federal Markets Commission". */
export function loneHeadOf(core: readonly string[]): string | undefined {
  const link = core.findIndex((word) => word === 'of' || word === 'for')
  const head = link > 0 ? core[link - 1] : core.at(-1)
  return head && kindOfBodyNoun(head) ? head : undefined
}

/** Whether the name can be made of initials: "DOR", "DoJ", "GSM". */
export function isAcronym(name: string): boolean {
  const letters = name.replace(/\./g, '')
  return letters.length >= 2 && letters.length <= 8 && /^\p{Lu}[\p{L}&]*\p{Lu}$/u.test(letters)
}

/** The initials of a body's name, with and without its small words, in capitals. */
export function initialsOf(name: string): Set<string> {
  const words = name.split(/[\s-]+/).filter(Boolean)
  const initials = (kept: string[]): string =>
    kept
      .map((word) => word.slice(0, 1))
      .join('')
      .toUpperCase()
  return new Set([
    initials(words),
    initials(words.filter((word) => !SMALL.has(word.toLowerCase()))),
    initials(words.filter((word) => word.toLowerCase() !== 'the')),
  ])
}
