// Agreement over HTTP: whose tags are compared, under which version, and what divides people.

import { describe, expect, it } from 'vitest'
import type { Agreement } from '../../src/agreement/schema.ts'
import type { Claim } from '../../src/claims/schema.ts'
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

const URL = `/v1/questions/${QUESTION}/agreement`
const SHORT = { r: RECORDS, p: PERSONAL, a: 'ambivalent', o: 'off-question' } as const

const textOf = (claims: number) =>
  Array.from({ length: claims }, (_, i) => `“Ledger ${i} is theirs,” said Ida Orme.`).join(' ')

type Tagged = { readonly key: string; readonly id: string }

/** A line an annotator, a letter a claim: r, p, a, o, or a dot for a claim that is left. */
async function tag(news: Newsroom, annotator: Tagged, claims: readonly Claim[], letters: string) {
  for (const [i, letter] of [...letters].entries()) {
    const position = SHORT[letter as keyof typeof SHORT]
    if (position === undefined) continue
    const claim = claims[i] as Claim
    made(await news.post(`/v1/claims/${claim.id}/tags`, annotator, { question: QUESTION, position }))
  }
}

async function prepared(news: Newsroom, lines: readonly string[]) {
  const { claims } = await news.article(textOf(Math.max(...lines.map((line) => line.length))))
  const annotators: Tagged[] = []
  for (const [i, line] of lines.entries()) {
    const annotator = await news.annotator('annotator', `Tagger ${i + 1}`)
    await tag(news, annotator, claims, line)
    annotators.push(annotator)
  }
  return { claims, annotators }
}

const agreement = async (news: Newsroom, query = '') => ok(await news.get<Agreement>(`${URL}${query}`))

describe('agreement', () => {
  const news = sharedNewsroom((news) => prepared(news, ['rrppar', 'rrpppr', 'rppp.a']))

  it('compares people, pair by pair and all together', async () => {
    const { given } = news()
    const [one, two, three] = given.annotators.map(({ id }) => id)
    const found = await agreement(news())
    expect(found).toMatchObject({ question: QUESTION, version: 1, claims: 6, annotators: 3 })
    // Claims 1, 3 and 4 are agreed on; 2 and 6 by one pair of three; 5 by nobody.
    expect(found.observed).toBeCloseTo((3 + 2 / 3) / 6)
    // Observed 5 of 6; by chance (3·3 + 2·3 + 1·0) / 36.
    expect(found.cohenKappa[0]).toEqual({ a: one, b: two, n: 6, kappa: expect.closeTo(15 / 21) })
    expect(found.cohenKappa.map(({ a, b, n }) => [a, b, n])).toEqual([
      [one, two, 6],
      [one, three, 5],
      [two, three, 5],
    ])
    const { value, ci95 } = found.krippendorffAlpha
    expect(ci95?.[0]).toBeLessThanOrEqual(value ?? -2)
    expect(ci95?.[1]).toBeGreaterThanOrEqual(value ?? 2)
    expect(found.tagsBy.map(({ name, tags }) => `${name}: ${tags}`)).toEqual([
      'Tagger 1: 6',
      'Tagger 2: 6',
      'Tagger 3: 5',
    ])
  })

  it('says what was taken for what, and which claims divide people', async () => {
    const found = await agreement(news())
    expect(found.confusion).toEqual({
      [RECORDS]: { [RECORDS]: 5, [PERSONAL]: 2, ambivalent: 2 },
      [PERSONAL]: { [RECORDS]: 2, [PERSONAL]: 6, ambivalent: 1 },
      ambivalent: { [RECORDS]: 2, [PERSONAL]: 1 },
      'off-question': {},
    })
    const { claims } = news().given
    expect(found.divided).toEqual([
      { claimId: claims[4]?.id, counts: { [PERSONAL]: 1, ambivalent: 1 } },
      { claimId: claims[1]?.id, counts: { [RECORDS]: 2, [PERSONAL]: 1 } },
      { claimId: claims[5]?.id, counts: { [RECORDS]: 2, ambivalent: 1 } },
    ])
    expect(found.positions.map(({ position }) => position)).toEqual(Object.values(SHORT))
  })

  it('has programs take part only when they are asked for', async () => {
    const found = await agreement(news(), '?include=software')
    expect(found.annotators).toBe(4)
    expect(found.tagsBy.filter(({ kind }) => kind === 'software')).toHaveLength(1)
    expect(found.cohenKappa).toHaveLength(6)
    expect((await agreement(news())).annotators).toBe(3)
  })
})

