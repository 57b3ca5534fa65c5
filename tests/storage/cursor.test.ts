// A cursor opens only the list it came from, and nothing that a caller makes up breaks anything.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Malformed } from '../../src/errors.ts'
import { decodeCursor, encodeCursor } from '../../src/storage/cursor.ts'

const scope = ['claims', { type: 'direct' }]

it('gives back the key it was made of', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.integer()), { minLength: 1 }), (key) => {
      expect(decodeCursor(scope, encodeCursor(scope, key))).toEqual(key)
    }),
  )
})

it.each([
  ['another filter', ['claims', { type: 'mixed' }]],
  ['another list', ['articles', { type: 'direct' }]],
  ['no filter', ['claims', {}]],
])('is refused under %s', (_, other) => {
  expect(() => decodeCursor(other, encodeCursor(scope, ['clm_1']))).toThrow(Malformed)
})

it('is refused when it was tampered with', () => {
  const cursor = encodeCursor(scope, ['clm_1'])
  for (const wrong of [
    '',
    cursor.slice(1),
    `A${cursor}`,
    btoa('[]'),
    btoa('{}'),
    btoa('["x"]'),
    btoa('[null,1]'),
  ])
    expect(() => decodeCursor(scope, wrong)).toThrow(Malformed)
})

it('refuses anything that is made up, without ever breaking', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json().map(btoa8)), (made) => {
      expect(() => decodeCursor(scope, made)).toThrow(Malformed)
    }),
  )
})

const btoa8 = (text: string) => Buffer.from(text).toString('base64url')
