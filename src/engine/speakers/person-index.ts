// The persons of an article, found again by surname, first name, or first and last name.
// after "Ida R. Quill": "Quill", "Ida", "Ida Quill" and "Quill LJ" are found
import type { Figure } from './figure.ts'
import { GENERATION } from './lexicon/titles.ts'

/** Persons kept under one name: more than a few tell nothing. */
const MOST = 40

export class PersonIndex {
  readonly #ends = new Map<string, Figure[]>()
  readonly #starts = new Map<string, Figure[]>()
  readonly #wholes = new Map<string, Figure>()

  add(figure: Figure): void {
    const words = partsOf(figure.name.toLowerCase().replaceAll('\u2019', "'"))
    const outer = `${words[0]} ${words.at(-1)}`
    if (!this.#wholes.has(outer)) this.#wholes.set(outer, figure)
    for (let cut = 1; cut < words.length; cut++) {
      put(this.#ends, words.slice(cut).join(' '), figure)
      put(this.#starts, words.slice(0, cut).join(' '), figure)
    }
    put(this.#ends, words.join(' '), figure)
  }

  /** "Miriam T. Vale" is "Miriam Vale". */
  same(key: string): Figure | undefined {
    const words = partsOf(key)
    return this.#wholes.get(`${words[0]} ${words.at(-1)}`)
  }

  /** Persons of whom the words are a surname or else a first name. */
  namesakes(key: string): readonly Figure[] {
    const ends = this.#ends.get(key) ?? []
    if (ends.length > 0) return ends
    const starts = this.#starts.get(key) ?? []
    if (starts.length > 0) return starts
    const judge = /^(.+) (?:lj|j|jj|aja|ja)$/.exec(key)?.[1]
    return judge ? (this.#ends.get(judge) ?? []) : []
  }
}

/** Words of a name without "Jr." and the like. */
function partsOf(name: string): string[] {
  const parts = name.split(' ')
  while (parts.length > 2 && GENERATION.has((parts.at(-1) ?? '').replace(/[.,]/g, ''))) parts.pop()
  return parts.map((part) => part.replace(/,$/, ''))
}

function put(shelf: Map<string, Figure[]>, key: string, figure: Figure): void {
  const figures = shelf.get(key)
  if (!figures) shelf.set(key, [figure])
  else if (figures.length < MOST) figures.push(figure)
}
