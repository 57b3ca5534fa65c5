// Rulings over their life: made, seen before they are overruled, reopened; and what the claim stands as meanwhile.

import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/claims/schema.ts'
import type { Ruling } from '../../src/rulings/schema.ts'
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
  RECORDS,
} from '../support/newsroom.ts'

async function claimed(news: Newsroom) {
  const { claims } = await news.article('“They are business records,” said Ida Orme.')
  const url = `/v1/claims/${first(claims).id}`
  return {
    url,
    stands: async () => first(ok(await news.get<Claim>(url)).positions),
    rulings: async () => ok(await news.get<{ data: Ruling[] }>(`${url}/rulings`)).data,
    rule: (position: string, more = {}) =>
      news.post<Ruling>(`${url}/rulings`, 'curator', { question: QUESTION, position, ...more }),
  }
}

describe('a ruling', () => {
  it('is not undone by a later tag, and reopening it is a write of its own', async () => {
    const news = await openNewsroom()
    const { url, stands, rulings, rule } = await claimed(news)
    const answer = await rule(PERSONAL)
    const ruling = made(answer)
    expect(answer.headers.location).toBe(`/v1/rulings/${ruling.id}`)
    expect(ok(await news.get<Ruling>(`/v1/rulings/${ruling.id}`))).toEqual(ruling)
    made(await news.post(`${url}/tags`, 'annotator', { question: QUESTION, position: RECORDS }))
    expect(await stands()).toMatchObject({ position: PERSONAL, basis: 'ruling' })

    const reopened = ok(
      await news.post<Ruling>(`/v1/rulings/${ruling.id}/reopen`, 'curator', { rationale: 'Read again.' }),
    )
    expect(reopened).toMatchObject({
      id: ruling.id,
      current: false,
      ended: { because: 'reopened', rationale: 'Read again.' },
    })
    expect(await stands()).toMatchObject({ position: RECORDS, basis: 'people' })
    made(await rule('ambivalent'))
    expect(
      (await rulings()).map(({ position, current, ended }) => [position, current, ended?.because]),
    ).toEqual([
      [PERSONAL, false, 'reopened'],
      ['ambivalent', true, undefined],
    ])
    const { data } = ok(await news.get<{ data: { action: string }[] }>(`/v1/changes?id=${ruling.id}`))
    expect(data.map(({ action }) => action)).toEqual(['create', 'reopen'])
    await expectNoGaps(news)
  })

  it('where one stands names it, or is refused with the one that stands', async () => {
    const news = await openNewsroom()
    const { stands, rulings, rule } = await claimed(news)
    const one = made(await rule(PERSONAL))
    const before = await news.rows()
    const refused = { status: 409, pointer: '/supersedes' }
    for (const more of [{}, { supersedes: 'rul_other' }])
      expect(expectRefused(await rule(RECORDS, more), { ...refused, code: 'ruling_stands' }).ruling).toEqual(
        one,
      )
    expect(await news.rows()).toEqual(before)
    const two = made(await rule(RECORDS, { supersedes: one.id }))
    expect(await stands()).toMatchObject({ position: RECORDS, basis: 'ruling' })
    expect((await rulings()).map(({ id, current, ended }) => [id, current, ended?.because])).toEqual([
      [one.id, false, 'superseded'],
      [two.id, true, undefined],
    ])
    ok(await news.post(`/v1/rulings/${two.id}/reopen`, 'curator', {}))
    const late = expectRefused(await rule(RECORDS, { supersedes: two.id }), {
      ...refused,
      code: 'ruling_ended',
    })
    expect(late.ruling).toBeNull()
  })

  it('of two at once, one is made and the other is told which', async () => {
    const news = await openNewsroom()
    const { rule } = await claimed(news)
    await news.keyOf('curator')
    const answers = await Promise.all([rule(PERSONAL), rule(RECORDS)])
    const [won, lost] = answers.sort((a, b) => a.status - b.status)
    expect([won?.status, lost?.status]).toEqual([201, 409])
    expect(lost?.body).toMatchObject({ ruling: { id: won?.body.id, current: true } })
  })

  it('that stands no more is not reopened, and none that never was', async () => {
    const news = await openNewsroom()
    const { rule } = await claimed(news)
    const { id } = made(await rule(PERSONAL))
    const reopen = () => news.post(`/v1/rulings/${id}/reopen`, 'curator', {})
    ok(await reopen())
    const again = made(await rule(RECORDS))
    const before = await news.rows()
    expect(expectRefused(await reopen(), { status: 409 })).toMatchObject({
      ended: { because: 'reopened' },
      ruling: { id: again.id },
    })
    expectRefused(await news.post('/v1/rulings/rul_nothing/reopen', 'curator', {}), { status: 404 })
    expectRefused(await news.get('/v1/rulings/rul_nothing'), { status: 404 })
    expectRefused(await news.post(`/v1/rulings/${again.id}/reopen`, 'annotator', {}), { status: 403 })
    expect(await news.rows()).toEqual({
      ...before,
      annotators: expect.anything(),
      keys: expect.anything(),
      changes: expect.anything(),
    })
  })

  it('on a position that goes, ends with it', async () => {
    const news = await openNewsroom()
    const { rule, rulings } = await claimed(news)
    made(await rule(PERSONAL))
    ok(await news.patch(`/v1/questions/${QUESTION}`, 'curator', { positions: [{ slug: RECORDS }] }))
    expect((await rulings()).map(({ current, ended }) => [current, ended?.because])).toEqual([
      [false, 'position-gone'],
    ])
  })
})
