// What hangs on a claim comes to know the claim's article, in databases that have such rows.

import { expect, it } from 'vitest'
import { Conflict } from '../../src/errors.ts'
import { eachDialect } from '../support/dialects.ts'
import { olderDatabase } from './older.ts'

const TABLES = ['claim_positions', 'claim_speakers', 'leases', 'rulings', 'tags'] as const
const ARTICLES = ['art_1', 'art_2'] as const

eachDialect('a database from before', ({ url, open }, dialect) => {
  it('keeps every row, and each knows the article of its claim', async () => {
    const older = await olderDatabase(await url(), dialect, '0006_filters')
    await older.insert('annotators', { id: 'ann_1' })
    await older.insert('questions', { slug: 'whose', positions: '[]' })
    await older.insert('speakers', { id: 'spk_1' })
    for (const article of ARTICLES) {
      await older.insert('articles', { id: article, sha256: article, created_by: 'ann_1' })
      for (const n of [1, 2]) {
        const claim = `clm_${article}_${n}`
        const [of, by] = [{ claim_id: claim }, { question: 'whose', annotator_id: 'ann_1' }]
        await older.insert('claims', {
          ...{ id: claim, article_id: article, ordinal: n, created_by: 'ann_1' },
          ...{ content: '[]', cue: '[]', source: '[]' },
        })
        await older.insert('claim_speakers', { ...of, speaker_id: 'spk_1' })
        await older.insert('tags', { ...of, ...by, id: `tag_${claim}`, current: 1 })
        await older.insert('rulings', { ...of, ...by, id: `rul_${claim}`, current: 1 })
        await older.insert('leases', { ...of, ...by, id: `lse_${claim}`, expires_at: n })
        await older.insert('claim_positions', { ...of, question: 'whose', position: 'theirs' })
        await older.insert('evidence', { ...of, question: 'whose', group_by: 'speaker', group_key: 'spk_1' })
      }
    }
    const db = await open()
    const placed = (table: string) =>
      older.rows(`select claim_id, article_id from ${table} order by claim_id`)
    const expected = ARTICLES.flatMap((article) =>
      [1, 2].map((n) => ({ claim_id: `clm_${article}_${n}`, article_id: article })),
    )
    for (const table of TABLES) expect(await placed(table), table).toEqual(expected)
    const found = await older.rows('select claim_id from evidence order by claim_id')
    expect(found).toEqual(expected.map(({ claim_id }) => ({ claim_id })))
    await older.close()

    const { claimSpeakers } = db.tables
    const insert = db.command((q) =>
      q
        .insert(claimSpeakers)
        .values({ claimId: 'clm_nowhere', articleId: 'art_1', speakerId: 'spk_1', ordinal: 0 }),
    )
    await expect(db.batch(() => insert())).rejects.toThrow(Conflict)
  })
})
