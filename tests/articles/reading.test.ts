// Articles once they are in: listed, read, corrected, deleted.

import { describe, expect, it } from 'vitest'
import type { Article, ArticleSummary } from '../../src/articles/schema.ts'
import type { Claim } from '../../src/claims/schema.ts'
import {
  type Answer,
  expectRefused,
  first,
  type Newsroom,
  ok,
  openNewsroom,
  sharedNewsroom,
} from '../support/newsroom.ts'

interface List {
  data: ArticleSummary[]
  nextCursor: string | null
}

async function fourArticles(news: Newsroom) {
  const take = (title: string, more: object) =>
    news.article(`${title}: “It is theirs,” said Ida Orme.`, { title, ...more })
  await take('Ferry timetable', { publisher: 'Quayside Echo', publishedAt: '2021-03-01' })
  await take('Ferry inquiry', { publisher: 'Quayside Echo', publishedAt: '2021-03-02T23:59:59.999Z' })
  await take('Bridge opens', { publisher: 'Hilltop Argus', publishedAt: '2021-03-03T01:00:00+02:00' })
  await take('Tunnel closes', {})
}

describe('a list of articles', () => {
  const news = sharedNewsroom(fourArticles)

  it.each([
    ['', ['Ferry timetable', 'Ferry inquiry', 'Bridge opens', 'Tunnel closes']],
    ['publisher=Quayside%20Echo', ['Ferry timetable', 'Ferry inquiry']],
    ['publisher=quayside%20echo', []],
    ['publishedFrom=2021-03-02', ['Ferry inquiry', 'Bridge opens']],
    ['publishedTo=2021-03-02', ['Ferry timetable', 'Ferry inquiry', 'Bridge opens']],
    ['publishedTo=2021-03-01', ['Ferry timetable']],
    ['publishedFrom=2021-03-02T23:59:59.999Z&publishedTo=2021-03-02T23:59:59.999Z', ['Ferry inquiry']],
    ['q=ferry', ['Ferry timetable', 'Ferry inquiry']],
    ['q=FERRY%20inquiry', ['Ferry inquiry']],
    ['q=%22inquiry%20ferry%22', []],
    ['q=theirs&publisher=Hilltop%20Argus', ['Bridge opens']],
    ['q=%22', []],
    ['q=NEAR%28', []],
    ['q=%2a', []],
  ])('under "%s" has what fits', async (query, titles) => {
    const list = ok(await news().get<List>(`/v1/articles?${query}`))
    expect(list.data.map((article) => article.title)).toEqual(titles)
    expect(list.data.every((article) => !('text' in article))).toBe(true)
    for (const limit of [1, 2, 3]) expect(await pages(news(), `/v1/articles?${query}`, limit)).toEqual(titles)
  })

  it.each([
    ['limit=0', '/query/limit'],
    ['limit=201', '/query/limit'],
    ['limit=many', '/query/limit'],
    ['offset=10', '/query/offset'],
    ['publishedFrom=yesterday', '/query/publishedFrom'],
    ['publishedTo=2021-02-30', '/query/publishedTo'],
    ['publisher=', '/query/publisher'],
    ['cursor=nonsense', '/query/cursor'],
    ['q=a%00b', '/query/q'],
  ])('refuses "%s"', async (query, pointer) => {
    expectRefused(await news().get(`/v1/articles?${query}`), { status: 400, pointer })
  })

  it('gives a cursor that only its own query takes', async () => {
    const { nextCursor } = ok(await news().get<List>('/v1/articles?limit=1&q=ferry'))
    for (const other of ['q=theirs', 'publisher=Quayside%20Echo', ''])
      expectRefused(await news().get(`/v1/articles?${other}&cursor=${nextCursor}`), {
        status: 400,
        pointer: '/query/cursor',
        code: 'invalid_cursor',
      })
  })
})

/** All titles, page after page by the Link header. */
async function pages(news: Newsroom, url: string, limit: number): Promise<string[]> {
  const titles: string[] = []
  let next: string | undefined = `${url}&limit=${limit}`
  while (next !== undefined) {
    const answer: Answer<List> = await news.get<List>(next)
    titles.push(...ok(answer).data.map((article) => article.title))
    next = /<([^>]+)>; rel="next"/.exec(String(answer.headers.link))?.[1]
    expect(next !== undefined).toBe(answer.body.nextCursor !== null)
  }
  return titles
}

