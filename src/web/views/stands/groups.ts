// Who or what stands somewhere: a speaker, a body, a publisher or a month, and what is known of them at a glance.

import type { Question, Standing } from '../../../../openapi/client/index.ts'
import { nameOfMonth } from '../../components/standing/months.ts'
import { spokenTo } from '../../components/standing/said.ts'
import { type Tone, toneOf } from '../../frame/tones.ts'
import { type Grouping, UNKNOWN } from './outlook.ts'

export interface Group {
  /** An id, a publisher's name or a month; `UNKNOWN` for none. */
  readonly key: string
  readonly name: string
  readonly standing: Standing
  /** Claims that speak to the question. */
  readonly spoken: number
  /** Which share of these people placed, 0 to 1; the rest is the machine's. */
  readonly byPeople: number
  /** Where between the first side (0) and the second (1), the undecided between; null for who said nothing on it. */
  readonly place: number | null
  /** Of the side most often taken; `between` when that is none or several. */
  readonly tone: Tone
}

const NAMELESS: Readonly<Record<Grouping, string>> = {
  speaker: 'Not known',
  affiliation: 'No affiliation known',
  publisher: 'Publisher not known',
  month: 'Date not known',
}

export function keyOf(by: Grouping, standing: Standing): string {
  const known = standing[by]
  return (typeof known === 'string' ? known : known?.id) ?? UNKNOWN
}

function nameOf(by: Grouping, standing: Standing): string {
  const known = standing[by]
  if (by === 'month' && typeof known === 'string') return nameOfMonth(known)
  return (typeof known === 'string' ? known : known?.name) ?? NAMELESS[by]
}

export function groupOf(by: Grouping, question: Question, standing: Standing): Group {
  const spoken = spokenTo(question, standing.counts)
  const sides = question.positions.filter(({ kind }) => kind === 'side').map(({ slug }) => slug)
  return {
    key: keyOf(by, standing),
    name: nameOf(by, standing),
    standing,
    spoken,
    byPeople: spoken === 0 ? 0 : spokenTo(question, standing.byPeople) / spoken,
    place: spoken === 0 ? null : placeOf(sides, standing, spoken),
    tone: sides.includes(standing.leaning ?? '') ? toneOf(question, standing.leaning ?? '') : 'between',
  }
}

/**
 * With two sides between them, by how often each was taken: five to one is near the first, one to one in the middle, and
 * so is who takes none. With more, in the column of the side that was taken most, or in the last one, of the undecided.
 */
function placeOf(sides: readonly string[], { counts, leaning }: Standing, spoken: number): number {
  const [first = '', second = ''] = sides
  if (sides.length <= 2) return (1 + ((counts[second] ?? 0) - (counts[first] ?? 0)) / spoken) / 2
  const column = leaning === null ? -1 : sides.indexOf(leaning)
  return (column < 0 ? sides.length : column) / (sides.length + 1)
}
