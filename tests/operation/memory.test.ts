// What nobody needs any more is given back at once.

import { expect, it } from 'vitest'
import { giveBack } from '../../src/operation/memory.ts'

it('gives back what nothing refers to', async () => {
  const before = process.memoryUsage().heapUsed
  let much: number[][] | null = Array.from({ length: 300 }, () => Array.from({ length: 10_000 }, Math.sqrt))
  expect(process.memoryUsage().heapUsed).toBeGreaterThan(before + 10e6)
  expect(much).toHaveLength(300)
  much = null
  const full = process.memoryUsage().heapUsed
  await giveBack()
  expect(process.memoryUsage().heapUsed).toBeLessThan(full - 10e6)
})
