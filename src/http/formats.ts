// The forms that values take on the wire, shared by all schemas.

import { z } from 'zod'

/** RFC 3339, UTC, milliseconds. */
export const Time = z.iso.datetime({ precision: 3 }).max(24).describe('RFC 3339, UTC, with milliseconds.')

/** A time as a caller may write it: with any offset and precision. */
export const TimeIn = z.iso.datetime({ offset: true }).max(40).describe('RFC 3339.')

/** A day or a time, for the bounds of a range. */
export const DayOrTime = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .describe('A day (YYYY-MM-DD, UTC) or a time (RFC 3339).')

export const iso = (at: number): string => new Date(at).toISOString()
export const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at))

/** The first millisecond of a day or time. */
export const startOf = (value: string): number => Date.parse(value)
/** The first millisecond after a day; after a time, the next. */
export const endOf = (value: string): number => Date.parse(value) + (value.length === 10 ? 86_400_000 : 1)

/** An opaque id with its prefix. */
export const idOf = (prefix: string) =>
  z
    .string()
    .max(64)
    .regex(new RegExp(`^${prefix}_[0-9a-z]{1,60}$`))
    .describe('Opaque; rises with time.')

/** An id in a path: anything of bounded length, so that an odd one is simply not found. */
export const IdParams = z.object({ id: z.string().min(1).max(200).describe('The id.') })

export const Slug = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .describe('Lower-case letters and digits, joined by hyphens.')

/** One line of text, such as a name or title: not blank. */
export const line = (max: number) => z.string().trim().min(1).max(max)

export const Confidence = z.number().min(0).max(1).describe('A probability, 0 to 1.')

/** The fields of a change that were given: a field left out is left as it is. */
export const given = <T extends object>(change: T) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

/** For `refine`: what a caller is told where the value, or the field of it that is named, does not hold. */
export const refused = (code: string, message: string, ...path: string[]) => ({
  message,
  path,
  params: { code },
})
