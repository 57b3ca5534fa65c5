// Days in the life of the service, and what it answered at each moment of them.

import fc from 'fast-check'
import { expect } from 'vitest'
import type { Article } from '../../src/articles/schema.ts'
import type { Claim } from '../../src/claims/schema.ts'
import type { Question } from '../../src/questions/schema.ts'
import type { Step } from '../standings/sequences.ts'
import { sequence } from '../standings/sequences.ts'
import { type Newsroom, QUESTION, until } from '../support/newsroom.ts'

const list = async <T>(news: Newsroom, url: string) =>
  (await news.get<{ data: T[] }>(`${url}?limit=200`)).body.data

/** Puts the content of a claim somewhere else in its article, so that its place in the order moves. */
const move = fc.tuple(fc.nat(100), fc.nat(3)).map(
  ([at, words]): Step => ({
    says: `content of ${at} to word ${words}`,
    async write(news) {
      const claims = await list<Claim>(news, '/v1/claims')
      const claim = claims[at % Math.max(1, claims.length)]
      if (!claim) return { status: 404, text: 'no claim' }
      const start = words * 2
      const content = [{ start, end: start + 3 }]
      return news.patch(`/v1/claims/${claim.id}`, 'annotator', { content, speakers: ['Ida Orme'] }, '*')
    },
  }),
)

const SIDES = ['business-records', 'personal-documents', 'hybrid']

/** Sides come and go, with them the tags and rulings on them; and the rule by which people settle claims. */
const reshape = fc
  .record({
    sides: fc.subarray(SIDES, { minLength: 1 }),
    settleAt: fc.constantFrom(null, { people: 1, share: 0.5 }),
  })
  .map(
    ({ sides, settleAt }): Step => ({
      says: `sides ${sides.join()}`,
      async write(news) {
        const positions = sides.map((slug) => ({ slug, definition: `Says ${slug}.` }))
        return news.patch(`/v1/questions/${QUESTION}`, 'curator', { positions, settleAt }, '*')
      },
    }),
  )

const question = async (news: Newsroom) => (await news.get<Question>(`/v1/questions/${QUESTION}`)).body

const reread = fc.nat(100).map(
  (at): Step => ({
    says: `reread ${at}`,
    async write(news) {
      const articles = await list<Article>(news, '/v1/articles')
      return news.post(`/v1/articles/${articles[at % Math.max(1, articles.length)]?.id}/reextract`, 'curator')
    },
  }),
)

export const days: fc.Arbitrary<Step[]> = fc
  .tuple(sequence, fc.array(fc.oneof(move, reshape, reread), { minLength: 3, maxLength: 5 }))
  .map(([usual, rare]) => usual.flatMap((step, i) => [step, ...rare.filter((_, j) => 3 + 2 * j === i)]))

/** What is asked at each moment. */
async function urls(news: Newsroom): Promise<string[]> {
  const claims = await list<Claim>(news, '/v1/claims')
  const kept = [...claims.slice(0, 2), ...claims.slice(-2)]
  return [
    '/v1/claims?limit=200&sort=-publishedAt',
    '/v1/claims?limit=200&q=personal',
    '/v1/claims?limit=200&speaker=Ida%20Orme&status=confirmed',
    `/v1/claims?limit=3&question=${QUESTION}&basis=people`,
    '/v1/tags?limit=200',
    '/v1/tags?limit=200&current=true',
    `/v1/questions/${QUESTION}/agreement?include=software`,
    ...['speaker', 'affiliation', 'publisher', 'month'].map(
      (group) => `/v1/positions?question=${QUESTION}&groupBy=${group}&limit=200`,
    ),
    `/v1/positions?question=${QUESTION}&basis=machine&limit=200`,
    ...kept.flatMap(({ id }) => [`/v1/claims/${id}`, `/v1/claims/${id}/tags?limit=200`]),
  ]
}

export interface Moment {
  readonly seq: number
  readonly says: string
  readonly answers: readonly { readonly url: string; readonly answer: unknown }[]
}

/** Without what belongs to the request: a cursor goes on in the moment it comes from. */
async function answerTo(news: Newsroom, url: string): Promise<unknown> {
  const { status, body } = await news.get<{ nextCursor?: string | null; detail?: string }>(url)
  if (status !== 200) return { status, detail: body.detail }
  return { ...body, ...(body.nextCursor === undefined ? {} : { nextCursor: body.nextCursor !== null }) }
}

/** Once the machine has placed what a change left for it to place. */
export async function momentOf(news: Newsroom, says: string): Promise<Moment> {
  await until(async () => (await question(news)).placing === null)
  const seq = await news.seq()
  const answers = []
  for (const url of await urls(news)) answers.push({ url, answer: await answerTo(news, url) })
  expect(await news.seq(), 'nobody writes meanwhile').toBe(seq)
  return { seq, says, answers }
}

export async function expectAnswersAsOf(news: Newsroom, { seq, says, answers }: Moment): Promise<void> {
  for (const { url, answer } of answers) {
    const asOf = `${url}${url.includes('?') ? '&' : '?'}asOf=${seq}`
    expect(await answerTo(news, asOf), `${url} after ${says}`).toEqual(answer)
  }
}
