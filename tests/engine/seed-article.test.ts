import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { comparableArticle } from '../../src/commands/scoring/comparable.ts'
import { readSet } from '../../src/commands/scoring/gold.ts'
import { scoreSpeakers } from '../../src/commands/scoring/speakers.ts'
import { createEngine } from '../../src/engine/index.ts'

const SET = new URL('../../../shared/seed-article', import.meta.url).pathname
const weights = (name: string) => readFileSync(new URL(`../../src/engine/weights/${name}`, import.meta.url))

// The article is its publisher's and lies beside the repository, not in it.
const here = existsSync(SET)
const name = here ? 'the seed article' : 'the seed article (LEFT OUT: ../shared/seed-article is not here)'

describe(name, () => {
  const engine = createEngine({ claims: weights('claims.bin'), stance: new Uint8Array(0) })
  it('is broken into its claims, with the right speakers', () => {
    if (!here) return
    const found = readSet(SET).map((article) => {
      const { claims, speakers } = engine.extract(article.text)
      const spoken = claims.map((claim) => ({
        names: claim.speakers.map((index) => speakers[index]?.name ?? ''),
        polarity: claim.polarity,
      }))
      return { article, spoken, ...comparableArticle(article.text, article.attributions, claims) }
    })
    const { right, gold } = scoreSpeakers(found)
    expect(gold).toBe(10)
    expect(right).toBeGreaterThanOrEqual(9)
    expect(found[0]?.spoken.length).toBeLessThanOrEqual(13)
  })
})
