// Claims handed out: kept for who was given them, free again when the lease ends, and what becomes of a late tag.

import { describe, expect, it } from 'vitest'
import { LEASE } from '../../src/leases/store.ts'
import type { Queue } from '../../src/queue/schema.ts'
import type { Tag } from '../../src/tags/schema.ts'
import {
  expectRefused,
  first,
  made,
  ok,
  openNewsroom,
  PERSONAL,
  QUESTION,
  RECORDS,
} from '../support/newsroom.ts'

const PATH = `/v1/questions/${QUESTION}`
type As = { readonly key: string }

/** A newsroom where each claim wants so many tags, three annotators, and what they do. */
async function working(words: readonly string[], change: object = { tagsPerClaim: 1 }) {
  const news = await openNewsroom()
  await news.article(words.map((one) => `“${one}” said Ida Orme.`).join(' '))
  ok(await news.patch(PATH, 'curator', change))
  const [one, two, three] = [
    await news.annotator('annotator', 'One'),
    await news.annotator('annotator', 'Two'),
    await news.annotator('annotator', 'Three'),
  ]
  const queue = async (as: As, query = '') => ok(await news.get<Queue>(`${PATH}/queue${query}`, as)).data
  return {
    ...{ news, one, two, three, queue },
    words: async (as: As, query = '') => (await queue(as, query)).map(({ quote }) => quote),
    tag: (as: As, claimId: string, more: object = {}) =>
      news.post<Tag>(`/v1/claims/${claimId}/tags`, as, { question: QUESTION, position: RECORDS, ...more }),
  }
}

describe('a lease', () => {
  it('keeps the claim for who was given it, until ten minutes are over', async () => {
    const { news, one, two, words } = await working(['a', 'bb', 'ccc'])
    expect(await words(one, '?limit=2')).toEqual(['a', 'bb'])
    expect(await words(two)).toEqual(['ccc'])
    expect(await words(one, '?limit=2')).toEqual(['a', 'bb'])
    news.clock.shift = LEASE - 1000
    expect(await words(two)).toEqual(['ccc'])
    news.clock.shift = LEASE + 1000
    expect(await words(two)).toEqual(['a', 'bb', 'ccc'])
    expect(await words(one)).toEqual([])
  })

  it('goes on under its id when asked again, and is given up for what is not given again', async () => {
    const { news, one, two, queue, words } = await working(['a', 'bb', 'ccc'])
    const before = await queue(one)
    news.clock.shift = LEASE / 2
    const after = await queue(one, '?limit=1')
    expect(first(after).lease?.id).toBe(first(before).lease?.id)
    expect(Date.parse(first(after).lease?.expiresAt ?? '')).toBeGreaterThan(
      Date.parse(first(before).lease?.expiresAt ?? ''),
    )
    expect(await words(two)).toEqual(['bb', 'ccc'])
  })

  it('is over once the claim is tagged, and is no part of the ledger', async () => {
    const { news, one, two, queue, words, tag } = await working(['a', 'bb'], { tagsPerClaim: 2 })
    const seq = await news.seq()
    const given = first(await queue(one, '?limit=1'))
    expect(await news.seq()).toBe(seq)
    made(await tag(one, given.id, { lease: given.lease?.id }))
    expect((await news.rows()).leases).toEqual([])
    expect(await words(two)).toEqual(['bb', 'a'])
    made(await tag(one, given.id, { lease: given.lease?.id, position: PERSONAL }))
  })

  it('is not needed to tag', async () => {
    const { one, two, queue, tag } = await working(['a'])
    const given = first(await queue(one))
    made(await tag(two, given.id))
    expect((await queue(one)).length).toBe(0)
  })
})

