// The ledger is read from any point on, to its end, and followed from there.

import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/changes/schema.ts'
import { expectRefused, ok, sharedNewsroom } from '../support/newsroom.ts'

interface Page {
  data: Change[]
  nextCursor: string | null
  nextAfter: number
}

const news = sharedNewsroom(async ({ annotator }) => {
  for (const name of ['Ada', 'Grace', 'Lynn']) await annotator('annotator', name)
})

const read = async (query: string) => ok(await news().get<Page>(`/v1/changes${query}`))

describe('the ledger', () => {
  it('is read to its end by nextAfter, without a gap', async () => {
    const seen: number[] = []
    let after = 0
    for (
      let page = await read('?limit=3');
      page.data.length > 0;
      page = await read(`?limit=3&after=${after}`)
    ) {
      seen.push(...page.data.map(({ seq }) => seq))
      after = page.nextAfter
    }
    expect(seen).toEqual(Array.from({ length: await news().seq() }, (_, i) => i + 1))
    expect(await read(`?after=${after}`)).toEqual({ data: [], nextCursor: null, nextAfter: after })
  })

  it('is paged like any list: by nextCursor, or by the Link to the next page', async () => {
    const answer = await news().get<Page>('/v1/changes?after=1&limit=2')
    const { nextCursor, data } = ok(answer)
    expect(data.map(({ seq }) => seq)).toEqual([2, 3])
    expect(nextCursor).toBe('3')
    const next = /^<(.+)>; rel="next"$/.exec(String(answer.headers.link))?.[1] ?? ''
    for (const url of [next, `/v1/changes?limit=2&cursor=${nextCursor}`])
      expect(ok(await news().get<Page>(url)).data.map(({ seq }) => seq)).toEqual([4, 5])
  })

  it('says who, when and what', async () => {
    const { data } = await read('?entity=annotator&limit=1000')
    const last = data.at(-1)
    expect(last).toMatchObject({
      entity: 'annotator',
      action: 'create',
      before: null,
      after: { name: 'Lynn' },
    })
    expect(last?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(last?.annotatorId).toMatch(/^ann_/)
  })

  it('gives the history of one thing', async () => {
    const { data } = await read('?entity=annotator')
    const id = data.at(-1)?.entityId
    expect((await read(`?id=${id}`)).data.map(({ entityId }) => entityId)).toEqual([id])
    expect((await read('?id=ann_nobody')).data).toEqual([])
  })

  it.each([
    ['after', ''],
    ['cursor', ''],
    ['after', '&entity=tag'],
  ])('says where it ends to whose %s is past it%s', async (name, more) => {
    const last = await news().seq()
    const answer = await news().get(`/v1/changes?${name}=${last + 1}${more}`)
    const problem = expectRefused(answer, { status: 422, pointer: `/query/${name}`, code: 'past_the_end' })
    expect(problem.last).toBe(last)
    expect((await read(`?${name}=${last}${more}`)).data).toEqual([])
  })

  it.each(['?limit=1001', '?limit=0', '?after=-1', '?after=x', '?cursor=x', '?entity=key&id=', '?from=1'])(
    'refuses %s',
    async (query) => {
      expectRefused(await news().get(`/v1/changes${query}`), { status: 400 })
    },
  )
})
