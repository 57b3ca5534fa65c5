// What an annotator is given to tag next: the order, what is left out, and that nothing is given away.

import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/claims/schema.ts'
import type { Queue } from '../../src/queue/schema.ts'
import { spread } from '../../src/queue/spread.ts'
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
} from '../support/newsroom.ts'

const URL = `/v1/questions/${QUESTION}/queue`

/** The longer its words, up to thirty letters, the surer is the machine of a claim in these tests. */
const quotes = (words: readonly string[]) => words.map((one) => `“${one}” said Ida Orme.`).join(' ')

const queued = async (news: Newsroom, as: { key: string }, query = '') =>
  ok(await news.get<Queue>(`${URL}${query}`, as))
const words = ({ data }: Queue) => data.map((claim) => claim.quote)

const tag = async (news: Newsroom, as: { key: string }, claim: Claim, position = RECORDS) =>
  made(await news.post<{ id: string }>(`/v1/claims/${claim.id}/tags`, as, { question: QUESTION, position }))

async function three(news: Newsroom) {
  const one = await news.annotator('annotator', 'One')
  const two = await news.annotator('annotator', 'Two')
  const three = await news.annotator('annotator', 'Three')
  return { one, two, three }
}

it('begins with what people disagree on, goes on to what nobody tagged, and ends with what one person did', async () => {
  const news = await openNewsroom()
  const { one, two, three: next } = await three(news)
  const { claims } = await news.article(
    quotes(['disputed', 'surely untagged', 'untagged', 'once', 'agreed on', 'ruled on', 'rejected']),
  )
  const [disputed, , , once, agreed, ruled, rejected] = claims as [
    Claim,
    Claim,
    Claim,
    Claim,
    Claim,
    Claim,
    Claim,
  ]
  await tag(news, one, disputed)
  await tag(news, two, disputed, PERSONAL)
  await tag(news, two, once)
  await tag(news, one, agreed)
  await tag(news, two, agreed)
  await tag(news, one, ruled)
  await tag(news, two, ruled, PERSONAL)
  const ruling = { question: QUESTION, position: RECORDS }
  made(await news.post(`/v1/claims/${ruled.id}/rulings`, 'curator', ruling))
  ok(await news.patch(`/v1/claims/${rejected.id}`, 'annotator', { status: 'rejected' }))
  expect(words(await queued(news, next))).toEqual(['disputed', 'untagged', 'surely untagged', 'once'])
  expect(words(await queued(news, one))).toEqual(['untagged', 'surely untagged'])
  expect(words(await queued(news, next, '?limit=2'))).toEqual(['disputed', 'untagged'])
  expect(words(await queued(news, two))).toEqual(['surely untagged'])
  expect(words(await queued(news, one))).toEqual(['untagged', 'surely untagged', 'once'])
})

it('gives nothing twice: what is tagged goes, what is withdrawn comes back', async () => {
  const news = await openNewsroom()
  const annotator = await news.annotator('annotator', 'One')
  const { claims } = await news.article(quotes(['a', 'bb', 'ccc']))
  const given = await tag(news, annotator, first(claims))
  expect(words(await queued(news, annotator))).toEqual(['bb', 'ccc'])
  expect((await news.remove(`/v1/tags/${given.id}`, annotator)).status).toBe(204)
  expect(words(await queued(news, annotator))).toEqual(['a', 'bb', 'ccc'])
  for (const claim of claims) await tag(news, annotator, claim)
  expect(await queued(news, annotator)).toEqual({
    question: QUESTION,
    version: 1,
    blind: true,
    data: [],
    nextCursor: null,
  })
})

it('lets articles take turns, and a program has a queue as well', async () => {
  const news = await openNewsroom()
  const program = await news.annotator('annotator', 'A model', 'software')
  await news.article(quotes(['a', 'aa']))
  const { claims } = await news.article(quotes(['bbbb', 'bbbbb', 'bbbbbb']))
  expect(words(await queued(news, program))).toEqual(['a', 'bbbb', 'aa', 'bbbbb', 'bbbbbb'])
  await tag(news, program, first(claims))
  expect(words(await queued(news, program))).not.toContain('bbbb')
})

it('is blind: it shows what a claim says, and nothing of where it was placed', async () => {
  const news = await openNewsroom()
  const annotator = await news.annotator('annotator', 'One')
  const { claims } = await news.article(quotes(['they are business records']))
  const { positions: _, ...claim } = first(claims)
  const answer = await news.get<Queue>(URL, annotator)
  const lease = { id: expect.stringMatching(/^lea_/), expiresAt: expect.any(String) }
  expect(ok(answer).data).toEqual([{ ...claim, reason: 'wanted', lease }])
  expect(answer.text).not.toMatch(/"positions?"|rationale|basis/)
})

it('counts offsets in the unit asked for', async () => {
  const news = await openNewsroom()
  const annotator = await news.annotator('annotator', 'One')
  await news.article(`🦉 ${quotes(['it is theirs'])}`)
  const start = async (query: string) => first((await queued(news, annotator, query)).data).content[0]?.start
  expect([await start(''), await start('?offsetUnit=utf16')]).toEqual([3, 4])
})

describe('the queue', () => {
  it.each<[string, number]>([
    ['/v1/questions/no-such/queue', 404],
    [`${URL}?limit=0`, 400],
    [`${URL}?limit=201`, 400],
    [`${URL}?cursor=x`, 400],
  ])('GET %s is refused with %i', async (url, status) => {
    const news = await openNewsroom()
    expectRefused(await news.get(url, 'annotator'), { status })
  })

  it('of a closed question is refused, with its state', async () => {
    const news = await openNewsroom()
    ok(await news.patch(`/v1/questions/${QUESTION}`, 'curator', { status: 'closed' }))
    expect(expectRefused(await news.get(URL, 'annotator'), { status: 409 })).toMatchObject({
      questionStatus: 'closed',
    })
  })
})

it.each<[string, number, string]>([
  ['a1 a2 b1 a3 c1 b2', 9, 'a1 b1 c1 a2 b2 a3'],
  ['a1 a2 b1 a3 c1 b2', 3, 'a1 b1 c1'],
  ['a1 a2', 1, 'a1'],
  ['a1', 0, ''],
])('%s, at most %i, is spread as %s', (claims, most, expected) => {
  const list = claims.split(' ').map((id) => ({ id, articleId: id.charAt(0) }))
  expect(
    spread(list, most)
      .map(({ id }) => id)
      .join(' '),
  ).toBe(expected)
})