describe('an article', () => {
  it('is read with its text and an ETag that spares a second reading', async () => {
    const news = await openNewsroom()
    const { article } = await news.article('“It is theirs,” said Ida Orme.')
    const answer = await news.get<Article>(`/v1/articles/${article.id}`)
    expect(ok(answer)).toEqual(article)
    expect(answer.etag).toMatch(/^"[^"]+"$/)
    const again = await news.get(`/v1/articles/${article.id}`, 'nobody', { 'if-none-match': answer.etag })
    expect([again.status, again.text]).toEqual([304, ''])
  })

  it('keeps its text when what is known about it is corrected', async () => {
    const news = await openNewsroom()
    const { article, claims } = await news.article('“It is theirs,” said Ida Orme.', {
      publisher: 'Quayside Echo',
    })
    const change = {
      title: 'Better',
      publisher: null,
      byline: 'R. Tam',
      url: 'https://example.test/a',
      publishedAt: '2020-02-29',
      language: 'en-GB',
      metadata: { desk: 7 },
    }
    const changed = ok(await news.patch<Article>(`/v1/articles/${article.id}`, 'curator', change))
    expect(changed).toMatchObject({
      ...change,
      publishedAt: '2020-02-29T00:00:00.000Z',
      text: article.text,
      sha256: article.sha256,
    })
    const listed = ok(
      await news.get<{ data: Claim[] }>('/v1/claims?publishedFrom=2020-02-29&publishedTo=2020-02-29'),
    )
    expect(listed.data.map((claim) => claim.id)).toEqual(claims.map((claim) => claim.id))
    expect(ok(await news.get<List>('/v1/articles?q=better')).data).toHaveLength(1)
    expect(ok(await news.get<List>('/v1/articles?q=dispute')).data).toHaveLength(0)
  })

  it('is gone once deleted, with its claims and their tags, and its text may come again', async () => {
    const news = await openNewsroom()
    const { article, claims } = await news.article('“It is theirs,” said Ida Orme.')
    const { id } = first(claims)
    const before = await news.get(`/v1/articles/${article.id}`)
    expect((await news.remove(`/v1/articles/${article.id}`, 'curator', before.etag)).status).toBe(204)
    for (const url of [
      `/v1/articles/${article.id}`,
      `/v1/articles/${article.id}/claims`,
      `/v1/claims/${id}`,
      `/v1/claims/${id}/tags`,
      `/v1/claims/${id}/rulings`,
    ])
      expectRefused(await news.get(url), { status: 410 })
    expectRefused(await news.remove(`/v1/articles/${article.id}`, 'curator'), { status: 410 })
    expectRefused(
      await news.send('PATCH', `/v1/articles/${article.id}`, 'curator', {
        body: { title: 'x' },
        headers: { 'if-match': '*' },
      }),
      { status: 410 },
    )
    expectRefused(await news.post(`/v1/articles/${article.id}/claims`, 'annotator', { exact: 'theirs' }), {
      status: 410,
    })
    expectRefused(
      await news.send('PATCH', `/v1/claims/${id}`, 'annotator', {
        body: { status: 'confirmed' },
        headers: { 'if-match': '*' },
      }),
      { status: 410 },
    )
    const again = await news.article('“It is theirs,” said Ida Orme.')
    expect(again.article.id).not.toBe(article.id)
  })

  it('is not changed by a reader who saw an older state, or who says nothing of it', async () => {
    const news = await openNewsroom()
    const { article } = await news.article('“It is theirs,” said Ida Orme.')
    const url = `/v1/articles/${article.id}`
    const { etag } = await news.get(url)
    ok(await news.patch(url, 'curator', { title: 'First' }, etag))
    const stale = expectRefused(await news.patch(url, 'curator', { title: 'Second' }, etag), { status: 412 })
    expect(stale).toMatchObject({ current: { title: 'First' }, etag: expect.any(String) })
    expectRefused(await news.remove(url, 'curator', etag), { status: 412 })
    expectRefused(await news.send('PATCH', url, 'curator', { body: { title: 'Second' } }), { status: 428 })
    expectRefused(await news.send('DELETE', url, 'curator'), { status: 428 })
    expect(ok(await news.get<Article>(url)).title).toBe('First')
  })

  it('that never was is not found', async () => {
    const news = await openNewsroom()
    for (const id of ['art_nothing', '%F0%9F%A6%89', 'x'.repeat(200)]) {
      expectRefused(await news.get(`/v1/articles/${id}`), { status: 404 })
      expectRefused(await news.get(`/v1/articles/${id}/claims`), { status: 404 })
      expectRefused(await news.remove(`/v1/articles/${id}`, 'curator'), { status: 404 })
      expectRefused(await news.patch(`/v1/articles/${id}`, 'curator', { title: 'x' }, '*'), { status: 404 })
      expectRefused(await news.post(`/v1/articles/${id}/claims`, 'annotator', { exact: 'x' }), {
        status: 404,
      })
    }
  })
})

describe('a correction', () => {
  const news = sharedNewsroom(async (room) => {
    await room.keyOf('curator')
    return room.article('“It is theirs,” said Ida Orme.')
  })

  it.each([
    [{ text: 'another text' }, '/text', 'unknown_field'],
    [{ title: '  ' }, '/title', 'too_small'],
    [{ url: 'javascript:alert(1)' }, '/url', undefined],
    [{ publishedAt: '2021-13-01' }, '/publishedAt', undefined],
    [{ language: 'not a language' }, '/language', undefined],
    [{ metadata: [] }, '/metadata', 'invalid_type'],
    [{ metadata: { blob: 'x'.repeat(70_000) } }, '/metadata', 'too_big'],
    [[], '', 'invalid_type'],
    [['title'], '', 'invalid_type'],
    [null, '', 'invalid_type'],
  ])('is refused, and the article stays as it was: %#', async (body, pointer, code) => {
    const before = await news().rows()
    expectRefused(await news().patch(`/v1/articles/${news().given.article.id}`, 'curator', body, '*'), {
      status: 400,
      pointer,
      code,
    })
    expect(await news().rows()).toEqual(before)
  })
})
