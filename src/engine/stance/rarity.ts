// How rare a word family is, from 0 (in every text) to 1 (in none): shared rare words tell more than shared common ones.

export interface Rarity {
  readonly of: (stem: string) => number
  /** Whether training saw the family at all. */
  readonly knows: (stem: string) => boolean
}

const made = new WeakMap<ReadonlyMap<string, number>, Rarity>()

/** One object per table, so that what is kept by rarity is kept by model. A family that was seen nowhere is as rare as can be. */
export function rarityFrom(table: ReadonlyMap<string, number>): Rarity {
  const known = made.get(table)
  if (known !== undefined) return known
  const rarity: Rarity = { of: (stem) => table.get(stem) ?? 1, knows: (stem) => table.has(stem) }
  made.set(table, rarity)
  return rarity
}
