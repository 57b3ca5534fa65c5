// Items of a file are the same however its bytes arrive, and whatever stands in their strings.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { itemsOf } from '../../src/imports/json-items.ts'

async function* inPieces(text: string, size: number) {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(text: string, size: number): Promise<unknown[]> {
  const found: unknown[] = []
  for await (const { number, bytes, broken } of itemsOf(inPieces(text, size))) {
    expect(number).toBe(found.length + 1)
    found.push(broken ?? JSON.parse(bytes.toString()))
  }
  return found
}

const item = fc.oneof(
  fc.record({ items: fc.array(fc.string()), name: fc.string({ unit: 'binary' }) }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('"items":[', ']}', '\\', '"', '[', ',', 1, null, true),
  fc.jsonValue({ maxDepth: 3 }),
)
const size = fc.integer({ min: 1, max: 40 })

it('of a list, or of pages within something larger', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { maxLength: 8 }),
      size,
      fc.constantFrom(0, 2),
      async (items, n, indent) => {
        const plain = JSON.parse(JSON.stringify(items)) as unknown[]
        expect(await read(JSON.stringify(items, null, indent), n)).toEqual(plain)
        const pages = { label: 'x "items":[', first: { items }, after: [1, 2], next: { items } }
        expect(await read(JSON.stringify(pages, null, indent), n)).toEqual([...plain, ...plain])
      },
    ),
    { numRuns: 200 },
  )
})

it.each([
  ['{"type":"Annotation","body":[1,2]}', 1],
  ['[]', 0],
  ['{"items":[]}', 0],
  ['', 0],
  [' [ ] ', 0],
])('%s has so many: %i', async (text, n) => {
  expect(await read(text, 3)).toHaveLength(n)
})

it('ends with what is wrong where the file was cut', async () => {
  const text = JSON.stringify({ first: { items: [{ a: 1 }, { b: '2' }] } })
  for (let end = 1; end < text.length; end++)
    expect((await read(text.slice(0, end), 5)).at(-1), text.slice(0, end)).toBeInstanceOf(Error)
})
