// The shipped weights say what they come from, stay small, and training gives the same bytes each time.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cardIn, readStanceModel, writeStanceModel } from '../../../src/engine/stance/model-file.ts'
import type { PlacedArticle } from '../../../src/engine/stance/training/corpus.ts'
import { countRarity } from '../../../src/engine/stance/training/count-rarity.ts'
import { trainStance } from '../../../src/engine/stance/training/train.ts'
import { articleOf, GREENHOUSE } from './greenhouse.ts'

const BYTES = readFileSync(new URL('../../../src/engine/weights/stance.bin', import.meta.url))

describe('the shipped weights', () => {
  it('name corpus, settings and figures', () => {
    expect(Object.keys(cardIn(BYTES)).sort()).toEqual(['corpus', 'figures', 'settings'])
  })

  it('take less than two megabytes', () => {
    expect(BYTES.length).toBeLessThan(2_000_000)
  })

  it('are the same when written again', () => {
    expect(BYTES.equals(writeStanceModel(readStanceModel(BYTES), cardIn(BYTES)))).toBe(true)
  })

  it('are refused when they are something else', () => {
    expect(() => readStanceModel(new TextEncoder().encode('something else'))).toThrow(/not stance weights/)
  })
})

const TEXT = [
  '[Odo Fenwick] {said} <a greenhouse is a building with walls and a door>.',
  '[Mina Halloway] {denied} <that a greenhouse is a building>.',
  '[Judge Tarrant] {asked} <whether a trellis was a building>.',
  '[The clerk] {said} <the hearing had been moved to 14 March>.',
].join('\n')

/** The same debate under several questions, since training holds whole questions out. */
const CORPUS: PlacedArticle[] = ['oak', 'elm', 'ash', 'yew'].map((tree) => ({
  article: articleOf(TEXT.replaceAll('greenhouse', tree)),
  question: { ...GREENHOUSE, slug: tree },
  positions: ['building', 'garden', 'ambivalent', 'off-question'],
}))

describe('training', () => {
  const train = (): Uint8Array => {
    const rarity = countRarity(CORPUS.map((one) => one.article.text))
    return writeStanceModel({ ...trainStance(CORPUS, rarity), version: 'test' }, {})
  }

  it('gives the same bytes each time', () => {
    expect(train()).toEqual(train())
  })

  it('bears a corpus of nothing', () => {
    expect(trainStance([], new Map()).context).toHaveLength(1)
  })
})
