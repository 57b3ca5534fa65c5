// On both databases: an export is one moment of the corpus, whatever is written meanwhile, and a large one is written elsewhere.

import { expect, it } from 'vitest'
import { piecesOf } from '../../src/exports/pieces.ts'
import { corpusOf } from '../../src/exports/store.ts'
import { openSnapshot } from '../../src/storage/snapshot.ts'
import { eachDialect } from '../support/dialects.ts'
import { openNewsroom } from '../support/newsroom.ts'

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
    const entries = await all(corpus.articles())
    expect(entries).toHaveLength(12)
    expect(await corpus.counts()).toEqual({ claims: 24, tags: 24, rulings: 0 })
    expect(entries.flatMap((entry) => entry.claims).every((claim) => claim.tags.length === 1)).toBe(true)
    await snapshot.close()
    await expect(all(corpusOf(snapshot, null).articles())).rejects.toThrow()
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
