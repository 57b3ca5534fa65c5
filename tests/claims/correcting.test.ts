// A claim put right: spans, speakers, type, polarity, status; by whoever has seen it as it stands.

import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/articles/schema.ts'
import type { Claim } from '../../src/claims/schema.ts'
import type { Standings } from '../../src/positions/schema.ts'
import type { Speaker } from '../../src/speakers/schema.ts'
import {
  expectRefused,
  first,
  made,
  ok,
  openNewsroom,
  PERSONAL,
  QUESTION,
  RECORDS,
  sharedNewsroom,
} from '../support/newsroom.ts'

const text =
  '“They are business records,” said Ida Orme. “They are personal documents,” said Jon Pell. “Why?” said nobody.'

const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

describe('a correction', () => {
  it('of the content moves the quote, the context, the place in the article and the machine’s position', async () => {
    const news = await openNewsroom()
    const { article, claims } = await news.article(text)
    const [one, two, three] = claims
    const changed = ok(
      await news.patch<Claim>(`/v1/claims/${one?.id}`, 'annotator', {
        content: [span('personal documents')],
      }),
    )
    expect(changed).toMatchObject({
      ordinal: 2,
      quote: 'personal documents',
      type: 'direct',
      prefix: 'records,” said Ida Orme. “They are '.slice(-32),
      positions: [{ position: PERSONAL, basis: 'machine' }],
    })
    const listed = ok(await news.get<{ data: Claim[] }>(`/v1/articles/${article.id}/claims`)).data
    expect(listed.map(({ id, ordinal }) => [id, ordinal])).toEqual([
      [two?.id, 1],
      [one?.id, 2],
      [three?.id, 3],
    ])
    const found = ok(await news.get<{ data: Claim[] }>(`/v1/claims?q=business`)).data
    expect(found).toEqual([])
    expect(ok(await news.get<{ data: Claim[] }>(`/v1/claims?q=personal`)).data).toHaveLength(2)
  })

  it('of the content back and forth ends where it began', async () => {
    const news = await openNewsroom()
    const { article, claims } = await news.article(text)
    const [, two] = claims
    for (const words of ['Why?', 'They', 'business records', 'They are personal documents,'])
      ok(await news.patch(`/v1/claims/${two?.id}`, 'annotator', { content: [span(words)] }))
    const listed = ok(await news.get<{ data: Claim[] }>(`/v1/articles/${article.id}/claims`)).data
    expect(listed.map(({ id, ordinal, quote }) => [id, ordinal, quote])).toEqual(
      claims.map(({ id, ordinal, quote }) => [id, ordinal, quote]),
    )
  })

  it('of the speakers moves its counts', async () => {
    const news = await openNewsroom()
    const { claims } = await news.article(text)
    const [one, two] = claims
    const pell = first(two?.speakers ?? [])
    const changed = ok(await news.patch<Claim>(`/v1/claims/${one?.id}`, 'annotator', { speakers: [pell.id] }))
    expect(changed).toMatchObject({ speakers: [pell], attribution: { method: 'manual', confidence: 1 } })
    expect(ok(await news.get<Speaker>(`/v1/speakers/${pell.id}`)).claimCount).toBe(2)
    const { data } = ok(await news.get<Standings>(`/v1/positions?question=${QUESTION}`))
    expect(data.map(({ speaker, claims: n, leaning }) => [speaker?.name, n, leaning])).toEqual([
      ['Jon Pell', 2, 'divided'],
    ])
    const none = ok(await news.patch<Claim>(`/v1/claims/${one?.id}`, 'annotator', { speakers: [] }))
    expect(none).toMatchObject({ speakers: [], attribution: { method: 'none' } })
  })

  it('of the status: a rejected claim counts for nothing, takes no tags, and comes back', async () => {
    const news = await openNewsroom()
    const { article, claims } = await news.article(text)
    const { id } = first(claims)
    const url = `/v1/claims/${id}`
    ok(await news.patch(url, 'annotator', { status: 'rejected' }))
    const counted = async () => [
      ok(await news.get<Article>(`/v1/articles/${article.id}`)).claimCount,
      ok(await news.get<{ data: Speaker[] }>('/v1/speakers?q=Orme')).data[0]?.claimCount,
      ok(await news.get<Standings>(`/v1/positions?question=${QUESTION}&groupBy=publisher`)).data[0]?.claims,
    ]
    expect(await counted()).toEqual([2, 0, 2])
    const tag = { question: QUESTION, position: RECORDS }
    expect(expectRefused(await news.post(`${url}/tags`, 'annotator', tag), { status: 409 })).toMatchObject({
      claimStatus: 'rejected',
    })
    expectRefused(await news.post(`${url}/rulings`, 'curator', tag), { status: 409 })
    expect(
      ok(await news.get<{ data: Claim[] }>('/v1/claims?status=rejected')).data.map((claim) => claim.id),
    ).toEqual([id])
    ok(await news.patch(url, 'annotator', { status: 'confirmed' }))
    expect(await counted()).toEqual([3, 1, 3])
  })

  it('of type and polarity stands until the content changes', async () => {
    const news = await openNewsroom()
    const { claims } = await news.article(text)
    const url = `/v1/claims/${first(claims).id}`
    expect(
      ok(await news.patch<Claim>(url, 'annotator', { type: 'indirect', polarity: 'denied' })),
    ).toMatchObject({ type: 'indirect', polarity: 'denied' })
    expect(ok(await news.patch<Claim>(url, 'annotator', { cue: [], source: [] }))).toMatchObject({
      type: 'indirect',
      cue: [],
      source: [],
    })
    expect(ok(await news.patch<Claim>(url, 'annotator', { content: [span('business')] }))).toMatchObject({
      type: 'direct',
      polarity: 'denied',
    })
  })

  it('does not undo what a person said of it', async () => {
    const news = await openNewsroom()
    const { claims } = await news.article(text)
    const url = `/v1/claims/${first(claims).id}`
    await news.post(`${url}/tags`, 'annotator', { question: QUESTION, position: 'ambivalent' })
    const changed = ok(await news.patch<Claim>(url, 'annotator', { content: [span('personal documents')] }))
    expect(changed.positions).toMatchObject([{ position: 'ambivalent', basis: 'people' }])
  })

  it('answers with the ETag of the next reading, and needs the one of the last', async () => {
    const news = await openNewsroom()
    const { claims } = await news.article(text)
    const url = `/v1/claims/${first(claims).id}`
    const { etag } = await news.get(url)
    const changed = await news.patch<Claim>(url, 'annotator', { status: 'confirmed' }, etag)
    expect(changed.etag).toBe((await news.get(url)).etag)
    const stale = expectRefused(await news.patch(url, 'annotator', { status: 'rejected' }, etag), {
      status: 412,
    })
    expect(stale).toMatchObject({ current: { status: 'confirmed' }, etag: changed.etag })
    expectRefused(await news.send('PATCH', url, 'annotator', { body: { status: 'rejected' } }), {
      status: 428,
    })
    ok(await news.patch(url, 'annotator', { status: 'proposed' }, `"other", ${changed.etag}`))
  })

  it('counts in the unit asked for', async () => {
    const news = await openNewsroom()
    const emoji = '🦉 “They are ours,” said Ida Orme.'
    const { claims } = await news.article(emoji)
    const url = `/v1/claims/${first(claims).id}?offsetUnit=utf16`
    const content = [{ start: emoji.indexOf('ours'), end: emoji.indexOf('ours') + 4, exact: 'ours' }]
    // In whichever unit the claim was read: it is the same claim.
    const { etag } = await news.get(`/v1/claims/${first(claims).id}`)
    expect(ok(await news.patch<Claim>(url, 'annotator', { content }, etag)).content).toEqual(content)
    const { etag: now } = await news.get(url)
    expect(now).not.toBe(etag)
    ok(await news.patch<Claim>(url, 'annotator', { status: 'confirmed' }, now))
  })

  it('is not in the way of who places the claim meanwhile, nor are they in its', async () => {
    const news = await openNewsroom()
    const { claims } = await news.article(text)
    const url = `/v1/claims/${first(claims).id}`
    const { etag } = await news.get(url)
    made(await news.post(`${url}/tags`, 'annotator', { question: QUESTION, position: 'ambivalent' }))
    const seen = await news.send('GET', url, 'annotator', { headers: { 'if-none-match': etag } })
    expect(seen.status).toBe(200)
    ok(await news.patch<Claim>(url, 'annotator', { status: 'confirmed' }, etag))
    expectRefused(await news.patch(url, 'annotator', { status: 'rejected' }, etag), { status: 412 })
  })
})

