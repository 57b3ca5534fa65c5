// Pages under one to three filters at random, half of them from somewhere in the middle on.

import { ClaimFilter } from '../../claims/schema.ts'
import { given } from '../../http/formats.ts'
import { encodeCursor } from '../../storage/cursor.ts'
import { type BenchData, QUESTION } from './data.ts'
import type { Random } from './random.ts'

type Query = Readonly<Record<string, string>>

const START = Date.UTC(2018, 0, 1)
const DAYS = 5 * 365
const DAY = 86_400_000

/** The path of a page nobody has asked for yet. */
export function combination(built: BenchData, rng: Random): string {
  const filters = filtersOf(built, rng)
  const chosen: Query[] = []
  for (let n = 1 + rng.below(3); n > 0; n--) chosen.push(filters[rng.below(filters.length)] as Query)
  const query: Query = Object.assign({}, ...chosen)
  const cursor = rng.unit() < 0.5 ? { cursor: cursorOf(query, built, rng) } : {}
  return `/v1/claims?${new URLSearchParams({ ...query, ...cursor })}`
}

function filtersOf({ publishers, speakerIds }: BenchData, rng: Random): Query[] {
  const one = <T>(...values: T[]) => values[rng.below(values.length)] as T
  const day = (n: number) => new Date(START + n * DAY).toISOString().slice(0, 10)
  const from = rng.below(DAYS - 60)
  return [
    { type: one('direct', 'indirect', 'mixed') },
    { polarity: one('asserted', 'denied', 'questioned') },
    { status: one('proposed', 'confirmed', 'rejected') },
    { publisher: rng.skewed(publishers) },
    { speaker: rng.skewed(speakerIds) },
    { affiliation: rng.skewed(speakerIds.filter((_, i) => i % 10 === 0)) },
    { question: one(QUESTION, `bench-question-${1 + rng.below(49)}`) },
    { question: QUESTION, position: one('business-records', 'personal-documents', 'ambivalent') },
    { basis: one('people', 'machine', 'ruling') },
    { publishedFrom: day(from), publishedTo: day(from + 1 + rng.below(60)) },
    { sort: one('-createdAt', 'publishedAt', '-publishedAt', 'confidence', '-confidence') },
  ]
}

/** As the service would have given it after a page that ended somewhere. */
function cursorOf(query: Query, { claimIds }: BenchData, rng: Random): string {
  const {
    limit: _,
    cursor: __,
    offsetUnit: ___,
    speaker,
    ...rest
  } = given(ClaimFilter.parse(query)) as ClaimFilter
  const filters = { ...rest, ...(speaker === undefined ? {} : { speakers: [speaker] }) }
  const place = rng.unit()
  const id = claimIds[Math.floor(place * claimIds.length)] as string
  if (rest.sort.endsWith('createdAt')) return encodeCursor(['claims', filters], [id])
  const value = rest.sort.endsWith('confidence') ? place : START + Math.floor(place * DAYS) * DAY
  return encodeCursor(['claims', filters], [value, id])
}
