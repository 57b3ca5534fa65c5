// Looking without storing: what the engine finds in a text.

import { describe, expect, it } from 'vitest'
import type { Extraction } from '../../src/intake/schema.ts'
import { expectRefused, first, ok, sharedNewsroom } from '../support/newsroom.ts'

describe('extraction', () => {
  const news = sharedNewsroom(async () => null)

  it('gives claims with speakers to anybody, and stores nothing', async () => {
    const before = await news().rows()
    const text =
      '🦉 “He said ‘it is ours’ says Ida Orme, once,” said Mara Voss for Kestrel Mail. “Why?” said nobody.'
    const found = ok(await news().post<Extraction>('/v1/extract', 'nobody', { text }))
    expect(found).toMatchObject({
      engine: { name: 'stub', version: 'stub-1' },
      claims: [
        {
          ordinal: 1,
          parent: null,
          type: 'direct',
          speakers: [
            { name: 'Mara Voss', kind: 'person', affiliations: [{ name: 'Kestrel Mail', role: 'counsel' }] },
          ],
        },
        { ordinal: 2, parent: 1, quote: 'it is ours', speakers: [{ name: 'Ida Orme' }] },
        { ordinal: 3, parent: null, polarity: 'questioned', speakers: [], attribution: { method: 'none' } },
      ],
    })
    const { start, end, exact } = first(first(found.claims).content)
    expect([...text].slice(start, end).join('')).toBe(exact)
    expect(await news().rows()).toEqual(before)
  })

  it('counts in UTF-16 units where asked', async () => {
    const text = '🦉 “It is ours,” said Ida Orme.'
    const found = ok(await news().post<Extraction>('/v1/extract', 'nobody', { text, offsetUnit: 'utf16' }))
    const { start, end, exact } = first(first(found.claims).content)
    expect(text.slice(start, end)).toBe(exact)
  })

  it.each<[object, string, string]>([
    [{ text: ' ' }, '/text', 'blank'],
    [{}, '/text', 'invalid_type'],
    [{ text: 'x', html: '<p>' }, '/html', 'unknown_field'],
    [{ text: 'x', offsetUnit: 'bytes' }, '/offsetUnit', 'invalid_value'],
    [{ text: '\0' }, '/text', 'nul_character'],
  ])('refuses %j', async (body, pointer, code) => {
    expectRefused(await news().post('/v1/extract', 'nobody', body), { status: 400, pointer, code })
  })
})
