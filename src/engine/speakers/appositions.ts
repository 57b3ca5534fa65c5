// What is said of somebody right before and right after the name.
// "Mail host Larkpost", "Ivo Lund, a lawyer for the DOR" → host, lawyer
import type { Affiliations } from './affiliations.ts'
import type { Figure } from './figure.ts'
import { CLOSED_WORDS } from './lexicon/closed-words.ts'
import { bodyNounKind, FEMALE_NOUNS, MALE_NOUNS, PERSON_NOUNS, VOICES } from './lexicon/nouns.ts'
import { DEGREES, OFFICES } from './lexicon/titles.ts'
import { wordSet } from './lexicon/word-set.ts'
import type { NameMention } from './names.ts'
import { isSaying } from './nominals.ts'
import type { Scene } from './scene.ts'

/** Function words that an apposition may contain. */
const APPOSITIVE = wordSet('a an the its his her their and first second former now one')

/** A noun that tells the gender of whom it describes. */
export function learnGender(figure: Figure, noun: string): void {
  if (FEMALE_NOUNS.has(noun)) figure.gender ??= 'female'
  if (MALE_NOUNS.has(noun)) figure.gender ??= 'male'
}

/** "OCT spokesperson Ivo Lund", "Mail host Larkpost": what stands right before a name. */
export function readPremodifiers(
  scene: Scene,
  affiliations: Affiliations,
  figure: Figure,
  name: NameMention,
): void {
  const { words } = scene
  const start = name.first - name.title.length
  let first = start
  while (first > start - 5 && words[first]?.before === ' ' && !scene.names.has(first - 1)) {
    const word = words[first - 1]
    if (!word || (word.capital && !word.opens) || CLOSED_WORDS.has(word.lower) || isSaying(word.lower)) break
    first--
  }
  if (words[start]?.before !== ' ') return
  for (const { lower } of words.slice(first, start)) {
    figure.descriptors.add(lower)
    if (figure.kind === 'person') learnGender(figure, lower)
  }
  const role = words
    .slice(first, name.first)
    .some(({ lower }) => PERSON_NOUNS.has(lower) || OFFICES.has(lower))
  if (figure.kind === 'person' && role) affiliations.ofWordBefore(figure, first, name.first)
}

/** What follows a name: "of Norhaven Law School", ", a professor of …". */
export function readApposition(
  scene: Scene,
  affiliations: Affiliations,
  figure: Figure,
  name: NameMention,
): void {
  const end = name.last + (DEGREES.has(scene.words[name.last]?.lower ?? '') ? 1 : 0)
  const word = scene.words[end]
  if (!word || scene.words[end - 1]?.possessive) return
  const direct = word.before === ' ' && /^(?:of|from|for)$/.test(word.lower)
  const apart = word.before === ', ' || word.before === ' (' || word.before === ' \u2014 '
  if (direct || (apart && /^(?:for|of|appearing|representing)$/.test(word.lower))) {
    if (figure.kind === 'person') affiliations.ofComplement(figure, end, null)
    return
  }
  const head = apart ? headOf(scene, end, figure) : -1
  const nominal = head < 0 ? null : scene.nominalAt(head, end)
  if (!nominal) return
  scene.figureAt.set(head, figure)
  for (const { lower } of scene.words.slice(Math.max(nominal.first, end), head + 1))
    figure.descriptors.add(lower)
  if (figure.kind !== 'person') return
  learnGender(figure, scene.words[head]?.lower ?? '')
  if (nominal.possessor !== null && nominal.possessor >= end) affiliations.ofPossessor(figure, nominal)
  const article = /^(?:an?|the)$/.test(word.lower) ? 1 : 0
  affiliations.ofComplement(figure, head + 1, scene.text(end + article, head + 1))
}

/** Head noun of an apposition that starts at the word, or -1. */
function headOf(scene: Scene, from: number, figure: Figure): number {
  let head = -1
  for (let index = from; index < from + 9; index++) {
    const word = scene.words[index]
    if (!word || (index > from && word.before !== ' ' && !/^['\u2019]s? $/.test(word.before))) break
    if ((CLOSED_WORDS.has(word.lower) && !APPOSITIVE.has(word.lower)) || isSaying(word.lower)) break
    const person = PERSON_NOUNS.has(word.lower) || VOICES.has(word.lower)
    const fitting = figure.kind === 'person' ? person : bodyNounKind(word.lower) !== undefined
    if (fitting && !word.possessive) head = index
  }
  return head
}
