// A claim the engine missed, added by spans or by its words: never moved, only taken or refused.

import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/claims/schema.ts'
import type { Speaker } from '../../src/speakers/schema.ts'
import {
  expectRefused,
  first,
  made,
  ok,
  openNewsroom,
  PERSONAL,
  QUESTION,
  sharedNewsroom,
} from '../support/newsroom.ts'

const text =
  '🦉 The owner, Ida Orme, holds that the mail is private. “They are personal documents,” said Jon Pell. Later she holds that the case is over.'

/** A span of the words, in code points, as the API counts unless told otherwise. */
function points(words: string, from = 0) {
  const start = [...text.slice(0, text.indexOf(words, from))].length
  return { start, end: start + [...words].length }
}

function utf16(words: string) {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

describe('a claim added', () => {
  it('by spans stands in text order, confirmed, by its annotator, and is placed at once', async () => {
    const news = await openNewsroom()
    const { article, claims } = await news.article(text)
    const body = {
      content: [points('the mail is private')],
      cue: [points('holds')],
      source: [points('Ida Orme')],
      speakers: ['Ida Orme'],
    }
    const answer = await news.post<Claim>(`/v1/articles/${article.id}/claims`, 'annotator', body)
    const claim = made(answer)
    expect(claim).toMatchObject({
      ordinal: 1,
      quote: 'the mail is private',
      type: 'indirect',
      polarity: 'asserted',
      status: 'confirmed',
      confidence: 1,
      attribution: { method: 'manual', confidence: 1 },
      createdBy: { kind: 'person', name: 'the annotator' },
      speakers: [{ name: 'Ida Orme', kind: 'unknown' }],
      positions: [{ question: QUESTION, position: 'off-question', basis: 'machine' }],
      prefix: '🦉 The owner, Ida Orme, holds that '.slice(-32),
      parentId: null,
    })
    expect(answer.headers.location).toBe(`/v1/claims/${claim.id}`)
    expect(answer.etag).toBe((await news.get(`/v1/claims/${claim.id}`)).etag)
    const listed = ok(await news.get<{ data: Claim[] }>(`/v1/articles/${article.id}/claims`)).data
    expect(listed.map(({ id, ordinal }) => [id, ordinal])).toEqual([
      [claim.id, 1],
      [first(claims).id, 2],
    ])
  })

  it('by its words is found where they stand', async () => {
    const news = await openNewsroom()
    const { article } = await news.article(text)
    const claim = made(
      await news.post<Claim>(`/v1/articles/${article.id}/claims`, 'annotator', {
        exact: 'personal documents',
      }),
    )
    expect(first(claim.content)).toEqual({ ...points('personal documents'), exact: 'personal documents' })
    expect(claim).toMatchObject({
      type: 'direct',
      attribution: { method: 'none' },
      positions: [{ position: PERSONAL }],
    })
  })

  it('by words that occur twice needs what stands around them', async () => {
    const news = await openNewsroom()
    const { article } = await news.article(text)
    const url = `/v1/articles/${article.id}/claims`
    const problem = expectRefused(await news.post(url, 'annotator', { exact: 'holds that' }), {
      status: 422,
      pointer: '/exact',
      code: 'quote_ambiguous',
    })
    const second = points('holds that', 40)
    expect(problem).toMatchObject({
      candidates: [
        { ...points('holds that'), exact: 'holds that' },
        { ...second, prefix: expect.stringMatching(/Later she $/), suffix: ' the case is over.' },
      ],
    })
    const in16 = await news.post(`${url}?offsetUnit=utf16`, 'annotator', { exact: 'holds that' })
    expect(in16.body).toMatchObject({ candidates: [utf16('holds that'), {}] })
    for (const context of [
      { prefix: 'Later she ' },
      { suffix: ' the case' },
      { prefix: 'she ', suffix: ' the' },
    ])
      expect(
        first(made(await news.post<Claim>(url, 'annotator', { exact: 'holds that', ...context })).content)
          .start,
      ).toBe(second.start)
  })

  it('in UTF-16 units where asked', async () => {
    const news = await openNewsroom()
    const { article } = await news.article(text)
    const span = { ...utf16('the mail is private'), exact: 'the mail is private' }
    const claim = made(
      await news.post<Claim>(`/v1/articles/${article.id}/claims?offsetUnit=utf16`, 'annotator', {
        content: [span],
      }),
    )
    expect(claim.content).toEqual([span])
    expect(first(ok(await news.get<Claim>(`/v1/claims/${claim.id}`)).content).start).toBe(span.start - 1)
  })

  it('of several pieces is one quote, in text order, and as long as a character is wide', async () => {
    const news = await openNewsroom()
    const { article } = await news.article(text)
    const content = [points('personal'), points('🦉'), points('private')]
    const claim = made(
      await news.post<Claim>(`/v1/articles/${article.id}/claims`, 'annotator', {
        content,
        type: 'mixed',
        polarity: 'questioned',
      }),
    )
    expect(claim).toMatchObject({
      quote: '🦉 … private … personal',
      type: 'mixed',
      polarity: 'questioned',
      prefix: '',
      ordinal: 1,
    })
  })

  it('names speakers by id, by a known name, or new', async () => {
    const news = await openNewsroom()
    const { article, claims } = await news.article(text)
    const pell = first(first(claims).speakers)
    const add = async (speakers: string[]) =>
      made(
        await news.post<Claim>(`/v1/articles/${article.id}/claims`, 'annotator', {
          exact: 'private',
          speakers,
        }),
      ).speakers
    expect((await add([pell.id])).map(({ id }) => id)).toEqual([pell.id])
    expect((await add(['JON PELL'])).map(({ id }) => id)).toEqual([pell.id])
    const [owner, again] = await add(['The Owner', pell.id])
    expect([owner?.name, again?.id]).toEqual(['The Owner', pell.id])
    expect(await add(['owner'])).toEqual([owner])
    expect(await add([pell.id, 'Jon Pell', pell.id])).toHaveLength(1)
  })

  it('by a name that two speakers have is refused with both', async () => {
    const news = await openNewsroom()
    const { article, claims } = await news.article(
      '“It is ours,” said Jon Pell for Kestrel Mail. “It is theirs,” said Ida Orme.',
    )
    for (const kind of ['person', 'court'])
      made(await news.post<Speaker>('/v1/speakers', 'curator', { name: 'A. Twin', kind }))
    const before = await news.rows()
    const problem = expectRefused(
      await news.post(`/v1/articles/${article.id}/claims`, 'annotator', {
        exact: 'theirs',
        speakers: ['A. Twin'],
      }),
      { status: 422, pointer: '/speakers', code: 'ambiguous_speaker' },
    )
    expect(problem).toMatchObject({ candidates: [{ name: 'A. Twin' }, { name: 'A. Twin' }] })
    expectRefused(
      await news.patch(`/v1/claims/${first(claims).id}`, 'annotator', { speakers: ['A. Twin'] }),
      { status: 422 },
    )
    expect(await news.rows()).toEqual(before)
  })
})

describe('refused, and the database as it was', () => {
  const news = sharedNewsroom(async (room) => {
    await room.keyOf('annotator')
    return room.article(text)
  })
  const length = [...text].length

  it.each<[string, object, number, string, string | undefined]>([
    [
      'a span past the end',
      { content: [{ start: length - 2, end: length + 1 }] },
      422,
      '/content/0',
      'span_outside_text',
    ],
    [
      'a span far past the end',
      { content: [{ start: 9_000_000, end: 9_000_001 }] },
      422,
      '/content/0',
      'span_outside_text',
    ],
    ['an empty span', { content: [{ start: 5, end: 5 }] }, 422, '/content/0', 'empty_span'],
    ['a span turned round', { content: [{ start: 9, end: 5 }] }, 422, '/content/0', 'empty_span'],
    [
      'other words',
      { content: [{ ...points('private'), exact: 'public!' }] },
      422,
      '/content/0',
      'exact_mismatch',
    ],
    [
      'words one off',
      { content: [{ start: points('private').start + 1, end: points('private').end + 1, exact: 'private' }] },
      422,
      '/content/0',
      'exact_mismatch',
    ],
    [
      'a good and a bad span',
      { content: [points('private'), { start: 0, end: 999 }] },
      422,
      '/content/1',
      'span_outside_text',
    ],
    [
      'overlapping spans',
      { content: [points('the mail is private'), points('private')] },
      422,
      '/content',
      'overlapping_spans',
    ],
    [
      'the same span twice',
      { content: [points('private'), points('private')] },
      422,
      '/content',
      'overlapping_spans',
    ],
    [
      'a bad cue',
      { content: [points('private')], cue: [{ start: 0, end: 999 }] },
      422,
      '/cue/0',
      'span_outside_text',
    ],
    [
      'a bad source',
      { content: [points('private')], source: [{ ...points('owner'), exact: 'ower' }] },
      422,
      '/source/0',
      'exact_mismatch',
    ],
    ['an absent quote', { exact: 'the mail is public' }, 422, '/exact', 'quote_absent'],
    ['a quote absent in that context', { exact: 'private', prefix: 'was ' }, 422, '/exact', 'quote_absent'],
    ['a quote in another case', { exact: 'The Mail Is Private' }, 422, '/exact', 'quote_absent'],
    [
      'an unknown speaker id',
      { exact: 'private', speakers: ['spk_nobody'] },
      422,
      '/speakers',
      'unknown_speaker',
    ],
    ['a negative offset', { content: [{ start: -1, end: 3 }] }, 400, '/content/0/start', 'too_small'],
    ['half an offset', { content: [{ start: 0.5, end: 3 }] }, 400, '/content/0/start', 'invalid_type'],
    ['an offset in words', { content: [{ start: '0', end: 3 }] }, 400, '/content/0/start', 'invalid_type'],
    ['no content', {}, 400, '/content', 'custom'],
    ['an empty content', { content: [] }, 400, '/content', 'too_small'],
    ['content and quote', { content: [points('private')], exact: 'private' }, 400, '/content', 'custom'],
    ['an empty quote', { exact: '' }, 400, '/exact', 'too_small'],
    ['an unknown type', { exact: 'private', type: 'shouted' }, 400, '/type', 'invalid_value'],
    ['an unknown field', { exact: 'private', note: 'x' }, 400, '/note', 'unknown_field'],
    [
      'an unknown field of a span',
      { content: [{ ...points('private'), unit: 'x' }] },
      400,
      '/content/0/unit',
      'unknown_field',
    ],
    ['a status', { exact: 'private', status: 'rejected' }, 400, '/status', 'unknown_field'],
    ['a blank speaker', { exact: 'private', speakers: [' '] }, 400, '/speakers/0', 'too_small'],
    ['a NUL in the quote', { exact: 'priv\0ate' }, 400, '/exact', 'nul_character'],
  ])('%s', async (_, body, status, pointer, code) => {
    const before = await news().rows()
    expectRefused(await news().post(`/v1/articles/${news().given.article.id}/claims`, 'annotator', body), {
      status,
      pointer,
      code,
    })
    expect(await news().rows()).toEqual(before)
  })

  it.each<[string, { start: number; end: number }]>([
    ['begins inside a surrogate pair', { start: 1, end: 5 }],
    ['ends inside a surrogate pair', { start: 0, end: 1 }],
  ])('a span that %s', async (_, span) => {
    const url = `/v1/articles/${news().given.article.id}/claims?offsetUnit=utf16`
    expectRefused(await news().post(url, 'annotator', { content: [span] }), {
      status: 422,
      pointer: '/content/0',
      code: 'span_splits_character',
    })
  })

  it('an unknown unit', async () => {
    const url = `/v1/articles/${news().given.article.id}/claims?offsetUnit=bytes`
    expectRefused(await news().post(url, 'annotator', { exact: 'private' }), {
      status: 400,
      pointer: '/query/offsetUnit',
    })
  })
})
