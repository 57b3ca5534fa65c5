// What may follow inside a name: another capital, a particle, "of" and "and" in the name of a body, a company suffix.
// "Office of Coastal Trade", "Ida van der Lund", "Larkpost Stores, LLC", "Lunden Public Defender's Office"
import { BODY_OPENERS, COMPANY_SUFFIXES, kindOfBodyNoun } from './lexicon/bodies.ts'
import { NAME_LINKS, NAME_PARTICLES } from './lexicon/closed-words.ts'
import { isFirstName } from './lexicon/first-names.ts'
import { GENERATION } from './lexicon/titles.ts'
import { PEERS, POSSESSED_BODIES, TOPICS } from './lexicon/topics.ts'
import { isTitle, type NameScanner } from './names.ts'

/** How many words the name [first, last) grows by at `last`; 0 where it ends. */
export function growth(scanner: NameScanner, first: number, last: number): number {
  const word = scanner.words[last]
  const previous = scanner.words[last - 1]
  if (!word || !previous) return 0
  if (word.before === ' & ') return scanner.isNamePart(last) ? 1 : 0
  if (
    word.before === ', ' &&
    word.capital &&
    (COMPANY_SUFFIXES.has(word.lower) || GENERATION.has(word.lower))
  )
    return 1
  if (previous.possessive) return afterPossessive(scanner, last)
  if (word.before !== ' ') return 0
  if (scanner.isNamePart(last))
    return !isTitle(previous.lower) && shoutsApart(previous.text, word.text) ? 0 : 1
  if (word.lower === 'plc') return 1
  if (NAME_PARTICLES.has(word.lower)) return afterParticle(scanner, last)
  return NAME_LINKS.has(word.lower) ? afterLink(scanner, first, last) : 0
}

/** A heading in capitals that runs into a name. */
const shoutsApart = (left: string, right: string): boolean => {
  const shouts = (text: string): boolean => text.length > 5 && text === text.toUpperCase()
  return (
    shouts(left) !== shouts(right) &&
    (shouts(left) ? /\p{Ll}/u.test(right) : shouts(right) && /\p{Ll}/u.test(left))
  )
}

/** "Bakers' Aid Project", "Public Defender's Office". */
function afterPossessive(scanner: NameScanner, at: number): number {
  const word = scanner.words[at]
  if (!word || !scanner.isNamePart(at)) return 0
  if (/^['\u2019] $/.test(word.before)) return 1
  return /^['\u2019]s $/.test(word.before) && POSSESSED_BODIES.has(word.lower) ? 1 : 0
}

/** "van" or "de la" before a capital. */
function afterParticle(scanner: NameScanner, at: number): number {
  let next = at + 1
  while (next < at + 3 && NAME_PARTICLES.has(scanner.words[next]?.lower ?? '')) next++
  return scanner.words[next]?.before === ' ' && scanner.isNamePart(next) ? next - at + 1 : 0
}

/** "of", "for the", "and" inside the name of a body. */
function afterLink(scanner: NameScanner, first: number, at: number): number {
  const link = scanner.words[at]?.lower ?? ''
  let next = at + 1
  if (scanner.words[next]?.lower === 'the' && link !== 'and') next++
  if (scanner.words[next]?.before !== ' ' || !scanner.isNamePart(next)) return 0
  if (link === 'and') return joinsByAnd(scanner, first, at) ? 2 : 0
  const left = scanner.words.slice(first, at)
  if (link === 'of' && next === at + 1 && PEERS.has(left[0]?.lower ?? '')) return 2
  const opened = left.some((one) => BODY_OPENERS.has(one.lower) || kindOfBodyNoun(one.lower) !== undefined)
  return opened && (link === 'of' || link === 'for' || link === 'on') ? next - at + 1 : 0
}

function joinsByAnd(scanner: NameScanner, first: number, at: number): boolean {
  const left = scanner.words.slice(first, at)
  const right = scanner.words[at + 1]
  const topic = left[left.length - 1]
  if (!right || !topic) return false
  if (left.some((word) => word.lower === 'of' || word.lower === 'for')) {
    if (TOPICS.has(right.lower)) return true
    const plural = (text: string): boolean => /[^s]s$/.test(text)
    return plural(topic.lower) && plural(right.lower) && !scanner.isNamePart(at + 2)
  }
  if (kindOfBodyNoun(right.lower) && !isFirstName(topic.text) && !scanner.isNamePart(at + 2))
    return left.length < 3
  if (left.length > 2 || left.some((word) => kindOfBodyNoun(word.lower) || isFirstName(word.text)))
    return false
  const before = scanner.words[first - 1]
  if (before?.lower !== 'the' && !before?.possessive) return false
  for (let index = at + 1; index < at + 5 && scanner.isNamePart(index); index++) {
    const word = scanner.words[index]
    if (index > at + 1 && word?.before !== ' ') return false
    if (index > at + 1 && kindOfBodyNoun(word?.lower ?? '')) return true
  }
  return false
}
