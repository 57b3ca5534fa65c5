// The service on tables hashed by article answers as it does on whole ones.

import { expect, it, onTestFinished } from 'vitest'
import type { Claim } from '../../src/claims/schema.ts'
import { openSnapshot } from '../../src/storage/snapshot.ts'
import { verify } from '../../src/verification/index.ts'
import {
  type As,
  made,
  type Newsroom,
  ok,
  openNewsroom,
  PERSONAL,
  QUESTION,
  RECORDS,
} from '../support/newsroom.ts'
import { postgresDatabase, rowsOn, TEMPLATE } from '../support/postgres-database.ts'
import { hashByArticle } from './partitioning.ts'

const ARTICLES = [
  '“These are business records,” said Ida Orme for Kestrel Mail. “It rains,” said Jon Pell.',
  '“These are personal documents,” said Jon Pell for Quay Letters. “They are business records,” said Ida Orme.',
  '“These are personal documents,” said Irma Orme. “It rains,” said Mara Voss and Jon Pell.',
  '“They are business records,” said Mara Voss. “These are personal documents 🗝,” said Ida Orme for Kestrel Mail.',
  '“It rains on the quay,” said a clerk. “These are business records,” said Jon Pell for Quay Letters.',
  '“These are personal documents,” said Mara Voss for Kestrel Mail. “They are business records,” said a clerk.',
]

const READ = [
  '/v1/claims?limit=5',
  '/v1/claims?type=direct&status=confirmed',
  '/v1/claims?speaker=Ida%20Orme&sort=createdAt',
  `/v1/claims?question=${QUESTION}&position=${PERSONAL}&sort=-confidence`,
  `/v1/claims?question=${QUESTION}&basis=people`,
  '/v1/claims?affiliation=Kestrel%20Mail',
  '/v1/claims?q=records&publisher=Quay%20Echo',
  ...['speaker', 'affiliation', 'publisher', 'month'].map(
    (group) => `/v1/positions?question=${QUESTION}&groupBy=${group}`,
  ),
  `/v1/tags?question=${QUESTION}`,
  `/v1/questions/${QUESTION}/agreement`,
  `/v1/questions/${QUESTION}/progress`,
  '/v1/speakers',
  '/v1/exports/claims.ndjson',
  '/v1/exports/claims.csv',
  '/v1/changes?limit=200',
]

it('answers as it does on whole tables', async () => {
  const [whole, hashed] = [await newsroomOn(0), await newsroomOn(4)]
  const [expected, found] = [await story(whole.news), await story(hashed.news)]
  for (const [i, step] of expected.entries()) expect(found[i], step.slice(0, 120)).toBe(step)
  expect(found).toHaveLength(expected.length)
  for (const table of ['claims', 'tags', 'claim_positions', 'claim_speakers'])
    expect(await partitionsWithRows(hashed.url, table), table).toBeGreaterThan(1)
  expect(await faults(hashed.news)).toEqual([])
})

async function newsroomOn(partitions: number) {
  const { url, remove } = await postgresDatabase(TEMPLATE)
  onTestFinished(remove)
  if (partitions > 0) await hashByArticle(url, partitions)
  return { url, news: await openNewsroom({ url }) }
}

/** What was answered, step by step, with ids and times replaced by their order of appearance. */
async function story(news: Newsroom): Promise<string[]> {
  const steps: string[] = []
  const alike = comparable()
  const note = (step: string, { status, text }: { status: number; text: string }) => {
    steps.push(`${step} ${status} ${alike(text)}`)
    expect(status, `${step} ${text}`).toBeLessThan(300)
  }
  const people: As[] = []
  for (const name of ['Ada', 'Ben']) people.push({ key: (await news.annotator('annotator', name)).key })
  const claims: Claim[] = []
  for (const [i, text] of ARTICLES.entries()) {
    const publisher = i % 2 === 0 ? 'Quay Echo' : 'Hilltop Argus'
    const taken = await news.article(text, { publisher, publishedAt: `2024-0${1 + i}-05T00:00:00Z` })
    claims.push(...taken.claims)
  }
  for (const [i, { id }] of claims.entries())
    for (const [n, as] of people.entries()) {
      const position = (i + n) % 3 === 0 ? RECORDS : PERSONAL
      note('tag', await news.post(`/v1/claims/${id}/tags`, as, { question: QUESTION, position }))
    }
  const late = await news.article(
    '“These are business records,” said Ida Orme. “It thunders,” said Jon Pell.',
  )
  for (const as of people) note('queue', await news.get(`/v1/questions/${QUESTION}/queue?limit=3`, as))
  for (const { id } of claims.slice(0, 4))
    note(
      'ruling',
      await news.post(`/v1/claims/${id}/rulings`, 'curator', { question: QUESTION, position: RECORDS }),
    )
  const ruling = made(
    await news.post<{ id: string }>(`/v1/claims/${claims[5]?.id}/rulings`, 'curator', {
      ...{ question: QUESTION, position: PERSONAL },
    }),
  )
  note('reopen', await news.post(`/v1/rulings/${ruling.id}/reopen`, 'curator', { rationale: 'Seen anew.' }))
  note('confirm', await news.patch(`/v1/claims/${claims[0]?.id}`, 'curator', { status: 'confirmed' }))
  note('reject', await news.patch(`/v1/claims/${claims[3]?.id}`, 'curator', { status: 'rejected' }))
  const { data } = ok(await news.get<{ data: { id: string; name: string }[] }>('/v1/speakers?limit=200'))
  const named = (name: string) => data.find((speaker) => speaker.name === name)?.id
  note(
    'merge',
    await news.post(`/v1/speakers/${named('Irma Orme')}/merge`, 'curator', { into: named('Ida Orme') }),
  )
  note('anew', await news.post(`/v1/articles/${late.article.id}/reextract`, 'curator'))
  const gone = claims[2]?.articleId
  note(
    'delete',
    await news.remove(`/v1/articles/${gone}`, 'curator', (await news.get(`/v1/articles/${gone}`)).etag),
  )
  for (const url of READ) note(url, await news.get(url, 'admin'))
  return steps
}

function comparable() {
  const seen = new Map<string, string>()
  const numbered = (id: string) => {
    const known = seen.get(id) ?? `${id.slice(0, 3)}_${seen.size}`
    seen.set(id, known)
    return known
  }
  return (text: string) =>
    text
      .replace(/\b[a-z]{2,4}_[0-9a-z]{20,}\b/g, numbered)
      .replace(/\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, (time) =>
        time.startsWith('2024') ? time : 'T',
      )
      .replace(/\b\d{13}\b/g, 'T')
      .replace(/"pace":[\d.]+/g, '"pace":1')
      .replace(/"(nextCursor|cursor|sha256|etag)":"[^"]+"/g, '"$1":"…"')
}

const partitionsWithRows = async (url: string, table: string) =>
  (await rowsOn(url, `select distinct tableoid from ${table}`)).length

async function faults({ db }: Newsroom): Promise<string[]> {
  const snapshot = await openSnapshot(db.source())
  const names: string[] = []
  for await (const { check, count } of verify(snapshot)) if (count !== 0) names.push(check.name)
  await snapshot.close()
  return names
}
