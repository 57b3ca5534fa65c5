// Figures of agreement as words and shades.

/** What Landis and Koch (1977) and Krippendorff (2004) would have one call it: words for orientation, not verdicts. */
export function alphaInWords(alpha: number | null): string {
  if (alpha === null) return 'nothing can be said yet'
  if (alpha >= 0.8) return 'reliable'
  if (alpha >= 0.667) return 'enough for tentative conclusions'
  if (alpha > 0) return 'too little to rely on'
  return 'no better than chance'
}

export const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(2))
export const percent = (share: number | null): string =>
  share === null ? '–' : `${Math.round(100 * share)}%`

/** One of five steps from nothing to the most there is; 0 only for nothing. */
export const shadeOf = (count: number, most: number): number =>
  count === 0 || most === 0 ? 0 : Math.max(1, Math.round((4 * count) / most))

export interface Cell {
  readonly a: string
  readonly b: string
  readonly pairs: number
  readonly shade: number
}

/** The whole square, row by row: zeros, which the answer leaves out, are put in. */
export function confusionCells(
  positions: readonly string[],
  confusion: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Cell[][] {
  const pairs = (a: string, b: string) => confusion[a]?.[b] ?? 0
  // The diagonal, where people agree, would make every disagreement look pale.
  const between = positions.flatMap((a) => positions.filter((b) => b !== a).map((b) => pairs(a, b)))
  const within = positions.map((a) => pairs(a, a))
  return positions.map((a) =>
    positions.map((b) => ({
      a,
      b,
      pairs: pairs(a, b),
      shade: shadeOf(pairs(a, b), Math.max(...(a === b ? within : between))),
    })),
  )
}
