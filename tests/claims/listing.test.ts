// Lists of claims: every filter alone and together, every order, page after page.

import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/claims/schema.ts'
import {
  type Answer,
  expectRefused,
  type Newsroom,
  ok,
  PERSONAL,
  QUESTION,
  RECORDS,
  sharedNewsroom,
} from '../support/newsroom.ts'

interface List {
  data: Claim[]
  nextCursor: string | null
}

/** Seven claims, called A to G by their first word. */
async function sevenClaims(news: Newsroom) {
  const early = await news.article(
    '“Alpha: such letters are business records,” said Ida Orme for Kestrel Mail. “No, Bravo is a personal documents case,” said Jon Pell. “Charlie?” said nobody.',
    { publisher: 'Quayside Echo', publishedAt: '2021-01-31T23:59:59.999Z' },
  )
  const late = await news.article(
    '“Delta: they are personal documents,” said Ida Orme for Kestrel Mail. “Echo: business records or personal documents, who can tell,” said Zoë Ängström.',
    { publisher: 'Hilltop Argus', publishedAt: '2021-02-01' },
  )
  const undated = await news.article(
    '“Foxtrot” said Ida Orme and Jon Pell. “Golf” said Kestrel Mail (organization).',
  )
  const [alpha, bravo, charlie] = early.claims
  await news.post(`/v1/claims/${alpha?.id}/tags`, 'annotator', { question: QUESTION, position: PERSONAL })
  await news.post(`/v1/claims/${bravo?.id}/rulings`, 'curator', { question: QUESTION, position: RECORDS })
  await news.patch(`/v1/claims/${charlie?.id}`, 'annotator', { status: 'rejected', type: 'indirect' })
  return { early, late, undated, all: [...early.claims, ...late.claims, ...undated.claims] }
}

const called = (claims: readonly Claim[]) =>
  claims.map(({ quote }) => /Alpha|Bravo|Charlie|Delta|Echo|Foxtrot|Golf/.exec(quote)?.[0].charAt(0)).join('')

