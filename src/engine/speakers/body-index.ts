// The bodies of an article, found again by their usual other names without asking each of them.
// after "Kestrel Works Ltd" and "Department of Coasts": "Kestrel", "DoC" and "the Department" are found
import { coreOf, initialsOf, isAcronym, knownBody, loneHeadOf } from './body-names.ts'
import type { Figure } from './figure.ts'
import { kindOfBodyNoun } from './lexicon/bodies.ts'
import { PLACES } from './lexicon/places.ts'

/** Bodies kept under one short form: more than a few tell nothing. */
const MOST = 40

export class BodyIndex {
  readonly #shelves = new Map<string, Figure[]>()

  add(figure: Figure): void {
    const known = knownBody(figure.name)
    if (known) this.#put(`known ${known.name}`, figure)
    const core = coreOf(figure.name)
    const shortens = mayLoseItsNoun(core)
    for (let length = 1; length <= core.length; length++) {
      const short = core.slice(0, length)
      const tells =
        length === core.length ||
        (shortens && (length > 1 || core.length <= 2 || !kindOfBodyNoun(core[0] ?? '')))
      if (tells) this.#put(`core ${short.join(' ')}`, figure)
    }
    const head = loneHeadOf(core)
    if (head) this.#put(`core ${head}`, figure)
    for (const initials of initialsOf(figure.name)) this.#put(`initials ${initials}`, figure)
  }

  /** Bodies of which the name is another form, in order of appearance. */
  find(name: string): Figure[] {
    const known = knownBody(name)
    const found = new Set([
      ...(known ? this.#on(`known ${known.name}`) : []),
      ...this.#on(`core ${coreOf(name).join(' ')}`),
      ...(isAcronym(name) ? this.#on(`initials ${name.replace(/\./g, '').toUpperCase()}`) : []),
    ])
    return [...found].sort((a, b) => a.id - b.id)
  }

  #on(shelf: string): readonly Figure[] {
    return this.#shelves.get(shelf) ?? []
  }

  #put(shelf: string, figure: Figure): void {
    const figures = this.#shelves.get(shelf)
    if (!figures) this.#shelves.set(shelf, [figure])
    else if (figures.length < MOST && figures.at(-1) !== figure) figures.push(figure)
  }
}

const ASSOCIATIONS = new Set(
  'council association society guild union league alliance coalition foundation institute center centre network forum campaign project federation conference chamber'.split(
    ' ',
  ),
)

/** A company goes by its first words, a ministry or a newspaper does not: "Human Rights" is not the Human Rights Council. */
function mayLoseItsNoun(core: readonly string[]): boolean {
  const head = core.at(-1) ?? ''
  const kind = kindOfBodyNoun(head)
  return (
    (kind === undefined || kind === 'organization') &&
    !ASSOCIATIONS.has(head) &&
    !core.every((word) => PLACES.has(word))
  )
}
