// The positions of a question, completed and checked. `ambivalent` and `off-question` belong to every question.

import type { PositionKind } from '../engine/types.ts'
import { type Fault, Invalid } from '../errors.ts'
import type { Position } from './schema.ts'

/** A position as a caller gives it: all but its slug may be left out. */
export interface GivenPosition {
  readonly slug: string
  readonly label?: string | undefined
  readonly definition: string
  readonly kind?: PositionKind | undefined
  readonly examples?: readonly string[] | undefined
}

const ALWAYS: readonly Position[] = [
  {
    slug: 'ambivalent',
    label: 'Ambivalent',
    definition: 'Speaks to the question without taking a side, or takes more than one.',
    kind: 'ambivalent',
    examples: [],
  },
  {
    slug: 'off-question',
    label: 'Off the question',
    definition: 'Does not speak to the question.',
    kind: 'off-question',
    examples: [],
  },
]

/** Example: `{slug: 'in-favour'}` becomes a side labelled "In favour". Throws Invalid, naming every fault. */
export function complete(given: readonly GivenPosition[]): Position[] {
  const faults = faultsOf(given)
  if (faults.length > 0) throw new Invalid(faults.map((fault) => fault.detail).join(' '), { faults })
  const positions = given.map(completed)
  const missing = ALWAYS.filter((one) => !positions.some((position) => position.slug === one.slug))
  return [...positions, ...missing]
}

function completed({ slug, label, definition, kind, examples = [] }: GivenPosition): Position {
  const standing = ALWAYS.find((one) => one.slug === slug)
  return {
    slug,
    label: label ?? standing?.label ?? labelOf(slug),
    definition: definition || (standing?.definition ?? ''),
    kind: kind ?? standing?.kind ?? 'side',
    examples: [...examples],
  }
}

const labelOf = (slug: string) => {
  const words = slug.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function faultsOf(given: readonly GivenPosition[]): Fault[] {
  const faults = given.flatMap((position, i) => faultsAt(position, i, given))
  if (!given.some((position) => completed(position).kind === 'side'))
    faults.push({ pointer: '/positions', code: 'no_side', detail: 'A question needs at least one side.' })
  return faults
}

function faultsAt({ slug, kind }: GivenPosition, i: number, all: readonly GivenPosition[]): Fault[] {
  const faults: Fault[] = []
  if (all.findIndex((other) => other.slug === slug) < i)
    faults.push({
      pointer: `/positions/${i}/slug`,
      code: 'duplicate_position',
      detail: `The position ${slug} is given twice.`,
    })
  const reserved = ALWAYS.find((one) => one.slug === slug)
  if (kind !== undefined && (reserved ? kind !== reserved.kind : kind !== 'side'))
    faults.push({
      pointer: `/positions/${i}/kind`,
      code: 'wrong_kind',
      detail: reserved
        ? `The position ${slug} has the kind ${reserved.kind} on every question.`
        : `Only the position ${kind} has the kind ${kind}; ${slug} can be a side.`,
    })
  return faults
}

/** Whether a change says something else to those who tag, so that a new version begins. */
export function meansSomethingElse(
  before: { text: string; guidelines: string; positions: readonly Position[] },
  after: { text: string; guidelines: string; positions: readonly Position[] },
  wordingOnly: boolean,
): boolean {
  const meaning = (positions: readonly Position[]) =>
    JSON.stringify(positions.map(({ slug, kind, definition }) => [slug, kind, definition]))
  if (meaning(before.positions) !== meaning(after.positions)) return true
  const guidance = (positions: readonly Position[]) =>
    JSON.stringify(positions.map(({ label, examples }) => [label, examples]))
  const reworded =
    before.text !== after.text ||
    before.guidelines !== after.guidelines ||
    guidance(before.positions) !== guidance(after.positions)
  return reworded && !wordingOnly
}
