// One registry for all articles: who is the same speaker, who is not, and what curators decide about it.

import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/claims/schema.ts'
import type { Standings } from '../../src/positions/schema.ts'
import type { Speaker } from '../../src/speakers/schema.ts'
import {
  expectNoGaps,
  expectRefused,
  first,
  made,
  type Newsroom,
  ok,
  openNewsroom,
  QUESTION,
} from '../support/newsroom.ts'

let told = 0
/** An article in which each of the sources says something, and their speakers' ids. */
async function saidBy(news: Newsroom, ...sources: string[]): Promise<string[]> {
  const { claims } = await news.article(
    sources.map((source) => `“Thing ${told++} are business records,” said ${source}.`).join(' '),
  )
  return claims.map((claim) => first(claim.speakers).id)
}

const known = async (news: Newsroom, query = '') =>
  ok(await news.get<{ data: Speaker[] }>(`/v1/speakers?limit=200&${query}`)).data

describe('across articles', () => {
  it.each<[string, string, string, boolean]>([
    ['the same name without affiliations', 'Ida Orme', 'Ida Orme', true],
    ['the same name in other letters', 'Zoë Ängström', 'ZOE ANGSTROM', true],
    ['the same name and firm', 'Ida Orme for Kestrel Mail', 'Ida Orme for Kestrel Mail', true],
    ['the same name, once with a firm', 'Ida Orme for Kestrel Mail', 'Ida Orme', true],
    ['the same name, later with a firm', 'Ida Orme', 'Ida Orme for Kestrel Mail', true],
    ['the same name and another firm', 'Ida Orme for Kestrel Mail', 'Ida Orme for Heron Post', false],
    ['the same name and another kind', 'Merlin', 'Merlin (organization)', false],
    ['two people of one surname', 'Ann Smith', 'Bob Smith', false],
    ['a bare surname alone', 'Smith', 'Smith', false],
    ['a bare surname of the same firm', 'Smith for Kestrel Mail', 'Smith for Kestrel Mail', true],
    ['a bare surname of another firm', 'Smith for Kestrel Mail', 'Smith for Heron Post', false],
    ['a full name after its bare surname', 'Smith', 'Ann Smith', false],
    ['a body by its name', 'Records Office (government)', 'The Records Office (government)', true],
    ['a body by its acronym', 'Records Office (government, also RO)', 'RO (government)', true],
    [
      'a body whose kind was read otherwise',
      'Records Office (government)',
      'Records Office (organization)',
      true,
    ],
    ['a body with points in its acronym', 'Records Office (government, also R.O)', 'RO (government)', true],
    ['a group of the same name', 'Harbour pilots (group)', 'Harbour pilots (group)', true],
    ['somebody unknown', 'a passer-by (unknown)', 'a passer-by (unknown)', false],
    ['a described person', 'a former clerk', 'a former clerk', false],
    ['a described person with a name in it', 'a Kestrel agent', 'a Kestrel agent', false],
  ])('%s', async (_, one, other, same) => {
    const news = await openNewsroom()
    // The stub ends a source at a full stop.
    const [a] = await saidBy(news, one.replace('R.O', 'RO'))
    const [b] = await saidBy(news, other)
    expect(a === b).toBe(same)
  })

  it('two Smiths stay two, also for a third article that could mean either', async () => {
    const news = await openNewsroom()
    const [a] = await saidBy(news, 'Ann Smith for Kestrel Mail')
    const [b] = await saidBy(news, 'Ann Smith for Heron Post')
    const [c] = await saidBy(news, 'Ann Smith')
    expect(new Set([a, b, c]).size).toBe(3)
    expect((await known(news, 'q=ann%20smith')).map((one) => one.id).sort()).toEqual([a, b, c].sort())
  })

  it('of whom nothing is known but a name that three have is the one of whom no more is known', async () => {
    const news = await openNewsroom()
    await saidBy(news, 'Ann Smith for Kestrel Mail')
    await saidBy(news, 'Ann Smith for Heron Post')
    const [third] = await saidBy(news, 'Ann Smith')
    expect(await saidBy(news, 'Ann Smith')).toEqual([third])
  })

  it('a body that somebody has entered twice is the first of the two, and no third', async () => {
    const news = await openNewsroom()
    const [id] = await saidBy(news, 'Kestrel Mail (organization)')
    made(await news.post('/v1/speakers', 'curator', { name: 'Kestrel Mail', kind: 'organization' }))
    expect(await saidBy(news, 'Kestrel Mail (organization)')).toEqual([id])
    expect(await saidBy(news, 'Kestrel Mail (organization)')).toEqual([id])
    expect(await known(news, 'q=kestrel')).toHaveLength(2)
  })

  it('what an article adds about somebody is kept', async () => {
    const news = await openNewsroom()
    await saidBy(news, 'Records Office (government)')
    const [id] = await saidBy(news, 'Records Office (government, also RO)')
    await saidBy(news, 'Ida Orme')
    const [orme] = await saidBy(news, 'Ida Orme for Records Office')
    expect(ok(await news.get<Speaker>(`/v1/speakers/${id}`))).toMatchObject({
      aliases: ['RO'],
      claimCount: 2,
    })
    expect(ok(await news.get<Speaker>(`/v1/speakers/${orme}`))).toMatchObject({
      affiliations: [{ speakerId: id, name: 'Records Office', role: 'counsel' }],
      claimCount: 2,
    })
  })

  it('a description is no alias', async () => {
    const news = await openNewsroom()
    const [id] = await saidBy(news, 'Records Office (government, also the office)')
    expect(ok(await news.get<Speaker>(`/v1/speakers/${id}`)).aliases).toEqual([])
  })
})

