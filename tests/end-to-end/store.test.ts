// One story through all rooms, told on both databases with the same answers: their SQL differs, their contract does not.

import { expect, it } from 'vitest'
import type { ArticleSummary } from '../../src/articles/schema.ts'
import type { Change } from '../../src/changes/schema.ts'
import type { Claim } from '../../src/claims/schema.ts'
import type { Standings } from '../../src/positions/schema.ts'
import type { Question } from '../../src/questions/schema.ts'
import type { Ruling } from '../../src/rulings/schema.ts'
import type { Speaker } from '../../src/speakers/schema.ts'
import type { Tag } from '../../src/tags/schema.ts'
import { eachDialect } from '../support/dialects.ts'
import {
  expectNoGaps,
  expectRefused,
  first,
  made,
  ok,
  openNewsroom,
  PERSONAL,
  QUESTION,
  RECORDS,
  until,
} from '../support/newsroom.ts'
import { everyPage } from './every-page.ts'

interface List<T> {
  data: T[]
  nextCursor: string | null
}

const text =
  '🦉 “They are business records,” said Mara Voss for Kestrel Mail. “They are personal documents,” said Zoë Ängström and Jon Pell for Heron Post. “He said ‘it rains’ says Ida Orme, twice,” said Records Office (government, also RO). Rain fell.'

