// Questions about the past, over HTTP: which moment is meant, what is refused, and what stood then.

import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/changes/schema.ts'
import type { Claim } from '../../src/claims/schema.ts'
import type { Standings } from '../../src/positions/schema.ts'
import type { Tag } from '../../src/tags/schema.ts'
import {
  expectRefused,
  first,
  made,
  type Newsroom,
  ok,
  openNewsroom,
  PERSONAL,
  QUESTION,
  RECORDS,
  sharedNewsroom,
} from '../support/newsroom.ts'

/** An hour between any two writes, so that times tell them apart. */
const HOUR = 3_600_000

async function past(news: Newsroom) {
  const { article, claims } = await news.article(
    '“These are business records,” said Ida Orme. “It rains,” said Jon Pell.',
  )
  const claim = first(claims)
  const seqs = { read: await news.seq() }
  news.clock.shift += HOUR
  const body = { question: QUESTION, position: PERSONAL }
  const tag = made(await news.post<Tag>(`/v1/claims/${claim.id}/tags`, 'annotator', body))
  const tagged = await news.seq()
  news.clock.shift += HOUR
  ok(await news.patch(`/v1/claims/${claim.id}`, 'annotator', { status: 'rejected' }, '*'))
  const rejected = await news.seq()
  news.clock.shift += HOUR
  await news.remove(`/v1/articles/${article.id}`, 'curator')
  return { claim, tag, ...seqs, tagged, rejected, url: `/v1/claims/${claim.id}` }
}

/** The first annotator's key is made by `keyOf` within the article's write, before the clock is moved. */
const news = sharedNewsroom(past)
const given = () => news().given
const read = async <T>(url: string) => ok(await news().get<T>(url))
const positionOf = (claim: Claim) => first(claim.positions)

describe('asOf', () => {
  it('gives a claim as it stood after a change', async () => {
    const { url, read: before, tagged, rejected } = given()
    const at = (seq: number) => read<Claim>(`${url}?asOf=${seq}`)
    expect(positionOf(await at(before))).toMatchObject({ position: RECORDS, basis: 'machine' })
    expect(positionOf(await at(tagged))).toMatchObject({ position: PERSONAL, basis: 'people' })
    expect((await at(tagged)).status).toBe('proposed')
    expect((await at(rejected)).status).toBe('rejected')
  })

  it('takes a time, with any offset: what had been written by then', async () => {
    const { url, tag } = given()
    const made = Date.parse(tag.createdAt)
    const at = (time: string) => read<Claim>(`${url}?asOf=${encodeURIComponent(time)}`)
    const iso = (ms: number) => new Date(ms).toISOString()
    expect(positionOf(await at(iso(made - 1))).basis).toBe('machine')
    expect(positionOf(await at(tag.createdAt)).basis).toBe('people')
    const elsewhere = iso(made + 2 * HOUR).replace('Z', '+02:00')
    expect(positionOf(await at(elsewhere)).basis).toBe('people')
  })

  it('shows what is gone, and tells it from what was not there yet', async () => {
    const { url, read: before, rejected } = given()
    expectRefused(await news().get(url), { status: 410 })
    expectRefused(await news().get(`${url}?asOf=${await news().seq()}`), { status: 410 })
    expect((await news().get(`${url}/tags?asOf=${rejected}`)).status).toBe(200)
    const first = (await read<{ data: Change[] }>('/v1/changes?entity=claim&limit=1')).data[0]?.seq ?? 0
    expect(first).toBeLessThan(before)
    expectRefused(await news().get(`${url}?asOf=${first - 1}`), { status: 404 })
  })

  it('counts who stood where, and lists tags and claims', async () => {
    const { tagged, rejected, tag } = given()
    const standings = (seq: number) => read<Standings>(`/v1/positions?question=${QUESTION}&asOf=${seq}`)
    expect((await standings(tagged)).data.map(({ claims }) => claims)).toEqual([1, 1])
    expect((await standings(rejected)).data.map(({ claims }) => claims)).toEqual([1])
    expect((await read<Standings>(`/v1/positions?question=${QUESTION}`)).data).toEqual([])
    const people = await read<{ data: Tag[] }>(`/v1/tags?asOf=${tagged}&annotator=${tag.annotator.id}`)
    expect(people.data).toEqual([tag])
    expect((await read<{ data: Claim[] }>(`/v1/claims?asOf=${tagged}&q=business`)).data).toHaveLength(1)
  })

  it('before the first change nothing was there', async () => {
    for (const asOf of ['0', '1999-12-31T23:59:59Z']) {
      expect(await read(`/v1/claims?asOf=${asOf}`)).toEqual({ data: [], nextCursor: null })
      expect(await read(`/v1/tags?asOf=${asOf}`)).toEqual({ data: [], nextCursor: null })
      expectRefused(await news().get(`/v1/positions?question=${QUESTION}&asOf=${asOf}`), { status: 404 })
      expectRefused(await news().get(`/v1/questions/${QUESTION}/agreement?asOf=${asOf}`), { status: 404 })
    }
  })

  it('is gone through page by page, each page of the same moment', async () => {
    const { tagged } = given()
    const url = `/v1/claims?asOf=${tagged}&limit=1`
    const page = await news().get<{ data: Claim[]; nextCursor: string }>(url)
    const next = /^<(.+)>; rel="next"$/.exec(String(page.headers.link))?.[1] ?? ''
    expect(next).toContain(`asOf=${tagged}`)
    expect((await read<{ data: Claim[] }>(next)).data.map(({ ordinal }) => ordinal)).toEqual([2])
    const elsewhere = `/v1/claims?asOf=${tagged - 1}&limit=1&cursor=${page.body.nextCursor}`
    expectRefused(await news().get(elsewhere), {
      status: 400,
      code: 'invalid_cursor',
      pointer: '/query/cursor',
    })
  })

  const asked = [
    '/v1/claims',
    '/v1/claims/clm_x',
    '/v1/claims/clm_x/tags',
    '/v1/tags',
    `/v1/positions?question=${QUESTION}`,
    `/v1/questions/${QUESTION}/agreement`,
  ]
  const withAsOf = (url: string, asOf: string) => `${url}${url.includes('?') ? '&' : '?'}asOf=${asOf}`

  it.each(asked)('%s refuses what is no moment, and what is still to come', async (url) => {
    for (const asOf of [
      '',
      'yesterday',
      '-1',
      '1.5',
      '2026-13-01T00:00:00Z',
      '2026-01-01',
      '2026-01-01T00:00:00',
      '99999999999999999',
    ])
      expectRefused(await news().get(withAsOf(url, asOf)), { status: 400, pointer: '/query/asOf' })
    const refused = { status: 422, pointer: '/query/asOf', code: 'in_the_future' }
    const last = await news().seq()
    expect(expectRefused(await news().get(withAsOf(url, String(last + 1))), refused).last).toBe(last)
    expect(expectRefused(await news().get(withAsOf(url, '2999-01-01T00:00:00Z')), refused).now).toMatch(/Z$/)
  })

  it('is not taken where it would not be answered', async () => {
    expectRefused(await news().get('/v1/speakers?asOf=1'), { status: 400, pointer: '/query/asOf' })
  })
})

