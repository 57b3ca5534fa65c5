// Opaque cursors for keyset pages, each bound to the filters of the list it came from.

import { createHash } from 'node:crypto'
import { Malformed } from '../errors.ts'

/** The sort values of the last row of a page. */
export type Key = readonly (string | number)[]

const signature = (scope: unknown) =>
  createHash('sha256').update(JSON.stringify(scope)).digest('base64url').slice(0, 12)

/** `scope` is anything that says which list this is: its name, filters and order. */
export function encodeCursor(scope: unknown, key: Key): string {
  return Buffer.from(JSON.stringify([signature(scope), ...key])).toString('base64url')
}

/** The key inside a cursor. Throws Malformed when it is not one of this list's, however it is wrong. */
export function decodeCursor(scope: unknown, cursor: string): Key {
  const wrong = (detail: string) =>
    new Malformed(detail, { faults: [{ pointer: '/query/cursor', code: 'invalid_cursor', detail }] })
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw wrong('The cursor is not one this service gave out.')
  }
  if (
    !Array.isArray(value) ||
    value.length < 2 ||
    !value.every((part) => ['string', 'number'].includes(typeof part))
  )
    throw wrong('The cursor is not one this service gave out.')
  const [found, ...key] = value as [string, ...(string | number)[]]
  if (found !== signature(scope))
    throw wrong('The cursor belongs to a list with other filters or another order.')
  return key
}
