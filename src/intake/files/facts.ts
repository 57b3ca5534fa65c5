// Puts right what files say about themselves: one line each, of bounded length, and dates that are dates.

import type { Facts } from './reading.ts'

const LONGEST = { title: 500, byline: 500, publisher: 200, language: 35, url: 2000 } as const

export function tidied(facts: Facts): Facts {
  const { title, byline, publisher, publishedAt, language, url } = facts
  return {
    title: oneLine(title, LONGEST.title),
    byline: oneLine(byline?.replace(/^\s*by\s+/i, ''), LONGEST.byline),
    publisher: oneLine(publisher, LONGEST.publisher),
    publishedAt: dayOrTime(publishedAt),
    language: /^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/i.test(language ?? '')
      ? language?.replace(/_/g, '-').slice(0, LONGEST.language)
      : undefined,
    url: webAddress(url),
  }
}

/** White space and controls are one space; undefined when nothing is left. */
export function oneLine(given: string | undefined, most: number): string | undefined {
  const line = given
    ?.toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return line ? [...line.slice(0, most)].join('').toWellFormed().trim() : undefined
}

/** Times with their zone are kept, days are days; what cannot be told is left out rather than guessed. */
function dayOrTime(given: string | undefined): string | undefined {
  const written = given?.trim() ?? ''
  const [, day, time, zone] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/.exec(written) ?? []
  if (day === undefined || !isDay(day)) return undefined
  // Without its zone a time would be off by hours; its day is near enough.
  if (time === undefined || zone === undefined) return day
  const at = Date.parse(`${day}T${time}${zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`)
  return Number.isNaN(at) ? day : new Date(at).toISOString()
}

/** 2023-02-29 is none. */
function isDay(day: string): boolean {
  const at = Date.parse(day)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
}

function webAddress(given: string | undefined): string | undefined {
  if (given === undefined || given.length > LONGEST.url || !URL.canParse(given)) return undefined
  return /^https?:\/\/[^/\s]+\.[^/\s]+/i.test(given) ? given : undefined
}
