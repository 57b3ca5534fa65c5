// Where a group leans: a look at the sides alone.

/** The side with the most claims, `divided` when two have as many, null when no claim takes a side. */
export function leaningOf(counts: Readonly<Record<string, number>>, sides: readonly string[]): string | null {
  const most = Math.max(0, ...sides.map((side) => counts[side] ?? 0))
  if (most === 0) return null
  const [first, second] = sides.filter((side) => counts[side] === most)
  return second === undefined ? (first ?? null) : 'divided'
}
