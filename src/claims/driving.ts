// Which way to find the claims of a page: by one of the filters, or along the order of the page.

/** A filter that claims can be found by; `order` finds all of them, in the order of the page. */
export type Way =
  | 'order'
  | 'article'
  | 'speakers'
  | 'affiliation'
  | 'question'
  | 'position'
  | 'basis'
  | 'anotherLook'
  | 'type'
  | 'polarity'
  | 'status'
  | 'publisher'
  | 'published'
  | 'words'

/** Columns of few values; the index of each has the others as well, but for the publisher and the date. */
export const FEW: ReadonlySet<Way> = new Set(['type', 'polarity', 'status', 'publisher'])

export interface Sized {
  readonly way: Way
  /** How many claims it finds, as far as they were counted. */
  readonly n: number
  /** Whether counting stopped there, and there may be any number more. */
  readonly stopped: boolean
  /** Whether it finds them in the order of the page, so that a page's worth of them is enough. */
  readonly ordered: boolean
  /** Whether the index that it finds them in has all that the other filters ask of the claim itself. */
  readonly inIndex?: boolean
  /** How many speakers it goes through, each for a page's worth; one where that is left out. */
  readonly speakers?: number
}

export interface Counted {
  readonly n: number
  /** Where claims come by their numbers, as good as: those of the first and the last one counted. */
  readonly first: number | null
  readonly last: number | null
}

/**
 * How many there are where counting stopped at `most`: as frequent among all claims as where they were counted. Claims that
 * were brought from elsewhere may have their numbers anywhere; then it is no more than what was counted.
 */
export function estimated({ n, first, last }: Counted, most: number, total: number): number {
  if (n < most || first === null || last === null) return n
  return n * Math.max(1, total / (last - first + 1))
}

/** Whether that still leaves open how many more there are. */
export const isOpen = (n: number, most: number): boolean => n >= most && n < 2 * most

/** What it takes to look at a claim whose columns stand in the index it is found by; and to ask the index of words of one. */
const IN_INDEX = 0.25
const WORDS_OF_ONE = 13

/** A way, and about how many claims are looked at on it. */
export interface Priced {
  readonly way: Way
  readonly cost: number
}

/** The way with the fewest claims to look at until a page of `limit` is full, out of `total`, filters being independent. */
export function cheapest(ways: readonly Sized[], total: number, limit: number): Priced {
  let best: Priced | null = null
  for (const one of ways) {
    const others = ways.filter((other) => other !== one)
    const cost = costOf(one, others, total, limit)
    if (best === null || cost < best.cost) best = { way: one.way, cost }
  }
  return best ?? { way: 'order', cost: total }
}

/** Words are asked for last, of what the other filters have left, and in the order of the page until it is full. */
function costOf(one: Sized, others: readonly Sized[], total: number, limit: number): number {
  const words = others.find(({ way }) => way === 'words')
  const rest = others.filter((other) => other !== words)
  const seen = looked(one, rest, total, limit)
  const look = one.inIndex ? IN_INDEX : 1
  if (words === undefined) return seen * look
  const left = seen * product(rest, total)
  return seen + WORDS_OF_ONE * Math.min(left, limit / shareOf(words, total))
}

/** Claims looked at: all of them, or in the order of the page as many as it takes for enough to pass the other filters. */
function looked(one: Sized, others: readonly Sized[], total: number, limit: number): number {
  const all = one.stopped ? total : one.n
  return one.ordered ? Math.min(all, ((one.speakers ?? 1) * limit) / product(others, total)) : all
}

const product = (ways: readonly Sized[], total: number) =>
  ways.reduce((share, one) => share * shareOf(one, total), 1)

/** Where counting stopped, twice what was counted: there are more, and nobody knows how many. */
function shareOf({ n, stopped }: Sized, total: number): number {
  return Math.min(1, (Math.max(n, 1) * (stopped ? 2 : 1)) / Math.max(total, 1))
}