describe('refused, and the database as it was', () => {
  const news = sharedNewsroom(async (room) => {
    await room.keyOf('annotator')
    return room.article(text)
  })

  it.each<[object, number, string, string | undefined]>([
    [{ content: [{ start: 0, end: 999 }] }, 422, '/content/0', 'span_outside_text'],
    [{ cue: [{ start: 0, end: 3, exact: 'xyz' }] }, 422, '/cue/0', 'exact_mismatch'],
    [{ source: [{ start: 4, end: 4 }] }, 422, '/source/0', 'empty_span'],
    [{ speakers: ['spk_nobody'] }, 422, '/speakers', 'unknown_speaker'],
    [{ content: [] }, 400, '/content', 'too_small'],
    [{ status: 'gone' }, 400, '/status', 'invalid_value'],
    [{ type: null }, 400, '/type', 'invalid_value'],
    [{ exact: 'records' }, 400, '/exact', 'unknown_field'],
    [{ confidence: 1 }, 400, '/confidence', 'unknown_field'],
    [{ speakers: 'Ida Orme' }, 400, '/speakers', 'invalid_type'],
  ])('%j', async (body, status, pointer, code) => {
    const before = await news().rows()
    const url = `/v1/claims/${first(news().given.claims).id}`
    expectRefused(await news().patch(url, 'annotator', body), { status, pointer, code })
    expect(await news().rows()).toEqual(before)
  })

  it('a claim that never was', async () => {
    expectRefused(await news().get('/v1/claims/clm_nothing'), { status: 404 })
    expectRefused(await news().patch('/v1/claims/clm_nothing', 'annotator', { status: 'confirmed' }, '*'), {
      status: 404,
    })
  })
})
