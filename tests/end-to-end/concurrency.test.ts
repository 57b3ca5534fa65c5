// Many at once: nothing twice, nothing lost, a ledger without gaps.

import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/articles/schema.ts'
import type { Change } from '../../src/changes/schema.ts'
import type { Claim } from '../../src/claims/schema.ts'
import type { Ruling } from '../../src/rulings/schema.ts'
import type { Speaker } from '../../src/speakers/schema.ts'
import type { Tag } from '../../src/tags/schema.ts'
import {
  expectNoGaps,
  first,
  made,
  ok,
  openNewsroom,
  PERSONAL,
  QUESTION,
  RECORDS,
} from '../support/newsroom.ts'

const text = '“They are business records,” said Ida Orme.'

/** As many of each status as there were, in order of status. */
const tally = (answers: readonly { status: number }[]) => {
  const counts = new Map<number, number>()
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a - b)
}

const times = <T>(n: number, one: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: n }, (_, i) => one(i)))

describe('at once', () => {
  it('ten posts of one article store it once', async () => {
    const news = await openNewsroom()
    await news.keyOf('annotator')
    const answers = await times(10, () =>
      news.post<Article & { articleId: string }>('/v1/articles', 'annotator', { title: 'One', text }),
    )
    expect(tally(answers)).toEqual([
      [201, 1],
      [409, 9],
    ])
    const id = answers.find((one) => one.status === 201)?.body.id
    expect(answers.filter((one) => one.status === 409).every((one) => one.body.articleId === id)).toBe(true)
    expect(ok(await news.get<{ data: Claim[] }>('/v1/claims')).data).toHaveLength(1)
    expect(ok(await news.get<{ data: Speaker[] }>('/v1/speakers')).data).toHaveLength(1)
    await expectNoGaps(news)
  })

  it('articles that bring the same new speaker find one', async () => {
    const news = await openNewsroom()
    await news.keyOf('annotator')
    const answers = await times(12, (i) =>
      news.post('/v1/articles', 'annotator', {
        title: `${i}`,
        text: `Story ${i}. “It is ours,” said Ida Orme for Kestrel Mail.`,
      }),
    )
    expect(tally(answers)).toEqual([[201, 12]])
    const { data } = ok(await news.get<{ data: Speaker[] }>('/v1/speakers'))
    expect(data.map(({ name, claimCount }) => [name, claimCount]).sort()).toEqual([
      ['Ida Orme', 12],
      ['Kestrel Mail', 0],
    ])
    await expectNoGaps(news)
  })

  it('of two writers who saw the same state, one is told', async () => {
    const news = await openNewsroom()
    const { claims, article } = await news.article(text)
    const { id: speaker } = first(first(claims).speakers)
    const changes: [string, 'annotator' | 'curator', (i: number) => object][] = [
      [
        `/v1/claims/${first(claims).id}`,
        'annotator',
        (i) => ({ polarity: i === 0 ? 'denied' : 'questioned' }),
      ],
      [`/v1/articles/${article.id}`, 'curator', (i) => ({ title: `Title ${i}` })],
      [`/v1/speakers/${speaker}`, 'curator', (i) => ({ aliases: [`Alias ${i}`] })],
      [`/v1/questions/${QUESTION}`, 'curator', (i) => ({ guidelines: `Guide ${i}`, wording: true })],
    ]
    for (const [url, as, change] of changes) {
      const { etag } = await news.get(url)
      await news.keyOf(as)
      expect(tally(await times(5, (i) => news.patch(url, as, change(i), etag))), url).toEqual([
        [200, 1],
        [412, 4],
      ])
    }
    await expectNoGaps(news)
  })

  it('fifty annotators tag one claim, and every tag counts', async () => {
    const news = await openNewsroom()
    const { claims } = await news.article(text)
    const url = `/v1/claims/${first(claims).id}`
    const annotators = await times(50, (i) => news.annotator('annotator', `annotator ${i}`))
    const answers = await times(50, (i) =>
      news.post(`${url}/tags`, annotators[i] ?? 'nobody', {
        question: QUESTION,
        position: i % 5 === 0 ? RECORDS : PERSONAL,
      }),
    )
    expect(tally(answers)).toEqual([[201, 50]])
    expect(first(ok(await news.get<Claim>(url)).positions)).toMatchObject({
      position: PERSONAL,
      basis: 'people',
      confidence: 0.8,
    })
    const current = ok(await news.get<{ data: Tag[] }>(`/v1/tags?current=true&limit=200`)).data
    expect(current.filter((tag) => tag.annotator.kind === 'person')).toHaveLength(50)
    await expectNoGaps(news)
  })

  it('one annotator’s twenty tags on one claim leave one that stands; of twenty rulings one is made', async () => {
    const news = await openNewsroom()
    const { claims } = await news.article(text)
    const url = `/v1/claims/${first(claims).id}`
    await news.keyOf('curator')
    const body = (i: number) => ({ question: QUESTION, position: i % 2 === 0 ? RECORDS : PERSONAL })
    expect(tally(await times(20, (i) => news.post(`${url}/tags`, 'curator', body(i))))).toEqual([[201, 20]])
    expect(tally(await times(20, (i) => news.post(`${url}/rulings`, 'curator', body(i))))).toEqual([
      [201, 1],
      [409, 19],
    ])
    const tags = ok(await news.get<{ data: Tag[] }>(`${url}/tags?limit=200`)).data
    expect(tags.filter((tag) => tag.annotator.kind === 'person' && tag.current)).toHaveLength(1)
    expect(
      ok(await news.get<{ data: Ruling[] }>(`${url}/rulings`)).data.filter((one) => one.current),
    ).toHaveLength(1)
    await expectNoGaps(news)
  })

  it('a deletion among tags leaves nothing behind', async () => {
    const news = await openNewsroom()
    const { claims, article } = await news.article(text)
    await news.keyOf('curator')
    const tag = { question: QUESTION, position: PERSONAL }
    const answers = await times(20, (i) =>
      i === 10
        ? news.remove(`/v1/articles/${article.id}`, 'curator')
        : news.post(`/v1/claims/${first(claims).id}/tags`, 'curator', tag),
    )
    expect(answers.every(({ status }) => [201, 204, 410].includes(status))).toBe(true)
    const { tags, claims: left, standings } = await news.rows()
    expect([tags, left]).toEqual([[], []])
    expect(standings?.every((row) => JSON.parse(row as string).claims === 0)).toBe(true)
    await expectNoGaps(news)
  })

  it('merges of the same speakers in both directions leave one of them', async () => {
    const news = await openNewsroom()
    const { claims } = await news.article('“It is ours,” said Ida Orme and Jon Pell.')
    const [a, b] = first(claims).speakers.map((one) => one.id)
    await news.keyOf('curator')
    const answers = await Promise.all(
      [
        [a, b],
        [b, a],
      ].map(([from, into]) => news.post(`/v1/speakers/${from}/merge`, 'curator', { into })),
    )
    expect(tally(answers)).toEqual([
      [200, 1],
      [422, 1],
    ])
    expect(ok(await news.get<{ data: Speaker[] }>('/v1/speakers')).data).toHaveLength(1)
  })
})

