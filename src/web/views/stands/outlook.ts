// What of the question is looked at, and how: read from the address, and put into words the service understands.

import { isMonth } from '../../components/standing/months.ts'

export const GROUPINGS = ['speaker', 'affiliation', 'publisher', 'month'] as const
export type Grouping = (typeof GROUPINGS)[number]

export const BASES = ['machine', 'people', 'ruling'] as const
export const TYPES = ['direct', 'indirect', 'mixed'] as const

/** Stands in the address for whoever or whatever is not known. */
export const UNKNOWN = '~'

/** What narrows the claims that are counted. */
export interface Narrowing {
  readonly basis?: (typeof BASES)[number]
  readonly type?: (typeof TYPES)[number]
  readonly publisher?: string
  readonly publishedFrom?: string
  readonly publishedTo?: string
}

export interface Outlook {
  readonly by: Grouping
  readonly isTable: boolean
  readonly narrowing: Narrowing
  /** How many pages of groups are shown. */
  readonly pages: number
  /** The group whose evidence is open. */
  readonly open: string | null
}

const MOST_PAGES = 20

const oneOf = <T extends string>(value: string, known: readonly T[]): T | undefined =>
  known.find((one) => one === value)

/** `get` gives a parameter of the address, or an empty string. What makes no sense is as if it were not there. */
export function outlookOf(get: (name: string) => string): Outlook {
  const by = oneOf(get('by'), GROUPINGS) ?? 'speaker'
  const given = {
    basis: oneOf(get('basis'), BASES),
    type: oneOf(get('type'), TYPES),
    publisher: get('publisher').slice(0, 200) || undefined,
    publishedFrom: dayOf(get('from')),
    publishedTo: dayOf(get('to')),
  }
  return {
    by,
    isTable: get('show') === 'table',
    narrowing: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    pages: Math.min(MOST_PAGES, Math.max(1, Math.trunc(Number(get('pages')) || 1))),
    open: openOf(get('open'), by),
  }
}

const openOf = (written: string, by: Grouping): string | null =>
  written === '' || (by === 'month' && written !== UNKNOWN && !isMonth(written)) ? null : written

const dayOf = (written: string): string | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(Date.parse(written)) ? written : undefined

const PARAMETERS: Readonly<Record<keyof Narrowing, string>> = {
  basis: 'basis',
  type: 'type',
  publisher: 'publisher',
  publishedFrom: 'from',
  publishedTo: 'to',
}

/** What `change` does to the address: only to what it names, so that two choices in quick succession both hold. */
export const narrowedBy = (change: Partial<Record<keyof Narrowing, string>>) => ({
  pages: undefined,
  ...Object.fromEntries(
    Object.entries(change).map(([name, value]) => [PARAMETERS[name as keyof Narrowing], value]),
  ),
})

/** The address of all claims. */
export const NOT_NARROWED: Readonly<Record<string, undefined>> = Object.fromEntries(
  [...Object.values(PARAMETERS), 'pages'].map((parameter) => [parameter, undefined]),
)

export const isNarrowed = (narrowing: Narrowing): boolean => Object.keys(narrowing).length > 0
