// Tags and rulings: who says what of a claim, which of it stands, and what the claim's position then is.

import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/claims/schema.ts'
import type { Question } from '../../src/questions/schema.ts'
import type { Ruling } from '../../src/rulings/schema.ts'
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

const text = '“They are business records,” said Ida Orme.'
const OFF = 'off-question'

async function claimed(news: Newsroom): Promise<string> {
  return `/v1/claims/${first((await news.article(text)).claims).id}`
}

const stands = async (news: Newsroom, url: string) => first(ok(await news.get<Claim>(url)).positions)

describe('a tag', () => {
  it('is kept with who gave it, when and under which version', async () => {
    const news = await openNewsroom()
    const url = await claimed(news)
    const answer = await news.post<Tag>(`${url}/tags`, 'annotator', {
      question: QUESTION,
      position: PERSONAL,
      confidence: 0.7,
      rationale: 'She means the opposite.',
    })
    const tag = made(answer)
    expect(tag).toMatchObject({
      claimId: url.split('/').at(-1),
      question: QUESTION,
      questionVersion: 1,
      position: PERSONAL,
      confidence: 0.7,
      rationale: 'She means the opposite.',
      annotator: { name: 'the annotator', kind: 'person' },
      current: true,
    })
    expect(answer.headers.location).toBe(`/v1/tags/${tag.id}`)
    expect(ok(await news.get<Tag>(`/v1/tags/${tag.id}`))).toEqual(tag)
    const listed = ok(await news.get<{ data: Tag[] }>(`${url}/tags`)).data
    expect(listed.map((one) => [one.annotator.kind, one.current])).toEqual([
      ['software', true],
      ['person', true],
    ])
    expect(listed[0]?.rationale).not.toBeNull()
    expect(await stands(news, url)).toMatchObject({
      question: QUESTION,
      position: PERSONAL,
      basis: 'people',
      confidence: 1,
    })
  })

  it('supersedes one’s own, which stays readable, and can be withdrawn', async () => {
    const news = await openNewsroom()
    const url = await claimed(news)
    const tag = async (position: string) =>
      made(await news.post<Tag>(`${url}/tags`, 'annotator', { question: QUESTION, position }))
    const [one, two] = [await tag(PERSONAL), await tag(OFF)]
    expect(ok(await news.get<Tag>(`/v1/tags/${one.id}`)).current).toBe(false)
    expect(await stands(news, url)).toMatchObject({ position: OFF, basis: 'people' })
    expectRefused(await news.remove(`/v1/tags/${one.id}`, 'annotator'), { status: 409 })
    expect((await news.remove(`/v1/tags/${two.id}`, 'annotator')).status).toBe(204)
    expectRefused(await news.remove(`/v1/tags/${two.id}`, 'annotator'), { status: 409 })
    expect(await stands(news, url)).toMatchObject({ position: RECORDS, basis: 'machine' })
    expect(ok(await news.get<{ data: Tag[] }>(`${url}/tags`)).data.map((each) => each.current)).toEqual([
      true,
      false,
      false,
    ])
  })

  it('of another is not withdrawn', async () => {
    const news = await openNewsroom()
    const url = await claimed(news)
    const mine = made(
      await news.post<Tag>(`${url}/tags`, 'annotator', { question: QUESTION, position: PERSONAL }),
    )
    const before = await news.rows()
    expectRefused(await news.remove(`/v1/tags/${mine.id}`, 'admin'), { status: 403 })
    expectRefused(await news.remove('/v1/tags/tag_nothing', 'admin'), { status: 404 })
    expectRefused(await news.get('/v1/tags/tag_nothing'), { status: 404 })
    expect(await news.rows()).toEqual(before)
  })
})