describe('a list of claims', () => {
  const news = sharedNewsroom(sevenClaims)
  const list = async (query: string) => ok(await news().get<List>(`/v1/claims?${query}`)).data

  it.each([
    ['', 'ABCDEFG'],
    ['speaker=Ida%20Orme', 'ADF'],
    ['speaker=IDA%20ORME', 'ADF'],
    ['speaker=Zoe%20Angstrom', 'E'],
    ['speaker=the%20Kestrel%20Mail', 'G'],
    ['speaker=nobody%20at%20all', ''],
    [`question=${QUESTION}`, 'ABCDEFG'],
    [`question=${QUESTION}&position=${PERSONAL}`, 'AD'],
    [`position=${RECORDS}`, 'B'],
    ['position=ambivalent', 'E'],
    ['basis=machine', 'CDEFG'],
    ['basis=people', 'A'],
    ['basis=ruling', 'B'],
    ['question=no-such-question', ''],
    ['type=indirect', 'C'],
    ['polarity=denied', 'B'],
    ['polarity=questioned', 'C'],
    ['status=rejected', 'C'],
    ['status=proposed', 'ABDEFG'],
    ['publisher=Quayside%20Echo', 'ABC'],
    ['publishedFrom=2021-02-01', 'DE'],
    ['publishedTo=2021-01-31', 'ABC'],
    ['publishedFrom=2021-01-01&publishedTo=2021-12-31', 'ABCDE'],
    ['publishedTo=2021-02-01T00:00:00Z', 'ABCDE'],
    ['q=alpha', 'A'],
    ['q=personal%20documents', 'BDE'],
    ['q=%22documents%20personal%22', ''],
    [`q=documents&speaker=Ida%20Orme&position=${PERSONAL}&publisher=Hilltop%20Argus`, 'D'],
    ['sort=-createdAt', 'GFEDCBA'],
    ['sort=publishedAt&publishedFrom=2021-01-01', 'ABCDE'],
    ['sort=-publishedAt&publishedFrom=2021-01-01', 'EDCBA'],
  ])('under "%s" is %s, however it is cut into pages', async (query, expected) => {
    expect(called(await list(query))).toBe(expected)
    for (const limit of [1, 2, 3]) expect(called(await pages(news(), query, limit))).toBe(expected)
  })

  it('by speaker and article takes ids', async () => {
    const { early, undated } = news().given
    const orme = early.claims[0]?.speakers[0]?.id
    expect(called(await list(`speaker=${orme}`))).toBe('ADF')
    expect(called(await list(`article=${undated.article.id}&speaker=${orme}`))).toBe('F')
  })

  it('by affiliation are those of who speaks for a body, and its own', async () => {
    const kestrel = (await list('speaker=Kestrel%20Mail'))[0]?.speakers[0]?.id
    expect(called(await list(`affiliation=${kestrel}`))).toBe('ADFG')
    expect(called(await list(`affiliation=${kestrel}&question=${QUESTION}&position=${PERSONAL}`))).toBe('AD')
    expect(called(await list('affiliation=spk_nobody'))).toBe('')
  })

  it.each(['confidence', '-confidence'])('in the order of %s has every claim once', async (sort) => {
    const all = await list(`sort=${sort}`)
    const values = all.map((claim) => claim.confidence)
    expect(values).toEqual([...values].sort((a, b) => (sort === 'confidence' ? a - b : b - a)))
    expect(called(await pages(news(), `sort=${sort}`, 2))).toBe(called(all))
    expect(new Set(all.map((claim) => claim.id)).size).toBe(7)
  })

  it.each<[string, string, string | undefined]>([
    ['limit=0', 'limit', 'too_small'],
    ['limit=201', 'limit', 'too_big'],
    ['sort=age', 'sort', 'invalid_value'],
    ['type=loud', 'type', 'invalid_value'],
    ['status=', 'status', 'invalid_value'],
    ['position=Not%20A%20Slug', 'position', 'invalid_format'],
    ['publishedFrom=2021', 'publishedFrom', undefined],
    ['colour=red', 'colour', 'unknown_field'],
    ['q=', 'q', 'too_small'],
    ['q=%00', 'q', 'nul_character'],
    ['q=a&q=b', 'q', 'invalid_type'],
    ['speaker=a&speaker=b', 'speaker', 'invalid_type'],
    ['cursor=!!!', 'cursor', 'invalid_cursor'],
    ['offsetUnit=bytes', 'offsetUnit', 'invalid_value'],
  ])('refuses "%s"', async (query, pointer, code) => {
    expectRefused(await news().get(`/v1/claims?${query}`), {
      status: 400,
      pointer: `/query/${pointer}`,
      code,
    })
  })

  it('gives a cursor that another order, filter or list does not take', async () => {
    const { nextCursor } = ok(await news().get<List>('/v1/claims?limit=2'))
    const others = [
      '/v1/claims?sort=-createdAt&',
      '/v1/claims?type=direct&',
      `/v1/articles/${news().given.early.article.id}/claims?`,
      '/v1/articles?',
      '/v1/speakers?',
    ]
    for (const other of others)
      expectRefused(await news().get(`${other}cursor=${nextCursor}`), {
        status: 400,
        pointer: '/query/cursor',
        code: 'invalid_cursor',
      })
    ok(await news().get(`/v1/claims?limit=3&cursor=${nextCursor}`))
    ok(await news().get(`/v1/claims?offsetUnit=utf16&cursor=${nextCursor}`))
  })

  it('of an article is in text order, page after page', async () => {
    const { early } = news().given
    const seen: Claim[] = []
    let cursor = ''
    do {
      const page = ok(await news().get<List>(`/v1/articles/${early.article.id}/claims?limit=1${cursor}`))
      seen.push(...page.data)
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`
    } while (cursor !== '')
    expect(called(seen)).toBe('ABC')
  })
})

async function pages(news: Newsroom, query: string, limit: number): Promise<Claim[]> {
  const seen: Claim[] = []
  let next: string | undefined = `/v1/claims?${query}&limit=${limit}`
  while (next !== undefined) {
    const answer: Answer<List> = await news.get<List>(next)
    seen.push(...ok(answer).data)
    next = /<([^>]+)>; rel="next"/.exec(String(answer.headers.link))?.[1]
  }
  return seen
}
