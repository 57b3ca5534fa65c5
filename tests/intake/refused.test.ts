// Articles that are not taken in, and the database as it was.

import { describe, expect, it } from 'vitest'
import { expectRefused, sharedNewsroom } from '../support/newsroom.ts'

const good = { title: 'A dispute', text: '“It is ours,” said Ida Orme.' }

describe('refused, and the database as it was', () => {
  const news = sharedNewsroom((room) => room.keyOf('annotator'))

  it.each<[string, object, string, string | undefined]>([
    ['no title', { text: good.text }, '/title', 'invalid_type'],
    ['a blank title', { ...good, title: ' \n ' }, '/title', 'too_small'],
    ['a long title', { ...good, title: 'x'.repeat(501) }, '/title', 'too_big'],
    ['neither text nor html', { title: 'x' }, '/text', 'either_or'],
    ['both text and html', { ...good, html: '<p>x</p>' }, '/text', 'either_or'],
    ['an empty text', { ...good, text: '' }, '/text', 'blank'],
    ['a text of white space', { ...good, text: ' \t\n\u00A0\u2003' }, '/text', 'blank'],
    ['a text that is a number', { ...good, text: 7 }, '/text', 'invalid_type'],
    ['a text that is a list', { ...good, text: ['x'] }, '/text', 'invalid_type'],
    ['a text that is null', { ...good, text: null }, '/text', 'invalid_type'],
    ['an unknown field', { ...good, author: 'me' }, '/author', 'unknown_field'],
    ['two unknown fields', { ...good, 'a/b': 1, 'c~d': 2 }, '/a~1b', 'unknown_field'],
    ['a bad date', { ...good, publishedAt: '6 May 2022' }, '/publishedAt', undefined],
    ['a day that is none', { ...good, publishedAt: '2023-02-29' }, '/publishedAt', undefined],
    ['a bad address', { ...good, url: 'ftp://example.test' }, '/url', undefined],
    ['a bad language', { ...good, language: 'english please' }, '/language', undefined],
    ['metadata that is a list', { ...good, metadata: [1] }, '/metadata', 'invalid_type'],
    ['a NUL', { ...good, text: 'a\0b' }, '/text', 'nul_character'],
    [
      'a NUL deep in metadata',
      { ...good, metadata: { a: [{ b: '\0' }] } },
      '/metadata/a/0/b',
      'nul_character',
    ],
    ['half a surrogate pair', { ...good, text: 'a\ud800b' }, '/text', 'lone_surrogate'],
    ['the other half', { ...good, title: '\udc00' }, '/title', 'lone_surrogate'],
    ['a list', [good], '', 'invalid_type'],
  ])('%s', async (_, body, pointer, code) => {
    const before = await news().rows()
    expectRefused(await news().post('/v1/articles', 'annotator', body), { status: 400, pointer, code })
    expect(await news().rows()).toEqual(before)
  })

  it.each<[string, string | Buffer, string]>([
    ['nothing', '', 'empty'],
    ['half a document', '{"title":"x","text":"y"', 'invalid_json'],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 'invalid_utf8'],
    ['UTF-16', Buffer.from('{"title":"x"}', 'utf16le'), 'invalid_json'],
    ['a prototype', '{"title":"x","text":"y","__proto__":{"admin":true}}', 'forbidden_key'],
    ['a thousand levels', `${'['.repeat(1000)}${']'.repeat(1000)}`, 'too_deep'],
  ])('a body of %s', async (_, payload, code) => {
    const before = await news().rows()
    const headers = { 'content-type': 'application/json' }
    expectRefused(await news().post('/v1/articles', 'annotator', payload, headers), {
      status: 400,
      pointer: '',
      code,
    })
    expect(await news().rows()).toEqual(before)
  })

  it.each(['text/plain', 'application/xml', 'application/x-ndjson', 'multipart/form-data; boundary=x'])(
    'the media type %s',
    async (type) => {
      const answer = await news().post('/v1/articles', 'annotator', JSON.stringify(good), {
        'content-type': type,
      })
      expectRefused(answer, { status: 415 })
    },
  )

  it('a body over 5 MB, before it is read', async () => {
    const before = await news().rows()
    expectRefused(
      await news().post('/v1/articles', 'annotator', { ...good, text: 'x'.repeat(5 * 1024 * 1024) }),
      { status: 413 },
    )
    expect(await news().rows()).toEqual(before)
  })

  it.each(['PUT', 'DELETE', 'PATCH'] as const)('the method %s', async (method) => {
    const answer = await news().send(method, '/v1/articles', 'annotator', { body: good })
    expectRefused(answer, { status: 405 })
    expect(answer.headers.allow).toContain('POST')
  })

  it('an unknown query parameter', async () => {
    const answer = await news().post('/v1/articles?dryRun=true', 'annotator', { ...good, text: 'another' })
    expectRefused(answer, { status: 400, pointer: '/query/dryRun', code: 'unknown_field' })
  })
})
