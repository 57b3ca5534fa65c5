// Speakers as entries: found by any part of any name, added, corrected.

import { describe, expect, it } from 'vitest'
import type { Standings } from '../../src/positions/schema.ts'
import type { Speaker } from '../../src/speakers/schema.ts'
import {
  type Answer,
  expectRefused,
  first,
  made,
  type Newsroom,
  ok,
  openNewsroom,
  QUESTION,
  sharedNewsroom,
} from '../support/newsroom.ts'

interface List {
  data: Speaker[]
  nextCursor: string | null
}

async function fiveSpeakers(news: Newsroom) {
  const add = async (body: object) => made(await news.post<Speaker>('/v1/speakers', 'curator', body))
  const office = await add({ name: "Conseil d'État", kind: 'court', aliases: ['CE'] })
  await add({
    name: 'Zoë Ängström',
    kind: 'person',
    aliases: ['Dr Angstrom'],
    affiliations: [{ speakerId: office.id, role: 'judge' }],
  })
  await add({ name: 'Łukasz O’Brien', kind: 'person' })
  await add({ name: '100% Post', kind: 'organization' })
  await add({ name: 'Post_Union', kind: 'group' })
  return office
}

describe('the list of speakers', () => {
  const news = sharedNewsroom(fiveSpeakers)

  it.each([
    ['', ["Conseil d'État", 'Zoë Ängström', 'Łukasz O’Brien', '100% Post', 'Post_Union']],
    ['q=angstrom', ['Zoë Ängström']],
    ['q=ÄNGSTRÖM', ['Zoë Ängström']],
    ['q=Zo', ['Zoë Ängström']],
    ['q=dr%20ang', ['Zoë Ängström']],
    ['q=conseil%20d%27etat', ["Conseil d'État"]],
    ['q=conseil%20d%E2%80%99%C3%A9tat', ["Conseil d'État"]],
    ['q=The%20Conseil', ["Conseil d'État"]],
    ['q=ce', ["Conseil d'État"]],
    ['q=o%27brien', ['Łukasz O’Brien']],
    ['q=lukasz', ['Łukasz O’Brien']],
    ['q=post', ['100% Post', 'Post_Union']],
    ['q=post&kind=group', ['Post_Union']],
    ['kind=person', ['Zoë Ängström', 'Łukasz O’Brien']],
    ['q=100%25', ['100% Post']],
    ['q=post_u', ['Post_Union']],
    ['q=p%25t', []],
    ['q=nobody', []],
    ['q=%25', []],
    ['q=!', []],
    ['q=%20.%20', []],
  ])('under "%s" finds %j', async (query, names) => {
    const address = `/v1/speakers?${query.replace(/[Ä-ü]/g, encodeURIComponent)}`
    const sorted = (list: Speaker[]) => list.map((one) => one.name).sort()
    expect(sorted(ok(await news().get<List>(address)).data)).toEqual([...names].sort())
    const seen: Speaker[] = []
    let next: string | undefined = `${address}&limit=1`
    while (next !== undefined) {
      const answer: Answer<List> = await news().get<List>(next)
      seen.push(...ok(answer).data)
      next = /<([^>]+)>; rel="next"/.exec(String(answer.headers.link))?.[1]
    }
    expect(sorted(seen)).toEqual([...names].sort())
  })

  it.each([
    ['kind=robot', 'kind'],
    ['q=', 'q'],
    ['name=x', 'name'],
    ['cursor=x', 'cursor'],
    ['limit=1000', 'limit'],
  ])('refuses "%s"', async (query, pointer) => {
    expectRefused(await news().get(`/v1/speakers?${query}`), { status: 400, pointer: `/query/${pointer}` })
  })

  it.each<[object, number, string, string | undefined]>([
    [{ kind: 'person' }, 400, '/name', 'invalid_type'],
    [{ name: ' ', kind: 'person' }, 400, '/name', 'too_small'],
    [{ name: 'x'.repeat(301), kind: 'person' }, 400, '/name', 'too_big'],
    [{ name: 'X', kind: 'robot' }, 400, '/kind', 'invalid_value'],
    [{ name: 'X', kind: 'person', claimCount: 7 }, 400, '/claimCount', 'unknown_field'],
    [{ name: 'X', kind: 'person', aliases: [''] }, 400, '/aliases/0', 'too_small'],
    [{ name: 'X', kind: 'person', affiliations: [{}] }, 400, '/affiliations/0/speakerId', 'invalid_type'],
    [
      { name: 'X', kind: 'person', affiliations: [{ speakerId: 'spk_nobody' }] },
      422,
      '/affiliations/0/speakerId',
      'unknown_speaker',
    ],
    [{ name: 'X\0', kind: 'person' }, 400, '/name', 'nul_character'],
  ])('refuses to add %#', async (body, status, pointer, code) => {
    const before = await news().rows()
    expectRefused(await news().post('/v1/speakers', 'curator', body), { status, pointer, code })
    expect(await news().rows()).toEqual(before)
  })

  it('is not bothered by names that hold no letters', async () => {
    const room = await openNewsroom()
    const odd = made(
      await room.post<Speaker>('/v1/speakers', 'curator', {
        name: '!!!',
        kind: 'unknown',
        aliases: ['…', '!!!'],
      }),
    )
    expect(ok(await room.get<Speaker>(`/v1/speakers/${odd.id}`)).name).toBe('!!!')
    ok(await room.get('/v1/speakers?q=%E2%80%A6'))
    expect(ok(await room.get<{ data: unknown[] }>('/v1/claims?speaker=!!!')).data).toEqual([])
  })
})