it('without tags nothing can be said', async () => {
  const news = await openNewsroom()
  await news.article(textOf(2))
  expect(await agreement(news)).toMatchObject({
    claims: 0,
    annotators: 0,
    observed: null,
    krippendorffAlpha: { value: null, ci95: null },
    fleissKappa: null,
    cohenKappa: [],
    divided: [],
  })
})

it('follows each write: a tag superseded, withdrawn, a claim rejected', async () => {
  const news = await openNewsroom()
  const { claims, annotators } = await prepared(news, ['rp', 'pp'])
  const [one] = annotators as [Tagged]
  const claim = first(claims)
  expect((await agreement(news)).observed).toBe(0.5)
  const body = { question: QUESTION, position: PERSONAL }
  const better = made(await news.post<{ id: string }>(`/v1/claims/${claim.id}/tags`, one, body))
  expect((await agreement(news)).observed).toBe(1)
  expect((await news.remove(`/v1/tags/${better.id}`, one)).status).toBe(204)
  expect(await agreement(news)).toMatchObject({ claims: 1, observed: 1 })
  ok(await news.patch(`/v1/claims/${claims[1]?.id}`, 'annotator', { status: 'rejected' }))
  expect((await agreement(news)).claims).toBe(0)
})

it('keeps the tags of each version of the question apart', async () => {
  const news = await openNewsroom()
  const { claims, annotators } = await prepared(news, ['rp', 'pp'])
  const change = { guidelines: 'Only what is said of the letters themselves counts.' }
  ok(await news.patch(`/v1/questions/${QUESTION}`, 'curator', change))
  expect(await agreement(news)).toMatchObject({ version: 2, claims: 0, annotators: 0 })
  expect(await agreement(news, '?version=1')).toMatchObject({ version: 1, claims: 2, observed: 0.5 })
  for (const annotator of annotators) await tag(news, annotator, claims, 'r')
  expect(await agreement(news)).toMatchObject({ version: 2, claims: 1, observed: 1 })
  expect(await agreement(news, '?version=1')).toMatchObject({ version: 1, claims: 1, observed: 1 })
})

it('measures thousands of tags on a thread, and gives what it gives for them here', async () => {
  const news = await openNewsroom()
  const { claims } = await news.article(textOf(120))
  const lines = Array.from({ length: 45 }, (_, i) =>
    claims.map((_, c) => 'rpao'[(c + (c % 9 === i % 9 ? i : 0)) % 4]).join(''),
  )
  for (const [i, line] of lines.entries()) {
    const annotator = await news.annotator('annotator', `Tagger ${i}`)
    const body = [...line]
      .map((letter, c) => ({
        claimId: claims[c]?.id,
        question: QUESTION,
        position: SHORT[letter as keyof typeof SHORT],
      }))
      .map((one) => JSON.stringify(one))
      .join('\n')
    const headers = { 'content-type': 'application/x-ndjson' }
    const answer = await news.post('/v1/tags/batch', annotator, body, headers)
    expect(answer.text).not.toContain('invalid')
  }
  const found = await agreement(news)
  expect(found).toMatchObject({ claims: 120, annotators: 45 })
  expect(found.cohenKappa).toHaveLength((45 * 44) / 2)
  expect(found.krippendorffAlpha.value).toBeGreaterThan(0.5)
})

it.each<[string, number]>([
  ['/v1/questions/no-such/agreement', 404],
  [`${URL}?version=7`, 404],
  [`${URL}?version=0`, 400],
  [`${URL}?version=first`, 400],
  [`${URL}?include=people`, 400],
  [`${URL}?limit=5`, 400],
])('GET %s is refused with %i', async (url, status) => {
  const news = await openNewsroom()
  expectRefused(await news.get(url), { status })
})