describe('a tag under a lease that ended', () => {
  it('is taken while the claim has a place left', async () => {
    const { news, one, queue, tag } = await working(['a'])
    const given = first(await queue(one))
    news.clock.shift = LEASE
    made(await tag(one, given.id, { lease: given.lease?.id }))
  })

  it.each(['tagged', 'leased', 'ruled on'])(
    'is refused when it is %s by somebody else meanwhile',
    async (how) => {
      const { news, one, two, queue, tag } = await working(['a'])
      const given = first(await queue(one))
      news.clock.shift = LEASE
      expect((await queue(two)).map(({ id }) => id)).toEqual([given.id])
      if (how === 'tagged') made(await tag(two, given.id))
      const ruling = { question: QUESTION, position: RECORDS }
      if (how === 'ruled on') made(await news.post(`/v1/claims/${given.id}/rulings`, 'curator', ruling))
      const before = await news.rows()
      const late = await tag(one, given.id, { lease: given.lease?.id })
      expect(expectRefused(late, { status: 409, pointer: '/lease', code: 'lease_ended' })).toMatchObject({
        lease: { id: given.lease?.id, endedAt: given.lease?.expiresAt },
        places: how === 'ruled on' ? 0 : 1,
        others: 1,
      })
      expect(await news.rows()).toEqual(before)
      made(await tag(one, given.id))
    },
  )

  it('or one that is on something else, is refused', async () => {
    const { one, two, queue, tag } = await working(['a', 'bb'])
    const [a, bb] = await queue(one)
    const wrong = { status: 422, pointer: '/lease', code: 'wrong_lease' }
    expectRefused(await tag(one, bb?.id ?? '', { lease: a?.lease?.id }), wrong)
    expectRefused(await tag(two, a?.id ?? '', { lease: a?.lease?.id }), wrong)
  })
})

describe('the queue', () => {
  it('asks so many people as the question says, and one more where they disagree', async () => {
    const { news, one, two, three, words, queue, tag } = await working(['a'], { tagsPerClaim: 2 })
    const { id } = first(await queue(one))
    made(await tag(one, id))
    made(await tag(two, id, { position: PERSONAL }))
    expect(await words(three)).toEqual(['a'])
    made(await tag(three, id, { position: 'ambivalent' }))
    expect(await words(await news.annotator('annotator', 'Four'))).toEqual([])
  })

  it('leaves out what people have settled', async () => {
    const settleAt = { people: 2, share: 0.6 }
    const { one, two, three, words, queue, tag } = await working(['a'], { tagsPerClaim: 5, settleAt })
    const { id } = first(await queue(one))
    made(await tag(one, id))
    expect(await words(three)).toEqual(['a'])
    made(await tag(two, id))
    expect(await words(three)).toEqual([])
  })

  it('asks again when the question means something else, whoever tagged before', async () => {
    const { news, one, two, three, queue, tag } = await working(['a', 'bb'])
    const [a, bb] = await queue(one)
    made(await tag(one, a?.id ?? ''))
    made(
      await news.post(`/v1/claims/${bb?.id}/rulings`, 'curator', { question: QUESTION, position: RECORDS }),
    )
    expect(await queue(two)).toEqual([])
    ok(await news.patch(PATH, 'curator', { guidelines: 'Think of the senders.' }))
    const again = first(await queue(one))
    expect([again.id, again.reason]).toEqual([a?.id, 'another-look'])
    made(await tag(one, again.id, { questionVersion: 2 }))
    expect([...(await queue(two)), ...(await queue(three))]).toEqual([])
  })

  it('shows where a claim stands and others’ tags, where the question is not blind', async () => {
    const { one, two, queue, tag } = await working(['a'], { blind: false })
    const before = first(await queue(one))
    expect(before).toMatchObject({ reason: 'untagged', positions: [{ basis: 'machine' }] })
    expect(before.tags?.map(({ annotator }) => annotator.kind)).toEqual(['software'])
    made(await tag(one, before.id, { position: PERSONAL }))
    const after = first(await queue(two))
    expect(after).toMatchObject({ reason: 'few-tags', positions: [{ basis: 'people', position: PERSONAL }] })
    expect(after.tags?.map(({ annotator }) => annotator.name)).toEqual(['engine', 'One'])
  })

  it('leases nothing to a program, which keeps nobody from a claim', async () => {
    const { news, one, words, queue } = await working(['a'])
    const program = await news.annotator('annotator', 'A model', 'software')
    expect((await queue(program)).map(({ lease }) => lease)).toEqual([null])
    expect(await words(one)).toEqual(['a'])
    expect(await words(program)).toEqual(['a'])
  })

  it('finds what lies behind many claims that are not for the annotator', async () => {
    const many = Array.from({ length: 230 }, (_, i) => `b${i}`)
    const { one, two, words } = await working([...many, 'the last and surest of them'])
    expect(await words(one, '?limit=200')).toHaveLength(200)
    expect(await words(two, '?limit=200')).toHaveLength(31)
  })
})