eachDialect('a story', ({ url }) => {
  it('of an article, its claims and speakers', async () => {
    const news = await openNewsroom({ url: await url() })
    const { article, claims } = await news.article(text, {
      publisher: 'Quayside Echo',
      publishedAt: '2021-01-31',
      metadata: { ümlaut: ['🦉', null, 1.5, { deep: true }] },
    })
    expect(claims.map(({ ordinal, speakers }) => [ordinal, speakers.map((one) => one.name)])).toEqual([
      [1, ['Mara Voss']],
      [2, ['Zoë Ängström', 'Jon Pell']],
      [3, ['Records Office']],
      [4, ['Ida Orme']],
    ])
    expect(claims[3]?.parentId).toBe(claims[2]?.id)
    const change = { title: 'Rain', metadata: { a: [1, '🦉'] }, publishedAt: '2021-02-01' }
    expect(ok(await news.patch(`/v1/articles/${article.id}`, 'curator', change))).toMatchObject({
      ...change,
      publishedAt: '2021-02-01T00:00:00.000Z',
      claimCount: 4,
    })
    for (const [query, n] of [
      ['q=rain', 1],
      ['q=%22rain%20fell%22', 1],
      ['q=snow', 0],
      ['q=RAINS', 1],
      ['q=rain%20or%20snow', 0],
      ['q=rain%20-fell', 1],
      ['q=%22', 0],
      ['q=%22%22%20%22fell', 1],
      ['q=a%26b%7C%21%28%3A%2A', 0],
      ['publishedFrom=2021-02-01', 1],
      ['publishedTo=2021-01-31', 0],
      ['publisher=Quayside%20Echo', 1],
    ] as const)
      expect(ok(await news.get<List<ArticleSummary>>(`/v1/articles?${query}`)).data, query).toHaveLength(n)
    const added = made(
      await news.post<Claim>(`/v1/articles/${article.id}/claims`, 'annotator', {
        exact: 'Rain fell',
        speakers: ['Zoe Angstrom', 'Somebody New'],
      }),
    )
    expect(added).toMatchObject({
      ordinal: 5,
      speakers: [{ name: 'Zoë Ängström' }, { name: 'Somebody New' }],
    })
    const moved = ok(
      await news.patch<Claim>(`/v1/claims/${added.id}`, 'annotator', {
        content: [{ start: 0, end: 1, exact: '🦉' }],
        cue: [{ start: 2, end: 3 }],
      }),
    )
    expect(moved).toMatchObject({ ordinal: 1, quote: '🦉', content: [{ start: 0, end: 1, exact: '🦉' }] })
    for (const [query, n] of [
      ['q=personal', 1],
      ['speaker=RO', 1],
      ['status=confirmed', 1],
      [`position=${RECORDS}`, 1],
      ['sort=-confidence', 5],
      ['sort=publishedAt', 5],
      ['basis=machine&type=direct', 4],
    ] as const)
      expect(ok(await news.get<List<Claim>>(`/v1/claims?${query}`)).data, query).toHaveLength(n)
    await everyPage(news, '/v1/claims?sort=-confidence', 5)
    await everyPage(news, '/v1/claims?q=they', 2)
    await everyPage(news, '/v1/speakers?', 8)
    expectRefused(await news.post('/v1/articles', 'annotator', { title: 'x', text }), { status: 409 })
    expect((await news.remove(`/v1/articles/${article.id}`, 'curator')).status).toBe(204)
    expectRefused(await news.get(`/v1/claims/${added.id}`), { status: 410 })
    await expectNoGaps(news)
  })

  it('of tags, rulings, and who stands where', async () => {
    const news = await openNewsroom({ url: await url() })
    const { claims } = await news.article(text, { publisher: 'Quayside Echo' })
    const at = (i: number) => `/v1/claims/${claims[i]?.id}`
    const tag = made(
      await news.post<Tag>(
        `${at(0)}/tags`,
        'annotator',
        { question: QUESTION, position: PERSONAL, confidence: 0.25 },
        { 'idempotency-key': 'k' },
      ),
    )
    expect(
      (
        await news.post<Tag>(
          `${at(0)}/tags`,
          'annotator',
          { question: QUESTION, position: PERSONAL, confidence: 0.25 },
          { 'idempotency-key': 'k' },
        )
      ).body,
    ).toEqual(tag)
    made(
      await news.post<Ruling>(`${at(1)}/rulings`, 'curator', { question: QUESTION, position: 'ambivalent' }),
    )
    ok(await news.patch(at(2), 'annotator', { status: 'rejected' }))
    for (const groupBy of ['speaker', 'affiliation', 'publisher', 'month'] as const)
      for (const more of [
        '',
        '&basis=people',
        '&publisher=Quayside%20Echo',
        '&speaker=Mara%20Voss',
        '&publishedFrom=2020-01-01',
      ])
        ok(await news.get<Standings>(`/v1/positions?question=${QUESTION}&groupBy=${groupBy}${more}`))
    const { data } = ok(await news.get<Standings>(`/v1/positions?question=${QUESTION}`))
    expect(
      data
        .map(({ speaker, leaning, claims: n, evidence }) => [speaker?.name, leaning, n, evidence.length])
        .sort(),
    ).toEqual([
      ['Ida Orme', null, 1, 0],
      ['Jon Pell', null, 1, 0],
      ['Mara Voss', PERSONAL, 1, 1],
      ['Zoë Ängström', null, 1, 0],
    ])
    expect((await news.remove(`/v1/tags/${tag.id}`, 'annotator')).status).toBe(204)
    expect(first(ok(await news.get<Claim>(at(0))).positions)).toMatchObject({
      position: RECORDS,
      basis: 'machine',
    })
    await everyPage(news, `/v1/tags?question=${QUESTION}`, 6)
    await expectNoGaps(news)
  })

  it('of speakers, merged, and a question, opened and changed', async () => {
    const news = await openNewsroom({ url: await url() })
    const { claims } = await news.article(text)
    const [zoe, jon] = claims[1]?.speakers ?? []
    const merged = ok(await news.post<Speaker>(`/v1/speakers/${jon?.id}/merge`, 'curator', { into: zoe?.id }))
    expect(merged).toMatchObject({
      aliases: ['Jon Pell'],
      claimCount: 1,
      affiliations: [{ name: 'Heron Post' }],
    })
    expect((await news.get(`/v1/speakers/${jon?.id}`)).status).toBe(308)
    ok(await news.patch(`/v1/speakers/${zoe?.id}`, 'curator', { name: 'Zoë B. Ängström', affiliations: [] }))
    expect(ok(await news.get<List<Speaker>>('/v1/speakers?q=zoe%20b&kind=person')).data).toHaveLength(1)
    const question = {
      slug: 'does-it-rain',
      text: 'Does it rain?',
      positions: [
        { slug: 'it-rains', definition: 'Yes.' },
        { slug: 'it-shines', definition: 'No.' },
      ],
    }
    made(await news.post<Question>('/v1/questions', 'curator', question))
    const settled = () =>
      until(async () => ok(await news.get<Question>('/v1/questions/does-it-rain')).placing === null)
    await settled()
    ok(
      await news.patch('/v1/questions/does-it-rain', 'curator', {
        positions: [{ slug: 'it-rains', definition: 'Certainly.' }],
      }),
    )
    await settled()
    const { data } = ok(await news.get<Standings>('/v1/positions?question=does-it-rain&speaker=Ida%20Orme'))
    expect(data).toMatchObject([
      { leaning: 'it-rains', counts: { 'it-rains': 1, ambivalent: 0, 'off-question': 0 } },
    ])
    expect(
      ok(await news.get<List<Question>>('/v1/questions')).data.map((one) => [one.slug, one.version]),
    ).toEqual([
      [QUESTION, 1],
      ['does-it-rain', 2],
    ])
    const changes = ok(await news.get<List<Change>>('/v1/changes?limit=1000&entity=speaker')).data
    expect(changes.map((one) => one.action)).toEqual(expect.arrayContaining(['create', 'merge', 'update']))
    await expectNoGaps(news)
  })

  it('of many writers at once', async () => {
    const news = await openNewsroom({ url: await url() })
    const { claims } = await news.article(text)
    await news.keyOf('annotator')
    const same = await Promise.all(
      Array.from({ length: 8 }, () =>
        news.post('/v1/articles', 'annotator', { title: 'Same', text: '“It is ours,” said Mara Voss.' }),
      ),
    )
    expect(same.map((one) => one.status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409])
    const taggers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => news.annotator('annotator', `tagger ${i}`)),
    )
    const tags = await Promise.all(
      taggers.map((one) =>
        news.post(`/v1/claims/${first(claims).id}/tags`, one, { question: QUESTION, position: PERSONAL }),
      ),
    )
    expect(tags.every((one) => one.status === 201)).toBe(true)
    const { etag } = await news.get(`/v1/claims/${claims[1]?.id}`)
    const patches = await Promise.all(
      [1, 2, 3].map(() =>
        news.patch(`/v1/claims/${claims[1]?.id}`, 'annotator', { status: 'confirmed' }, etag),
      ),
    )
    expect(patches.map((one) => one.status).sort()).toEqual([200, 412, 412])
    expect(first(ok(await news.get<Claim>(`/v1/claims/${first(claims).id}`)).positions)).toMatchObject({
      position: PERSONAL,
      confidence: 1,
      basis: 'people',
    })
    await expectNoGaps(news)
  })
})
