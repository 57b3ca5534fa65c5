// Spans, quotes and fields of a new claim that do not fit: refused, and the database as it was.

import { describe, expect, it } from 'vitest'
import { expectRefused, sharedNewsroom } from '../support/newsroom.ts'

const text =
  '🦉 The owner, Ida Orme, holds that the mail is private. “They are personal documents,” said Jon Pell. Later she holds that the case is over.'

/** A span of the words, in code points, as the API counts unless told otherwise. */
function points(words: string, from = 0) {
  const start = [...text.slice(0, text.indexOf(words, from))].length
  return { start, end: start + [...words].length }
}

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
    ['no content', {}, 400, '/content', 'either_or'],
    ['an empty content', { content: [] }, 400, '/content', 'too_small'],
    ['content and quote', { content: [points('private')], exact: 'private' }, 400, '/content', 'either_or'],
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
