// Turns an annotated article into choices: for each source that refers, who of those mentioned lately was meant.
// "She" annotated as Ida Quill → candidates Vale, Quill, Harbour Board with Quill as the right one
import { read } from '../../document.ts'
import type { Attribution } from '../../types.ts'
import type { Figure } from '../figure.ts'
import { speakersOf } from '../index.ts'
import { isTitle } from '../names.ts'
import { coreEnd } from '../noun-phrase.ts'
import { Training } from './examples.ts'
import type { Choice } from './learn.ts'

export interface AnnotatedArticle {
  readonly text: string
  readonly attributions: readonly Attribution[]
  /** Canonical names of those who speak, by attribution. */
  readonly speakers: readonly (readonly string[])[]
  readonly cast: readonly { readonly name: string; readonly aliases: readonly string[] }[]
}

/** Name in lower case, without possessive, "the" and titles. */
function plain(name: string): string {
  const words = name.normalize('NFC').toLowerCase().replaceAll('\u2019', "'").replace(/'s?$/, '').split(/\s+/)
  while (words.length > 1 && isSkipped(words[0] ?? '')) words.shift()
  return words.join(' ')
}

const isSkipped = (word: string): boolean => word === 'the' || isTitle(word.replace(/\.$/, ''))

/** Canonical name by any name; a name that several share stands for none. */
function canonicalNames(cast: AnnotatedArticle['cast']): (name: string) => string | undefined {
  const owners = new Map<string, Set<string>>()
  for (const { name, aliases } of cast)
    for (const written of [name, ...aliases])
      owners.set(plain(written), (owners.get(plain(written)) ?? new Set()).add(name))
  return (name) => {
    const found = owners.get(plain(name))
    return found?.size === 1 ? [...found][0] : undefined
  }
}

export function choicesOf(article: AnnotatedArticle, weights: Readonly<Record<string, number>>): Choice[] {
  const training = new Training(weights)
  const { scene } = speakersOf(read(article.text), article.attributions, training)
  const canonical = canonicalNames(article.cast)
  const is = (figure: Figure, name: string): boolean =>
    [figure.name, ...figure.aliases].some((one) => canonical(one) === name)
  const wanted = new Map<number, string>()
  article.attributions.forEach(({ source }, index) => {
    const [speaker, ...others] = article.speakers[index] ?? []
    const span = source[0]
    if (!speaker || others.length > 0 || !span) return
    const [first, last] = scene.range(span)
    wanted.set(coreEnd(scene.words, scene.names, first, last) - 1, speaker)
  })
  const choices: Choice[] = []
  for (const { word, figures, features, fresh } of training.examples) {
    const name = wanted.get(word)
    if (name === undefined) continue
    wanted.delete(word)
    const right = figures.map((figure) => is(figure, name))
    const known = right.includes(true)
    if (fresh) choices.push({ features: [...features, fresh], right: [...right, !known] })
    else if (known) choices.push({ features, right })
  }
  return choices
}
