// On both databases: a complete export makes an empty service an identical one, and once more changes nothing.

import { expect, it } from 'vitest'
import type { Question } from '../../src/questions/schema.ts'
import { eachDialect } from '../support/dialects.ts'
import {
  made,
  type Newsroom,
  ok,
  openNewsroom,
  PERSONAL,
  QUESTION,
  RECORDS,
  until,
} from '../support/newsroom.ts'
import { imported } from './sending.ts'

/** A service in which everything has happened that a file can carry. */
async function livedIn(news: Newsroom): Promise<void> {
  const { post, patch, remove } = news
  const { claims } = await news.article(
    '“😀 The letters are personal documents,” said Mara Voss for Kestrel Mail. “No, they are ours ‘for good’ says Ida Orme,” said Records Office (government, also RO).',
    { publisher: 'The Fernhill Courier', publishedAt: '2024-03-05T08:00:00Z', metadata: { b: 1, a: ['é'] } },
  )
  const second = await news.article(
    '“A ledger is a ledger,” said Voss. “They own the mail” said critics and Ida Orme.',
  )
  await news.article('Nobody said a word.')
  const [first, , hearsay] = claims
  for (const position of [RECORDS, PERSONAL])
    made(
      await post(`/v1/claims/${first?.id}/tags`, 'annotator', {
        question: QUESTION,
        position,
        rationale: 'So.',
      }),
    )
  const ruling = { question: QUESTION, position: RECORDS }
  const { id } = made<{ id: string }>(await post(`/v1/claims/${first?.id}/rulings`, 'curator', ruling))
  const instead = { question: QUESTION, position: PERSONAL, supersedes: id }
  made(await post(`/v1/claims/${first?.id}/rulings`, 'curator', instead))
  ok(await patch(`/v1/claims/${hearsay?.id}`, 'annotator', { status: 'confirmed', polarity: 'denied' }))
  ok(await patch(`/v1/claims/${second.claims[0]?.id}`, 'annotator', { status: 'rejected' }))
  made(
    await post(`/v1/articles/${second.article.id}/claims`, 'annotator', {
      exact: 'own the mail',
      speakers: ['RO'],
    }),
  )
  const gone = await news.article('“This goes,” said Ida Orme.')
  expect((await remove(`/v1/articles/${gone.article.id}`, 'curator')).status).toBe(204)
  const slug = 'may-drones-deliver-at-night'
  const positions = [
    { slug: 'allow', definition: 'It should be lawful.' },
    { slug: 'forbid', definition: 'It should not.' },
  ]
  made(await post('/v1/questions', 'curator', { slug, text: 'May they?', status: 'closed', positions }))
  ok(await patch(`/v1/questions/${QUESTION}`, 'curator', { guidelines: 'Look at the words.' }))
  // The machine places every claim anew.
  await until(async () => ok(await news.get<Question>(`/v1/questions/${QUESTION}`)).placing === null)
}

/** Tables that a file carries whole, or that follow from those it carries. */
const CARRIED = [
  'articles',
  'claims',
  'speakers',
  'speakerAliases',
  'affiliations',
  'claimSpeakers',
  'questions',
  'questionVersions',
  'tags',
  'rulings',
  'claimPositions',
  'standings',
  'standingGroups',
  'evidence',
]

/** Their rows, but for what counts the writes here, and for counts that have gone down to nothing. */
async function kept(news: Newsroom) {
  const rows = await news.rows()
  const own = (row: unknown) => {
    const { number: _, revision: __, ...rest } = JSON.parse(String(row)) as Record<string, unknown>
    return rest.claims === 0 ? [] : [JSON.stringify(Object.entries(rest).sort())]
  }
  return Object.fromEntries(CARRIED.map((table) => [table, rows[table]?.flatMap(own).sort()]))
}

eachDialect('a complete export', ({ url }) => {
  it('makes an empty service an identical one, and taken in again changes nothing', async () => {
    const source = await openNewsroom()
    await livedIn(source)
    const { text } = await source.get('/v1/exports/claims.ndjson')

    const target = await openNewsroom({ url: await url() })
    const dry = await imported(target, 'claims.ndjson', text, { query: '?dryRun=true' })
    expect(dry.counts.invalid, JSON.stringify(dry.rows.find((row) => row.problem))).toBeUndefined()
    expect((await target.get('/v1/exports/claims.ndjson')).text).not.toContain('art_')

    const { counts, rows } = await imported(target, 'claims.ndjson', text)
    expect(counts).toEqual(dry.counts)
    expect(rows).toHaveLength(text.trimEnd().split('\n').length)
    expect((await target.get('/v1/exports/claims.ndjson')).text).toBe(text)
    for (const question of [QUESTION, 'may-drones-deliver-at-night']) {
      const address = `/v1/positions?question=${question}&groupBy=speaker`
      expect((await target.get(address)).text).toBe((await source.get(address)).text)
    }
    expect((await target.get('/v1/claims?q=letters')).text).toBe(
      (await source.get('/v1/claims?q=letters')).text,
    )

    expect(await kept(target)).toEqual(await kept(source))

    const before = await target.rows()
    const again = await imported(target, 'claims.ndjson', text)
    expect(again.counts).toEqual({ unchanged: rows.length })
    expect(await target.rows()).toEqual(before)
  })
})
