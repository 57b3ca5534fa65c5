// Questions over their life: opened, put better, changed, closed; what becomes of tags, and what the ledger says.

import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/claims/schema.ts'
import type { Question, QuestionVersion } from '../../src/questions/schema.ts'
import type { Tag } from '../../src/tags/schema.ts'
import {
  expectNoGaps,
  expectRefused,
  first,
  made,
  type Newsroom,
  ok,
  openNewsroom,
  PERSONAL,
  QUESTION,
} from '../support/newsroom.ts'

const drones = {
  slug: 'drones',
  text: 'May parcels be delivered by drone at night?',
  positions: [
    { slug: 'allow', definition: 'They may.' },
    { slug: 'forbid', definition: 'They may not.' },
  ],
}
const path = '/v1/questions/drones'

/** Once the claims have been placed. */
async function settled({ get }: Newsroom): Promise<Question> {
  for (;;) {
    const { body } = await get<Question>(path)
    if (body.placing === null) return body
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

async function withDrones() {
  const news = await openNewsroom()
  made(await news.post('/v1/questions', 'curator', drones))
  await settled(news)
  return news
}

/** A claim, and what is thought of it now. */
async function claimed(news: Newsroom) {
  const { claims } = await news.article('“They should forbid it,” said Ida Orme.')
  const { id } = first(claims)
  const place = async () => {
    const claim = ok(await news.get<Claim>(`/v1/claims/${id}`))
    return claim.positions.find((one) => one.question === 'drones')
  }
  return { id, place }
}

describe('a question', () => {
  it('that is opened says at once that claims are being placed on it', async () => {
    const news = await openNewsroom()
    const opened = made(await news.post<Question>('/v1/questions', 'curator', drones))
    expect(opened.placing).toEqual({ placed: 0, total: 0 })
    const { placing, ...stored } = await settled(news)
    expect({ ...stored, placing: opened.placing }).toEqual(opened)
    expect(placing).toBeNull()
    const closed = { ...drones, slug: 'later', status: 'closed' }
    expect(made(await news.post<Question>('/v1/questions', 'curator', closed)).placing).toBeNull()
  })

  it('is read as it was opened', async () => {
    const news = await withDrones()
    const question = await settled(news)
    expect(question).toMatchObject({
      slug: 'drones',
      version: 1,
      status: 'open',
      guidelines: '',
      placing: null,
    })
    expect(question.positions.map(({ slug }) => slug)).toEqual([
      'allow',
      'forbid',
      'ambivalent',
      'off-question',
    ])
    const list = ok(await news.get<{ data: Question[] }>('/v1/questions?status=open'))
    expect(list.data.map(({ slug }) => slug)).toEqual([QUESTION, 'drones'])
  })

  it('cannot be opened twice', async () => {
    const news = await withDrones()
    const problem = expectRefused(await news.post('/v1/questions', 'curator', drones), { status: 409 })
    expect(problem.slug).toBe('drones')
  })

  it.each([
    ['without a text', { ...drones, text: ' ' }, 400, '/text'],
    ['under no slug', { ...drones, slug: 'Drones!' }, 400, '/slug'],
    [
      'with a position twice',
      { ...drones, positions: [{ slug: 'a' }, { slug: 'a' }] },
      422,
      '/positions/1/slug',
    ],
    ['with a misspelt field', { ...drones, guideline: 'x' }, 400, '/guideline'],
  ])('%s is refused', async (_what, body, status, pointer) => {
    const news = await openNewsroom()
    const seq = await news.seq()
    await news.keyOf('curator')
    const after = await news.seq()
    expectRefused(await news.post('/v1/questions', 'curator', { ...body, slug: body.slug }), {
      status,
      pointer,
    })
    expect(await news.seq()).toBe(after)
    expect(after).toBeGreaterThan(seq)
  })

  it('that is not there is not found', async () => {
    const news = await openNewsroom()
    expectRefused(await news.get('/v1/questions/nope'), { status: 404 })
    expectRefused(await news.get('/v1/questions/nope/versions'), { status: 404 })
    expectRefused(await news.patch('/v1/questions/nope', 'curator', { status: 'closed' }, '*'), {
      status: 404,
    })
  })

  it('keeps every version, and better words within one', async () => {
    const news = await withDrones()
    const change = async (body: object) => ok(await news.patch<Question>(path, 'curator', body)).version
    expect(await change({ text: 'May drones deliver at night?', wording: true })).toBe(1)
    const illustrated = drones.positions.map((one) => ({ ...one, examples: ['“Let them fly.”'] }))
    expect(await change({ positions: illustrated, wording: true })).toBe(1)
    expect(await change({ tagsPerClaim: 3, blind: false })).toBe(1)
    expect(await change({ positions: drones.positions, wording: true })).toBe(1)
    expect(await change({ guidelines: 'Only parcels.' })).toBe(2)
    expect(await change({ positions: [...drones.positions, { slug: 'sometimes' }] })).toBe(3)
    expect(await change({ status: 'closed' })).toBe(3)
    const { data } = ok(await news.get<{ data: QuestionVersion[] }>(`${path}/versions`))
    expect(
      data.map(({ version, text, guidelines, positions }) => [version, text, guidelines, positions.length]),
    ).toEqual([
      [1, 'May drones deliver at night?', '', 4],
      [2, 'May drones deliver at night?', 'Only parcels.', 4],
      [3, 'May drones deliver at night?', 'Only parcels.', 5],
    ])
    await settled(news)
    await expectNoGaps(news)
  })

  it('places the existing claims when it is opened, and anew when it comes to mean something else', async () => {
    const news = await openNewsroom()
    const claim = await claimed(news)
    expect(await claim.place()).toBeUndefined()
    made(await news.post('/v1/questions', 'curator', drones))
    await settled(news)
    expect(await claim.place()).toMatchObject({ position: 'forbid', basis: 'machine' })
    const positions = [{ slug: 'allow' }, { slug: 'ban' }]
    ok(await news.patch(path, 'curator', { positions }))
    await settled(news)
    expect(await claim.place()).toMatchObject({ position: 'off-question', basis: 'machine' })
  })

  it('drops no tag when a position goes, and counts none that is on it', async () => {
    const news = await withDrones()
    const claim = await claimed(news)
    const tag = made(
      await news.post<Tag>(`/v1/claims/${claim.id}/tags`, 'annotator', {
        question: 'drones',
        position: 'allow',
      }),
    )
    made(
      await news.post(`/v1/claims/${claim.id}/rulings`, 'curator', { question: 'drones', position: 'allow' }),
    )
    expect(await claim.place()).toMatchObject({ position: 'allow', basis: 'ruling' })
    ok(await news.patch(path, 'curator', { positions: [{ slug: 'forbid' }, { slug: 'permit' }] }))
    await settled(news)
    expect(await claim.place()).toMatchObject({ position: 'forbid', basis: 'machine' })
    expect(ok(await news.get<Tag>(`/v1/tags/${tag.id}`))).toMatchObject({
      position: 'allow',
      questionVersion: 1,
      current: false,
    })
    const { data } = ok(await news.get<{ data: { action: string }[] }>(`/v1/changes?id=${tag.id}`))
    expect(data.map(({ action }) => action)).toEqual(['create', 'retire'])
  })

  it('that is closed takes no tag, and does again when it is opened', async () => {
    const news = await withDrones()
    const claim = await claimed(news)
    const tag = () =>
      news.post(`/v1/claims/${claim.id}/tags`, 'annotator', { question: 'drones', position: 'allow' })
    ok(await news.patch(path, 'curator', { status: 'closed' }))
    expectRefused(await tag(), { status: 409 })
    ok(await news.patch(path, 'curator', { status: 'open' }))
    expect((await tag()).status).toBe(201)
  })

  it('goes into the ledger with what it was and what it is', async () => {
    const news = await withDrones()
    ok(await news.patch(path, 'curator', { status: 'closed' }))
    const { data } = ok(
      await news.get<{ data: { action: string; before: Question | null; after: Question }[] }>(
        '/v1/changes?entity=question&id=drones',
      ),
    )
    expect(data.map(({ action, before, after }) => [action, before?.status, after.status])).toEqual([
      ['create', undefined, 'open'],
      ['update', 'open', 'closed'],
    ])
  })

  it('shipped, stays as curators have made it', async () => {
    const news = await openNewsroom()
    const shipped = ok(await news.get<Question>(`/v1/questions/${QUESTION}`))
    expect(shipped.positions.map(({ slug }) => slug)).toContain(PERSONAL)
  })
})
