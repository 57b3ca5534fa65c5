// Somebody or some body in an article: who they are called, what is said of them, for whom they speak.
import type { SpeakerKind } from '../types.ts'
import type { Gender } from './lexicon/first-names.ts'

export interface Affiliation {
  readonly figure: Figure
  readonly role: string | null
}

export interface Figure {
  /** Order of appearance. */
  readonly id: number
  name: string
  kind: SpeakerKind
  gender: Gender | undefined
  plural: boolean
  /** Known by a proper name and not only by a description. */
  readonly proper: boolean
  /** A place rather than somebody. */
  place: boolean
  readonly aliases: Set<string>
  /** Lower-case nouns and adjectives said of them: "broker", "company", "harbour-based". */
  readonly descriptors: Set<string>
  readonly affiliations: Affiliation[]
  /** Those who are affiliated with them. */
  readonly voices: Figure[]
  /** Several at once: who they are ("the parties"). */
  members: readonly Figure[]
}

/** Adds an affiliation once; a later role fills in a missing one. */
export function affiliate(figure: Figure, body: Figure, role: string | null): void {
  if (figure === body) return
  const at = figure.affiliations.findIndex((one) => one.figure === body)
  const known = figure.affiliations[at]
  if (!known) {
    figure.affiliations.push({ figure: body, role })
    body.voices.push(figure)
  } else if (known.role === null && role !== null) figure.affiliations[at] = { figure: body, role }
}

export const isBody = (figure: Figure): boolean =>
  figure.kind === 'organization' ||
  figure.kind === 'government' ||
  figure.kind === 'court' ||
  figure.kind === 'publication' ||
  (figure.kind === 'unknown' && figure.proper && !figure.place)
