// Lists of tags: every filter, each tag once however the list is cut.

import { describe, expect, it } from 'vitest'
import type { Tag } from '../../src/tags/schema.ts'
import { expectRefused, ok, PERSONAL, QUESTION, RECORDS, sharedNewsroom } from '../support/newsroom.ts'

const OFF = 'off-question'

describe('the list of tags', () => {
  const news = sharedNewsroom(async (room) => {
    const { claims } = await room.article(
      '“They are business records,” said Ida Orme. “They are personal documents,” said Jon Pell. “Why?” said nobody.',
    )
    const other = await room.annotator('annotator', 'another')
    for (const { id } of claims) {
      await room.post(`/v1/claims/${id}/tags`, 'annotator', { question: QUESTION, position: OFF })
      await room.post(`/v1/claims/${id}/tags`, 'annotator', { question: QUESTION, position: PERSONAL })
      await room.post(`/v1/claims/${id}/tags`, other, { question: QUESTION, position: RECORDS })
    }
    return other
  })

  it.each([
    ['', 12],
    [`question=${QUESTION}`, 12],
    ['question=no-such', 0],
    [`position=${OFF}`, 4],
    [`position=${OFF}&current=true`, 1],
    ['current=true', 9],
    ['current=false', 3],
    [`current=true&position=${RECORDS}&question=${QUESTION}`, 4],
  ])('under "%s" has %d, each once however it is cut', async (query, n) => {
    const all = ok(await news().get<{ data: Tag[] }>(`/v1/tags?${query}`)).data
    expect(all).toHaveLength(n)
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: { data: Tag[]; nextCursor: string | null } = ok(
        await news().get(`/v1/tags?${query}&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`),
      )
      seen.push(...page.data.map((one) => one.id))
      cursor = page.nextCursor
    }
    expect(seen).toEqual(all.map((one) => one.id))
  })

  it('by annotator', async () => {
    const { data } = ok(await news().get<{ data: Tag[] }>(`/v1/tags?annotator=${news().given.id}`))
    expect(data.map((one) => one.annotator.name)).toEqual(['another', 'another', 'another'])
  })

  it.each(['current=yes', 'claim=x', 'limit=-1', 'cursor=x', 'position=A'])('refuses "%s"', async (query) => {
    expectRefused(await news().get(`/v1/tags?${query}`), {
      status: 400,
      pointer: `/query/${query.split('=')[0]}`,
    })
  })
})
