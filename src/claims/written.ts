// JSON as text, written piece by piece where there is much of it: the same bytes as JSON.stringify of the same value.

import { iso } from '../http/formats.ts'
import type { StoredSpan } from '../storage/tables.ts'
import { shownIn } from './present.ts'
import type { OffsetUnit } from './spans.ts'

/** Whatever a string of JSON cannot hold as it is; what comes from a database is whole characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones.
const TO_ESCAPE = /["\\\u0000-\u001f]/

export const quoted = (text: string): string => (TO_ESCAPE.test(text) ? JSON.stringify(text) : `"${text}"`)

export const quotedOrNull = (text: string | null): string => (text === null ? 'null' : quoted(text))

const DAY = 86_400_000

/** What `iso` gives, in quotation marks; what one day has in common is written once. */
export function timeWriter(): (at: number) => string {
  let [day, date] = [Number.NaN, '']
  return (at) => {
    const within = at % DAY
    if (at < 0) return `"${iso(at)}"`
    if (at - within !== day) [day, date] = [at - within, iso(at - within).slice(0, -14)]
    const [hours, minutes] = [Math.floor(within / 3_600_000), Math.floor(within / 60_000) % 60]
    const [seconds, thousandths] = [Math.floor(within / 1000) % 60, within % 1000]
    return `"${date}T${two(hours)}:${two(minutes)}:${two(seconds)}.${thousandths < 100 ? '0' : ''}${two(thousandths)}Z"`
  }
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)

const STARTS = { codepoint: '],"points":[', utf16: '"utf16":[' } as const
const EXACT = '],"exact":'

/**
 * Spans as the API shows them, from the JSON they are stored as: `[{"start":7,"end":12,"exact":"…"}]`. Nearly all are in
 * one piece, of which the words are taken over as they stand.
 */
export function spansWritten(stored: string, unit: OffsetUnit = 'codepoint'): string {
  if (stored === '[]') return stored
  const points = stored.indexOf(STARTS.codepoint)
  const exact = stored.indexOf(EXACT, points)
  const from = unit === 'utf16' ? stored.indexOf(STARTS.utf16) : points
  const first = from + STARTS[unit].length
  const comma = stored.indexOf(',', first)
  const isOne = points > 0 && from > 0 && exact > comma && stored.lastIndexOf(STARTS.codepoint) === points
  if (!isOne) return JSON.stringify(spansOf(stored).map(shownIn(unit)))
  const [start, end] = [
    stored.slice(first, comma),
    stored.slice(comma + 1, unit === 'utf16' ? points : exact),
  ]
  return `[{"start":${start},"end":${end},"exact":${stored.slice(exact + EXACT.length)}`
}

export const spansOf = (stored: string): readonly StoredSpan[] => JSON.parse(stored)