describe('a speaker', () => {
  it('is added, read, corrected, with what they said counted anew', async () => {
    const news = await openNewsroom()
    const { claims } = await news.article('“They are business records,” said Ida Orme for Kestrel Mail.')
    const { id } = first(first(claims).speakers)
    const answer = await news.post<Speaker>('/v1/speakers', 'curator', {
      name: 'Heron Post',
      kind: 'organization',
      aliases: ['HP', 'heron  post', 'H.P.'],
    })
    const heron = made(answer)
    expect(heron).toMatchObject({ name: 'Heron Post', aliases: ['HP'], affiliations: [], claimCount: 0 })
    expect([answer.headers.location, answer.etag]).toEqual([
      `/v1/speakers/${heron.id}`,
      (await news.get(`/v1/speakers/${heron.id}`)).etag,
    ])
    const change = {
      name: 'Ida B. Orme',
      aliases: ['Orme'],
      affiliations: [{ speakerId: heron.id, role: 'chair' }],
    }
    const url = `/v1/speakers/${id}`
    const changed = await news.patch<Speaker>(url, 'curator', change)
    expect(ok(changed)).toMatchObject({
      name: 'Ida B. Orme',
      kind: 'person',
      aliases: ['Orme'],
      affiliations: [{ name: 'Heron Post', role: 'chair' }],
      claimCount: 1,
    })
    expect(changed.etag).toBe((await news.get(`/v1/speakers/${id}`)).etag)
    const groups = async () =>
      ok(await news.get<Standings>(`/v1/positions?question=${QUESTION}&groupBy=affiliation`)).data.map(
        (one) => one.affiliation?.name ?? null,
      )
    expect(await groups()).toEqual(['Heron Post'])
    // What was read can be sent as it is; the name of another entry is not changed by it.
    const { affiliations } = changed.body
    const renamed = affiliations.map((one) => ({ ...one, name: 'Another' }))
    for (const read of [affiliations, renamed])
      expect(ok(await news.patch<Speaker>(url, 'curator', { affiliations: read })).affiliations).toEqual(
        affiliations,
      )
    ok(await news.patch(`/v1/speakers/${id}`, 'curator', { affiliations: [] }))
    expect(await groups()).toEqual([null])
    ok(await news.patch(`/v1/speakers/${id}`, 'curator', { kind: 'organization' }))
    expect(await groups()).toEqual(['Ida B. Orme'])
  })

  it('keeps an old name findable only when it stays an alias', async () => {
    const news = await openNewsroom()
    const { id } = made(
      await news.post<Speaker>('/v1/speakers', 'curator', { name: 'Heron Post', kind: 'organization' }),
    )
    ok(await news.patch(`/v1/speakers/${id}`, 'curator', { name: 'Egret Post', aliases: ['Heron Post'] }))
    expect(ok(await news.get<List>('/v1/speakers?q=heron')).data).toHaveLength(1)
    ok(await news.patch(`/v1/speakers/${id}`, 'curator', { aliases: [] }))
    expect(ok(await news.get<List>('/v1/speakers?q=heron')).data).toHaveLength(0)
  })

  it('is changed only by who has seen them as they are', async () => {
    const news = await openNewsroom()
    const { id } = made(
      await news.post<Speaker>('/v1/speakers', 'curator', { name: 'Heron Post', kind: 'organization' }),
    )
    const url = `/v1/speakers/${id}`
    const { etag } = await news.get(url)
    expectRefused(await news.send('PATCH', url, 'curator', { body: { name: 'A' } }), { status: 428 })
    ok(await news.patch(url, 'curator', { name: 'A' }, etag))
    expectRefused(await news.patch(url, 'curator', { name: 'B' }, etag), { status: 412 })
    const before = await news.rows()
    expectRefused(await news.patch(url, 'curator', { affiliations: [{ speakerId: id }] }), {
      status: 422,
      pointer: '/affiliations/0/speakerId',
    })
    expectRefused(await news.patch(url, 'curator', { affiliations: [{ speakerId: 'spk_nobody' }] }), {
      status: 422,
    })
    expectRefused(await news.patch(url, 'curator', { mergedInto: 'x' }), {
      status: 400,
      pointer: '/mergedInto',
      code: 'unknown_field',
    })
    expectRefused(await news.patch('/v1/speakers/spk_nobody', 'curator', { name: 'x' }, '*'), { status: 404 })
    expectRefused(await news.get('/v1/speakers/spk_nobody'), { status: 404 })
    expect(await news.rows()).toEqual(before)
  })
})
