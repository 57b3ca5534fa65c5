// One key for each position, wherever a claim is placed by hand.

import type { Position } from '../../../openapi/client/index.ts'

export interface PositionKeys {
  readonly positionOf: ReadonlyMap<string, string>
  /** The keys of each position, the number first. */
  readonly keysOf: ReadonlyMap<string, readonly string[]>
}

/** Positions by number, in their order; by the first letter of their label too, where it is neither shared nor reserved. */
export function keysFor(
  positions: readonly Pick<Position, 'slug' | 'label'>[],
  reserved: readonly string[] = [],
): PositionKeys {
  const positionOf = new Map<string, string>()
  const keysOf = new Map<string, string[]>()
  const firstOf = (label: string) => label.trim().slice(0, 1).toLowerCase()
  positions.forEach(({ slug, label }, index) => {
    const letter = firstOf(label)
    const isAlone = positions.filter((one) => firstOf(one.label) === letter).length === 1
    const keys = [
      ...(index < 9 ? [String(index + 1)] : []),
      ...(isAlone && /^\p{Letter}$/u.test(letter) && !reserved.includes(letter) ? [letter] : []),
    ]
    for (const key of keys) positionOf.set(key, slug)
    keysOf.set(slug, keys)
  })
  return { positionOf, keysOf }
}

/** How sure one may say to be, in steps; undefined for not saying. */
export const CONFIDENCES = [
  { value: undefined, name: 'not said' },
  { value: 0.5, name: 'a guess' },
  { value: 0.75, name: 'fairly sure' },
  { value: 0.95, name: 'sure' },
] as const

export function nextConfidence(now: number | undefined, by: 1 | -1): number | undefined {
  const at = Math.max(
    0,
    CONFIDENCES.findIndex(({ value }) => value === now),
  )
  return CONFIDENCES[Math.min(Math.max(at + by, 0), CONFIDENCES.length - 1)]?.value
}