describe('the position of a claim', () => {
  const room = sharedNewsroom(async () => null)

  /** What each person says in turn, what stands then, and with what confidence. */
  it.each<[string[], string, Claim['positions'][number]['basis'], number]>([
    [[], RECORDS, 'machine', 0.86],
    [[PERSONAL], PERSONAL, 'people', 1],
    [[PERSONAL, PERSONAL, RECORDS], PERSONAL, 'people', 2 / 3],
    [[PERSONAL, RECORDS], 'ambivalent', 'people', 0.5],
    [[PERSONAL, RECORDS, OFF], 'ambivalent', 'people', 1 / 3],
    [[OFF, OFF, PERSONAL], OFF, 'people', 2 / 3],
    [['ambivalent', 'ambivalent', PERSONAL, PERSONAL, RECORDS], 'ambivalent', 'people', 0.4],
  ])('after people say %j is %s by %s', async (said, position, basis, confidence) => {
    const news = room()
    const { claims } = await news.article(`${text} Then ${said.length} people spoke: ${said}.`)
    const url = `/v1/claims/${first(claims).id}`
    for (const [i, one] of said.entries()) {
      const { key } = await news.annotator('annotator', `person ${i}`)
      made(await news.post(`${url}/tags`, { key }, { question: QUESTION, position: one }))
    }
    const found = await stands(news, url)
    expect(found).toMatchObject({ position, basis })
    expect(found.confidence).toBeCloseTo(confidence)
  })

  it('is never a program’s once a person has spoken, and programs are weighed by confidence', async () => {
    const news = await openNewsroom()
    const url = await claimed(news)
    const program = await news.annotator('annotator', 'a classifier', 'software')
    const tag = (key: string, position: string, confidence?: number) =>
      news.post(`${url}/tags`, { key }, { question: QUESTION, position, confidence })
    made(await tag(program.key, PERSONAL, 0.2))
    expect(await stands(news, url)).toMatchObject({ position: RECORDS, basis: 'machine' })
    made(await tag(program.key, PERSONAL, 0.99))
    expect(await stands(news, url)).toMatchObject({ position: PERSONAL, basis: 'machine', confidence: 0.99 })
    made(await tag(await news.keyOf('annotator'), OFF))
    made(await tag(program.key, PERSONAL, 1))
    expect(await stands(news, url)).toMatchObject({ position: OFF, basis: 'people' })
  })

  it('is the ruling, with dissenting tags beside it, until another ruling', async () => {
    const news = await openNewsroom()
    const url = await claimed(news)
    const ruling = made(
      await news.post<Ruling>(`${url}/rulings`, 'curator', {
        question: QUESTION,
        position: PERSONAL,
        rationale: 'Settled.',
      }),
    )
    expect(ruling).toMatchObject({
      question: QUESTION,
      questionVersion: 1,
      position: PERSONAL,
      rationale: 'Settled.',
      current: true,
      annotator: { name: 'the curator' },
    })
    made(await news.post(`${url}/tags`, 'annotator', { question: QUESTION, position: OFF }))
    expect(await stands(news, url)).toMatchObject({
      question: QUESTION,
      position: PERSONAL,
      basis: 'ruling',
      confidence: 1,
    })
    const other = { question: QUESTION, position: 'ambivalent', supersedes: ruling.id }
    made(await news.post(`${url}/rulings`, 'admin', other))
    expect(await stands(news, url)).toMatchObject({ position: 'ambivalent', basis: 'ruling' })
    const listed = ok(await news.get<{ data: Ruling[] }>(`${url}/rulings`)).data
    expect(listed.map((one) => [one.position, one.current])).toEqual([
      [PERSONAL, false],
      ['ambivalent', true],
    ])
  })
})

describe('refused, and the database as it was', () => {
  const news = sharedNewsroom(async (room) => {
    await room.keyOf('annotator')
    await room.keyOf('curator')
    const body = { slug: 'closed-one', text: 'Is it closed?', positions: [{ slug: 'yes' }], status: 'closed' }
    made(await room.post<Question>('/v1/questions', 'curator', body))
    return claimed(room)
  })
  const good = { question: QUESTION, position: RECORDS }

  it.each<[string, object, number, string | undefined, string | undefined]>([
    ['an unknown question', { ...good, question: 'no-such' }, 422, '/question', 'unknown_question'],
    ['an unknown position', { ...good, position: 'no-such' }, 422, '/position', 'unknown_position'],
    ['a position of another question', { ...good, position: 'yes' }, 422, '/position', 'unknown_position'],
    ['a closed question', { question: 'closed-one', position: 'yes' }, 409, '/question', 'question_closed'],
    ['a version gone by', { ...good, questionVersion: 7 }, 409, '/questionVersion', 'stale_version'],
    ['no question', { position: RECORDS }, 400, '/question', 'invalid_type'],
    ['no position', { question: QUESTION }, 400, '/position', 'invalid_type'],
    [
      'something that is no slug',
      { ...good, position: 'Business Records' },
      400,
      '/position',
      'invalid_format',
    ],
    ['an unknown field', { ...good, current: true }, 400, '/current', 'unknown_field'],
    ['a rationale too long', { ...good, rationale: 'x'.repeat(2001) }, 400, '/rationale', 'too_big'],
  ])('%s', async (_, body, status, pointer, code) => {
    const before = await news().rows()
    for (const what of ['tags', 'rulings'])
      expectRefused(await news().post(`${news().given}/${what}`, 'curator', body), { status, pointer, code })
    expect(await news().rows()).toEqual(before)
  })

  it.each([-0.1, 1.1, '0.5', null])('a confidence of %j', async (confidence) => {
    expectRefused(await news().post(`${news().given}/tags`, 'annotator', { ...good, confidence }), {
      status: 400,
      pointer: '/confidence',
    })
  })

  it('a claim that never was', async () => {
    for (const what of ['tags', 'rulings']) {
      expectRefused(await news().post(`/v1/claims/clm_nothing/${what}`, 'curator', good), { status: 404 })
      expectRefused(await news().get(`/v1/claims/clm_nothing/${what}`), { status: 404 })
    }
  })
})
