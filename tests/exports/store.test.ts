// On both databases: an export is one moment of the corpus, whatever is written meanwhile, and a large one is written elsewhere.

import { expect, it } from 'vitest'
import { piecesOf } from '../../src/exports/pieces.ts'
import { corpusOf } from '../../src/exports/store.ts'
import { openSnapshot } from '../../src/storage/snapshot.ts'
import { eachDialect } from '../support/dialects.ts'
import { made, openNewsroom, PERSONAL, QUESTION } from '../support/newsroom.ts'

const manySayings = (n: number, word: string) =>
  Array.from({ length: n }, (_, i) => `“${word} ${i} is theirs,” said Ida Orme.`).join(' ')

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const row of rows) found.push(row)
  return found
}

eachDialect('an export', ({ url }) => {
  it('does not see what is written after it began', async () => {
    const news = await openNewsroom({ url: await url() })
    for (let i = 0; i < 12; i++) await news.article(manySayings(2, `Ledger ${i}`))
    const snapshot = await openSnapshot(news.db.source())
    const corpus = corpusOf(snapshot, null)
    await news.article(manySayings(3, 'Letter'), { publisher: 'Late News' })
    const entries = await all(corpus.articles(['tags']))
    expect(entries).toHaveLength(12)
    expect(await corpus.counts()).toEqual({ claims: 24, tags: 24, rulings: 0 })
    expect(entries.flatMap((entry) => entry.claims).every((claim) => claim.tags.length === 1)).toBe(true)
    await snapshot.close()
    await expect(all(corpusOf(snapshot, null).articles([]))).rejects.toThrow()
  })

  it('has every number as it was given', async () => {
    const news = await openNewsroom({ url: await url() })
    const given = [0, 1, 0.1, 1 / 3, 0.7000000000000001, 1 - 2 ** -53, 2 ** -1074, 1.7e-308, 4.35e-17]
    const { claims } = await news.article(manySayings(given.length, 'Ledger'))
    for (const [i, { id }] of claims.entries()) {
      const tag = { question: QUESTION, position: PERSONAL, confidence: given[i] }
      made(await news.post(`/v1/claims/${id}/tags`, 'annotator', tag))
    }
    const lines = (await news.get('/v1/exports/claims.ndjson')).text.trimEnd().split('\n')
    const tags = lines.map((line) => JSON.parse(line)).filter((line) => line.annotatorKind === 'person')
    expect(tags.map((tag) => tag.confidence)).toEqual(given)
  })

  it('is the same written on a thread', async () => {
    const news = await openNewsroom({ url: await url() })
    await news.article(manySayings(520, 'Ledger'))
    const { text } = await news.get('/v1/exports/claims.ndjson')
    const pieces = await all(piecesOf({ source: news.db.source(), format: 'claims.ndjson', filters: null }))
    expect(pieces.length).toBeGreaterThan(3)
    expect(text).toBe(Buffer.concat(pieces).toString())
    expect(JSON.parse(text.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ record: 'end', claims: 520 })
  })
})