describe('a long past', () => {
  it('is restored for a few at a time; who comes after them is told to ask again', async () => {
    const newsroom = await openNewsroom({ longPast: 0 })
    for (let i = 0; i < 6; i++) await newsroom.annotator('annotator', `Ada ${i}`)
    const last = await newsroom.seq()
    const urls = Array.from({ length: 24 }, (_, i) => `/v1/tags?asOf=${last - (i % 12)}`)
    const answers = await Promise.all(urls.map((url) => newsroom.get(url)))
    const refused = answers.filter(({ status }) => status !== 200)
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(6)
    expect(refused.length).toBeGreaterThan(0)
    for (const answer of refused) {
      expectRefused(answer, { status: 503 })
      expect(answer.headers['retry-after']).toBe('1')
    }
    for (const url of urls.slice(0, 6)) ok(await newsroom.get(url))
  })

  it('does not hold the service up when it closes', async () => {
    const newsroom = await openNewsroom({ longPast: 0 })
    const waiting = newsroom.get(`/v1/claims?asOf=${await newsroom.seq()}`)
    await newsroom.get('/v1/changes')
    await newsroom.close()
    expect([200, 503]).toContain((await waiting).status)
  })

  it('is restored on a thread, from an earlier moment where there is one, while the service goes on', async () => {
    const newsroom = await openNewsroom({ longPast: 0 })
    const { claims } = await newsroom.article('“These are business records,” said Ida Orme.')
    const url = `/v1/claims/${first(claims).id}`
    const seen = new Map<number, Claim>()
    for (const position of [PERSONAL, RECORDS, 'ambivalent']) {
      await newsroom.post(`${url}/tags`, 'annotator', { question: QUESTION, position })
      seen.set(await newsroom.seq(), ok(await newsroom.get<Claim>(url)))
    }
    await newsroom.remove(`/v1/articles/${first(claims).articleId}`, 'curator')
    const answers = [...seen].map(async ([seq, claim]) =>
      expect(ok(await newsroom.get<Claim>(`${url}?asOf=${seq}`))).toEqual(claim),
    )
    const positions = `/v1/positions?question=${QUESTION}`
    const [last] = [...seen.keys()].slice(-1)
    const counted = ok(await newsroom.get<Standings>(`${positions}&asOf=${last}`))
    expect(counted.data.map(({ counts }) => counts.ambivalent)).toEqual([1])
    await Promise.all(answers)
  })
})
