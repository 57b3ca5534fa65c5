// One key for each thing that can be done with the claim on the page.

import type { Position } from '../../../../openapi/client/index.ts'

export type Act =
  | { readonly what: 'tag'; readonly position: string }
  | { readonly what: 'undo' | 'skip' | 'rationale' | 'surer' | 'less-sure' }

const FIXED: Readonly<Record<string, Act>> = {
  u: { what: 'undo' },
  s: { what: 'skip' },
  r: { what: 'rationale' },
  '+': { what: 'surer' },
  '-': { what: 'less-sure' },
}

export interface Keys {
  readonly acts: ReadonlyMap<string, Act>
  /** The keys of each position, the number first. */
  readonly ofPosition: ReadonlyMap<string, readonly string[]>
}

/** Positions by number, in their order; by the first letter of their label too, where nothing else has it. */
export function keysFor(positions: readonly Pick<Position, 'slug' | 'label'>[]): Keys {
  const acts = new Map<string, Act>(Object.entries(FIXED))
  const ofPosition = new Map<string, string[]>()
  const firstOf = (label: string) => label.trim().slice(0, 1).toLowerCase()
  positions.forEach(({ slug, label }, index) => {
    const letter = firstOf(label)
    const isAlone = positions.filter((one) => firstOf(one.label) === letter).length === 1
    const keys = [
      ...(index < 9 ? [String(index + 1)] : []),
      ...(isAlone && /^\p{Letter}$/u.test(letter) && !acts.has(letter) ? [letter] : []),
    ]
    for (const key of keys) acts.set(key, { what: 'tag', position: slug })
    ofPosition.set(slug, keys)
  })
  return { acts, ofPosition }
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