describe('the ledger', () => {
  it('has every write, who, when and what, after a day of all kinds', async () => {
    const news = await openNewsroom()
    const { article, claims } = await news.article(text)
    const url = `/v1/claims/${first(claims).id}`
    const tag = made(
      await news.post<Tag>(`${url}/tags`, 'annotator', { question: QUESTION, position: PERSONAL }),
    )
    made(await news.post(`${url}/rulings`, 'curator', { question: QUESTION, position: PERSONAL }))
    ok(await news.patch(url, 'annotator', { status: 'confirmed' }))
    await news.remove(`/v1/tags/${tag.id}`, 'annotator')
    ok(await news.patch(`/v1/articles/${article.id}`, 'curator', { title: 'Other' }))
    await news.remove(`/v1/articles/${article.id}`, 'curator')
    const { data } = ok(await news.get<{ data: Change[] }>('/v1/changes?limit=1000'))
    const said = data.map(({ entity, action }) => `${entity} ${action}`)
    for (const write of [
      'annotator create',
      'key create',
      'question create',
      'article create',
      'speaker create',
      'claim create',
      'tag create',
      'ruling create',
      'claim update',
      'tag withdraw',
      'article update',
      'claim delete',
      'article delete',
    ])
      expect(said).toContain(write)
    const history = ok(await news.get<{ data: Change[] }>(`/v1/changes?id=${article.id}`)).data
    expect(history.map(({ action }) => action)).toEqual(['create', 'update', 'delete'])
    expect(history[1]).toMatchObject({ before: { title: 'A dispute' }, after: { title: 'Other' } })
    expect(JSON.stringify(data)).not.toContain(await news.keyOf('annotator'))
    await expectNoGaps(news)
  })
})
