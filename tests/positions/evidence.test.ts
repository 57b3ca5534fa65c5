// Where somebody leans, and the claims that show it.

import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/claims/schema.ts'
import type { Standings } from '../../src/positions/schema.ts'
import {
  first,
  made,
  type Newsroom,
  ok,
  openNewsroom,
  PERSONAL,
  QUESTION,
  RECORDS,
} from '../support/newsroom.ts'

const R = 'they are business records'
const P = 'they are personal documents'
const BOTH = 'business records or personal documents'

const read = async (news: Newsroom, query: string) =>
  ok(await news.get<Standings>(`/v1/positions?question=${QUESTION}&${query}`))

describe('leaning', () => {
  it.each<[string[], string | null]>([
    [[R], RECORDS],
    [[R, P], 'divided'],
    [[R, P, P], PERSONAL],
    [[BOTH, BOTH, P], PERSONAL],
    [[BOTH], null],
    [['it rains', 'it pours', R], RECORDS],
    [['it rains'], null],
  ])('of who says %j is %s', async (said, leaning) => {
    const news = await openNewsroom()
    await news.article(said.map((one, i) => `“Point ${i}, ${one},” said Ida Orme.`).join(' '))
    expect(first((await read(news, '')).data).leaning).toBe(leaning)
  })
})

describe('evidence', () => {
  it('is up to three of the strongest claims for each side: ruled on, then tagged, then by confidence', async () => {
    const news = await openNewsroom()
    const { claims } = await news.article(
      [R, `surely ${R}`, `quite surely ${R}`, `most surely ${R} of the firm`, P, BOTH, 'it rains']
        .map((one) => `“${one}” said Ida Orme.`)
        .join(' '),
    )
    const [plain, tagged, ruled, , personal] = claims
    made(
      await news.post(`/v1/claims/${tagged?.id}/tags`, 'annotator', {
        question: QUESTION,
        position: RECORDS,
      }),
    )
    made(
      await news.post(`/v1/claims/${ruled?.id}/rulings`, 'curator', {
        question: QUESTION,
        position: RECORDS,
      }),
    )
    const { evidence, byPeople } = first((await read(news, '')).data)
    expect(byPeople).toEqual({ [RECORDS]: 2, [PERSONAL]: 0, ambivalent: 0, 'off-question': 0 })
    expect(evidence.map((one) => [one.position, one.claimId])).toEqual([
      [RECORDS, ruled?.id],
      [RECORDS, tagged?.id],
      [RECORDS, strongest(claims, plain?.id)],
      [PERSONAL, personal?.id],
    ])
    expect(first(evidence)).toMatchObject({ quote: ruled?.quote, articleId: ruled?.articleId })
    for (const live of [false, true])
      expect(
        first((await news.positions.list({ question: QUESTION, groupBy: 'speaker', limit: 5 }, live)).data),
      ).toMatchObject({ evidence, byPeople })
  })

  /** Of the two that only the machine placed. */
  function strongest(claims: readonly Claim[], plain: string | undefined) {
    const [a, b] = [claims.find((one) => one.id === plain), claims[3]]
    const sure = (claim: Claim | undefined) => claim?.positions[0]?.confidence ?? 0
    return sure(a) > sure(b) ? a?.id : b?.id
  }

  it('of a rejected claim there is none', async () => {
    const news = await openNewsroom()
    const { claims } = await news.article(`“${R},” said Ida Orme.`)
    ok(await news.patch(`/v1/claims/${first(claims).id}`, 'annotator', { status: 'rejected' }))
    for (const groupBy of ['speaker', 'affiliation', 'publisher', 'month'])
      expect((await read(news, `groupBy=${groupBy}`)).data).toEqual([])
  })
})
