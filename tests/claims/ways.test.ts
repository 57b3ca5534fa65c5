// However the claims of a page are found, they are the same.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Way } from '../../src/claims/driving.ts'
import { type Filters, waysOf } from '../../src/claims/filters.ts'
import { claimListing } from '../../src/claims/listing.ts'
import { type BenchData, fillWithout, QUESTION } from '../../src/commands/bench/data.ts'
import type { Key } from '../../src/storage/cursor.ts'
import type { Database } from '../../src/storage/database.ts'
import { openDatabase } from '../../src/storage/open.ts'
import { connectionOf } from '../support/sqlite-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'averment-ways-'))
let db: Database
let built: BenchData
beforeAll(async () => {
  built = await fillWithout(join(folder, 'filled.db'), 400, () => {})
  db = await openDatabase(`file:${join(folder, 'filled.db')}`)
})
afterAll(async () => {
  await db.close()
  rmSync(folder, { recursive: true })
})

type Asked = (built: BenchData) => Omit<Filters, 'sort'>

it.each<[string, Asked]>([
  ['nothing', () => ({})],
  ['a type, a polarity and a status', () => ({ type: 'indirect', polarity: 'asserted', status: 'proposed' })],
  ['a publisher and a type', ({ publishers }) => ({ publisher: publishers[0] as string, type: 'indirect' })],
  ['a speaker and a type', ({ speakerIds }) => ({ speakers: speakerIds.slice(0, 1), type: 'indirect' })],
  [
    'several speakers and a position',
    ({ speakerIds }) => ({ speakers: speakerIds.slice(0, 9), position: 'ambivalent' }),
  ],
  [
    'a body, on a question',
    ({ speakerIds }) => ({ affiliation: speakerIds[0] as string, question: QUESTION }),
  ],
  ['a body', ({ speakerIds }) => ({ affiliation: speakerIds[0] as string })],
  [
    'a body, in a year, of a status',
    ({ speakerIds }) => ({
      affiliation: speakerIds[0] as string,
      ...{ publishedFrom: '2019-01-01', publishedTo: '2020-12-31', status: 'proposed' },
    }),
  ],
  ['a position, by machines', () => ({ question: QUESTION, position: 'business-records', basis: 'machine' })],
  ['a position, by people, on any question', () => ({ position: 'business-records', basis: 'people' })],
  ['a question few speak to', () => ({ question: 'bench-question-3' })],
  ['a ruling, of which there is none', () => ({ basis: 'ruling', question: QUESTION })],
  ['another look, which nothing needs', () => ({ anotherLook: 'true', question: QUESTION })],
  [
    'a year, and who published',
    ({ publishers }) => ({
      publishedFrom: '2019-01-01',
      publishedTo: '2019-12-31',
      publisher: publishers[0] as string,
    }),
  ],
  ['up to a year', () => ({ publishedTo: '2018-12-31', polarity: 'denied' })],
  ['a word', () => ({ q: 'appeal' })],
  ['a word and a body', ({ speakerIds }) => ({ q: 'appeal', affiliation: speakerIds[0] as string })],
  ['a word and who said it', ({ speakerIds }) => ({ q: 'court', speakers: speakerIds.slice(0, 1) })],
  [
    'words, a type and several speakers',
    ({ speakerIds }) => ({ q: 'court order', type: 'indirect', speakers: speakerIds.slice(0, 9) }),
  ],
  [
    'a word, a position and a month',
    () => ({ q: 'court', position: 'ambivalent', publishedFrom: '2018-06-01', publishedTo: '2019-08-30' }),
  ],
])('asked for %s', async (_, asked) => {
  for (const sort of ['createdAt', '-createdAt', '-publishedAt', 'confidence'] as const) {
    const filters = { ...asked(built), sort } as Filters
    const [first, ...others] =
      filters.q === undefined ? (['order', ...waysOf(filters)] as const) : waysOf(filters)
    const found = await idsBy(first ?? 'order', filters)
    expect(new Set(found).size).toBe(found.length)
    for (const way of others) expect({ way, found: await idsBy(way, filters) }).toEqual({ way, found })
  }
})

it.each<[Way, Omit<Filters, 'sort'>]>([
  ['words', { q: 'court' }],
  ['words', { q: 'court', type: 'indirect', speakers: ['spk_1'] }],
  ['speakers', { q: 'court', speakers: ['spk_1'], type: 'indirect' }],
  ['position', { q: 'court', question: QUESTION, position: 'ambivalent' }],
  ['speakers', { speakers: ['spk_1'], publisher: 'Mail' }],
  ['position', { question: QUESTION, position: 'ambivalent', status: 'proposed' }],
  ['type', { type: 'indirect', publisher: 'Mail' }],
])('by %s, asked for %j, no claim is looked for among all', async (way, asked) => {
  const connection = connectionOf({ db })
  const prepared: string[] = []
  const { prepare } = connection
  connection.prepare = ((source: string) => {
    prepared.push(source)
    return prepare.call(connection, source)
  }) as typeof prepare
  await idsBy(way, { ...asked, sort: '-createdAt' } as Filters)
  connection.prepare = prepare
  expect(prepared).not.toHaveLength(0)
  for (const source of prepared) {
    const nothing = Array.from(source.matchAll(/\?/g), () => null)
    const plan = connection.prepare(`EXPLAIN QUERY PLAN ${source}`).all(...nothing) as { detail: string }[]
    expect(plan.map(({ detail }) => detail).filter((detail) => /^SCAN claims\b/.test(detail))).toEqual([])
  }
})

/** All of them, page by page, always by this way. */
async function idsBy(way: Way, filters: Filters): Promise<string[]> {
  const listing = claimListing(db, async () => ({ way, isMuch: false }))
  const ids: string[] = []
  for (let after: Key | null = null; ; ) {
    const rows = await listing.read(filters, after, 60)
    const page = rows.slice(0, 60)
    ids.push(...page.map((row) => row.id))
    const last = page.at(-1)
    if (rows.length <= 60 || !last) return ids
    after = listing.keyOf(last, filters)
  }
}