describe('a merge', () => {
  async function merged() {
    const news = await openNewsroom()
    const [firm] = await saidBy(news, 'Heron Post (organization)')
    const [from] = await saidBy(news, 'I. Orme for Heron Post'.replace('I. ', 'Isa '))
    const [into] = await saidBy(news, 'Ida Orme for Kestrel Mail')
    const ids = { firm: firm ?? '', from: from ?? '', into: into ?? '' }
    const answer = ok(
      await news.post<Speaker>(`/v1/speakers/${ids.from}/merge`, 'curator', { into: ids.into }),
    )
    return { news, ...ids, answer }
  }

  it('makes one speaker of two, with the names, claims and affiliations of both', async () => {
    const { news, into, answer } = await merged()
    expect(answer).toMatchObject({ id: into, name: 'Ida Orme', aliases: ['Isa Orme'], claimCount: 2 })
    expect(answer.affiliations.map((one) => one.name).sort()).toEqual(['Heron Post', 'Kestrel Mail'])
    const { data } = ok(await news.get<Standings>(`/v1/positions?question=${QUESTION}&speaker=Isa%20Orme`))
    expect(data).toMatchObject([{ speaker: { id: into }, claims: 2 }])
    await expectNoGaps(news)
  })

  it('redirects the old id for good, and finds its claims by it', async () => {
    const { news, from, into } = await merged()
    const answer = await news.get(`/v1/speakers/${from}`)
    expect([answer.status, answer.headers.location]).toEqual([308, `/v1/speakers/${into}`])
    expect(ok(await news.get<{ data: Claim[] }>(`/v1/claims?speaker=${from}`)).data).toHaveLength(2)
    const [third] = await saidBy(news, 'Third Person')
    ok(await news.post(`/v1/speakers/${into}/merge`, 'curator', { into: third }))
    expect((await news.get(`/v1/speakers/${from}`)).headers.location).toBe(`/v1/speakers/${third}`)
    expect((await known(news)).map((one) => one.id)).not.toContain(from)
  })

  it('is respected by later articles', async () => {
    const { news, into } = await merged()
    expect(await saidBy(news, 'Isa Orme for Heron Post')).toEqual([into])
    expect(await saidBy(news, 'Ida Orme for Kestrel Mail')).toEqual([into])
  })

  it('of two who spoke together leaves one', async () => {
    const news = await openNewsroom()
    const { claims } = await news.article('“It is ours,” said Ida Orme and Jon Pell.')
    const [a, b] = first(claims).speakers
    ok(await news.post(`/v1/speakers/${a?.id}/merge`, 'curator', { into: b?.id }))
    expect(ok(await news.get<Claim>(`/v1/claims/${first(claims).id}`)).speakers).toEqual([b])
  })

  it('of a firm takes its people along', async () => {
    const { news, firm, into } = await merged()
    const kestrel = (await known(news, 'q=kestrel'))[0]?.id
    ok(await news.post(`/v1/speakers/${firm}/merge`, 'curator', { into: kestrel }))
    const orme = ok(await news.get<Speaker>(`/v1/speakers/${into}`))
    expect(orme.affiliations).toMatchObject([{ name: 'Kestrel Mail' }])
    const { data } = ok(await news.get<Standings>(`/v1/positions?question=${QUESTION}&groupBy=affiliation`))
    expect(data.map(({ affiliation, claims }) => [affiliation?.name, claims])).toEqual([['Kestrel Mail', 3]])
  })

  it('of a person into the firm they speak for keeps nobody affiliated with themselves', async () => {
    const news = await openNewsroom()
    const [orme] = await saidBy(news, 'Ida Orme for Kestrel Mail')
    const kestrel = (await known(news, 'q=kestrel'))[0]?.id
    expect(
      ok(await news.post<Speaker>(`/v1/speakers/${orme}/merge`, 'curator', { into: kestrel })).affiliations,
    ).toEqual([])
    ok(await news.get(`/v1/positions?question=${QUESTION}&groupBy=affiliation`))
  })

  it('is refused where it makes no sense, and the database stays as it was', async () => {
    const { news, from, into } = await merged()
    const before = await news.rows()
    const merge = (id: string, target: unknown) =>
      news.post(`/v1/speakers/${id}/merge`, 'curator', { into: target })
    expectRefused(await merge(into, into), { status: 422, pointer: '/into', code: 'unknown_speaker' })
    expectRefused(await merge(into, from), { status: 422, pointer: '/into', code: 'unknown_speaker' })
    expectRefused(await merge(into, 'spk_nobody'), { status: 422, pointer: '/into', code: 'unknown_speaker' })
    expectRefused(await merge('spk_nobody', into), { status: 404 })
    expect(expectRefused(await merge(from, into), { status: 409 })).toMatchObject({ into })
    expectRefused(await merge(into, undefined), { status: 400, pointer: '/into' })
    expectRefused(await news.patch(`/v1/speakers/${from}`, 'curator', { name: 'x' }, '*'), { status: 409 })
    expect(await news.rows()).toEqual(before)
  })
})
