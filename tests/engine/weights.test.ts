import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readClaimsModel } from '../../src/engine/model/claims-model.ts'

const read = (name: string) => readFileSync(new URL(`../../src/engine/weights/${name}`, import.meta.url))
const bytes = read('claims.bin')
const card = read('claims.md').toString('utf8')
const header = readClaimsModel(bytes).header

describe('the shipped weights', () => {
  it('say what they were learnt from, and how', () => {
    const corpora = header?.corpora.map(({ name, articles }) => [name, articles])
    expect(corpora).toEqual(
      expect.arrayContaining([
        ['polnear/train', 840],
        ['legal-train', 192],
      ]),
    )
    expect(Object.keys(header?.settings ?? {}).length).toBeGreaterThan(5)
    expect(header?.version).toMatch(/^[0-9a-f]{8}$/)
  })

  it('say how good they are, and the model card says the same', () => {
    for (const set of ['polnear/dev', 'legal-dev']) {
      const { quoteExact, loose } = header?.figures[set] ?? {}
      for (const figure of [quoteExact, loose]) {
        expect(figure).toBeGreaterThan(40)
        expect(card).toContain(figure?.toFixed(1))
      }
    }
  })

  it('are small and load fast', () => {
    expect(bytes.length).toBeLessThanOrEqual(6_000_000)
    // The fastest of three: on a shared machine a slow one says more about the others.
    const seconds = [1, 2, 3].map(() => {
      const began = process.cpuUsage().user
      readClaimsModel(bytes)
      return (process.cpuUsage().user - began) / 1e6
    })
    expect(Math.min(...seconds)).toBeLessThan(0.3)
  })

  it('are refused when they are broken', () => {
    expect(() => readClaimsModel(bytes.subarray(0, 1000))).toThrow()
    expect(() => readClaimsModel(new TextEncoder().encode('something else altogether'))).toThrow()
  })
})
