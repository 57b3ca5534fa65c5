// Who stands where: every way of grouping, every filter, page after page.

import { describe, expect, it } from 'vitest'
import type { Standing, Standings } from '../../src/positions/schema.ts'
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

const R = 'they are business records'
const P = 'they are personal documents'
const BOTH = 'business records or personal documents'

async function disputed(news: Newsroom) {
  await news.article(
    `“So ${R},” said Ida Orme for Kestrel Mail. “Yes, ${R},” said Ida Orme for Kestrel Mail. “No, ${P},” said Jon Pell for Kestrel Mail.`,
    { publisher: 'Quayside Echo', publishedAt: '2021-01-31' },
  )
  await news.article(
    `“It seems ${P},” said Jon Pell for Kestrel Mail. “Here ${P},” said Records Office (government, also RO). “Perhaps ${BOTH},” said Zoë Ängström.`,
    { publisher: 'Hilltop Argus', publishedAt: '2021-02-01T12:00:00Z' },
  )
  await news.article(
    `“It rains,” said Zoë Ängström. “Truly ${R},” said Ida Orme for Kestrel Mail and Jon Pell for Kestrel Mail.`,
  )
}

/** `name r/p/a/o leaning`, as short as it can be read. */
const shown = ({ data }: Standings) =>
  data.map((one) => {
    const { counts, leaning } = one
    const name =
      [one.speaker?.name, one.affiliation?.name, one.publisher, one.month].find(
        (part) => part !== undefined && part !== null,
      ) ?? 'none'
    return `${name} ${counts[RECORDS]}/${counts[PERSONAL]}/${counts.ambivalent}/${counts['off-question']} ${leaning}`
  })

const read = async (news: Newsroom, query: string) =>
  ok(await news.get<Standings>(`/v1/positions?question=${QUESTION}&${query}`))

