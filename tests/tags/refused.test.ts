// Whatever annotators do at the wrong moment is refused with the state to act on, and leaves everything as it was.

import { expect, it } from 'vitest'
import { LEASE } from '../../src/leases/store.ts'
import type { Question } from '../../src/questions/schema.ts'
import type { Queue } from '../../src/queue/schema.ts'
import type { Ruling } from '../../src/rulings/schema.ts'
import type { Tag } from '../../src/tags/schema.ts'
import {
  type Answer,
  expectRefused,
  made,
  type Newsroom,
  ok,
  openNewsroom,
  PERSONAL,
  QUESTION,
  RECORDS,
  until,
} from '../support/newsroom.ts'

const PATH = `/v1/questions/${QUESTION}`
const body = { question: QUESTION, position: RECORDS }

interface Given {
  readonly news: Newsroom
  /** Of a claim nobody has tagged. */
  readonly url: string
  readonly ada: { readonly key: string }
  readonly ben: { readonly key: string }
}

/** What is done wrong, after what; the status; the state that comes with it. */
const WRONG: readonly [string, (given: Given) => Promise<() => Promise<Answer<unknown>>>, number, object][] =
  [
    [
      'a tag on a rejected claim',
      async ({ news, url, ada }) => {
        ok(await news.patch(url, 'curator', { status: 'rejected' }))
        return () => news.post(`${url}/tags`, ada, body)
      },
      409,
      { claimStatus: 'rejected' },
    ],
    [
      'a tag on a closed question',
      async ({ news, url, ada }) => {
        ok(await news.patch(PATH, 'curator', { status: 'closed' }))
        return () => news.post(`${url}/tags`, ada, body)
      },
      409,
      { questionStatus: 'closed', errors: [{ pointer: '/question', code: 'question_closed' }] },
    ],
    [
      'an unknown position',
      async ({ news, url, ada }) =>
        () =>
          news.post(`${url}/tags`, ada, { ...body, position: 'neither' }),
      422,
      { positions: [RECORDS, PERSONAL, 'ambivalent', 'off-question'], questionVersion: 1 },
    ],
    [
      'a tag under a version that has gone by',
      async ({ news, url, ada }) => {
        ok(await news.patch(PATH, 'curator', { guidelines: 'Others.' }))
        return () => news.post(`${url}/tags`, ada, { ...body, questionVersion: 1 })
      },
      409,
      { questionVersion: 2, errors: [{ pointer: '/questionVersion', code: 'stale_version' }] },
    ],
    [
      'a correction by who has not seen the last one',
      async ({ news, url, ada }) => {
        const { etag } = await news.get(url)
        ok(await news.patch(url, 'annotator', { polarity: 'denied' }))
        return () => news.patch(url, ada, { polarity: 'questioned' }, etag)
      },
      412,
      { current: { polarity: 'denied' }, etag: expect.any(String) },
    ],
    [
      'a second ruling by who has not seen the first',
      async ({ news, url }) => {
        made(await news.post<Ruling>(`${url}/rulings`, 'curator', body))
        return () => news.post(`${url}/rulings`, 'admin', { ...body, position: PERSONAL })
      },
      409,
      { ruling: { position: RECORDS, current: true, annotator: { name: 'the curator' } } },
    ],
    [
      'withdrawing another’s tag',
      async ({ news, url, ada, ben }) => {
        const { id } = made(await news.post<Tag>(`${url}/tags`, ada, body))
        return () => news.remove(`/v1/tags/${id}`, ben)
      },
      403,
      { annotator: { name: 'Ada' }, current: true },
    ],
    [
      'a tag under a lease that ended, when others have the last place',
      async ({ news, url, ada, ben }) => {
        ok(await news.patch(PATH, 'curator', { tagsPerClaim: 1 }))
        const [given] = ok(await news.get<Queue>(`${PATH}/queue`, ada)).data
        news.clock.shift = LEASE
        made(await news.post(`${url}/tags`, ben, body))
        return () => news.post(`${url}/tags`, ada, { ...body, lease: given?.lease?.id })
      },
      409,
      { lease: { endedAt: expect.any(String) }, places: 1, others: 1 },
    ],
  ]

it.each(WRONG)('%s', async (_, prepare, status, state) => {
  const news = await openNewsroom()
  const { claims } = await news.article('“They are business records,” said Ida Orme.')
  const [ada, ben] = [await news.annotator('annotator', 'Ada'), await news.annotator('annotator', 'Ben')]
  for (const role of ['annotator', 'curator'] as const) await news.keyOf(role)
  const wrong = await prepare({ news, url: `/v1/claims/${claims[0]?.id}`, ada, ben })
  // A changed question has its claims placed anew, in the background.
  await until(async () => ok(await news.get<Question>(PATH)).placing === null)
  const before = await news.rows()
  expect(expectRefused(await wrong(), { status })).toMatchObject(state)
  expect(await news.rows()).toEqual(before)
})
