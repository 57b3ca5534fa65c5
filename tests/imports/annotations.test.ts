// Annotations and quotations from elsewhere, onto articles that are here.

import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/claims/schema.ts'
import { made, openNewsroom, PERSONAL, QUESTION, RECORDS, sharedNewsroom } from '../support/newsroom.ts'
import { imported, sent } from './sending.ts'

const TEXT =
  '“😀 The letters are personal documents,” said Mara Voss. The office told them to wait. Ida Orme held that they are ours; they are ours, she said.'

const at = (id: string, selector: object) => ({ source: id, selector })
const annotation = (target: object, more: object = {}) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'Annotation',
  motivation: 'identifying',
  target,
  ...more,
})
const quote = (exact: string, more: object = {}) => ({ type: 'TextQuoteSelector', exact, ...more })
const place = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end })
const faultOf = (row: { problem?: { errors: unknown[] } } | undefined) => row?.problem?.errors[0]

const news = sharedNewsroom(async (room) => {
  const url = 'https://fernhill.example/letters'
  const { article } = await room.article(TEXT, { title: 'Letters, or ledgers', url })
  await room.article('Another text.', { title: 'Twice' })
  await room.article('And another.', { title: 'Twice' })
  return { id: article.id, url }
})
const claims = async () =>
  (await news().get<{ data: Claim[] }>(`/v1/articles/${news().given.id}/claims`, 'admin')).body.data

describe('annotations.jsonld', () => {
  it('comes back as it went, but for what is lost', async () => {
    const source = await openNewsroom()
    const first = await source.article(TEXT)
    const claimId = first.claims[0]?.id
    made(
      await source.post(`/v1/claims/${claimId}/tags`, 'annotator', {
        question: QUESTION,
        position: RECORDS,
        rationale: 'So.',
      }),
    )
    made(
      await source.post(`/v1/claims/${claimId}/rulings`, 'curator', {
        question: QUESTION,
        position: PERSONAL,
      }),
    )
    made(
      await source.post(`/v1/articles/${first.article.id}/claims`, 'annotator', {
        exact: 'wait',
        polarity: 'denied',
        speakers: ['The office'],
      }),
    )
    const { text } = await source.get('/v1/exports/annotations.jsonld')

    const target = await openNewsroom()
    const there = await target.article(TEXT)
    const moved = text.replaceAll(first.article.id, there.article.id)
    const { rows } = await imported(target, 'annotations.jsonld', moved)
    expect(rows.filter((row) => row.status === 'invalid')).toEqual([])
    const again = await imported(target, 'annotations.jsonld', moved)
    expect(again.counts.created).toBeUndefined()

    const plain = (exported: string) =>
      exported
        .replace(/urn:averment:(clm|tag|rul|ann|spk|art)_\w+/g, '$1')
        .replace(/"(created|modified)":"[^"]+"/g, '"$1"')
    expect(plain((await target.get('/v1/exports/annotations.jsonld')).text)).toBe(plain(text))
  })

  it.each<[string, (id: string, url: string) => object]>([
    ['a list', (id) => [annotation(at(id, quote('told them to wait')))]],
    ['a single one', (id) => annotation(at(id, quote('told them to wait')))],
    ['by position alone', (id) => annotation(at(`urn:averment:${id}`, place(69, 86)))],
    ['at an address', (_id, url) => annotation(at(url, [quote('told them to wait'), place(1, 4)]))],
    [
      'on a page',
      (id) => ({ type: 'AnnotationPage', items: [annotation(at(id, quote('told them to wait')))] }),
    ],
  ])('is read as %s', async (_name, make) => {
    const { id, url } = news().given
    const { counts } = await imported(news(), 'annotations.jsonld', JSON.stringify(make(id, url)), {
      query: '?dryRun=true',
    })
    expect(counts).toEqual({ created: 1 })
    expect(await claims()).toHaveLength(1)
  })

  it.each<[string, object | ((id: string) => object), object]>([
    [
      'an article of another service',
      annotation(at('urn:averment:art_0nowhere', quote('wait'))),
      { code: 'unknown_article' },
    ],
    [
      'words that are not there',
      (id) => annotation(at(id, quote('told them to go'))),
      { code: 'quote_absent' },
    ],
    [
      'words that are there twice',
      (id) => annotation(at(id, quote('they are ours'))),
      { code: 'quote_ambiguous' },
    ],
    ['no words at all', (id) => annotation({ source: id }), { code: 'points_at_nothing' }],
    ['a place beyond the end', (id) => annotation(at(id, place(9000, 9001))), { code: 'span_outside_text' }],
    [
      'a position that is none',
      (id) =>
        annotation(at(id, quote('told them')), {
          motivation: 'classifying',
          body: [{ purpose: 'classifying', value: `${QUESTION}/sideways` }],
        }),
      { code: 'unknown_position' },
    ],
    ['no target', { type: 'Annotation' }, { pointer: '/target' }],
    ['another kind of thing', { type: 'Note', target: 'x' }, { pointer: '/type' }],
    [
      'a page at an address',
      { type: 'AnnotationCollection', total: 1, first: 'https://fernhill.example/1' },
      { code: 'page_elsewhere' },
    ],
  ])('that points at %s is invalid, and nothing of it is stored', async (_name, item, fault) => {
    const before = await news().rows()
    const one = typeof item === 'function' ? item(news().given.id) : item
    const { rows, counts } = await imported(news(), 'annotations.jsonld', JSON.stringify([one]))
    expect(counts).toEqual({ invalid: 1 })
    expect(faultOf(rows[0])).toMatchObject(fault)
    expect(await news().rows()).toEqual(before)
  })

  it('with words as the article was sent finds them in the text as it is kept', async () => {
    const words = 'Zoë\r\nwaits.'.normalize('NFD')
    const room = await openNewsroom()
    const { article } = await room.article(`So\r\n${words}`)
    const file = JSON.stringify([annotation(at(article.id, quote(words, { prefix: 'So\r\n' })))])
    const { counts } = await imported(room, 'annotations.jsonld', file)
    expect(counts).toEqual({ created: 1 })
  })

  it('in UTF-16 is refused once, by name', async () => {
    const file = Buffer.from(JSON.stringify([annotation(at(news().given.id, quote('wait')))]), 'utf16le')
    const { rows } = await imported(news(), 'annotations.jsonld', file)
    expect(rows.map(faultOf)).toMatchObject([{ code: 'invalid_utf8' }])
  })

  it('that was cut gives what came whole, and says so', async () => {
    const { id } = news().given
    const file = JSON.stringify([
      annotation(at(id, quote('Mara Voss'))),
      annotation(at(id, quote('Ida Orme'))),
    ])
    const { rows } = await imported(news(), 'annotations.jsonld', file.slice(0, -30), {
      query: '?dryRun=true',
    })
    expect(rows.map((row) => row.status)).toEqual(['created', 'invalid'])
    expect(faultOf(rows[1])).toMatchObject({ code: 'cut' })
  })
})

