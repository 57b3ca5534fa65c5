// When people settle a claim without a curator: as many as the question asks for, of one mind.

import { expect, it } from 'vitest'
import type { Claim } from '../../src/claims/schema.ts'
import type { Question } from '../../src/questions/schema.ts'
import {
  expectRefused,
  first,
  made,
  ok,
  openNewsroom,
  PERSONAL,
  QUESTION,
  RECORDS,
  sharedNewsroom,
} from '../support/newsroom.ts'

const room = sharedNewsroom(async (news) =>
  Promise.all([1, 2, 3, 4].map((n) => news.annotator('annotator', `Tagger ${n}`))),
)
let told = 0

/** A claim tagged by each in turn, and what then stands. */
async function tagged(said: readonly string[]) {
  const news = room()
  const claim = first((await news.article(`“Letters are theirs,” said Ida Orme on day ${told++}.`)).claims)
  for (const [i, position] of said.entries())
    made(
      await news.post(`/v1/claims/${claim.id}/tags`, news.given[i] ?? 'nobody', {
        question: QUESTION,
        position,
      }),
    )
  const stands = async () => first(ok(await news.get<Claim>(`/v1/claims/${claim.id}`)).positions)
  return { id: claim.id, stands }
}

const settleAt = async (value: unknown) =>
  ok(await room().patch<Question>(`/v1/questions/${QUESTION}`, 'curator', { settleAt: value }))

it.each<[object | null, string[], string, boolean]>([
  [null, [RECORDS, RECORDS, RECORDS], 'people', false],
  [{ people: 2 }, [], 'machine', false],
  [{ people: 2 }, [RECORDS], 'people', false],
  [{ people: 2 }, [RECORDS, RECORDS], 'people', true],
  [{ people: 2 }, [RECORDS, RECORDS, PERSONAL], 'people', false],
  [{ people: 3, share: 0.6 }, [RECORDS, PERSONAL], 'people', false],
  [{ people: 3, share: 0.6 }, [RECORDS, PERSONAL, RECORDS], 'people', true],
  [{ people: 2, share: 0.51 }, [RECORDS, PERSONAL], 'people', false],
])('at %j, %j is %s’s and settled: %s', async (threshold, said, basis, settled) => {
  expect((await settleAt(threshold)).settleAt).toEqual(threshold === null ? null : { share: 1, ...threshold })
  expect(await (await tagged(said)).stands()).toMatchObject({ basis, settled })
})

it('a later tag unsettles it, and agreement settles it again; a ruling settles it whatever they say', async () => {
  await settleAt({ people: 2 })
  const { id, stands } = await tagged([RECORDS, RECORDS])
  const [, , third] = room().given
  const tag = async (position: string) =>
    made(await room().post(`/v1/claims/${id}/tags`, third ?? 'nobody', { question: QUESTION, position }))
  expect(await stands()).toMatchObject({ settled: true })
  await tag(PERSONAL)
  expect(await stands()).toMatchObject({ position: RECORDS, settled: false })
  await tag(RECORDS)
  expect(await stands()).toMatchObject({ position: RECORDS, settled: true })
  await tag(PERSONAL)
  made(await room().post(`/v1/claims/${id}/rulings`, 'curator', { question: QUESTION, position: PERSONAL }))
  expect(await stands()).toMatchObject({ position: PERSONAL, basis: 'ruling', settled: true })
})

it('a new version unsettles what was settled under the old one, and is looked at again', async () => {
  const news = await openNewsroom()
  const { claims } = await news.article('“It rains,” said Ida Orme. “It snows,” said Ida Orme.')
  const url = `/v1/questions/${QUESTION}`
  ok(await news.patch(url, 'curator', { settleAt: { people: 1 } }))
  const tag = () =>
    news.post(`/v1/claims/${first(claims).id}/tags`, 'annotator', { question: QUESTION, position: RECORDS })
  const settled = async () =>
    ok(await news.get<Claim>(`/v1/claims/${first(claims).id}`)).positions[0]?.settled
  const again = async (query = '') =>
    ok(await news.get<{ data: Claim[] }>(`/v1/claims?anotherLook=true${query}`)).data.map(({ id }) => id)
  made(await tag())
  expect([await settled(), await again()]).toEqual([true, []])
  ok(await news.patch(url, 'curator', { guidelines: 'Better ones.', wording: true }))
  expect([await settled(), await again()]).toEqual([true, []])
  ok(await news.patch(url, 'curator', { guidelines: 'Other ones.' }))
  expect([await settled(), await again(`&question=${QUESTION}`)]).toEqual([false, [first(claims).id]])
  made(await tag())
  expect([await settled(), await again()]).toEqual([true, []])
})

it.each([
  [{ people: 0 }, '/settleAt/people', 'too_small'],
  [{ people: 2, share: 0.5 }, '/settleAt/share', 'too_small'],
  [{ share: 1 }, '/settleAt/people', 'invalid_type'],
  [{ people: 2, persons: 3 }, '/settleAt/persons', 'unknown_field'],
])('a threshold of %j is refused', async (threshold, pointer, code) => {
  const answer = await room().patch(`/v1/questions/${QUESTION}`, 'curator', { settleAt: threshold })
  expectRefused(answer, { status: 400, pointer, code })
})
