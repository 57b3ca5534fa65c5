// How far the work on a question is: the claims by their stage, and each annotator.

import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/claims/schema.ts'
import type { Progress } from '../../src/progress/schema.ts'
import {
  expectRefused,
  made,
  type Newsroom,
  ok,
  openNewsroom,
  PERSONAL,
  QUESTION,
  RECORDS,
} from '../support/newsroom.ts'

const PATH = `/v1/questions/${QUESTION}`
type As = { readonly key: string }

async function withClaims(words: readonly string[]) {
  const news = await openNewsroom()
  const { claims } = await news.article(words.map((one) => `“${one}” said Ida Orme.`).join(' '))
  const [one, two] = [await news.annotator('annotator', 'One'), await news.annotator('annotator', 'Two')]
  const tag = async (as: As, at: number, position = RECORDS) =>
    made(await news.post(`/v1/claims/${claims[at]?.id}/tags`, as, { question: QUESTION, position }))
  return { news, claims, one, two, tag }
}

const progress = async (news: Newsroom) => ok(await news.get<Progress>(`${PATH}/progress`, 'annotator'))
const of = ({ annotators }: Progress, name: string) => annotators.find((one) => one.name === name)

describe('progress', () => {
  it('has each claim once, by how far it has come', async () => {
    const { news, claims, one, two, tag } = await withClaims([
      'a',
      'bb',
      'ccc',
      'dddd',
      'eeeee',
      'ffffff',
      'ggggggg',
    ])
    const three = await news.annotator('annotator', 'Three')
    ok(await news.patch(PATH, 'curator', { settleAt: { people: 3 } }))
    await tag(one, 1)
    for (const as of [one, two]) await tag(as, 2)
    for (const as of [one, two, three]) await tag(as, 3)
    await tag(one, 4)
    await tag(two, 4, PERSONAL)
    await tag(one, 5)
    made(
      await news.post(`/v1/claims/${claims[5]?.id}/rulings`, 'curator', {
        question: QUESTION,
        position: PERSONAL,
      }),
    )
    await tag(two, 6)
    ok(await news.patch(`/v1/claims/${claims[6]?.id}`, 'curator', { status: 'rejected' }))
    expect(await progress(news)).toMatchObject({
      version: 1,
      claims: {
        total: 6,
        untagged: 1,
        fewTags: 1,
        agreed: 1,
        settled: 1,
        disagreed: 1,
        ruled: 1,
        outdated: 0,
      },
      wanting: 3,
      anotherLook: 0,
    })
  })

  it('tells of each annotator what they hold, have tagged and have left, and whether rulings agree', async () => {
    const { news, claims, one, two, tag } = await withClaims(['a', 'bb', 'ccc', 'dddd'])
    await tag(one, 0)
    await tag(one, 1)
    await tag(two, 1, PERSONAL)
    ok(await news.get(`${PATH}/queue?limit=1`, one))
    const ruling = { question: QUESTION, position: RECORDS }
    made(await news.post(`/v1/claims/${claims[1]?.id}/rulings`, 'curator', ruling))
    const found = await progress(news)
    expect(found.wanting).toBe(3)
    expect(of(found, 'One')).toMatchObject({
      assigned: 3,
      tagged: 2,
      left: 2,
      outdated: 0,
      rulings: { claims: 1, agreed: 1, share: 1 },
    })
    expect(of(found, 'Two')).toMatchObject({
      assigned: 1,
      tagged: 1,
      left: 3,
      rulings: { claims: 1, agreed: 0, share: 0 },
    })
    expect(of(found, 'the annotator')).toMatchObject({
      assigned: 0,
      tagged: 0,
      left: 3,
      pace: null,
      rulings: { share: null },
    })
    expect(found.annotators.map(({ name }) => name)).not.toContain('admin')
  })

  it('gives the pace of the last day, without the pauses', async () => {
    const { news, one, tag } = await withClaims(['a', 'bb', 'ccc', 'dddd'])
    for (const [claim, minutes] of [0, 2, 4, 60].entries()) {
      news.clock.shift = minutes * 60_000
      await tag(one, claim)
    }
    expect(of(await progress(news), 'One')?.pace).toBeCloseTo(30, 0)
    news.clock.shift = 25 * 3_600_000
    expect(of(await progress(news), 'One')?.pace).toBeNull()
  })

  it('names the claims that need another look after the question has changed', async () => {
    const { news, claims, one, two, tag } = await withClaims(['a', 'bb', 'ccc'])
    await tag(one, 0)
    made(
      await news.post(`/v1/claims/${claims[1]?.id}/rulings`, 'curator', {
        question: QUESTION,
        position: RECORDS,
      }),
    )
    ok(await news.patch(PATH, 'curator', { guidelines: 'Think of the senders.' }))
    const changed = await progress(news)
    expect(changed).toMatchObject({
      version: 2,
      claims: { total: 3, untagged: 1, ruled: 1, outdated: 1 },
      wanting: 2,
      anotherLook: 2,
    })
    expect(of(changed, 'One')).toMatchObject({ assigned: 0, tagged: 0, left: 2, outdated: 1 })
    const listed = ok(
      await news.get<{ data: Claim[] }>(`/v1/claims?question=${QUESTION}&anotherLook=true`),
    ).data
    expect(listed.map(({ id }) => id).sort()).toEqual([claims[0]?.id, claims[1]?.id].sort())
    await tag(two, 0)
    expect(await progress(news)).toMatchObject({
      claims: { outdated: 0, fewTags: 1, agreed: 0 },
      anotherLook: 1,
    })
  })

  it('of nobody who only reads, and of no such question, is not there', async () => {
    const news = await openNewsroom()
    expectRefused(await news.get(`${PATH}/progress`, 'reader'), { status: 403 })
    expectRefused(await news.get('/v1/questions/no-such/progress', 'annotator'), { status: 404 })
  })
})