describe('quotations.csv', () => {
  const send = (body: string | Buffer, query = '') =>
    imported(news(), 'quotations.csv', body, { as: 'curator', query })

  it('makes claims of the caller’s, with their tags, once', async () => {
    const file = [
      'article,quote,speaker,position',
      `${news().given.id},told them to wait,The office,${RECORDS}`,
      `"Letters, or ledgers",held that … she said,Ida Orme; Mara Voss,`,
      `${news().given.url},"😀 The letters are personal documents,",,${PERSONAL}`,
    ].join('\r\n')
    const { counts } = await send(file)
    expect(counts).toEqual({ created: 3 })
    const found = await claims()
    expect(found.map(({ quote }) => quote)).toEqual([
      '😀 The letters are personal documents,',
      'told them to wait',
      'held that … she said',
    ])
    expect(found[2]?.speakers.map(({ name }) => name)).toEqual(['Ida Orme', 'Mara Voss'])
    expect(found[1]?.positions[0]).toMatchObject({ position: RECORDS, basis: 'people' })
    expect(found[0]?.positions[0]).toMatchObject({ position: PERSONAL, basis: 'people' })
    const before = await news().rows()
    expect((await send(file)).counts).toEqual({ unchanged: 3 })
    expect(await news().rows()).toEqual(before)
  })

  it.each<[string, string | Buffer, object]>([
    ['Windows-1252', Buffer.from('article,quote\nx,\x93wait\x94', 'latin1'), { code: 'invalid_utf8' }],
    ['UTF-16', Buffer.from('\uFEFFarticle,quote\nx,wait', 'utf16le'), { code: 'invalid_utf8' }],
    ['without a column', 'article,speaker\nx,y', { pointer: '/quote', code: 'missing_column' }],
    ['with a column too many', 'article,quote,colour\nx,y,z', { pointer: '/colour', code: 'unknown_field' }],
    ['cut within a quotation mark', 'article,quote\nx,"wai', { code: 'cut' }],
    ['about no article', 'article,quote\nNowhere,wait', { code: 'unknown_article' }],
    ['about one of two articles', 'article,quote\nTwice,another', { code: 'ambiguous_article' }],
    ['without a quote', 'article,quote\n"Letters, or ledgers",', { pointer: '/quote', code: 'empty' }],
    ['with a row too short', 'article,quote\nonly', { code: 'invalid_csv' }],
    [
      'with a position that no question has',
      'article,quote,position\n"Letters, or ledgers",wait,up',
      { code: 'ambiguous_question' },
    ],
  ])('%s is refused where it is wrong, and nothing of it is stored', async (_name, body, fault) => {
    const before = await news().rows()
    const { rows, counts } = await send(body)
    expect(counts).toEqual({ invalid: 1 })
    expect(faultOf(rows[0])).toMatchObject(fault)
    expect(await news().rows()).toEqual(before)
  })

  it('is for curators', async () => {
    expect((await sent(news(), 'quotations.csv', 'article,quote\n', { as: 'annotator' })).status).toBe(403)
  })
})
