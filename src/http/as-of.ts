// A moment of the past as callers name it, and how a route puts its question to what stood then.

import { z } from 'zod'
import { refused } from './formats.ts'

const NUMBER_OR_TIME =
  /^(?:\d{1,15}|\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d\d:\d\d))$/

const FORM = 'Give the number of a change, or a time: 120, or 2026-03-01T00:00:00Z.'

/** Whether it is the number of a change, and not a time. */
export const isNumber = (asOf: string): boolean => /^\d+$/.test(asOf)

export const AsOf = z
  .string()
  .max(40)
  .regex(NUMBER_OR_TIME, FORM)
  .refine((asOf) => isNumber(asOf) || !Number.isNaN(Date.parse(asOf)), refused('not_a_time', FORM))
  .optional()
  .describe(
    'The answer as it stood after the change of this number, or at this time (RFC 3339); as it stands when left out. The first question about a moment takes longer.',
  )

/** Puts a question to a room’s stores as they are, or, given a moment, as they were. */
export type Asking<Stores> = <T>(
  asOf: string | undefined,
  question: (stores: Stores) => Promise<T>,
) => Promise<T>