describe('who stands where', () => {
  const news = sharedNewsroom(disputed)

  it.each<[string, string[]]>([
    [
      '',
      [
        'Ida Orme 3/0/0/0 business-records',
        'Jon Pell 1/2/0/0 personal-documents',
        'Records Office 0/1/0/0 personal-documents',
        'Zoë Ängström 0/0/1/1 null',
      ],
    ],
    [
      'groupBy=affiliation',
      [
        'Kestrel Mail 3/2/0/0 business-records',
        'none 0/0/1/1 null',
        'Records Office 0/1/0/0 personal-documents',
      ],
    ],
    [
      'groupBy=publisher',
      [
        'Quayside Echo 2/1/0/0 business-records',
        'Hilltop Argus 0/2/1/0 personal-documents',
        'none 1/0/0/1 business-records',
      ],
    ],
    [
      'groupBy=month',
      [
        'none 1/0/0/1 business-records',
        '2021-01 2/1/0/0 business-records',
        '2021-02 0/2/1/0 personal-documents',
      ],
    ],
    ['speaker=RO', ['Records Office 0/1/0/0 personal-documents']],
    ['speaker=ida%20orme', ['Ida Orme 3/0/0/0 business-records']],
    ['speaker=nobody', []],
    [
      'speaker=Ida%20Orme&groupBy=month',
      ['none 1/0/0/0 business-records', '2021-01 2/0/0/0 business-records'],
    ],
    [
      'publisher=Hilltop%20Argus',
      [
        'Jon Pell 0/1/0/0 personal-documents',
        'Records Office 0/1/0/0 personal-documents',
        'Zoë Ängström 0/0/1/0 null',
      ],
    ],
    ['publisher=Hilltop%20Argus&groupBy=publisher', ['Hilltop Argus 0/2/1/0 personal-documents']],
    ['publisher=No%20Paper&groupBy=publisher', []],
    ['publishedFrom=2021-02-01&groupBy=month', ['2021-02 0/2/1/0 personal-documents']],
    ['publishedTo=2021-01-31&groupBy=affiliation', ['Kestrel Mail 2/1/0/0 business-records']],
    [
      'publishedFrom=2021-02-01T12:00:00Z&publishedTo=2021-02-01T12:00:00Z&groupBy=publisher',
      ['Hilltop Argus 0/2/1/0 personal-documents'],
    ],
    ['basis=machine&groupBy=month&publishedTo=2021-01-31', ['2021-01 2/1/0/0 business-records']],
    ['basis=people', []],
    ['type=direct&groupBy=month&publishedTo=2021-01-31', ['2021-01 2/1/0/0 business-records']],
    ['type=indirect', []],
    ['basis=ruling&groupBy=publisher', []],
  ])('under "%s"', async (query, expected) => {
    const found = await read(news(), query)
    expect([...shown(found)].sort()).toEqual([...expected].sort())
    for (const { counts, byPeople, claims } of found.data) {
      expect(byPeople).toEqual({ ambivalent: 0, [RECORDS]: 0, 'off-question': 0, [PERSONAL]: 0 })
      expect(Object.keys(counts).sort()).toEqual(['ambivalent', RECORDS, 'off-question', PERSONAL].sort())
      expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(claims)
    }
    for (const limit of [1, 2]) expect(await pages(news(), query, limit)).toEqual(found.data)
  })

  it('puts the groups with most claims first, and months in their order', async () => {
    const sizes = (await read(news(), '')).data.map((one) => one.claims)
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    expect((await read(news(), 'groupBy=month')).data.map((one) => one.month)).toEqual([
      null,
      '2021-01',
      '2021-02',
    ])
  })

  it('names the question, its text and its version', async () => {
    expect((await read(news(), '')).question).toEqual({
      slug: QUESTION,
      version: 1,
      text: expect.stringMatching(/\?$/),
    })
  })

  it('says from when to when each spoke to the question; an undated claim by when it came in', async () => {
    const dates = (await read(news(), 'groupBy=publisher')).data.map(({ publisher, firstAt, lastAt }) => [
      publisher,
      firstAt,
      lastAt,
    ])
    const undated = expect.stringMatching(/^20\d\d-\d\d-\d\dT.*Z$/)
    expect(dates.sort()).toEqual(
      [
        ['Hilltop Argus', '2021-02-01T12:00:00.000Z', '2021-02-01T12:00:00.000Z'],
        ['Quayside Echo', '2021-01-31T00:00:00.000Z', '2021-01-31T00:00:00.000Z'],
        [null, undated, undated],
      ].sort(),
    )
  })

  it.each<[string, number, string, string | undefined]>([
    ['question=no-such-question', 404, '', undefined],
    ['', 400, '/query/question', 'invalid_type'],
    ['question=Not%20A%20Slug', 400, '/query/question', 'invalid_format'],
    [`question=${QUESTION}&groupBy=colour`, 400, '/query/groupBy', 'invalid_value'],
    [`question=${QUESTION}&basis=rumour`, 400, '/query/basis', 'invalid_value'],
    [`question=${QUESTION}&type=rumour`, 400, '/query/type', 'invalid_value'],
    [`question=${QUESTION}&position=${RECORDS}`, 400, '/query/position', 'unknown_field'],
    [`question=${QUESTION}&publishedFrom=soon`, 400, '/query/publishedFrom', undefined],
    [`question=${QUESTION}&limit=0`, 400, '/query/limit', 'too_small'],
    [`question=${QUESTION}&cursor=x`, 400, '/query/cursor', 'invalid_cursor'],
    [`question=${QUESTION}&speaker=`, 400, '/query/speaker', 'too_small'],
  ])('refuses "%s"', async (query, status, pointer, code) => {
    expectRefused(await news().get(`/v1/positions?${query}`), {
      status,
      ...(pointer === '' ? {} : { pointer, code }),
    })
  })

  it('gives a cursor that no other grouping or filter takes', async () => {
    const { nextCursor } = await read(news(), 'limit=1')
    for (const other of ['groupBy=affiliation', 'basis=machine', 'publisher=x'])
      expectRefused(await news().get(`/v1/positions?question=${QUESTION}&${other}&cursor=${nextCursor}`), {
        status: 400,
        code: 'invalid_cursor',
        pointer: '/query/cursor',
      })
  })
})

async function pages(news: Newsroom, query: string, limit: number): Promise<Standing[]> {
  const seen: Standing[] = []
  let next: string | undefined = `/v1/positions?question=${QUESTION}&${query}&limit=${limit}`
  while (next !== undefined) {
    const answer: Answer<Standings> = await news.get<Standings>(next)
    seen.push(...ok(answer).data)
    next = /<([^>]+)>; rel="next"/.exec(String(answer.headers.link))?.[1]
  }
  return seen
}
